import type { Routes } from '@angular/router';
import { HistoryScreen } from './history-screen';
import { LifeScreen } from './life-screen';

export const historyScreens: Routes = [{ path: '', title: 'History', component: HistoryScreen }];

export const lifeScreens: Routes = [{ path: '', title: 'Its whole life', component: LifeScreen }];
