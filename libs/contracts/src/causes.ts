import { draft, omit, partial, pick } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, OneOf, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { ShownWord } from './status-words';
import { type FindingKind, findingKinds, type Horizon, horizons, type Status, statuses } from './words';

/**
 * Why something is as it is. Findings share causes, actions answer them, and one may have a deeper one behind it;
 * a ring of causes is refused.
 */
export class Cause {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Cause', { max: 300, hint: 'A way of working that is missing or does not work, in one sentence' }) text: string;
  @Id('Deeper cause behind it', { nullable: true }) deeperId: string | null;
}

export class NewCause extends draft(omit(Cause, 'id', 'version')) {}

export class CauseEdit extends partial(omit(Cause, 'id', 'version')) {
  @Version() version: number;
}

/** An action as a cause or a finding shows it. */
export class ActionBrief {
  @Id('Id') id: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @Id('Plan') planId: string;
  @Text('Plan') planTitle: string;
  @OneOf('Horizon', horizons) horizon: Horizon;
  @OneOf('Status', statuses) status: Status;
  @CalendarDate('Due date', { nullable: true }) dueOn: string | null;
  @Flag('Overdue') overdue: boolean;
  @Flag('Treats only a symptom') symptomOnly: boolean;
}

export class CauseFinding {
  @Id('Id') id: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Quotation', { max: 300 }) excerpt: string;
  @OneOf('Kind', findingKinds) kind: FindingKind;
  @Text('Review') reviewTitle: string;
  @Flag('Deep-rooted') deepRooted: boolean;
  @Id('Actions that answer it and treat only a symptom', { many: 20, hint: 'The worst first' }) symptomOnlyIds: string[];
}

/** One cause with what hangs on it, by id; findings and actions stand once each in the whole answer. */
export class CauseItem extends Cause {
  @Id('Findings', { many: 2_000 }) findingIds: string[];
  @Id('Actions that answer it', { many: 20, hint: 'The worst first; the plan table has all' }) actionIds: string[];
  @Quantity('Actions') actions: number;
  @Quantity('Findings of which it is the root cause') rootOf: number;
  @Flag('Answered', { hint: 'An action answers it, or a deeper cause behind it' }) answered: boolean;
}

/** Every cause of the locality, drawn as a tree: deeper cause → cause → findings → actions. */
export class CauseTree {
  @Inside('Causes', () => CauseItem, { many: 1_000 }) causes: CauseItem[];
  @Inside('Findings', () => CauseFinding, { many: 2_000 }) findings: CauseFinding[];
  @Inside('Actions', () => ActionBrief, { many: 5_000 }) actions: ActionBrief[];
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

export class CauseAction {
  @Id('Action') actionId: string;
}

/** A cause that an action answers, as the action page shows it. */
export class AnsweredCause extends pick(Cause, 'id', 'text') {
  @Text('Findings', { many: 2_000, max: 40, hint: 'Their refs' }) findings: string[];
}

/** How many places the thread is broken at. Each number opens the list behind it. */
export class Gaps {
  @Quantity('Findings with no action') findingsWithoutAction: number;
  @Quantity('Actions that treat only a symptom') symptomOnlyActions: number;
  @Quantity('Causes with no action') causesWithoutAction: number;
  @Quantity('Deep-rooted findings with only quick wins') quickWinsOnly: number;
}

export const causeRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/causes', may: 'plan.read', says: 'Every cause, with its findings and the actions that answer it', answer: CauseTree }),
  add: route({ method: 'POST', path: 'localities/:locality/causes', may: 'diagnosis.keep', says: 'Add a cause', body: NewCause, answer: CauseTree, status: 201, refusals: ['name_taken', 'rule'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/causes/:id', may: 'diagnosis.keep', says: 'Change a cause, or what lies behind it', body: CauseEdit, answer: CauseTree, refusals: ['name_taken', 'rule', 'stale'] }),
  withdraw: route({ method: 'POST', path: 'localities/:locality/causes/:id/withdrawal', may: 'diagnosis.keep', says: 'Withdraw a cause that nothing hangs on', answer: CauseTree, refusals: ['in_use'] }),
  link: route({ method: 'POST', path: 'localities/:locality/causes/:id/actions', may: 'action.keep', says: 'Say that an action answers the cause', body: CauseAction, answer: CauseTree, refusals: ['rule'] }),
  unlink: route({ method: 'DELETE', path: 'localities/:locality/causes/:id/actions/:action', may: 'action.keep', says: 'Say that an action does not answer the cause after all', answer: CauseTree }),
};
