import type { Routes } from '@angular/router';
import { ThreadsScreen } from './threads-screen';

export const threadsRoutes: Routes = [{ path: '', title: 'Comments and challenges', component: ThreadsScreen }];
