import { draft, partial, pick } from './kernel/derive';
import { CalendarDate, Id, Inside, Text, Version } from './kernel/fields';
import { route } from './kernel/route';

/** Something done together with people who use services and carers: of the whole plan, or of one action. */
export class CoProductionStep {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Who with', { max: 500, hint: 'People and groups, such as the carers’ forum. Nobody’s health, and no patient’s name.' }) withWhom: string;
  @Text('What is done together', { max: 2_000, lines: true }) what: string;
  @CalendarDate('When') happensOn: string;
}

export class CoProductionList {
  @Inside('Steps, soonest first', () => CoProductionStep, { many: 200 }) items: CoProductionStep[];
}

export class NewCoProductionStep extends draft(pick(CoProductionStep, 'withWhom', 'what', 'happensOn')) {
  @Id('Plan', { optional: true }) planId?: string;
  @Id('Action', { optional: true }) actionId?: string;
}

export class CoProductionStepEdit extends partial(pick(CoProductionStep, 'withWhom', 'what', 'happensOn')) {
  @Version() version: number;
}

export const coProductionRoutes = {
  add: route({ method: 'POST', path: 'localities/:locality/co-production', may: 'plan.keep', says: 'Add a step done together with people who use services, to a plan or an action', body: NewCoProductionStep, answer: CoProductionList, status: 201, refusals: ['rule'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/co-production/:id', may: 'plan.keep', says: 'Change such a step', body: CoProductionStepEdit, answer: CoProductionList, refusals: ['stale'] }),
  remove: route({ method: 'DELETE', path: 'localities/:locality/co-production/:id', may: 'plan.keep', says: 'Take such a step out', answer: CoProductionList }),
};
