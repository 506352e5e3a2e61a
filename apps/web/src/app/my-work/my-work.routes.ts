import type { Routes } from '@angular/router';
import { MyWorkScreen } from './my-work-screen';

export const myWorkScreens: Routes = [{ path: '', title: 'My work', component: MyWorkScreen }];
