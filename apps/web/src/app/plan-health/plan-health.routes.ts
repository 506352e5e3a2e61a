import type { Routes } from '@angular/router';
import { HealthScreen } from './health-screen';

export const planHealthScreens: Routes = [{ path: '', title: 'Plan health', component: HealthScreen }];
