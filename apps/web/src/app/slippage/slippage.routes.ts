import type { Routes } from '@angular/router';
import { SlippageScreen } from './slippage-screen';

export const slippageScreens: Routes = [{ path: '', title: 'What slipped, and why', component: SlippageScreen }];
