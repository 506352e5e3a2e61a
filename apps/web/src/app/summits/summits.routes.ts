import type { Routes } from '@angular/router';
import { SummitsScreen } from './summits-screen';

export const summitsRoutes: Routes = [
  { path: '', title: 'Summits', component: SummitsScreen },
  { path: ':id', title: 'Summit', loadComponent: async () => (await import('./summit-screen')).SummitScreen },
];
