import type { Routes } from '@angular/router';
import { BoardScreen } from './board-screen';
import { BoardsScreen } from './boards-screen';

export const boardsRoutes: Routes = [
  { path: '', title: 'Boards', component: BoardsScreen },
  { path: ':id', title: 'Board', component: BoardScreen },
];
