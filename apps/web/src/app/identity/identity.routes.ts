import type { Routes } from '@angular/router';
import { SignInScreen } from './sign-in-screen';

/** Addresses outside of any locality: signing in and what belongs to one's own account. */
export const identityRoutes: Routes = [{ path: 'sign-in', title: 'Sign in', component: SignInScreen }];
