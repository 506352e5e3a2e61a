import type { Routes } from '@angular/router';
import { CapabilityScreen } from './capability-screen';

export const capabilityScreens: Routes = [{ path: '', title: 'Capability', component: CapabilityScreen }];
