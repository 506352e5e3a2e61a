import type { Routes } from '@angular/router';
import { CapacityScreen } from './capacity-screen';

export const capacityRoutes: Routes = [{ path: '', title: 'Capacity', component: CapacityScreen }];
