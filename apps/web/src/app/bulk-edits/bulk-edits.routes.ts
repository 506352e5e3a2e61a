import type { Routes } from '@angular/router';
import { BulkEditsScreen } from './bulk-edits-screen';

export const bulkEditsScreens: Routes = [{ path: '', title: 'Bulk edits', component: BulkEditsScreen }];
