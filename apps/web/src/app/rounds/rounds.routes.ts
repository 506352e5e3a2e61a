import type { Routes } from '@angular/router';
import { RoundScreen } from './round-screen';

export const roundsRoutes: Routes = [{ path: '', title: 'Diagnosis round', component: RoundScreen }];
