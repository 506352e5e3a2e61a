import { omit, partial } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, Instant, OneOf, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { ShownWord } from './status-words';
import { type Confidence, confidences, type Status, statuses } from './words';

/** What can speak against the reported status of one action. Each is a filter of the plan table. */
export const actionFlags = ['past_due', 'milestone_late', 'forecast_late', 'not_begun', 'blocked', 'measure_concern', 'measure_fail', 'silent', 'moved_often', 'same_words', 'no_owner', 'owner_left', 'unresourced', 'owner_over', 'low_confidence', 'no_path', 'no_evidence'] as const;
export type ActionFlag = (typeof actionFlags)[number];

/** Where this locality draws the line. Days are calendar days. */
export class AssessmentSetting {
  @Id('Id') id: string;
  @Version() version: number;
  @Quantity('Days of grace after a date', { max: 90, hint: 'A date may pass by this many days before it counts as late' }) graceDays: number;
  @Quantity('Days late that weigh heavily', { min: 1, max: 365, hint: 'From this many days on the facts say that it needs a decision above the owner; before that, that it needs a way back' }) alarmDays: number;
  @Quantity('Reporting rhythms without an update', { min: 1, max: 6, places: 1, hint: 'A rhythm is that of the plan’s reporting cycles, or 28 days where it has none' }) silentRhythms: number;
  @Quantity('Moves of the due date that are too many', { min: 1, max: 20 }) movesTooMany: number;
  @Quantity('Reports in the same words that are too many', { min: 2, max: 12 }) sameWordsReports: number;
  @Quantity('Days after the start date to have begun', { max: 180 }) beginDays: number;
  @Quantity('Days ahead in which work needs somebody', { max: 366, hint: 'Work that is due later may still find its people' }) resourceDays: number;
  @Quantity('Days that an override lasts', { min: 1, max: 92, hint: 'Where a plan has an open reporting cycle, it lasts until that is frozen' }) overrideDays: number;
  @Quantity('Open actions from which a plan with no trouble is a surprise', { min: 2, max: 1_000 }) allWellFrom: number;
}

export class AssessmentSettingEdit extends partial(omit(AssessmentSetting, 'id', 'version')) {
  @Version() version: number;
}

/** An open action that has to be done before this one. */
export class Blocker {
  @Id('Id') id: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @CalendarDate('Due date') dueOn: string;
}

/** A milestone of the action whose day has passed and that is not done. */
export class LateMilestone {
  @Id('Id') id: string;
  @Text('Title', { max: 200 }) title: string;
  @CalendarDate('Due date') dueOn: string;
}

/** A measure in use that belongs to the action and whose figures speak against it. */
export class TroubledMeasure {
  @Id('Id') id: string;
  @Text('Title', { max: 300 }) title: string;
  @Flag('Shows concern', { hint: 'A special cause on the wrong side' }) isConcern: boolean;
  @Flag('Fails', { hint: 'Consistently failing its target' }) isFailing: boolean;
}

/** All that the assessment of one action rests on. What is said of the last update is null or false where there is none. */
export class AssessedFacts {
  @OneOf('Reported status', statuses) status: Status;
  @Flag('Ended otherwise', { hint: 'Transferred, stopped or superseded: nothing speaks against it any more' }) hasEnded: boolean;
  @CalendarDate('Start date', { nullable: true }) startOn: string | null;
  @CalendarDate('Due date', { nullable: true }) dueOn: string | null;
  @CalendarDate('Added on') createdOn: string;
  @Quantity('Times the due date moved') moves: number;
  @CalendarDate('Last update', { nullable: true }) lastUpdateOn: string | null;
  @Quantity('Days of a reporting rhythm', { min: 1, max: 400 }) rhythmDays: number;
  @CalendarDate('Forecast', { nullable: true }) forecastOn: string | null;
  @Quantity('Reports in a row in the same words', { max: 20, hint: 'The last reports, as far back as they say on track in the very same words' }) sameWords: number;
  @Flag('No path back', { hint: 'The last update says at risk or off track and names no way back' }) lacksPath: boolean;
  @Flag('Has evidence', { hint: 'Some report of its completion says what shows it' }) hasEvidence: boolean;
  @OneOf('Confidence in delivery', confidences, { nullable: true }) deliveryConfidence: Confidence | null;
  @OneOf('Confidence in the outcome', confidences, { nullable: true }) outcomeConfidence: Confidence | null;
  @Text('Owner', { nullable: true }) ownerName: string | null;
  @CalendarDate('Owner left on', { nullable: true, hint: 'Their access or their organisation ended' }) ownerLeftOn: string | null;
  @Quantity('Days that nobody gives', { places: 1, nullable: true, hint: 'Left to do, with nobody down for it and nothing that its organisation could give before it is due; empty where that is not so, or not known' }) unstaffedDays: number | null;
  @Flag('Owner has more work than days', { hint: 'Of what they are down for, more is due by the due date than they can give until then' }) isOwnerOver: boolean;
  @Quantity('Days of work of the owner', { places: 1, nullable: true, hint: 'By the due date; empty for who may not see the owner’s figures' }) ownerDays: number | null;
  @Quantity('Days that the owner can give', { places: 1, nullable: true, hint: 'By the due date; empty for who may not see the owner’s figures' }) ownerGivenDays: number | null;
  @Inside('Milestones past their day', () => LateMilestone, { many: 100, hint: 'The earliest first' }) lateMilestones: LateMilestone[];
  @Inside('Open actions that it waits for', () => Blocker, { many: 100 }) blockers: Blocker[];
  @Inside('Measures that speak against it', () => TroubledMeasure, { many: 100 }) measures: TroubledMeasure[];
}

