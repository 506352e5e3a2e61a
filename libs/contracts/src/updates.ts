import { omit } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, Instant, OneOf, Prose, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { BoardChoice } from './boards';
import { NewDecision } from './decisions';
import { ActionAssessment } from './assessments';
import { MOST_EVIDENCE_AT_ONCE, NewEvidenceItem } from './evidence';
import { ShownWord } from './status-words';
import { UpdateDraft } from './update-drafts';
import { type Confidence, confidences, type EvidenceType, evidenceTypes, type Horizon, horizons, type Status, statuses } from './words';

/** What a status update can lack when it came from an import; the next update has to say it. */
export const lacks = ['narrative', 'pathToGreen', 'decision', 'evidence'] as const;
export type Lack = (typeof lacks)[number];

/** Longest narrative and path to green, in characters: what a board reads about one action. */
export const UPDATE_TEXT = 2_000;

/** One status update. Never changed: a correction is a new one that points at what it corrects. */
export class StatusUpdate {
  @Id('Id') id: string;
  @Id('Action') actionId: string;
  @OneOf('Status', statuses) status: Status;
  @CalendarDate('As of') asOf: string;
  @Prose('What happened', { nullable: true }) narrative: string | null;
  @Prose('Path back to green', { nullable: true }) pathToGreen: string | null;
  @CalendarDate('When will it be done?', { nullable: true }) forecastOn: string | null;
  @Quantity('Days spent', { places: 1, nullable: true }) daysSpent: number | null;
  @Quantity('Days left', { places: 1, nullable: true }) daysLeft: number | null;
  @Id('Decision needed', { nullable: true }) decisionId: string | null;
  @Prose('Evidence', { nullable: true }) evidence: string | null;
  @OneOf('Confidence in delivery', confidences, { nullable: true }) deliveryConfidence: Confidence | null;
  @OneOf('Confidence in the outcome', confidences, { nullable: true }) outcomeConfidence: Confidence | null;
  @Flag('Restricted') restricted: boolean;
  @Flag('Withheld', { hint: 'The text is restricted and not for this reader' }) withheld: boolean;
  @Text('Reported by', { nullable: true }) reportedByName: string | null;
  @Text('On behalf of', { nullable: true }) onBehalfOfName: string | null;
  @Instant('Reported at') reportedAt: string;
  @Id('Corrects', { nullable: true }) correctsId: string | null;
  @Flag('Imported') imported: boolean;
  @OneOf('Still to be said', lacks, { many: 4 }) lacks: Lack[];
}

/** What somebody says when they report. What may be null may be left out. To report an action complete is to claim it, with evidence. */
export class NewUpdate {
  @OneOf('How is it going?', statuses) status: Status;
  @Prose('What happened', { nullable: true, optional: true, max: UPDATE_TEXT }) narrative?: string | null;
  @Prose('Path back to green', { nullable: true, optional: true, max: UPDATE_TEXT }) pathToGreen?: string | null;
  @CalendarDate('When will it be done?', { nullable: true, optional: true }) forecastOn?: string | null;
  @Quantity('Days spent since the last update', { places: 1, max: 10_000, nullable: true, optional: true }) daysSpent?: number | null;
  @Quantity('Days still to do', { places: 1, max: 10_000, nullable: true, optional: true, hint: 'As you see it now; left empty, the estimate less what was spent' }) daysLeft?: number | null;
  @Inside('Decision needed', () => NewDecision, { nullable: true, optional: true }) decision?: NewDecision | null;
  @OneOf('How sure are you that it will be delivered?', confidences, { nullable: true, optional: true }) deliveryConfidence?: Confidence | null;
  @OneOf('How sure are you that it will bring its outcome?', confidences, { nullable: true, optional: true }) outcomeConfidence?: Confidence | null;
  @Inside('Evidence', () => NewEvidenceItem, { many: MOST_EVIDENCE_AT_ONCE, optional: true }) evidence?: NewEvidenceItem[];
  @Flag('Keep this text out of the public version', { optional: true }) restricted?: boolean;
  @Id('On behalf of', { nullable: true, optional: true }) onBehalfOfId?: string | null;
  @Id('Corrects', { nullable: true, optional: true }) correctsId?: string | null;
}

