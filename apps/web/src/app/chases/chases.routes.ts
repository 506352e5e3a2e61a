import type { Routes } from '@angular/router';
import { ChasesScreen } from './chases-screen';

export const chasesRoutes: Routes = [{ path: '', title: 'Who owes an update', component: ChasesScreen }];
