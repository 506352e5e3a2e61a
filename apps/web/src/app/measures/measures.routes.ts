import type { Routes } from '@angular/router';
import { inThePast } from '../past/public';
import { MeasureScreen } from './measure-screen';
import { MeasuresScreen } from './measures-screen';
import { PastMeasureScreen } from './past-measure-screen';

export const measuresRoutes: Routes = [
  { path: '', title: 'Measures', component: MeasuresScreen },
  { path: ':id', title: 'Measure, as it was', component: PastMeasureScreen, canMatch: [inThePast] },
  { path: ':id', title: 'Measure', component: MeasureScreen },
];
