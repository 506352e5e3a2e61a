import { draft, omit, partial } from './kernel/derive';
import { CalendarDate, Id, Inside, OneOf, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { type OrganisationKind, organisationKinds } from './words';

/** A partner in a locality: council, NHS body, provider, voluntary sector. It may be replaced by another mid-plan. */
export class Organisation {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Name') name: string;
  @OneOf('Kind', organisationKinds) kind: OrganisationKind;
  @Text('Other names', { many: 30, hint: 'Names and short forms used in plans, such as “the ICB”' }) aliases: string[];
  @CalendarDate('Partner from', { nullable: true }) validFrom: string | null;
  @CalendarDate('Partner until', { nullable: true }) validTo: string | null;
  @Id('Replaced by', { nullable: true }) successorId: string | null;
}

/** One row of the organisations screen. */
export class OrganisationItem extends Organisation {
  @Quantity('People') people: number;
  @Quantity('Open actions') openActions: number;
}

export class OrganisationList {
  @Inside('Organisations', () => OrganisationItem, { many: 2_000 }) items: OrganisationItem[];
}

export const NewOrganisation = draft(omit(Organisation, 'id', 'version'));
export type NewOrganisation = InstanceType<typeof NewOrganisation>;

/** An edit says what it changes and which version it was made from. */
export class OrganisationEdit extends partial(omit(Organisation, 'id', 'version')) {
  @Version() version: number;
}

export const organisationRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/organisations', may: 'plan.read', says: 'List the partner organisations', answer: OrganisationList }),
  add: route({ method: 'POST', path: 'localities/:locality/organisations', may: 'people.keep', says: 'Add a partner organisation', body: NewOrganisation, answer: OrganisationItem, status: 201, refusals: ['name_taken', 'rule'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/organisations/:id', may: 'people.keep', says: 'Change a partner organisation', body: OrganisationEdit, answer: OrganisationItem, refusals: ['name_taken', 'rule', 'stale'] }),
};
