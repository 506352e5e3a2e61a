import type { Routes } from '@angular/router';
import { HistoryScreen } from './history-screen';

export const historyScreens: Routes = [{ path: '', title: 'History', component: HistoryScreen }];
