import { CapacityAction, CapacityActionsQuery, CapacityPage } from './capacity';
import { DecisionItem, DecisionQuery } from './decisions';
import { omit } from './kernel/derive';
import { Id, Inside, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { MeasuredAction, MeasureList, MeasurePage, MeasureQuery } from './measures';
import { AsAt, At, PastQuery } from './past';

/**
 * Registers as at a moment that has been. A report freezes its plan's actions and no register: as at a report these are
 * rebuilt from the history at the instant at which it was frozen.
 */

export class PastDecisionQuery extends DecisionQuery {
  @At() at: string;
}

/** A page of decisions as they were; as at a report those of its plan. The total comes with the first page. */
export class PastDecisionList {
  @Inside('As at', () => AsAt) asAt: AsAt;
  @Inside('Decisions', () => PastDecisionItem, { many: 50 }) items: PastDecisionItem[];
  @Text('Next page', { nullable: true, max: 2_000 }) next: string | null;
  @Quantity('Decisions in all', { nullable: true }) total: number | null;
}

export class PastDecisionItem extends omit(DecisionItem, 'version') {}

export class PastMeasureQuery extends MeasureQuery {
  @At() at: string;
}

/** Every measure that there was then and that was asked for. */
export class PastMeasureList extends MeasureList {
  @Inside('As at', () => AsAt) asAt: AsAt;
}

/** An action that the measure belonged to. A report has kept those of its own plan alone: only their pages can be seen as at it. */
export class PastMeasuredAction extends MeasuredAction {
  @Id('Plan') planId: string;
}

/** A measure with the points that were known then: what was corrected later says what it said. */
export class PastMeasure extends omit(MeasurePage, 'version', 'actions') {
  @Inside('As at', () => AsAt) asAt: AsAt;
  @Inside('Actions', () => PastMeasuredAction, { many: 500 }) actions: PastMeasuredAction[];
}

/** Demand over supply as somebody would have seen it then: the months go on from that day. */
export class PastCapacity extends CapacityPage {
  @Inside('As at', () => AsAt) asAt: AsAt;
}

export class PastCapacityActionsQuery extends CapacityActionsQuery {
  @At() at: string;
}

export class PastCapacityAction extends CapacityAction {
  @Id('Plan') planId: string;
}

export class PastCapacityActions {
  @Inside('As at', () => AsAt) asAt: AsAt;
  @Inside('Actions', () => PastCapacityAction, { many: 200 }) items: PastCapacityAction[];
}

const PAST = 'localities/:locality/past';

export const pastRegisterRoutes = {
  decisions: route({ method: 'GET', path: `${PAST}/decisions`, may: 'plan.read', says: 'The decisions asked for as at a past day or the freezing of a published report, soonest needed first', query: PastDecisionQuery, answer: PastDecisionList, refusals: ['rule'] }),
  measures: route({ method: 'GET', path: `${PAST}/measures`, may: 'plan.read', says: 'Every measure as at a past day or the freezing of a published report', query: PastMeasureQuery, answer: PastMeasureList, refusals: ['rule'] }),
  measure: route({ method: 'GET', path: `${PAST}/measures/:id`, may: 'plan.read', says: 'One measure with the points that were known at a past day or the freezing of a published report', query: PastQuery, answer: PastMeasure, refusals: ['rule'] }),
  capacity: route({ method: 'GET', path: `${PAST}/capacity`, may: 'capacity.read', says: 'Person-days needed over person-days confirmed as at a past day or the freezing of a published report', query: PastQuery, answer: PastCapacity, refusals: ['rule'] }),
  capacityActions: route({ method: 'GET', path: `${PAST}/capacity/actions`, may: 'capacity.read', says: 'The actions that made up one month of one organisation then, most days first', query: PastCapacityActionsQuery, answer: PastCapacityActions, refusals: ['rule'] }),
};
