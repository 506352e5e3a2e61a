import { inject } from '@angular/core';
import { Router, type Routes } from '@angular/router';
import { inThePast, PastActionScreen, PastPlanScreen } from '../past/public';
import { Here } from '../session/here';
import { ActionScreen } from './action-screen';
import { AddAction } from './add-action';
import { PlanScreen } from './plan-screen';
import { PlanStore } from './plan-store';

export const planRoutes: Routes = [
  { path: '', title: 'Plan, as it was', component: PastPlanScreen, canMatch: [inThePast] },
  { path: '', title: 'Plan', component: PlanScreen, providers: [PlanStore] },
];

export const actionsRoutes: Routes = [
  // The list of actions is the plan table; numbers elsewhere link here with filters.
  { path: '', pathMatch: 'full', redirectTo: ({ queryParams }) => inject(Router).createUrlTree(['/', inject(Here).slug(), 'plan'], { queryParams }) },
  { path: 'new', title: 'Add an action', component: AddAction },
  { path: ':id', title: 'Action, as it was', component: PastActionScreen, canMatch: [inThePast] },
  { path: ':id', title: 'Action', component: ActionScreen },
];
