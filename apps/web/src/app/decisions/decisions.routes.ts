import type { Routes } from '@angular/router';
import { DecisionsScreen } from './decisions-screen';

export const decisionsRoutes: Routes = [{ path: '', title: 'Decisions', component: DecisionsScreen }];
