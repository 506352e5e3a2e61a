import type { Routes } from '@angular/router';
import { OrganisationsScreen } from './organisations-screen';

export const organisationsRoutes: Routes = [{ path: '', title: 'Organisations', component: OrganisationsScreen }];
