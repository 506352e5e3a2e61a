/** The ladders, for who shows them as at a moment that has been. */
export { ladderValues } from './ladder';
export { laddersDrawn } from './ladder.sql';
