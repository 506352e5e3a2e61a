import { BoardChoice } from './boards';
import { draft, pick } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, Instant, OneOf, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { type AmendmentDecision, amendmentDecisions, type ChangeKind, changeKinds } from './words';

/** What of a plan and its actions is compared, in the order in which changes are read. */
export const agreedFields = ['title', 'aim', 'ref', 'description', 'horizon', 'priority', 'theme', 'owner', 'accountablePerson', 'accountableOrganisation', 'contributing', 'findings', 'outcomes', 'start', 'due', 'milestones', 'successMeasure', 'evidenceKind', 'resources', 'daysNeeded'] as const;
/** Kept with the plan and compared as well, but written week by week: changing them amends nothing. */
export const workingFields = ['causes', 'opens', 'programmes', 'measures', 'risks', 'nextSteps'] as const;
export const versionFields = ['', ...agreedFields, ...workingFields] as const;
/** A field of a plan or an action; '' is the whole action, which came or went. */
export type VersionField = (typeof versionFields)[number];

/** A plan as a board approved it, frozen. */
export class PlanVersion {
  @Id('Id') id: string;
  @Quantity('Number', { min: 1 }) number: number;
  @Id('Approved by', { hint: 'The board that approved the plan' }) boardId: string;
  @Text('Approved by', { hint: 'What the board was called that day' }) board: string;
  @CalendarDate('Approved on') approvedOn: string;
  @Text('Note', { nullable: true, max: 2_000, lines: true, hint: 'Such as the minute, or what the board asked for' }) note: string | null;
  @Text('Recorded by', { nullable: true }) recordedByName: string | null;
  @Instant('Recorded at') recordedAt: string;
  @Quantity('Actions') actions: number;
}

/** The last version of a plan, shown wherever the plan can be changed: from then on every change says why. */
export class Approval extends pick(PlanVersion, 'number', 'board', 'approvedOn') {}

/** The versions of a plan, latest first, and how much has changed since the last. */
export class VersionList {
  @Id('Plan') planId: string;
  @Text('Plan') planTitle: string;
  @Id('The board it reports to that meets next', { nullable: true }) boardId: string | null;
  @Inside('Boards to choose from', () => BoardChoice, { many: 500 }) boards: BoardChoice[];
  @Inside('Versions', () => PlanVersion, { many: 500 }) items: PlanVersion[];
  @Quantity('Amendments no board has seen') waiting: number;
  @Quantity('Amendments approved for the next version') approved: number;
  @Quantity('Amendments declined, and still in the plan') declined: number;
}

export class NewPlanVersion extends draft(pick(PlanVersion, 'boardId', 'approvedOn', 'note')) {
  @Quantity('Amendments seen', { optional: true, hint: 'How many changes the board had before it; refused when there are others by now' }) amendments?: number;
}

/** A version, a day as it ended, or now: `v2`, `2026-11-21`, `now`. */
const Point = (label: string) => Text(label, { max: 10, pattern: /^(now|v[1-9]\d{0,4}|(19|20|21)\d{2}-\d{2}-\d{2})$/, patternSays: 'a version such as v2, a date, or now' });

export class ComparisonQuery {
  @Point('From') from: string;
  @Point('To') to: string;
  @Text('After', { optional: true, max: 200, hint: 'The `next` of the page before' }) after?: string;
}

/** One difference, and who made it last, when and why. */
export class Change {
  @OneOf('Change', changeKinds) change: ChangeKind;
  @Id('Action', { nullable: true }) actionId: string | null;
  @Text('Ref', { nullable: true, max: 40 }) ref: string | null;
  @Text('Title', { max: 500 }) title: string;
  @OneOf('Field', versionFields) field: VersionField;
  @Id('Item of the list', { nullable: true }) item: string | null;
  @Text('Before', { nullable: true, max: 10_000 }) before: string | null;
  @Text('After', { nullable: true, max: 10_000 }) after: string | null;
  @Flag('Restricted, and not for this reader') withheld: boolean;
  @Flag('A working note') working: boolean;
  @Quantity('Place in the history', { nullable: true, max: 1_000_000_000_000 }) position: number | null;
  @Quantity('Times changed') steps: number;
  @Text('By', { nullable: true }) by: string | null;
  @Instant('When', { nullable: true }) at: string | null;
  @Text('Why', { nullable: true, max: 1_000 }) why: string | null;
}

/** One side of a comparison. */
export class ComparedPoint {
  @Text('Point') said: string;
  @Text('Approved by', { nullable: true }) board: string | null;
  @CalendarDate('On', { nullable: true }) on: string | null;
  @Quantity('Actions') actions: number;
}

/** What differs between two points of a plan's life, whichever was named first. */
export class Comparison {
  @Id('Plan') planId: string;
  @Text('Plan') planTitle: string;
  @Inside('From', () => ComparedPoint) from: ComparedPoint;
  @Inside('To', () => ComparedPoint) to: ComparedPoint;
  @Quantity('Changes of what was agreed') total: number;
  @Quantity('Changes of working notes') working: number;
  @Inside('Changes', () => Change, { many: 200 }) items: Change[];
  @Text('Next page', { nullable: true, max: 200 }) next: string | null;
  @Inside('Versions to choose from', () => Approval, { many: 500 }) versions: Approval[];
}