/** Somebody who knows better says why a flag does not count. Never changed; a later row can end it. */
export class FlagOverride {
  @Id('Id') id: string;
  @Id('Action') actionId: string;
  @OneOf('Flag', actionFlags) flag: ActionFlag;
  @Text('Why it does not count', { max: 1_000, lines: true }) reason: string;
  @CalendarDate('Until') untilOn: string;
  @Text('Overridden by', { nullable: true }) personName: string | null;
  @Instant('Overridden at') overriddenAt: string;
}

export class NewFlagOverride {
  @OneOf('Flag', actionFlags) flag: ActionFlag;
  @Text('Why it does not count', { max: 1_000, lines: true, hint: 'What the facts do not show. Everybody who sees the flag reads this and your name.' }) reason: string;
}

/** Everything that a screen needs to assess one action as its people type. */
export class ActionAssessment {
  @Inside('Facts', () => AssessedFacts) facts: AssessedFacts;
  @Inside('Thresholds', () => AssessmentSetting) setting: AssessmentSetting;
  @Inside('Overrides in force', () => FlagOverride, { many: 20 }) overrides: FlagOverride[];
}

/** Actions of one reported status, and how many of them the facts do not bear out. */
export class StatusDoubt {
  @OneOf('Reported status', statuses) status: Status;
  @Quantity('Actions') actions: number;
  @Quantity('Doubtful', { hint: 'The facts say worse' }) doubtful: number;
}

export class FlagCount {
  @OneOf('Flag', actionFlags) flag: ActionFlag;
  @Quantity('Actions') actions: number;
  @Quantity('Overridden') overridden: number;
}

/** A plan of some size whose open actions are all reported as going well. */
export class AllWell {
  @Id('Plan') id: string;
  @Text('Title') title: string;
  @Quantity('Open actions') actions: number;
}

/** Reported beside assessed, for one plan or all. Every count is a list on the plan table. */
export class Doubts {
  @Id('Plan', { nullable: true, hint: 'Empty for all plans together' }) planId: string | null;
  @Inside('By reported status', () => StatusDoubt, { many: 6 }) statuses: StatusDoubt[];
  @Inside('By flag', () => FlagCount, { many: 40 }) flags: FlagCount[];
  @Quantity('Actions with an overridden flag') overridden: number;
  @Inside('Plans in which everything is reported as going well', () => AllWell, { many: 500 }) allWell: AllWell[];
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

export class DoubtsQuery {
  @Id('Plan', { optional: true }) plan?: string;
}

export const assessmentRoutes = {
  doubts: route({ method: 'GET', path: 'localities/:locality/doubts', may: 'dashboard.read', says: 'Where the facts say worse than what is reported, by status and by flag', query: DoubtsQuery, answer: Doubts }),
  override: route({ method: 'POST', path: 'localities/:locality/actions/:id/flag-overrides', may: 'flag.override', says: 'Say why a flag of an action does not count, until the cycle ends', body: NewFlagOverride, answer: ActionAssessment, status: 201, refusals: ['rule'] }),
  endOverride: route({ method: 'DELETE', path: 'localities/:locality/actions/:id/flag-overrides/:override', may: 'flag.override', says: 'Let an overridden flag count again; the override stays in the history', answer: ActionAssessment }),
  setting: route({ method: 'GET', path: 'localities/:locality/assessment-setting', may: 'plan.read', says: 'Where this locality draws the lines of the assessment', answer: AssessmentSetting }),
  editSetting: route({ method: 'PATCH', path: 'localities/:locality/assessment-setting', may: 'locality.keep', says: 'Move those lines', body: AssessmentSettingEdit, answer: AssessmentSetting, refusals: ['stale'] }),
};
