import type { Routes } from '@angular/router';
import { TimelineScreen } from './timeline-screen';
import { TimelineStore } from './timeline-store';

export const timelineScreens: Routes = [{ path: '', title: 'Timeline', component: TimelineScreen, providers: [TimelineStore] }];
