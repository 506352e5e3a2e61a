import { ActionFilter, ActionItem, Choice } from './actions';
import { pick } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, OneOf, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { ShownWord } from './status-words';
import { MOST_AT_ONCE, StatusUpdate } from './updates';
import { type EvidenceType, evidenceTypes } from './words';

/** Which open actions are on the sheet: those that I owe an update on, those that anybody does, or all. */
export const sheetKinds = ['mine', 'owed', 'open'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** What is on the sheet. A filter by status asks for those alone, open or not. */
export class SheetQuery extends ActionFilter {
  @OneOf('Which actions', sheetKinds, { optional: true, hint: 'Those that I owe an update on, where nothing is said' }) which?: SheetKind;
}

/** As much of the last update as stands beside a new one. */
export class LastSaid extends pick(StatusUpdate, 'asOf', 'status', 'narrative', 'pathToGreen', 'forecastOn', 'restricted', 'withheld', 'reportedByName', 'imported') {}

/** An action as a row to report on, with what was said last. */
export class SheetRow extends pick(ActionItem, 'id', 'planId', 'ref', 'title', 'status', 'dueOn', 'dueText', 'overdue', 'ownerName') {
  @Id('On behalf of', { nullable: true, hint: 'The owner, where it is somebody else who cannot sign in' }) onBehalfOfId: string | null;
  @Id('Last update', { nullable: true }) lastUpdateId: string | null;
  @Inside('Last time', () => LastSaid, { nullable: true }) last: LastSaid | null;
  @Flag('May be reported complete', { hint: 'It has evidence of the agreed kind' }) mayClaim: boolean;
  @OneOf('Evidence agreed', evidenceTypes, { nullable: true }) evidenceKind: EvidenceType | null;
  @Flag('An update is due') updateDue: boolean;
  @Text('For the report', { nullable: true, max: 60, hint: 'The open reporting cycle of its plan' }) reportName: string | null;
  @CalendarDate('Update due by', { nullable: true }) reportDueOn: string | null;
  @Text('Board', { nullable: true, hint: 'The board that its plan reports to and that meets next' }) boardName: string | null;
}

/** The rows of the sheet, plan by plan in the order of their refs. */
export class UpdateSheet {
  @Inside('Rows', () => SheetRow, { many: MOST_AT_ONCE }) items: SheetRow[];
  @Quantity('Actions in all', { hint: 'More than there are rows when not all fit' }) total: number;
  @CalendarDate('Today') today: string;
  @Inside('Plans', () => Choice, { many: 500 }) plans: Choice[];
  @Text('Boards that can be asked', { many: 500 }) boards: string[];
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

export const updateSheetRoutes = {
  read: route({ method: 'GET', path: 'localities/:locality/update-sheet', may: 'update.report', says: 'The actions to report on as the rows of one sheet, each with what was said last', query: SheetQuery, answer: UpdateSheet }),
};
