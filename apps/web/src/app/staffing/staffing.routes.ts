import type { Routes } from '@angular/router';
import { StaffingScreen } from './staffing-screen';

export const staffingScreens: Routes = [{ path: '', title: 'Staffing', component: StaffingScreen }];
