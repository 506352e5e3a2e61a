import { CalendarDate, Flag, Id, Inside, Instant, OneOf, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { type ChangeKind, changeKinds } from './words';

/**
 * What the history shows, each under the name of its table. A table that is not here is never shown: one that a migration
 * adds is named here with its fields (`history-words.ts`), or in the test that says why it is kept out.
 */
export const historyKinds = [
  'action', 'status_update', 'milestone', 'due_move', 'flag_override', 'evidence', 'closure', 'sustain_check', 'transfer', 'decision_request', 'action_organisation', 'action_finding', 'action_cause', 'action_outcome', 'action_measure', 'action_programme', 'dependency', 'co_production_step', 'effort', 'assignment', 'thread', 'answer', 'mention', 'chase', 'bulk_edit',
  'plan', 'retrospective', 'plan_version', 'amendment_decision', 'plan_signature', 'plan_sponsor', 'plan_board', 'board', 'board_meeting', 'board_attendance', 'reporting_cadence', 'reporting_cycle', 'cycle_reopening', 'programme', 'confirmed_days', 'promise',
  'review', 'criterion_score', 'clock_entry', 'framework', 'criterion', 'finding', 'finding_criterion', 'quotation_correction',
  'measure', 'measure_point', 'finding_measure',
  'diagnosis', 'why', 'why_evidence', 'finding_cause', 'cause', 'diagnosis_round', 'round_partner', 'partner_view', 'partner_agreement',
  'summit', 'agenda_item', 'agenda_item_finding', 'invitee', 'attendance', 'material', 'room', 'question', 'poll', 'outcome', 'outcome_organisation', 'outcome_finding', 'outcome_origin',
  'person', 'organisation', 'membership', 'invitation', 'person_skill', 'team', 'team_member',
  'import', 'file', 'locality', 'status_word', 'skill', 'assessment_setting', 'productive_time', 'commitment_lines', 'scenario', 'scenario_answer',
] as const;
export type HistoryKind = (typeof historyKinds)[number];

/** What has a name of its own; everything else in the history is a part of one of these. */
export const historyPlaces = ['action', 'plan', 'board', 'programme', 'review', 'framework', 'finding', 'cause', 'measure', 'summit', 'person', 'organisation', 'team', 'import', 'file', 'locality', 'status_word'] as const satisfies readonly HistoryKind[];
export type HistoryPlace = (typeof historyPlaces)[number];

/** Why the values of a field are not shown: restricted text, for who may not read it; or something too large and built for a line. */
export const historyGaps = ['restricted', 'built'] as const;
export type HistoryGap = (typeof historyGaps)[number];

/** What a change is about, as it is called now. */
export class HistoryThing {
  @OneOf('Kind', historyPlaces) kind: HistoryPlace;
  @Id('Id') id: string;
  @Text('Name', { max: 700 }) name: string;
}

/** One field before and after: a value each, several for a list, none for nothing. Names stand in for ids. */
export class HistoryField {
  @Text('Field', { max: 60 }) field: string;
  @Text('Before', { many: 1_000, max: 10_000, lines: true }) before: string[];
  @Text('After', { many: 1_000, max: 10_000, lines: true }) after: string[];
  @OneOf('Not shown because', historyGaps, { nullable: true }) hidden: HistoryGap | null;
}

/** What the life of an action is told in, each with the kinds of the history that tell it. */
export const lifeKinds = {
  reports: ['status_update', 'flag_override'],
  dates: ['due_move'],
  milestones: ['milestone'],
  closing: ['evidence', 'closure', 'sustain_check', 'transfer'],
  talk: ['thread', 'answer'],
  decisions: ['decision_request', 'amendment_decision'],
  agreed: ['action', 'action_organisation', 'action_finding', 'action_cause', 'action_outcome', 'action_measure', 'action_programme', 'dependency', 'co_production_step', 'effort'],
} as const satisfies Readonly<Record<string, readonly HistoryKind[]>>;
export type LifeKind = keyof typeof lifeKinds;
export const lifeWords = Object.keys(lifeKinds) as LifeKind[];

/** One row of the history. `by` is nobody for what has no author, such as a view at its reveal or a question of a guest. */
export class HistoryItem {
  @Quantity('Place in the history', { max: 1_000_000_000_000 }) position: number;
  @Id('Row', { hint: 'What was changed: several changes of one row are of one thing' }) rowId: string;
  @Instant('When') at: string;
  @Text('By', { nullable: true }) by: string | null;
  @OneOf('Kind', historyKinds) kind: HistoryKind;
  @OneOf('Change', changeKinds) change: ChangeKind;
  @Inside('About', () => HistoryThing, { nullable: true }) thing: HistoryThing | null;
  @Inside('Fields', () => HistoryField, { many: 60 }) fields: HistoryField[];
  @Text('Why', { nullable: true, max: 1_000, lines: true }) why: string | null;
  @Text('Request', { nullable: true }) requestId: string | null;
  @Flag('Sealed') sealed: boolean;
}

export class HistoryPerson {
  @Id('Id') id: string;
  @Text('Name') name: string;
}

export class HistoryQuery {
  @OneOf('Kind', historyKinds, { optional: true }) kind?: HistoryKind;
  @Id('By', { optional: true, hint: 'A person' }) by?: string;
  @CalendarDate('From', { optional: true }) from?: string;
  @CalendarDate('To', { optional: true }) to?: string;
  @Id('About', { optional: true, hint: 'One thing, with all its parts' }) thing?: string;
  @Text('After', { optional: true, max: 200 }) after?: string;
}

export class LifeQuery {
  @OneOf('Of which kind', lifeWords, { optional: true, many: 7 }) of?: LifeKind[];
  @Text('After', { optional: true, max: 200 }) after?: string;
}

/** A page of the history, newest first. What the first page says of the whole, later ones leave out. */
export class HistoryList {
  @Inside('History', () => HistoryItem, { many: 50 }) items: HistoryItem[];
  @Text('Next page', { nullable: true, max: 200 }) next: string | null;
  @Inside('About', () => HistoryThing, { nullable: true }) thing: HistoryThing | null;
  @Inside('Who can have changed something', () => HistoryPerson, { many: 5_000, nullable: true }) people: HistoryPerson[] | null;
  @Instant('Last sealed', { nullable: true }) sealedAt: string | null;
}

export const historyRoutes = {
  life: route({ method: 'GET', path: 'localities/:locality/actions/:id/life', may: 'plan.read', says: 'The whole life of an action, newest first: reports, dates, milestones, evidence, what was said, decided and agreed', query: LifeQuery, answer: HistoryList }),
  list: route({ method: 'GET', path: 'localities/:locality/history', may: 'audit.read', says: 'Who changed what and when, newest first', query: HistoryQuery, answer: HistoryList, refusals: ['rule'] }),
};
