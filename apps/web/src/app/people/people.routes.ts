import type { Routes } from '@angular/router';
import { PeopleScreen } from './people-screen';

export const peopleRoutes: Routes = [{ path: '', title: 'People', component: PeopleScreen }];
