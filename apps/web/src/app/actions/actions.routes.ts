import type { Routes } from '@angular/router';
import { ActionScreen } from './action-screen';
import { AddAction } from './add-action';
import { PlanScreen } from './plan-screen';
import { PlanStore } from './plan-store';

export const planRoutes: Routes = [{ path: '', title: 'Plan', component: PlanScreen, providers: [PlanStore] }];

export const actionsRoutes: Routes = [
  { path: 'new', title: 'Add an action', component: AddAction },
  { path: ':id', title: 'Action', component: ActionScreen },
];
