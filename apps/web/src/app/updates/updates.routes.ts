import type { Routes } from '@angular/router';
import { UpdateScreen } from './update-screen';

export const updatesRoutes: Routes = [{ path: '', title: 'Report an update', component: UpdateScreen }];
