import type { Routes } from '@angular/router';
import { DiagnosisScreen } from './diagnosis-screen';

export const diagnosesRoutes: Routes = [{ path: '', title: 'Diagnosis', component: DiagnosisScreen }];
