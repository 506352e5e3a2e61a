import { type ActionFlag, actionFlags, AssessedFacts, AssessmentSetting, FlagOverride } from './assessments';
import { draft, omit, partial, pick } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, Instant, OneOf, Prose, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { MilestoneCount } from './milestones';
import { ShownWord } from './status-words';
import { OwedAction } from './updates';
import { versionFields, type VersionField } from './versions';
import { type AmendmentDecision, amendmentDecisions, type ChangeKind, changeKinds, type Confidence, confidences, type CycleState, cycleStates, type DifferenceKind, differenceKinds, type Horizon, horizons, type Rhythm, rhythms, type Status, statuses } from './words';

/** How often a plan is reported on, and what happens how many working days before what. */
export class Cadence {
  @Version() version: number;
  @OneOf('How often', rhythms) every: Rhythm;
  @Id('Board', { nullable: true, hint: 'Reports are counted back from its meetings' }) boardId: string | null;
  @CalendarDate('The first report covers the time from', { hint: 'Usually the first day of a month' }) startsOn: string;
  @Quantity('Clear working days before the meeting', { max: 30, hint: 'Neither the day on which papers go out nor the day of the meeting counts. Council papers need five' }) clearDays: number;
  @Quantity('Published so many working days after the period ends', { max: 60 }) publishAfter: number;
  @Quantity('Frozen so many working days before it is published', { max: 30, hint: 'Time to read it through, and to reopen it' }) freezeBefore: number;
  @Quantity('Updates due so many working days before it is frozen', { max: 30, hint: 'Time to chase' }) dueBefore: number;
  @Quantity('Opens so many working days before updates are due', { min: 1, max: 60 }) openBefore: number;
  @Quantity('Working days of grace', { min: 1, max: 30, hint: 'So long after the due date the accountable person is told what is still owed' }) grace: number;
}

/** The dates of one cycle, in the order in which they come. */
export class CycleDates {
  @CalendarDate('Covers from') periodFrom: string;
  @CalendarDate('Covers to') periodTo: string;
  @CalendarDate('Opens on') opensOn: string;
  @CalendarDate('Updates due on') dueOn: string;
  @CalendarDate('Accountable people are told from') escalatesOn: string;
  @CalendarDate('To be frozen on') freezesOn: string;
  @CalendarDate('To be published on') publishesOn: string;
  @CalendarDate('The board meets on', { nullable: true }) meetsOn: string | null;
}

/** A frozen cycle that was opened again: its first freeze is kept. */
export class Reopening {
  @Id('Id') id: string;
  @Quantity('Which freeze', { min: 1 }) edition: number;
  @Prose('Why', { max: 1_000 }) reason: string;
  @Text('Reopened by', { nullable: true }) reopenedByName: string | null;
  @Instant('Reopened at') reopenedAt: string;
  @Text('Frozen by', { nullable: true }) frozenByName: string | null;
  @Instant('Frozen at') frozenAt: string;
}

/** One report of a plan, from the day on which it opens to the board that reads it. */
export class Cycle extends CycleDates {
  @Id('Id') id: string;
  @Version() version: number;
  @Quantity('Number', { nullable: true, min: 1, hint: 'Given when it opens' }) number: number | null;
  @Text('Name', { max: 60 }) name: string;
  @OneOf('State', cycleStates) state: CycleState;
  @Flag('Dates set by hand') adjusted: boolean;
  @Text('Board', { nullable: true }) boardName: string | null;
  @Instant('Frozen at', { nullable: true }) frozenAt: string | null;
  @Text('Frozen by', { nullable: true }) frozenByName: string | null;
  @Instant('Published at', { nullable: true }) publishedAt: string | null;
  @Text('Published by', { nullable: true }) publishedByName: string | null;
  @Text('SHA-256 of its bytes', { nullable: true, max: 64 }) digest: string | null;
  @Inside('Reopened', () => Reopening, { many: 100 }) reopenings: Reopening[];
}

/** A board as a cadence can follow it, and the days on which it meets. */
export class MeetingBoard {
  @Id('Id') id: string;
  @Text('Name') name: string;
  @CalendarDate('Meets on', { many: 500 }) meetings: string[];
}

export class CycleAction extends pick(OwedAction, 'id', 'ref', 'title') {
  @CalendarDate('Reported on', { nullable: true }) reportedOn: string | null;
}

/** Somebody who is asked for reports in the open cycle. Nobody (null): actions without anybody to ask. */
export class CyclePerson {
  @Id('Person', { nullable: true }) personId: string | null;
  @Text('Name', { nullable: true }) name: string | null;
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @Flag('Has an account') hasAccount: boolean;
  @Flag('Can be mailed') hasEmail: boolean;
  @CalendarDate('Last mailed', { nullable: true }) lastChasedOn: string | null;
  @Quantity('Reported') reported: number;
  @Quantity('Owed') owed: number;
  @Inside('Actions, owed ones first', () => CycleAction, { many: 50 }) actions: CycleAction[];
}

