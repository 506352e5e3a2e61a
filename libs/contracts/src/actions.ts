import { type ActionFlag, actionFlags, ActionAssessment } from './assessments';
import { AnsweredCause } from './causes';
import { CoProductionStep } from './co-production';
import { Decision } from './decisions';
import { RelatedAction } from './dependencies';
import { draft, omit, partial, pick } from './kernel/derive';
import { Because, CalendarDate, Flag, Id, Inside, Instant, OneOf, Prose, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { MeasureBrief } from './measures';
import { Milestone, MilestoneCount } from './milestones';
import { DueMove, DueMoving, KnockOn, KnockOnQuery } from './moves';
import { OutcomeOrigin } from './origins';
import { type ActionGap, actionGaps } from './plan-health';
import { ShownWord } from './status-words';
import { Approval } from './versions';
import { type Lack, lacks, StatusUpdate } from './updates';
import { type ClosureState, closureStates, type Confidence, confidences, type Disposition, dispositions, type EvidenceType, evidenceTypes, type Force, forces, type FindingKind, findingKinds, type Horizon, horizons, type MarkedNarrative, markedNarratives, type OutcomeKind, outcomeKinds, type Priority, priorities, type SlipReason, slipReasons, type Status, statuses } from './words';

/** One thing that somebody does, as the plan has it. */
export class Action {
  @Id('Id') id: string;
  @Version() version: number;
  @Id('Plan') planId: string;
  @Text('Ref', { max: 40, hint: 'Unique in the plan, such as 2.10' }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @Prose('Description', { nullable: true }) description: string | null;
  @OneOf('Horizon', horizons) horizon: Horizon;
  @OneOf('Priority', priorities, { nullable: true }) priority: Priority | null;
  @Text('Theme', { nullable: true, max: 200 }) theme: string | null;
  @Id('Owner', { nullable: true }) ownerId: string | null;
  @Id('Accountable person', { nullable: true }) accountablePersonId: string | null;
  @Id('Accountable organisation', { nullable: true }) accountableOrganisationId: string | null;
  @CalendarDate('Start date', { nullable: true }) startOn: string | null;
  @Text('Start, as the plan says it', { nullable: true }) startText: string | null;
  @CalendarDate('Baseline due date', { nullable: true }) baselineDueOn: string | null;
  @CalendarDate('Due date', { nullable: true }) dueOn: string | null;
  @Text('Due, as the plan says it', { nullable: true }) dueText: string | null;
  @Flag('The due text stays knowingly') dueTextKept: boolean;
  @Prose('Success measure', { nullable: true }) successMeasure: string | null;
  @OneOf('Evidence agreed', evidenceTypes, { nullable: true, hint: 'The kind of evidence that will show that it is done' }) evidenceKind: EvidenceType | null;
  @Prose('Resources', { nullable: true }) resources: string | null;
  @Prose('Risks', { nullable: true }) risks: string | null;
  @Prose('Next steps', { nullable: true }) nextSteps: string | null;
  @Quantity('Days needed', { nullable: true, places: 1, max: 100_000, hint: 'Person-days; leave empty when nobody has estimated it' }) daysNeeded: number | null;
  @Flag('No programme touches it', { hint: 'Somebody looked and found none' }) noProgramme: boolean;
  @OneOf('Restricted texts', markedNarratives, { many: 4, hint: 'Kept out of the public version' }) restricted: MarkedNarrative[];
  @OneOf('Status', statuses) status: Status;
  @CalendarDate('Status as of') statusOn: string;
  @OneOf('Closure', closureStates, { nullable: true }) closureState: ClosureState | null;
  @OneOf('How it ended', dispositions, { nullable: true }) disposition: Disposition | null;
  @CalendarDate('Closed on', { nullable: true }) closedOn: string | null;
  @CalendarDate('Added on') createdOn: string;
}

/** What people type into an action; status and dates have their own deeds. */
const Typed = omit(Action, 'id', 'version', 'planId', 'baselineDueOn', 'dueOn', 'dueText', 'dueTextKept', 'noProgramme', 'restricted', 'status', 'statusOn', 'closureState', 'disposition', 'closedOn', 'createdOn');

export class NewAction extends draft(Typed) {
  @Id('Plan') planId: string;
  @CalendarDate('Due date', { nullable: true, optional: true }) dueOn?: string | null;
  @Text('Due, as the plan says it', { nullable: true, optional: true }) dueText?: string | null;
  @OneOf('Restricted texts', markedNarratives, { many: 4, optional: true }) restricted?: MarkedNarrative[];
  @Id('Contributing organisations', { many: 50, optional: true }) contributingIds?: string[];
  @Id('Findings answered', { many: 50, optional: true }) findingIds?: string[];
  @Id('Causes answered', { many: 50, optional: true }) causeIds?: string[];
  @Because('Why it is added') reason?: string;
}

/** Lists change by what is added and removed, so two people's changes to one list both stay. */
export class ActionEdit extends partial(Typed) {
  @OneOf('Restricted texts', markedNarratives, { many: 4, optional: true }) restricted?: MarkedNarrative[];
  @Id('Contributing organisations to add', { many: 50, optional: true }) addContributing?: string[];
  @Id('Contributing organisations to remove', { many: 50, optional: true }) removeContributing?: string[];
  @Id('Programmes to add', { many: 50, optional: true }) addProgrammes?: string[];
  @Id('Programmes to remove', { many: 50, optional: true }) removeProgrammes?: string[];
  @Flag('No programme touches it', { optional: true }) noProgramme?: boolean;
  @Id('Findings to add', { many: 50, optional: true }) addFindings?: string[];
  @Id('Findings to remove', { many: 50, optional: true }) removeFindings?: string[];
  @Id('Causes to add', { many: 50, optional: true }) addCauses?: string[];
  @Id('Causes to remove', { many: 50, optional: true }) removeCauses?: string[];
  @Because() reason?: string;
  @Version() version: number;
}

/** A first due date becomes the baseline; with `keepText` the plan's own words stay instead, knowingly. */
export class DueSetting {
  @CalendarDate('Due date', { nullable: true, optional: true }) dueOn?: string | null;
  @Flag('Keep the text as it is', { optional: true }) keepText?: boolean;
  @Because() reason?: string;
}

/** Takes an action out of its plan, or puts it back: always with the reason, and nothing is deleted. */
export class ActionWithdrawal {
  @Text('Why', { max: 1_000, lines: true }) reason: string;
}

/** One row of the plan table. */
export class ActionItem extends pick(Action, 'id', 'version', 'planId', 'ref', 'title', 'horizon', 'priority', 'theme', 'ownerId', 'accountableOrganisationId', 'baselineDueOn', 'dueOn', 'dueText', 'daysNeeded', 'status', 'closureState', 'disposition') {
  @Text('Owner', { nullable: true }) ownerName: string | null;
  @Text('Accountable organisation', { nullable: true }) organisationName: string | null;
  @Flag('Overdue') overdue: boolean;
  @Flag('Date to resolve') dateUnresolved: boolean;
  @Quantity('Times the due date moved') moves: number;
  @CalendarDate('Last update', { nullable: true }) lastUpdateOn: string | null;
  @Inside('Milestones', () => MilestoneCount) milestones: MilestoneCount;
  @Text('Last update', { nullable: true }) lastUpdateText: string | null;
  @OneOf('Still to be said', lacks, { many: 4 }) lacks: Lack[];
  @Quantity('Threads waiting for an answer') openThreads: number;
  @Quantity('Decisions needed') openDecisions: number;
  @Quantity('Findings answered') findings: number;
  @OneOf('Assessed status', statuses, { hint: 'The best that the facts bear' }) assessed: Status;
  @OneOf('Flags', actionFlags, { many: 20 }) flags: ActionFlag[];
  @OneOf('Confidence in delivery', confidences, { nullable: true }) deliveryConfidence: Confidence | null;
  @OneOf('Confidence in the outcome', confidences, { nullable: true }) outcomeConfidence: Confidence | null;
  @Text('Group', { nullable: true, max: 500, hint: 'The heading that this row is under' }) group: string | null;
}

export class ActionGroup {
  @Text('Key', { nullable: true, max: 500 }) key: string | null;
  @Text('Heading', { nullable: true, max: 500 }) label: string | null;
  @Quantity('Actions') count: number;
}

export const actionSorts = ['ref', 'title', 'due', 'status', 'updated', 'owner', 'organisation', 'priority'] as const;
export type ActionSort = (typeof actionSorts)[number];

export const actionGroupings = ['finding', 'theme', 'owner', 'organisation', 'board', 'status'] as const;
export type ActionGrouping = (typeof actionGroupings)[number];

export const directions = ['up', 'down'] as const;
export type Direction = (typeof directions)[number];

/** What the plan table can be narrowed to; several words of one filter mean any of them, several filters mean all. */
export class ActionFilter {
  @Id('Plan', { optional: true }) plan?: string;
  @OneOf('Status', statuses, { optional: true, many: 6 }) status?: Status[];
  @OneOf('Horizon', horizons, { optional: true, many: 3 }) horizon?: Horizon[];
  @OneOf('Priority', priorities, { optional: true, many: 3 }) priority?: Priority[];
  @Text('Theme', { optional: true }) theme?: string;
  @Id('Board', { optional: true }) board?: string;
  @Id('Owner', { optional: true }) owner?: string;
  @Id('Organisation', { optional: true, hint: 'Accountable or contributing' }) organisation?: string;
  @Id('Accountable organisation', { optional: true }) accountable?: string;
  @Flag('No accountable organisation', { optional: true }) unaccountable?: boolean;
  @Id('Finding', { optional: true }) finding?: string;
  @Id('Cause', { optional: true }) cause?: string;
  @Flag('Treats only a symptom', { optional: true }) symptomOnly?: boolean;
  @Flag('Overdue', { optional: true }) overdue?: boolean;
  @Flag('Due date moved', { optional: true }) moved?: boolean;
  @CalendarDate('Due date moved since', { optional: true }) movedSince?: string;
  @OneOf('Due date moved because of', slipReasons, { optional: true, many: 6 }) movedFor?: SlipReason[];
  @Flag('A milestone is late', { optional: true }) milestoneLate?: boolean;
  @CalendarDate('Not updated since', { optional: true }) notUpdatedSince?: string;
  @Flag('Has an open decision', { optional: true }) decision?: boolean;
  @Flag('Date to resolve', { optional: true }) dateUnresolved?: boolean;
  @Flag('No owner', { optional: true }) unowned?: boolean;
  @Flag('Days not estimated', { optional: true }) unestimated?: boolean;
  @Flag('Estimated, but without a due date', { optional: true }) undated?: boolean;
  @Id('Programme', { optional: true }) programme?: string;
  @OneOf('Missing', actionGaps, { optional: true, hint: 'Open actions that lack it' }) gap?: ActionGap;
  @Flag('Reported and assessed differ', { optional: true, hint: 'The facts say worse than what is reported' }) doubtful?: boolean;
  @OneOf('Flag', actionFlags, { optional: true, hint: 'What speaks against the report; overridden flags do not count' }) flag?: ActionFlag;
  @Flag('Has an overridden flag', { optional: true }) overridden?: boolean;
  @OneOf('Closure', closureStates, { optional: true, many: 8 }) closure?: ClosureState[];
  @OneOf('How it ended', dispositions, { optional: true, many: 4 }) ended?: Disposition[];
  @Flag('Not ended', { optional: true, hint: 'Neither done and verified, nor transferred, stopped or superseded' }) notEnded?: boolean;
  @Flag('On a ladder', { optional: true, hint: 'Comes before another action, or after one' }) onLadder?: boolean;
  @Text('Contains', { optional: true }) text?: string;
}

export class ActionQuery extends ActionFilter {
  @OneOf('Sort', actionSorts, { optional: true }) sort?: ActionSort;
  @OneOf('Direction', directions, { optional: true }) direction?: Direction;
  @OneOf('Group', actionGroupings, { optional: true }) group?: ActionGrouping;
  @Text('After', { optional: true, max: 2_000, hint: 'The `next` of the page before' }) after?: string;
}

/** A page of the plan table. Total and headings come with the first page; later pages have null there. */
export class ActionList {
  @Inside('Actions', () => ActionItem, { many: 50 }) items: ActionItem[];
  @Text('Next page', { nullable: true, max: 2_000 }) next: string | null;
  @Quantity('Actions in all', { nullable: true }) total: number | null;
  @Inside('Headings', () => ActionGroup, { many: 5_000, nullable: true }) groups: ActionGroup[] | null;
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

export class Choice {
  @Id('Id') id: string;
  @Text('Name', { max: 600 }) name: string;
}

/** What filters and editors of actions offer. */
export class ActionChoices {
  @Inside('Plans', () => Choice, { many: 500 }) plans: Choice[];
  @Inside('People', () => Choice, { many: 5_000 }) people: Choice[];
  @Inside('Organisations', () => Choice, { many: 2_000 }) organisations: Choice[];
  @Inside('Findings', () => Choice, { many: 2_000 }) findings: Choice[];
  @Inside('Causes', () => Choice, { many: 1_000 }) causes: Choice[];
  @Text('Themes', { many: 1_000 }) themes: string[];
  @Id('Plans that a board has approved', { many: 500 }) approvedPlans: string[];
  @Id('Findings whose partners were asked and have not agreed', { many: 2_000 }) unagreedFindings: string[];
  @Inside('Boards', () => Choice, { many: 500 }) boards: Choice[];
  @Inside('Programmes', () => Choice, { many: 1_000 }) programmes: Choice[];
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

/** A finding that the action answers, in the review's own words. */
export class AnsweredFinding {
  @Id('Id') id: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Prose('Quotation') quotation: string;
  @Text('Page', { nullable: true }) page: string | null;
  @OneOf('Kind', findingKinds) kind: FindingKind;
  @OneOf('Force', forces) force: Force;
  @Text('Review', { max: 500 }) reviewTitle: string;
  @Text('As the plan says it', { nullable: true, max: 500 }) note: string | null;
  @Flag('Linked before its diagnosis was agreed') isEarly: boolean;
  @Prose('Why it did not wait', { nullable: true, max: 1_000 }) earlyReason: string | null;
}

/** What a summit agreed that became this action, and who agreed it. */
export class ActionOutcome {
  @Id('Id') id: string;
  @OneOf('Kind', outcomeKinds) kind: OutcomeKind;
  @Prose('Outcome', { max: 2_000 }) text: string;
  @CalendarDate('Agreed on') agreedOn: string;
  @Id('Summit') summitId: string;
  @Text('Summit') summitTitle: string;
  @CalendarDate('Summit held on') heldOn: string;
  @Text('Agreed by', { many: 200 }) agreedBy: string[];
  @Inside('Origin', () => OutcomeOrigin, { many: 50 }) origins: OutcomeOrigin[];
}

/** The cell block of a workbook that the action came from. */
export class ActionSource {
  @Id('Import') importId: string;
  @Text('File', { max: 500 }) fileName: string;
  @Text('Sheet', { max: 500 }) sheet: string;
  @Quantity('Row') rowNumber: number;
  @Instant('Applied at', { nullable: true }) appliedAt: string | null;
}

/** The action page: everything about one action in one answer. */
export class ActionPage extends Action {
  @Text('Plan') planTitle: string;
  @Text('Owner', { nullable: true }) ownerName: string | null;
  @Text('Accountable person', { nullable: true }) accountablePersonName: string | null;
  @Text('Accountable organisation', { nullable: true }) organisationName: string | null;
  @Inside('Approved', () => Approval, { nullable: true, hint: 'The last version of its plan; since then every change says why' }) approval: Approval | null;
  @Flag('The owner can sign in') ownerHasAccount: boolean;
  @Flag('Overdue') overdue: boolean;
  @Flag('Date to resolve') dateUnresolved: boolean;
  @OneOf('Withheld texts', markedNarratives, { many: 4, hint: 'Restricted, and not for this reader' }) withheld: MarkedNarrative[];
  @Inside('Contributing organisations', () => Choice, { many: 500 }) contributing: Choice[];
  @Inside('Programmes', () => Choice, { many: 500 }) programmes: Choice[];
  @Inside('Milestones, in order', () => Milestone, { many: 50 }) milestones: Milestone[];
  @Inside('Waits for', () => RelatedAction, { many: 100 }) waitsFor: RelatedAction[];
  @Inside('Opens the way to', () => RelatedAction, { many: 100 }) opens: RelatedAction[];
  @Inside('Done together', () => CoProductionStep, { many: 200 }) coProduction: CoProductionStep[];
  @Inside('Measures', () => MeasureBrief, { many: 100 }) measures: MeasureBrief[];
  @Inside('Findings answered', () => AnsweredFinding, { many: 500 }) findings: AnsweredFinding[];
  @Inside('Causes answered', () => AnsweredCause, { many: 500 }) causes: AnsweredCause[];
  @Flag('Treats only a symptom') symptomOnly: boolean;
  @Inside('Outcomes', () => ActionOutcome, { many: 500 }) outcomes: ActionOutcome[];
  @Inside('Moves of the due date', () => DueMove, { many: 1_000 }) moves: DueMove[];
  @Inside('ActionAssessment', () => ActionAssessment) assessment: ActionAssessment;
  @Inside('Decisions', () => Decision, { many: 500 }) decisions: Decision[];
  @Inside('Updates', () => StatusUpdate, { many: 20 }) updates: StatusUpdate[];
  @Text('Older updates', { nullable: true, max: 2_000 }) olderUpdates: string | null;
  @Quantity('Threads') threads: number;
  @Quantity('Threads waiting for an answer') openThreads: number;
  @Inside('Source', () => ActionSource, { nullable: true }) source: ActionSource | null;
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

export class ActionWithdrawn extends pick(Action, 'id') {}

export const actionRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/actions', may: 'plan.read', says: 'A page of the plan table: filtered, sorted, grouped', query: ActionQuery, answer: ActionList }),
  export: route({ method: 'GET', path: 'localities/:locality/actions.xlsx', may: 'export.take', says: 'The filtered plan as an Excel workbook; imported again unedited, it changes nothing', query: ActionFilter, file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  choices: route({ method: 'GET', path: 'localities/:locality/action-choices', may: 'plan.read', says: 'The plans, people, organisations, findings and themes to choose from', answer: ActionChoices }),
  page: route({ method: 'GET', path: 'localities/:locality/actions/:id', may: 'plan.read', says: 'Everything about one action', answer: ActionPage }),
  add: route({ method: 'POST', path: 'localities/:locality/actions', may: 'action.keep', says: 'Add an action', body: NewAction, answer: ActionPage, status: 201, refusals: ['name_taken', 'rule'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/actions/:id', may: 'action.keep', says: 'Change fields of an action', body: ActionEdit, answer: ActionPage, refusals: ['name_taken', 'rule', 'stale'] }),
  setDue: route({ method: 'POST', path: 'localities/:locality/actions/:id/due', may: 'action.move_date', says: 'Give an action its first due date, or keep the plan’s own words instead', body: DueSetting, answer: ActionPage, refusals: ['rule'] }),
  withdraw: route({ method: 'POST', path: 'localities/:locality/actions/:id/withdrawal', may: 'action.keep', says: 'Take an action out of its plan, with the reason', body: ActionWithdrawal, answer: ActionWithdrawn }),
  restore: route({ method: 'POST', path: 'localities/:locality/actions/:id/restoration', may: 'action.keep', says: 'Put an action back into its plan, with the reason', body: ActionWithdrawal, answer: ActionPage, refusals: ['already_done', 'name_taken'] }),
  knockOn: route({ method: 'GET', path: 'localities/:locality/actions/:id/knock-on', may: 'plan.read', says: 'Which later actions could no longer keep their dates if this one moved', query: KnockOnQuery, answer: KnockOn }),
  moveDue: route({ method: 'POST', path: 'localities/:locality/actions/:id/moves', may: 'action.move_date', says: 'Move the due date, with the reason and who agreed, and those of the actions that wait for it', body: DueMoving, answer: ActionPage, refusals: ['rule'] }),
};
