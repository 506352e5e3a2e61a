import type { Routes } from '@angular/router';
import { ImportScreen } from './import-screen';
import { ImportsScreen } from './imports-screen';

export const importsRoutes: Routes = [
  { path: '', title: 'Imports', component: ImportsScreen },
  { path: ':id', pathMatch: 'full', redirectTo: ':id/sheet' },
  { path: ':id/:step', title: 'Import a plan', component: ImportScreen },
];
