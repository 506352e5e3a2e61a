import type { Routes } from '@angular/router';
import { StatusWordsScreen } from './status-words-screen';

export const statusWordsRoutes: Routes = [{ path: '', title: 'Status words', component: StatusWordsScreen }];
