import type { Routes } from '@angular/router';
import { SummitsScreen } from './summits-screen';

export const summitsRoutes: Routes = [
  { path: '', title: 'Summits', component: SummitsScreen },
  { path: ':id', title: 'Summit', loadComponent: async () => (await import('./summit-screen')).SummitScreen },
  { path: ':id/hold', title: 'Capture what is agreed', loadComponent: async () => (await import('./hold-screen')).HoldScreen },
  { path: ':id/room', title: 'Moderate the room', loadComponent: async () => (await import('./room-screen')).RoomScreen },
  { path: ':id/projector', title: 'Projector', loadComponent: async () => (await import('./projector-screen')).ProjectorScreen },
  { path: ':id/record', title: 'Record', loadComponent: async () => (await import('./record-screen')).RecordScreen },
];
