import type { Routes } from '@angular/router';
import { UpdateSheetScreen } from './update-sheet-screen';

export const updateSheetScreens: Routes = [{ path: '', title: 'Update sheet', component: UpdateSheetScreen }];