/** The reporting of one plan: its cadence, the cycle that is open with who owes what, and all cycles, latest first. */
export class CycleDesk {
  @Id('Plan') planId: string;
  @Text('Plan') planTitle: string;
  @CalendarDate('Today') today: string;
  @Inside('Cadence', () => Cadence, { nullable: true }) cadence: Cadence | null;
  @Inside('Boards', () => MeetingBoard, { many: 500 }) boards: MeetingBoard[];
  @Quantity('Reports received in the open cycle') reported: number;
  @Quantity('Reports owed in the open cycle') owed: number;
  @Quantity('Open actions that owe none: new, or newly handed over') excused: number;
  @Inside('Who owes and who reported', () => CyclePerson, { many: 500 }) people: CyclePerson[];
  @Inside('Cycles', () => Cycle, { many: 500 }) items: Cycle[];
}

export class NewCadence extends draft(omit(Cadence, 'version')) {
  @Quantity('Version', { optional: true, min: 1, max: 2_147_483_647, hint: 'Of the cadence that is replaced' }) version?: number;
}

/** Dates that somebody sets by hand. */
export class CycleEdit extends partial(pick(Cycle, 'opensOn', 'dueOn', 'freezesOn', 'publishesOn')) {
  @Version() version: number;
}

export class NewReopening extends pick(Reopening, 'reason') {}

export class FrozenCount {
  @OneOf('Status', statuses) status: Status;
  @Quantity('Actions') count: number;
  @Quantity('Actions that the facts bear out as this', { nullable: true }) assessed: number | null;
  @Quantity('Actions in the last published cycle', { nullable: true }) before: number | null;
}

/** What the frozen actions come to. */
export class CycleFigures {
  @Quantity('Actions') actions: number;
  @Quantity('Overdue') overdue: number;
  @Quantity('Reported in the cycle') reported: number;
  @Quantity('Owed and not reported') owed: number;
  @Quantity('The facts say worse', { nullable: true, hint: 'Empty where a report was frozen without its assessment' }) doubtful: number | null;
  @Inside('By status', () => FrozenCount, { many: 6 }) byStatus: FrozenCount[];
}

/** One action as it was frozen. What older freezes did not keep is empty: assessed status, flags, confidence, milestones. */
export class FrozenReport {
  @Id('Action') actionId: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @OneOf('Horizon', horizons) horizon: Horizon;
  @OneOf('Status', statuses) status: Status;
  @Text('Owner', { nullable: true }) owner: string | null;
  @Text('Accountable organisation', { nullable: true }) organisation: string | null;
  @Text('Due', { nullable: true }) due: string | null;
  @Flag('Overdue') overdue: boolean;
  @Flag('Reported in this cycle') reported: boolean;
  @CalendarDate('As of', { nullable: true }) asOf: string | null;
  @Text('Reported by', { nullable: true }) reportedByName: string | null;
  @Prose('What happened', { nullable: true }) narrative: string | null;
  @Prose('Path back to green', { nullable: true }) pathToGreen: string | null;
  @CalendarDate('Forecast', { nullable: true }) forecastOn: string | null;
  @Text('Decision needed', { nullable: true, max: 1_000 }) decision: string | null;
  @Flag('Text withheld from this reader') withheld: boolean;
  @OneOf('Assessed status', statuses, { nullable: true }) assessed: Status | null;
  @OneOf('Flags', actionFlags, { many: 20 }) flags: ActionFlag[];
  @OneOf('Overridden flags', actionFlags, { many: 20 }) overridden: ActionFlag[];
  @Inside('Overrides in force', () => FlagOverride, { many: 20 }) overrides: FlagOverride[];
  @Inside('Facts', () => AssessedFacts, { nullable: true, hint: 'Where a flag is up' }) facts: AssessedFacts | null;
  @OneOf('Confidence in delivery', confidences, { nullable: true }) deliveryConfidence: Confidence | null;
  @OneOf('Confidence in the outcome', confidences, { nullable: true }) outcomeConfidence: Confidence | null;
  @Inside('Milestones', () => MilestoneCount, { nullable: true }) milestones: MilestoneCount | null;
}

/** How one action differs from the last published cycle. */
export class CycleDifference {
  @OneOf('Kind', differenceKinds) kind: DifferenceKind;
  @Id('Action') actionId: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @Text('Before', { nullable: true, max: 600 }) before: string | null;
  @Text('After', { nullable: true, max: 600 }) after: string | null;
  @Text('Why', { nullable: true, max: 10_000 }) why: string | null;
}

