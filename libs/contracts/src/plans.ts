import { draft, omit, partial } from './kernel/derive';
import { Because, CalendarDate, Id, Inside, Prose, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { Approval } from './versions';

/** What a locality agreed to do after a review, and the board that it answers to. */
export class Plan {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Title') title: string;
  @Prose('Aim', { nullable: true, max: 2_000, hint: 'What will be different for people when this plan has worked' }) aim: string | null;
  @Text('Board', { nullable: true, hint: 'The board that this plan reports to' }) board: string | null;
  @CalendarDate('Next board date', { nullable: true }) nextBoardOn: string | null;
}

/** One row of the list of plans. */
export class PlanItem extends Plan {
  @Quantity('Actions') actions: number;
  @Quantity('Open actions') openActions: number;
  @Quantity('Overdue actions') overdueActions: number;
  @Quantity('Dates to resolve') unresolvedDates: number;
  @Inside('Approved', () => Approval, { nullable: true }) approval: Approval | null;
}

export class PlanList {
  @Inside('Plans', () => PlanItem, { many: 500 }) items: PlanItem[];
}

export const NewPlan = draft(omit(Plan, 'id', 'version'));
export type NewPlan = InstanceType<typeof NewPlan>;

export class PlanEdit extends partial(omit(Plan, 'id', 'version')) {
  @Because() reason?: string;
  @Version() version: number;
}

export const planRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/plans', may: 'plan.read', says: 'List the plans', answer: PlanList }),
  add: route({ method: 'POST', path: 'localities/:locality/plans', may: 'plan.keep', says: 'Add a plan', body: NewPlan, answer: PlanItem, status: 201, refusals: ['name_taken', 'rule'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/plans/:id', may: 'plan.keep', says: 'Change a plan', body: PlanEdit, answer: PlanItem, refusals: ['name_taken', 'rule', 'stale'] }),
};
