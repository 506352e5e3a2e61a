import type { Routes } from '@angular/router';
import { FindingsScreen } from './findings-screen';

export const findingsRoutes: Routes = [
  { path: '', title: 'Findings', component: FindingsScreen },
  { path: 'reviews', title: 'Reviews', loadComponent: async () => (await import('./reviews-screen')).ReviewsScreen },
  { path: 'frameworks', title: 'Frameworks', loadComponent: async () => (await import('./frameworks-screen')).FrameworksScreen },
  { path: ':id', title: 'Finding', loadComponent: async () => (await import('./finding-screen')).FindingScreen },
];
