import type { Routes } from '@angular/router';
import { MeasureScreen } from './measure-screen';
import { MeasuresScreen } from './measures-screen';

export const measuresRoutes: Routes = [
  { path: '', title: 'Measures', component: MeasuresScreen },
  { path: ':id', title: 'Measure', component: MeasureScreen },
];
