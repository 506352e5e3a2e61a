import type { Routes } from '@angular/router';
import { CycleScreen } from './cycle-screen';
import { CyclesScreen } from './cycles-screen';

export const cyclesRoutes: Routes = [
  { path: '', title: 'Reporting', component: CyclesScreen },
  { path: ':id', title: 'Report', component: CycleScreen },
];
