import type { Routes } from '@angular/router';
import { DeliverabilityScreen } from './deliverability-screen';

export const deliverabilityScreens: Routes = [{ path: '', title: 'Deliverability', component: DeliverabilityScreen }];
