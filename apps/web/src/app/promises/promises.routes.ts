import type { Routes } from '@angular/router';
import { OrganisationPromisesScreen } from './organisation-promises-screen';
import { PromisesScreen } from './promises-screen';

export const promiseScreens: Routes = [
  { path: '', title: 'Promises', component: PromisesScreen },
  { path: ':id', title: 'Promises of an organisation', component: OrganisationPromisesScreen },
];
