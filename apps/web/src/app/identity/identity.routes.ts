import type { Routes } from '@angular/router';
import { SignInScreen } from './sign-in-screen';

/** Addresses outside of any locality: signing in and what belongs to one's own account. */
export const identityRoutes: Routes = [
  { path: 'sign-in', title: 'Sign in', component: SignInScreen },
  { path: 'forgotten-password', title: 'Forgotten password', loadComponent: async () => (await import('./forgotten-screen')).ForgottenScreen },
  { path: 'reset-password/:token', title: 'Set a new password', loadComponent: async () => (await import('./reset-screen')).ResetScreen },
  { path: 'invitations/:token', title: 'Invitation', loadComponent: async () => (await import('./invitation-screen')).InvitationScreen },
  { path: 'my-account', title: 'My account', loadComponent: async () => (await import('./my-account-screen')).MyAccountScreen },
];
