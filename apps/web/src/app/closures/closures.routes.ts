import type { Routes } from '@angular/router';
import { PlanClosingScreen } from './plan-closing-screen';

export const closingScreens: Routes = [{ path: '', title: 'Closing', component: PlanClosingScreen }];
