import type { Routes } from '@angular/router';
import { FrameworksScreen } from './frameworks-screen';

export const frameworksRoutes: Routes = [
  { path: '', title: 'Frameworks', component: FrameworksScreen },
  { path: ':id', title: 'Framework', loadComponent: async () => (await import('./framework-screen')).FrameworkScreen },
];
