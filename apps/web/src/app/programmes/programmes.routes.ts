import type { Routes } from '@angular/router';
import { ProgrammesScreen } from './programmes-screen';

export const programmesRoutes: Routes = [{ path: '', title: 'Running programmes', component: ProgrammesScreen }];
