import type { Routes } from '@angular/router';
import { TeamsScreen } from './teams-screen';

export const teamsScreens: Routes = [{ path: '', title: 'Teams', component: TeamsScreen }];
