import type { Routes } from '@angular/router';
import { inThePast } from '../past/public';
import { DecisionsScreen } from './decisions-screen';
import { PastDecisionsScreen } from './past-decisions-screen';

export const decisionsRoutes: Routes = [
  { path: '', title: 'Decisions, as they were', component: PastDecisionsScreen, canMatch: [inThePast] },
  { path: '', title: 'Decisions', component: DecisionsScreen },
];