/** A change since the last version, and what a board has said of it. */
export class Amendment extends Change {
  @OneOf('Decision', amendmentDecisions, { nullable: true }) decision: AmendmentDecision | null;
  @Text('Decided by', { nullable: true }) decidedBy: string | null;
  @CalendarDate('Decided on', { nullable: true }) decidedOn: string | null;
}

/** What a board said of one change, as it was put to it. */
export class DecidedAmendment extends pick(Change, 'change', 'actionId', 'ref', 'title', 'field', 'item', 'before', 'after', 'withheld', 'why') {
  @Id('Id') id: string;
  @OneOf('Decision', amendmentDecisions) decision: AmendmentDecision;
  @Id('Decided by') boardId: string;
  @Text('Decided by', { hint: 'What the board was called that day' }) board: string;
  @CalendarDate('Decided on') decidedOn: string;
  @Text('Note', { nullable: true, max: 2_000, lines: true }) note: string | null;
  @Text('Recorded by', { nullable: true }) recordedByName: string | null;
  @Quantity('Changes version') version: number;
  @Flag('Still in the plan') stands: boolean;
}

/** What the next board has before it. Declined amendments stay in sight, also once they are put back. */
export class AmendmentList {
  @Id('Plan') planId: string;
  @Text('Plan') planTitle: string;
  @Id('The board it reports to that meets next', { nullable: true }) boardId: string | null;
  @Inside('Boards to choose from', () => BoardChoice, { many: 500 }) boards: BoardChoice[];
  @Inside('Since', () => Approval, { nullable: true }) since: Approval | null;
  @Quantity('Waiting') waiting: number;
  @Quantity('Approved') approved: number;
  @Quantity('Declined, and still in the plan') declined: number;
  @Inside('Amendments', () => Amendment, { many: 200 }) items: Amendment[];
  @Text('Next page', { nullable: true, max: 200 }) next: string | null;
  @Inside('Declined', () => DecidedAmendment, { many: 500 }) declinedEver: DecidedAmendment[];
}

export class AmendmentQuery extends pick(ComparisonQuery, 'after') {}

/** Which change, by what it is about and its place in the history: a change made since it was read is another one. */
export class SaidOfAmendment extends pick(Change, 'actionId', 'field', 'item') {
  @Quantity('Place in the history', { max: 1_000_000_000_000 }) position: number;
  @OneOf('Decision', amendmentDecisions) decision: AmendmentDecision;
}

export class NewDecisions extends draft(pick(DecidedAmendment, 'boardId', 'decidedOn', 'note')) {
  @Inside('Amendments', () => SaidOfAmendment, { many: 200 }) amendments: SaidOfAmendment[];
}

/** One action as a version has it. */
export class FrozenAction {
  @Id('Action') actionId: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @Text('Owner', { nullable: true }) owner: string | null;
  @Text('Accountable organisation', { nullable: true }) organisation: string | null;
  @Text('Due', { nullable: true }) due: string | null;
  @Text('Status then', { nullable: true }) status: string | null;
}

/** A version as it was approved, a page of its actions at a time. */
export class VersionPage extends PlanVersion {
  @Id('Plan') planId: string;
  @Text('Title then') planTitle: string;
  @Text('Aim then', { nullable: true, max: 2_000 }) aim: string | null;
  @Inside('Actions', () => FrozenAction, { many: 200 }) items: FrozenAction[];
  @Text('Next page', { nullable: true, max: 200 }) next: string | null;
}

export const versionRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/plans/:id/versions', may: 'plan.read', says: 'The approved versions of a plan, and how much has changed since', answer: VersionList }),
  approve: route({ method: 'POST', path: 'localities/:locality/plans/:id/versions', may: 'plan.approve', says: 'Record that a board approved the plan as it is: a version of it is frozen', body: NewPlanVersion, answer: VersionList, status: 201, refusals: ['rule'] }),
  page: route({ method: 'GET', path: 'localities/:locality/plan-versions/:id', may: 'plan.read', says: 'One version as it was approved', query: AmendmentQuery, answer: VersionPage }),
  compare: route({ method: 'GET', path: 'localities/:locality/plans/:id/comparison', may: 'plan.read', says: 'What differs between two versions or days, field by field, and who changed it, when and why', query: ComparisonQuery, answer: Comparison }),
  amendments: route({ method: 'GET', path: 'localities/:locality/plans/:id/amendments', may: 'plan.read', says: 'Changes since the last approved version, for the next board', query: AmendmentQuery, answer: AmendmentList }),
  decide: route({ method: 'POST', path: 'localities/:locality/plans/:id/amendments', may: 'plan.approve', says: 'Record what a board said of some of the changes', body: NewDecisions, answer: AmendmentList, refusals: ['rule'] }),
};
