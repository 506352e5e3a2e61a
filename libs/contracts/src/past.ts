import { Action, ActionFilter, ActionItem, ActionQuery } from './actions';
import { AssessmentSetting, StatusDoubt } from './assessments';
import { FrozenReport } from './cycles';
import { Dashboard } from './dashboard';
import { omit, pick } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, Instant, OneOf, Prose, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { DueMove } from './moves';
import { PlanHealth } from './plan-health';
import { ShownWord } from './status-words';
import { TimelinePage } from './timeline';
import { StatusUpdate } from './updates';
import { type MarkedNarrative, markedNarratives, type Status, statuses } from './words';

/** A moment that has been: the end of a day (`2026-03-03`), or a published report (its id). */
export const At = () => Text('As at', { max: 36, pattern: /^((19|20|21)\d{2}-\d{2}-\d{2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, patternSays: 'a date, or a published report' });

/** Which moment an answer is of. Of a report everything is as it was frozen; of a day it is rebuilt from the history. */
export class AsAt {
  @CalendarDate('Day') on: string;
  @Id('Report', { nullable: true }) cycleId: string | null;
  @Text('Report', { nullable: true, max: 60 }) cycleName: string | null;
  @Id('Plan of the report', { nullable: true }) planId: string | null;
  @Text('Plan of the report', { nullable: true }) planTitle: string | null;
  @CalendarDate('Recorded from', { nullable: true, hint: 'The first day of the history: nothing is known of the time before' }) recordedFrom: string | null;
}

/** A published report that can be looked at. */
export class PastReport {
  @Id('Id') id: string;
  @Text('Name', { max: 60 }) name: string;
  @Id('Plan') planId: string;
  @Text('Plan') planTitle: string;
  @Instant('Frozen at') frozenAt: string;
}

export class PastReports {
  @Inside('Published reports, latest first', () => PastReport, { many: 500 }) items: PastReport[];
  @CalendarDate('Recorded from', { nullable: true }) recordedFrom: string | null;
}

export class PastQuery {
  @At() at: string;
}

export class PastDashboardQuery extends PastQuery {
  @Id('Plan', { optional: true }) plan?: string;
}

/** The dashboard as it was. Boards and their next meetings are those of now, and are left out. */
export class PastDashboard extends Dashboard {
  @Inside('As at', () => AsAt) asAt: AsAt;
  @Flag('Frozen with the report', { hint: 'Else rebuilt from the history' }) frozen: boolean;
  @Inside('Reported beside assessed', () => StatusDoubt, { many: 6, nullable: true, hint: 'Kept by published reports alone: what a past day would have been assessed as is not known' }) doubts: StatusDoubt[] | null;
}

/** What the plan table can be narrowed to in the past; `doubtful` and `flag` in a published report only. */
export const PastFilter = pick(ActionFilter, 'plan', 'status', 'horizon', 'priority', 'theme', 'owner', 'accountable', 'unaccountable', 'overdue', 'moved', 'movedSince', 'movedFor', 'notUpdatedSince', 'dateUnresolved', 'unowned', 'unestimated', 'undated', 'closure', 'ended', 'notEnded', 'doubtful', 'flag', 'text');
export type PastFilter = InstanceType<typeof PastFilter>;

/** What only the assessment of today answers, or what stands beside the plan of today. */
const OF_TODAY = ['doubtful', 'flag', 'overridden', 'symptomOnly', 'gap'] as const;

/** What the timeline of a past moment can be narrowed to. */
export const PastTimelineFilter = omit(ActionFilter, ...OF_TODAY);
export type PastTimelineFilter = InstanceType<typeof PastTimelineFilter>;

export class PastTimelineQuery extends omit(ActionQuery, ...OF_TODAY) {
  @At() at: string;
}

/** A page of the timeline as it was. A report freezes neither milestones nor dependencies: as at one it is rebuilt from the history too. */
export class PastTimeline extends TimelinePage {
  @Inside('As at', () => AsAt) asAt: AsAt;
}

export class PastHealth extends PlanHealth {
  @Inside('As at', () => AsAt) asAt: AsAt;
}

export const pastSorts = ['ref', 'title', 'due', 'status', 'updated', 'priority'] as const;
export type PastSort = (typeof pastSorts)[number];

export class PastActionQuery extends PastFilter {
  @At() at: string;
  @OneOf('Sort', pastSorts, { optional: true }) sort?: PastSort;
  @OneOf('Direction', ['up', 'down'], { optional: true }) direction?: ActionQuery['direction'];
  @Text('After', { optional: true, max: 200, hint: 'The `next` of the page before' }) after?: string;
}

/** One row of the plan table as it was. */
export class PastActionItem extends omit(ActionItem, 'version', 'ownerId', 'accountableOrganisationId', 'lacks', 'openThreads', 'openDecisions', 'findings', 'assessed', 'group', 'milestones') {
  @OneOf('Assessed status', statuses, { nullable: true, hint: 'Kept by published reports alone' }) assessed: Status | null;
}

export class PastActionList {
  @Inside('As at', () => AsAt) asAt: AsAt;
  @Inside('Actions', () => PastActionItem, { many: 50 }) items: PastActionItem[];
  @Text('Next page', { nullable: true, max: 200 }) next: string | null;
  @Quantity('Actions in all') total: number;
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

/** One action as it was. Names are those of that moment. What it was linked to is in the comparison of its plan. */
export class PastAction extends omit(Action, 'version', 'ownerId', 'accountablePersonId', 'accountableOrganisationId', 'noProgramme', 'restricted') {
  @Inside('As at', () => AsAt) asAt: AsAt;
  @Flag('In the plan then') wasThere: boolean;
  @Text('Plan') planTitle: string;
  @Text('Owner', { nullable: true }) ownerName: string | null;
  @Text('Accountable person', { nullable: true }) accountablePersonName: string | null;
  @Text('Accountable organisation', { nullable: true }) organisationName: string | null;
  @Flag('Overdue') overdue: boolean;
  @Prose('Milestones, as planned then', { nullable: true, max: 20_000 }) milestones: string | null;
  @OneOf('Withheld texts', markedNarratives, { many: 4 }) withheld: MarkedNarrative[];
  @Inside('Moves of dates until then', () => DueMove, { many: 1_000 }) moves: DueMove[];
  @Inside('Updates until then, latest first', () => StatusUpdate, { many: 20 }) updates: StatusUpdate[];
  @Inside('As the report has it', () => FrozenReport, { nullable: true }) report: FrozenReport | null;
  @Inside('Thresholds of the report', () => AssessmentSetting, { nullable: true }) lines: AssessmentSetting | null;
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

const PAST = 'localities/:locality/past';

export const pastRoutes = {
  reports: route({ method: 'GET', path: `${PAST}/reports`, may: 'plan.read', says: 'The published reports, and since when there is a history: the moments that a screen can be seen as at', answer: PastReports }),
  dashboard: route({ method: 'GET', path: `${PAST}/dashboard`, may: 'dashboard.read', says: 'The dashboard as at a past day or a published report', query: PastDashboardQuery, answer: PastDashboard, refusals: ['rule'] }),
  actions: route({ method: 'GET', path: `${PAST}/actions`, may: 'plan.read', says: 'A page of the plan table as at a past day or a published report', query: PastActionQuery, answer: PastActionList, refusals: ['rule'] }),
  timeline: route({ method: 'GET', path: `${PAST}/timeline`, may: 'plan.read', says: 'The actions of the plan over time as at a past day or the freezing of a published report', query: PastTimelineQuery, answer: PastTimeline, refusals: ['rule'] }),
  health: route({ method: 'GET', path: `${PAST}/plans/:id/health`, may: 'plan.read', says: 'What the plan lacked as at a past day or the freezing of a published report', query: PastQuery, answer: PastHealth, refusals: ['rule'] }),
  action: route({ method: 'GET', path: `${PAST}/actions/:id`, may: 'plan.read', says: 'One action as at a past day or a published report', query: PastQuery, answer: PastAction, refusals: ['rule'] }),
};