/** The fresh state of an action after a report. */
export class UpdateReported {
  @Id('Update') updateId: string;
  @Id('Action') actionId: string;
  @Quantity('Version') version: number;
  @OneOf('Status', statuses) status: Status;
  @CalendarDate('As of') asOf: string;
  @Id('Decision needed', { nullable: true }) decisionId: string | null;
}

/** So many updates at once, in one transaction. */
export const MOST_AT_ONCE = 500;

/** One of many updates that are reported together. */
export class BatchUpdate extends omit(NewUpdate, 'correctsId') {
  @Id('Action') actionId: string;
  @Id('Last update seen', { nullable: true, optional: true, hint: 'The last update of the action when this was written, null where there was none. Refused where another has come since; left out, nothing is asked' }) seenId?: string | null;
}

export class UpdateBatch {
  @Inside('Updates', () => BatchUpdate, { many: MOST_AT_ONCE }) updates: BatchUpdate[];
}

/** In the order in which they were sent. */
export class UpdateBatchReported {
  @Inside('Updates', () => UpdateReported, { many: MOST_AT_ONCE }) items: UpdateReported[];
}

export class UpdatePageQuery {
  @Text('After', { optional: true, max: 2_000 }) after?: string;
}

export class UpdatePage {
  @Inside('Updates', () => StatusUpdate, { many: 20 }) items: StatusUpdate[];
  @Text('Next page', { nullable: true, max: 2_000 }) next: string | null;
}

/** An action that an update is owed on. */
export class OwedAction {
  @Id('Id') id: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @Text('For the report', { nullable: true, max: 60, hint: 'The open reporting cycle of its plan' }) reportName: string | null;
  @CalendarDate('Due by', { nullable: true }) reportDueOn: string | null;
}

/** All that the screen for reporting shows beside the new update. */
export class UpdateDesk extends OwedAction {
  @Id('Plan') planId: string;
  @OneOf('Horizon', horizons) horizon: Horizon;
  @OneOf('Status', statuses) status: Status;
  @CalendarDate('Baseline due date', { nullable: true }) baselineDueOn: string | null;
  @CalendarDate('Due date', { nullable: true }) dueOn: string | null;
  @Text('Due, as the plan says it', { nullable: true }) dueText: string | null;
  @Quantity('Times the due date moved') moves: number;
  @Id('Owner', { nullable: true }) ownerId: string | null;
  @Text('Owner', { nullable: true }) ownerName: string | null;
  @Flag('The owner can sign in') ownerHasAccount: boolean;
  @OneOf('Evidence agreed', evidenceTypes, { nullable: true }) evidenceKind: EvidenceType | null;
  @Quantity('Pieces of evidence there already') standing: number;
  @Flag('Closed', { hint: 'Open it again, with a reason, before anything is reported' }) closed: boolean;
  @Inside('My draft', () => UpdateDraft, { nullable: true, hint: 'What I have begun to say, on whatever device' }) draft: UpdateDraft | null;
  @Inside('Last update', () => StatusUpdate, { nullable: true }) last: StatusUpdate | null;
  @Inside('ActionAssessment', () => ActionAssessment) assessment: ActionAssessment;
  @Quantity('Threads waiting for an answer') openThreads: number;
  @Id('The board it reports to that meets next', { nullable: true }) boardId: string | null;
  @Inside('Boards that can be asked', () => BoardChoice, { many: 500, hint: 'Those that its plan reports to come first' }) boards: BoardChoice[];
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
  @Inside('Updates that you owe', () => OwedAction, { many: 200 }) owed: OwedAction[];
}

export const updateRoutes = {
  desk: route({ method: 'GET', path: 'localities/:locality/actions/:id/update-desk', may: 'update.report', says: 'Everything beside a new update: last time, the words, what else is owed', answer: UpdateDesk }),
  report: route({ method: 'POST', path: 'localities/:locality/actions/:id/updates', may: 'update.report', says: 'Report how an action is going', body: NewUpdate, answer: UpdateReported, status: 201, refusals: ['rule'] }),
  batch: route({ method: 'POST', path: 'localities/:locality/updates/batch', may: 'update.report', says: 'Report how many actions are going: all of these updates or none. A refusal names the update and its field', body: UpdateBatch, largest: 12 * 1_048_576, answer: UpdateBatchReported, status: 201, refusals: ['rule'] }),
  list: route({ method: 'GET', path: 'localities/:locality/actions/:id/updates', may: 'plan.read', says: 'The updates of an action, latest first', query: UpdatePageQuery, answer: UpdatePage }),
};
