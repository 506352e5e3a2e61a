import type { Routes } from '@angular/router';
import { SearchScreen } from './search-screen';

export const searchRoutes: Routes = [{ path: '', title: 'Search', component: SearchScreen }];