/** An amendment that waited for the board when the cycle was frozen. */
export class FrozenAmendment {
  @OneOf('Change', changeKinds) change: ChangeKind;
  @Text('Ref', { nullable: true, max: 40 }) ref: string | null;
  @Text('Title', { max: 500 }) title: string;
  @OneOf('Field', versionFields) field: VersionField;
  @Text('Before', { nullable: true, max: 10_000 }) before: string | null;
  @Text('After', { nullable: true, max: 10_000 }) after: string | null;
  @Text('Why', { nullable: true, max: 1_000 }) why: string | null;
  @OneOf('Decision', amendmentDecisions, { nullable: true }) decision: AmendmentDecision | null;
  @Flag('Restricted, and not for this reader') withheld: boolean;
}

export class CyclePageQuery {
  @Text('After', { optional: true, max: 200, hint: 'The `next` of the page before' }) after?: string;
  @Quantity('Which freeze', { optional: true, min: 1, max: 1_000, hint: 'An earlier one, of a cycle that was reopened' }) edition?: number;
}

/** A cycle as it was frozen: everything here is read from the snapshot. */
export class CyclePage extends Cycle {
  @Id('Plan') planId: string;
  @Text('Plan') planTitle: string;
  @Quantity('Which freeze', { min: 1 }) edition: number;
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
  @CalendarDate('Frozen on', { nullable: true, hint: 'Empty where a report was frozen without its assessment, which is of that day' }) frozenOn: string | null;
  @Inside('Thresholds', () => AssessmentSetting, { nullable: true }) lines: AssessmentSetting | null;
  @Inside('Figures', () => CycleFigures) figures: CycleFigures;
  @Text('Compared with', { nullable: true, max: 60 }) comparedWith: string | null;
  @Quantity('Differences') differenceCount: number;
  @Inside('Differences', () => CycleDifference, { many: 500 }) differences: CycleDifference[];
  @Text('Approved version that amendments are since', { nullable: true }) amendmentsSince: string | null;
  @Quantity('Amendments') amendmentCount: number;
  @Inside('Amendments', () => FrozenAmendment, { many: 500 }) amendments: FrozenAmendment[];
  @Inside('Actions', () => FrozenReport, { many: 200 }) items: FrozenReport[];
  @Text('Next page', { nullable: true, max: 200 }) next: string | null;
}

const PLAN = 'localities/:locality/plans/:id';
const CYCLE = 'localities/:locality/cycles/:id';

export const cycleRoutes = {
  desk: route({ method: 'GET', path: `${PLAN}/cycles`, may: 'plan.read', says: 'The reporting of a plan: its cadence, who owes what in the open cycle, and all cycles', answer: CycleDesk }),
  setCadence: route({ method: 'PUT', path: `${PLAN}/cadence`, may: 'cycle.keep', says: 'Say how often a plan is reported on; the cycles to come are planned from it', body: NewCadence, answer: CycleDesk, refusals: ['rule', 'stale'] }),
  stop: route({ method: 'DELETE', path: `${PLAN}/cadence`, may: 'cycle.keep', says: 'Report in cycles no longer; what was frozen stays', answer: CycleDesk, refusals: ['rule'] }),
  adjust: route({ method: 'PATCH', path: CYCLE, may: 'cycle.keep', says: 'Set the dates of a cycle by hand', body: CycleEdit, answer: CycleDesk, refusals: ['rule', 'stale'] }),
  freeze: route({ method: 'POST', path: `${CYCLE}/frozen`, may: 'cycle.keep', says: 'Freeze the open cycle: every action, rating and text as it is now', answer: CycleDesk, refusals: ['already_done', 'rule'] }),
  reopen: route({ method: 'POST', path: `${CYCLE}/reopened`, may: 'cycle.keep', says: 'Open a frozen cycle again, with the reason; the freeze is kept', body: NewReopening, answer: CycleDesk, refusals: ['already_done', 'rule'] }),
  publish: route({ method: 'POST', path: `${CYCLE}/published`, may: 'cycle.keep', says: 'Publish a frozen cycle: it never changes again', answer: CycleDesk, refusals: ['already_done', 'rule'] }),
  page: route({ method: 'GET', path: CYCLE, may: 'plan.read', says: 'A cycle as it was frozen, a page of its actions at a time', query: CyclePageQuery, answer: CyclePage }),
  bytes: route({ method: 'GET', path: `${CYCLE}/bytes`, may: 'restricted.read', says: 'A published cycle as the bytes that its SHA-256 is of: a JSON text a line, the cycle first and then its actions', file: 'text/plain; charset=utf-8' }),
};
