import type { Routes } from '@angular/router';
import { LadderScreen } from './ladder-screen';

export const ladderScreens: Routes = [{ path: '', title: 'Ladder', component: LadderScreen }];
