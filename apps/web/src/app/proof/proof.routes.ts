import type { Routes } from '@angular/router';
import { ProofScreen } from './proof-screen';

export const proofScreens: Routes = [{ path: '', title: 'Does it fit?', component: ProofScreen }];
