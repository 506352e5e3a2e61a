import { BoardItem } from './boards';
import { CoProductionStep } from './co-production';
import { AgreedCount } from './diagnoses';
import { draft, omit, partial } from './kernel/derive';
import { Because, CalendarDate, Flag, Id, Inside, Prose, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { Approval } from './versions';

/** What a locality agreed to do after a review. */
export class Plan {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Title') title: string;
  @Prose('Aim', { nullable: true, max: 2_000, hint: 'What will be different for people when this plan has worked' }) aim: string | null;
}

/** A board that a plan reports to, and when it meets next. */
export class ReportsTo {
  @Id('Board') id: string;
  @Text('Name') name: string;
  @CalendarDate('Meets next', { nullable: true }) nextOn: string | null;
}

/** One row of the list of plans. */
export class PlanItem extends Plan {
  @Inside('Reports to', () => ReportsTo, { many: 50 }) boards: ReportsTo[];
  @Quantity('Actions') actions: number;
  @Quantity('Open actions') openActions: number;
  @Quantity('Overdue actions') overdueActions: number;
  @Quantity('Dates to resolve') unresolvedDates: number;
  @Inside('Diagnosis agreed', () => AgreedCount, { hint: 'Of the findings that its actions answer' }) diagnosed: AgreedCount;
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

/** A signature under the aim, in the wording that was signed. */
export class Signature {
  @Id('Id') id: string;
  @Prose('Aim as signed', { max: 2_000 }) aim: string;
  @Flag('Signed as the aim now reads') isCurrent: boolean;
  @Text('Signed by') signedBy: string;
  @Text('Role') role: string;
  @CalendarDate('Signed on') signedOn: string;
  @Text('Recorded by', { nullable: true }) recordedByName: string | null;
  @CalendarDate('Taken back on', { nullable: true }) takenBackOn: string | null;
  @Text('Why it was taken back', { nullable: true, max: 500 }) takenBackWhy: string | null;
}

/** An organisation that takes part in the plan (accountable, contributing or sponsoring), or that signed it. */
export class PlanPartner {
  @Id('Organisation') id: string;
  @Text('Name') name: string;
  @Flag('Takes part in the plan') takesPart: boolean;
  @Inside('Signatures, latest first', () => Signature, { many: 100 }) signatures: Signature[];
}

/** Somebody who stands behind the plan in an organisation. */
export class Sponsor {
  @Id('Id') id: string;
  @Id('Organisation') organisationId: string;
  @Text('Organisation') organisationName: string;
  @Id('Person', { nullable: true }) personId: string | null;
  @Text('Person', { nullable: true }) personName: string | null;
  @Text('Role', { nullable: true }) role: string | null;
}

/** The plan as an agreement: its aim and who signed it, who stands behind it, where it is reported. */
export class PlanPage extends Plan {
  @Inside('Partners', () => PlanPartner, { many: 2_000 }) partners: PlanPartner[];
  @Inside('Approved', () => Approval, { nullable: true }) approval: Approval | null;
  @Inside('Sponsors', () => Sponsor, { many: 200 }) sponsors: Sponsor[];
  @Inside('Boards', () => BoardItem, { many: 50 }) boards: BoardItem[];
  @Inside('Done together', () => CoProductionStep, { many: 200 }) coProduction: CoProductionStep[];
}

/** Says which version of the plan was read, so that nobody signs a wording that they have not seen. */
export class NewSignature {
  @Id('Organisation') organisationId: string;
  @Text('Signed by', { hint: 'The person who signed for the organisation' }) signedBy: string;
  @Text('Role', { hint: 'In words, such as chief executive' }) role: string;
  @CalendarDate('Signed on') signedOn: string;
  @Version() version: number;
}

export class SignatureTakenBack {
  @Text('Why', { max: 500, hint: 'It stays in the history with this reason' }) why: string;
}

export class NewSponsor {
  @Id('Organisation') organisationId: string;
  @Id('Person', { optional: true, hint: 'Or only the role, where the person may change' }) personId?: string;
  @Text('Role', { optional: true, hint: 'In words, such as director of adult social care' }) role?: string;
}

export class PlanBoard {
  @Text('Board', { hint: 'One that is here already is found by its name' }) name: string;
}

export const planRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/plans', may: 'plan.read', says: 'List the plans', answer: PlanList }),
  page: route({ method: 'GET', path: 'localities/:locality/plans/:id', may: 'plan.read', says: 'One plan as an agreement: aim, signatures, sponsors and boards', answer: PlanPage }),
  add: route({ method: 'POST', path: 'localities/:locality/plans', may: 'plan.keep', says: 'Add a plan', body: NewPlan, answer: PlanItem, status: 201, refusals: ['name_taken', 'rule'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/plans/:id', may: 'plan.keep', says: 'Change a plan', body: PlanEdit, answer: PlanItem, refusals: ['name_taken', 'rule', 'stale'] }),
  sign: route({ method: 'POST', path: 'localities/:locality/plans/:id/signatures', may: 'plan.keep', says: 'Record that a partner signed the aim as it reads', body: NewSignature, answer: PlanPage, status: 201, refusals: ['rule', 'already_done'] }),
  takeBack: route({ method: 'POST', path: 'localities/:locality/plans/:id/signatures/:signature/taken-back', may: 'plan.keep', says: 'Take a signature back, with the reason; it stays in the history', body: SignatureTakenBack, answer: PlanPage, refusals: ['already_done'] }),
  addSponsor: route({ method: 'POST', path: 'localities/:locality/plans/:id/sponsors', may: 'plan.keep', says: 'Name who stands behind the plan in an organisation', body: NewSponsor, answer: PlanPage, status: 201, refusals: ['rule', 'already_done'] }),
  dropSponsor: route({ method: 'DELETE', path: 'localities/:locality/plans/:id/sponsors/:sponsor', may: 'plan.keep', says: 'Say that somebody no longer sponsors the plan', answer: PlanPage }),
  reportTo: route({ method: 'POST', path: 'localities/:locality/plans/:id/boards', may: 'plan.keep', says: 'Let the plan report to a board; a new name makes a new board', body: PlanBoard, answer: PlanPage, status: 201 }),
  stopReporting: route({ method: 'DELETE', path: 'localities/:locality/plans/:id/boards/:board', may: 'plan.keep', says: 'Say that the plan no longer reports to a board', answer: PlanPage }),
};
