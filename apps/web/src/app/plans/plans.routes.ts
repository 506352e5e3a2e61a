import type { Routes } from '@angular/router';
import { AgreementScreen } from './agreement-screen';

export const agreementRoutes: Routes = [{ path: '', title: 'Agreement', component: AgreementScreen }];
