import type { Routes } from '@angular/router';
import { SettingsScreen } from './settings-screen';

export const settingsRoutes: Routes = [{ path: '', title: 'Settings', component: SettingsScreen }];
