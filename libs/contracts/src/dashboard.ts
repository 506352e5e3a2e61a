import { pick } from './kernel/derive';
import { CalendarDate, Id, Inside, Month, OneOf, Prose, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { Choice } from './actions';
import { DecisionItem } from './decisions';
import { ShownWord } from './status-words';
import { type Horizon, horizons, type SlipReason, slipReasons, type Status, statuses, type ThreadKind, threadKinds } from './words';

/** How many actions of one horizon are in one state. What is not listed is none. */
export class Standing {
  @OneOf('Horizon', horizons) horizon: Horizon;
  @OneOf('Status', statuses) status: Status;
  @Quantity('Actions') actions: number;
}

/** The plan as it stood when a month ended; the last one is as it stands today. */
export class MonthStanding {
  @Month('Month') month: string;
  @Inside('Actions', () => Standing, { many: 18 }) standings: Standing[];
}

export class StatusCount {
  @OneOf('Status', statuses) status: Status;
  @Quantity('Actions') actions: number;
}

/** One accountable organisation's actions. Without an organisation: those that nobody is accountable for yet. */
export class OrganisationStanding {
  @Id('Organisation', { nullable: true }) organisationId: string | null;
  @Text('Organisation', { nullable: true }) name: string | null;
  @Quantity('Actions') actions: number;
  @Quantity('Overdue') overdue: number;
  @Quantity('Off track') offTrack: number;
  @Inside('By status', () => StatusCount, { many: 6 }) statuses: StatusCount[];
}

export class WorstAction {
  @Id('Id') id: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @OneOf('Status', statuses) status: Status;
  @CalendarDate('Due date', { nullable: true }) dueOn: string | null;
  @Quantity('Days overdue', { nullable: true }) daysOverdue: number | null;
  @Text('Accountable organisation', { nullable: true }) organisationName: string | null;
}

/** Actions whose due date moved for one reason. An action that moved for two counts under each. */
export class MovedFor {
  @OneOf('Why', slipReasons) reason: SlipReason;
  @Quantity('Actions') actions: number;
  @Quantity('Days later', { hint: 'Of the moves to a later day, added up' }) days: number;
}

export class LatestMove {
  @Id('Action') actionId: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @CalendarDate('From') fromOn: string;
  @CalendarDate('To', { nullable: true }) toOn: string | null;
  @OneOf('Why', slipReasons) reason: SlipReason;
  @Text('Agreed by') agreedBy: string;
  @CalendarDate('Moved on') movedOn: string;
}

export class MovedDates {
  @CalendarDate('Since') since: string;
  @Quantity('Actions') actions: number;
  @Inside('By reason', () => MovedFor, { many: 6 }) reasons: MovedFor[];
  @Inside('Latest', () => LatestMove, { many: 5 }) latest: LatestMove[];
}

export const OpenDecision = pick(DecisionItem, 'id', 'actionId', 'ref', 'title', 'what', 'fromWhom', 'neededBy', 'askedOn', 'isLate');
export type OpenDecision = InstanceType<typeof OpenDecision>;

export class OpenDecisions {
  @Quantity('Open decisions') open: number;
  @CalendarDate('Oldest asked on', { nullable: true }) oldestOn: string | null;
  @Inside('Soonest needed', () => OpenDecision, { many: 5 }) items: OpenDecision[];
}

/** Something that a critical friend raised and nobody has answered. */
export class OpenChallenge {
  @Id('Id') id: string;
  @Id('Action', { nullable: true }) actionId: string | null;
  @Id('Finding', { nullable: true }) findingId: string | null;
  @Text('About', { max: 40 }) ref: string;
  @OneOf('Kind', threadKinds) kind: ThreadKind;
  @Prose('What was said', { max: 300 }) text: string;
  @CalendarDate('Raised on') raisedOn: string;
  @CalendarDate('Answer needed by', { nullable: true }) respondBy: string | null;
}

export class OpenChallenges {
  @Quantity('Waiting for an answer') open: number;
  @CalendarDate('Oldest raised on', { nullable: true }) oldestOn: string | null;
  @Inside('Oldest', () => OpenChallenge, { many: 3 }) items: OpenChallenge[];
}

/** The executive dashboard: are we delivering? Every count is that of a list: on the plan table, of decisions, of threads. */
export class Dashboard {
  @CalendarDate('As at') today: string;
  @Id('Plan', { nullable: true, hint: 'Empty for all plans together' }) planId: string | null;
  @Text('Board', { nullable: true }) board: string | null;
  @CalendarDate('Next board date', { nullable: true }) nextBoardOn: string | null;
  @Inside('Plans', () => Choice, { many: 500 }) plans: Choice[];
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
  @Quantity('Actions') actions: number;
  @Quantity('Overdue') overdue: number;
  @CalendarDate('Not updated since') notUpdatedSince: string;
  @Quantity('Open actions not updated since then') notUpdated: number;
  @Quantity('Dates to resolve') unresolvedDates: number;
  @Inside('Now', () => Standing, { many: 18 }) now: Standing[];
  @Inside('Month by month', () => MonthStanding, { many: 13 }) months: MonthStanding[];
  @Inside('Moved dates', () => MovedDates) moved: MovedDates;
  @Inside('By organisation, worst first', () => OrganisationStanding, { many: 200 }) organisations: OrganisationStanding[];
  @Inside('Worst first', () => WorstAction, { many: 10 }) worst: WorstAction[];
  @Inside('Decisions needed', () => OpenDecisions) decisions: OpenDecisions;
  @Inside('Critical friends', () => OpenChallenges) challenges: OpenChallenges;
}

export class DashboardQuery {
  @Id('Plan', { optional: true }) plan?: string;
}

export const dashboardRoutes = {
  show: route({ method: 'GET', path: 'localities/:locality/dashboard', may: 'dashboard.read', says: 'Is the plan being delivered: now, month by month, by organisation, and what stands in the way', query: DashboardQuery, answer: Dashboard }),
};
