import type { Routes } from '@angular/router';
import { CausesScreen } from './causes-screen';

export const causesRoutes: Routes = [{ path: '', title: 'Causes', component: CausesScreen }];
