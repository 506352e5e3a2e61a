import type { Routes } from '@angular/router';
import { ReviewsScreen } from './reviews-screen';

export const reviewsRoutes: Routes = [
  { path: '', title: 'Reviews', component: ReviewsScreen },
  { path: ':id', title: 'Review', loadComponent: async () => (await import('./review-screen')).ReviewScreen },
];
