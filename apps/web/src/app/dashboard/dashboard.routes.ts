import type { Routes } from '@angular/router';
import { DashboardScreen } from './dashboard-screen';

export const dashboardRoutes: Routes = [{ path: '', title: 'Dashboard', component: DashboardScreen }];
