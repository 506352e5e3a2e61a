import type { Routes } from '@angular/router';
import { LoadsScreen } from './loads-screen';

export const loadsScreens: Routes = [{ path: '', title: 'Heat map', component: LoadsScreen }];
