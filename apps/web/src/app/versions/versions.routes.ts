import type { Routes } from '@angular/router';
import { AmendmentsScreen } from './amendments-screen';
import { CompareScreen } from './compare-screen';
import { VersionScreen } from './version-screen';
import { VersionsScreen } from './versions-screen';

export const versionsRoutes: Routes = [
  { path: 'versions', title: 'Versions of the plan', component: VersionsScreen },
  { path: 'versions/:id', title: 'Version', component: VersionScreen },
  { path: 'compare', title: 'What has changed', component: CompareScreen },
  { path: 'amendments', title: 'Amendments', component: AmendmentsScreen },
];
