import { draft, pick } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, OneOf, Prose, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { type DecisionState, decisionStates } from './words';

/** Something above the owner that an action waits for: what, from whom, by when, and what came of it. */
export class Decision {
  @Id('Id') id: string;
  @Version() version: number;
  @Id('Action') actionId: string;
  @Text('Decision needed', { max: 1_000, lines: true }) what: string;
  @Id('Board', { nullable: true, hint: 'The board of this locality that is asked; null where it is somebody else' }) boardId: string | null;
  @Text('From whom', { hint: 'The board as it is called now, or who else is asked' }) fromWhom: string;
  @CalendarDate('Needed by', { nullable: true }) neededBy: string | null;
  @OneOf('State', decisionStates) state: DecisionState;
  @Prose('What was decided', { nullable: true, max: 2_000 }) note: string | null;
  @CalendarDate('Asked on') askedOn: string;
  @CalendarDate('Settled on', { nullable: true }) settledOn: string | null;
}

/** One row of the list of decisions. */
export class DecisionItem extends Decision {
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Action', { max: 500 }) title: string;
  @Text('Asked by', { nullable: true }) askedByName: string | null;
  @Text('Settled by', { nullable: true }) settledByName: string | null;
  @Flag('Past the day it was needed by') isLate: boolean;
}

/** Said with an off-track update: the decision that would bring the action back. */
export class NewDecision extends draft(pick(Decision, 'what', 'neededBy')) {
  @Id('Board', { nullable: true, optional: true, hint: 'The board that can decide' }) boardId?: string | null;
  @Text('From whom', { nullable: true, optional: true, hint: 'Who can decide, where it is no board of this locality. The name of one is taken for that board' }) fromWhom?: string | null;
}

export class DecisionQuery {
  @OneOf('State', decisionStates, { optional: true, many: 3 }) state?: DecisionState[];
  @Id('Plan', { optional: true }) plan?: string;
  @Id('Board', { optional: true }) board?: string;
  @Text('From whom', { optional: true }) fromWhom?: string;
  @Text('After', { optional: true, max: 2_000 }) after?: string;
}

/** A page of decisions. The total comes with the first page; later pages have null there. */
export class DecisionList {
  @Inside('Decisions', () => DecisionItem, { many: 50 }) items: DecisionItem[];
  @Text('Next page', { nullable: true, max: 2_000 }) next: string | null;
  @Quantity('Decisions in all', { nullable: true }) total: number | null;
}

/** Taken is final; deferred may still be taken later. Both say why. */
export class DecisionSettling {
  @OneOf('What happened', ['taken', 'deferred']) state: 'taken' | 'deferred';
  @Prose('What was decided', { max: 2_000 }) note: string;
  @CalendarDate('Now needed by', { nullable: true, optional: true }) neededBy?: string | null;
  @Version() version: number;
}

export const decisionRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/decisions', may: 'plan.read', says: 'List the decisions asked for, soonest needed first', query: DecisionQuery, answer: DecisionList }),
  settle: route({ method: 'POST', path: 'localities/:locality/decisions/:id/settling', may: 'decision.take', says: 'Take or defer a decision, saying why', body: DecisionSettling, answer: DecisionItem, refusals: ['already_done', 'rule', 'stale'] }),
};
