import type { BoardChoice } from '@followthrough/contracts';
import type { Choice } from '@followthrough/ui';

export { AddBoardHint } from './add-board-hint';
export { BoardCard } from './board-card';

/** Boards for a select field. */
export const choicesOfBoards = (boards: readonly BoardChoice[]): readonly Choice[] => boards.map(({ id, name }) => ({ value: id, label: name }));
