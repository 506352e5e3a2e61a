import type { Routes } from '@angular/router';

/** The addresses of a summit's guests: the code on the wall, or the link behind its QR code. */
export const joinRoutes: Routes = [
  { path: '', title: 'Join a summit', loadComponent: async () => (await import('./code-screen')).CodeScreen },
  { path: ':code', title: 'Summit', loadComponent: async () => (await import('./join-screen')).JoinScreen },
];
