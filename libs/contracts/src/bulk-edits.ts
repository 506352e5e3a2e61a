import { Action, ActionFilter } from './actions';
import { omit, partial, pick } from './kernel/derive';
import { Because, CalendarDate, Id, Inside, Instant, OneOf, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { DueMoving, Following, KnockOn } from './moves';

/** So many actions are changed in one go. */
export const MOST_IN_BULK = 500;

/** What a bulk edit can change of an action, in the order in which changes are read. */
export const bulkFields = ['ownerId', 'accountablePersonId', 'accountableOrganisationId', 'contributing', 'theme', 'priority', 'horizon', 'restricted', 'dueOn'] as const;
export type BulkField = (typeof bulkFields)[number];

/** Moves every due date: to one day, or by so many days each (earlier when negative). */
export class BulkMove extends omit(DueMoving, 'dueOn', 'follow') {
  @CalendarDate('New due date for all', { optional: true }) dueOn?: string;
  @Quantity('Days later', { optional: true, min: -3_650, max: 3_650, hint: 'Each from its own date; with a minus, earlier' }) byDays?: number;
}

/** What becomes of each action of a selection. What is left out stays as it is; null empties. */
export class BulkChange extends partial(pick(Action, 'ownerId', 'accountablePersonId', 'accountableOrganisationId', 'theme', 'priority', 'horizon', 'restricted')) {
  @Id('Contributing organisations to add', { many: 50, optional: true }) addContributing?: string[];
  @Id('Contributing organisations to remove', { many: 50, optional: true }) removeContributing?: string[];
  @Inside('Due dates', () => BulkMove, { optional: true }) move?: BulkMove;
}

/** The selection is named, or is all that the plan table's filters find. */
export class BulkAsking {
  @Inside('Change', () => BulkChange) change: BulkChange;
  @Id('Actions', { many: MOST_IN_BULK, optional: true }) actionIds?: string[];
  @Inside('All that match', () => ActionFilter, { optional: true }) filter?: ActionFilter;
}

/** One field of one action, as people read it: names for ids. Several for a list, none for nothing. */
export class BulkStep {
  @OneOf('Field', bulkFields) field: BulkField;
  @Text('Before', { many: 200, max: 500 }) before: string[];
  @Text('After', { many: 200, max: 500 }) after: string[];
}

/** What would become of one action: what changes of it, or why it cannot; neither where it is so already. */
export class BulkRow extends pick(Action, 'id', 'version', 'ref', 'title') {
  @Inside('Changes', () => BulkStep, { many: 9 }) steps: BulkStep[];
  @Text('Why it cannot', { many: 9, max: 500 }) refusals: string[];
}

export class BulkPreview {
  @Inside('Actions', () => BulkRow, { many: MOST_IN_BULK }) rows: BulkRow[];
  @Inside('What waits for those that move', () => KnockOn, { hint: 'Of other actions: what is in the selection has the date said for it' }) knockOn: KnockOn;
  @Text('A reason is needed', { nullable: true, max: 500, hint: 'Why: a board has approved a plan of these' }) needsReason: string | null;
}

/** An action as its preview showed it. */
export class BulkTarget {
  @Id('Action') id: string;
  @Version() version: number;
}

/** All of it is done, or nothing. */
export class BulkEditing {
  @Inside('Change', () => BulkChange) change: BulkChange;
  @Inside('Actions', () => BulkTarget, { many: MOST_IN_BULK }) actions: BulkTarget[];
  @Inside('Actions that move along', () => Following, { many: MOST_IN_BULK, optional: true, hint: 'All that the knock-on showed, or none: then they stay, and are late' }) follow?: Following[];
  @Because() reason?: string;
}

/** A bulk edit that was done, and whether it was undone. */
export class BulkEdit {
  @Id('Id') id: string;
  @Text('What changed', { max: 2_000 }) says: string;
  @Text('Why', { nullable: true, max: 1_000 }) reason: string | null;
  @Quantity('Actions') actions: number;
  @Quantity('Actions that moved along', { hint: 'They waited for these' }) along: number;
  @Text('Refs, the first of them', { many: 12, max: 40 }) refs: string[];
  @Text('Done by', { nullable: true }) editedByName: string | null;
  @Instant('Done at') editedAt: string;
  @Text('Undone by', { nullable: true }) undoneByName: string | null;
  @Instant('Undone at', { nullable: true }) undoneAt: string | null;
}

export class BulkEdits {
  @Inside('Bulk edits, latest first', () => BulkEdit, { many: 50 }) items: BulkEdit[];
}

export const bulkEditRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/bulk-edits', may: 'action.keep', says: 'The last fifty bulk edits', answer: BulkEdits }),
  preview: route({ method: 'POST', path: 'localities/:locality/bulk-edits/preview', may: 'action.keep', says: 'What a bulk edit would change of each action, and what it cannot; nothing is written', body: BulkAsking, answer: BulkPreview, refusals: ['rule'] }),
  apply: route({ method: 'POST', path: 'localities/:locality/bulk-edits', may: 'action.keep', says: 'Change a selection of actions, all of it or nothing', body: BulkEditing, answer: BulkEdit, status: 201, refusals: ['rule'] }),
  undo: route({ method: 'POST', path: 'localities/:locality/bulk-edits/:id/undoing', may: 'action.keep', says: 'Take a bulk edit back as a whole, while nothing was built on it', answer: BulkEdit, refusals: ['rule', 'already_done'] }),
};
