export { BoardCard } from './board-card';
