import type { Routes } from '@angular/router';
import { inThePast } from '../past/public';
import { FindingsScreen } from './findings-screen';

export const findingsRoutes: Routes = [
  { path: '', title: 'Findings', component: FindingsScreen },
  { path: 'enter', title: 'Enter findings', loadComponent: async () => (await import('./enter-screen')).EnterScreen },
  { path: ':id', title: 'Finding, as it was', canMatch: [inThePast], loadComponent: async () => (await import('./past-finding-screen')).PastFindingScreen },
  { path: ':id', title: 'Finding', loadComponent: async () => (await import('./finding-screen')).FindingScreen },
];
