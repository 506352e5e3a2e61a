import type { Routes } from '@angular/router';
import { FindingsScreen } from './findings-screen';

export const findingsRoutes: Routes = [
  { path: '', title: 'Findings', component: FindingsScreen },
  { path: 'enter', title: 'Enter findings', loadComponent: async () => (await import('./enter-screen')).EnterScreen },
  { path: ':id', title: 'Finding', loadComponent: async () => (await import('./finding-screen')).FindingScreen },
];
