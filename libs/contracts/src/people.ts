import { type Role, roles } from './access';
import { draft, omit, partial } from './kernel/derive';
import { CalendarDate, Email, Id, Inside, Instant, OneOf, Prose, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';

/** Somebody who matters to the plan. Many own actions without ever signing in. */
export class Person {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Name') name: string;
  @Text('Job title', { nullable: true }) jobTitle: string | null;
  @Email('E-mail address', { nullable: true }) email: string | null;
  @Text('Profession', { nullable: true, hint: 'Such as nurse, social worker or analyst' }) profession: string | null;
  @Id('Organisation', { nullable: true }) organisationId: string | null;
  @CalendarDate('Post filled from', { nullable: true, hint: 'Only for a post that nobody has yet: the day from which somebody will. Empty for everybody else' }) expectedOn: string | null;
  @Prose('Note', { nullable: true, max: 1_000, hint: 'Nothing about patients or anybody’s health' }) note: string | null;
}

/** Whether somebody can sign in here. `ended`: they could, and no longer can. */
export const accountStates = ['none', 'invited', 'active', 'ended'] as const;
export type AccountState = (typeof accountStates)[number];

/** What somebody may do here, and until when. */
export class Membership {
  @Id('Id') id: string;
  @Version() version: number;
  @OneOf('Roles', roles, { many: 6 }) roles: Role[];
  @CalendarDate('Access until', { nullable: true, hint: 'The last day they can sign in; empty for as long as it is wanted' }) validTo: string | null;
}

/** An invitation that waits for its answer, or has run out. */
export class OpenInvitation {
  @Id('Id') id: string;
  @Email('E-mail address') email: string;
  @OneOf('Roles', roles, { many: 6 }) roles: Role[];
  @CalendarDate('Access until', { nullable: true }) validTo: string | null;
  @Instant('Link works until') expiresAt: string;
}

/** One row of the people screen. */
export class PersonItem extends Person {
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @Quantity('Open actions') openActions: number;
  @OneOf('Account', accountStates) account: AccountState;
  @Inside('Access', () => Membership, { nullable: true }) membership: Membership | null;
  @Inside('Invitation', () => OpenInvitation, { nullable: true }) invitation: OpenInvitation | null;
}

export class PeopleQuery {
  @Text('Name or job', { optional: true, max: 100 }) words?: string;
  @Id('Organisation', { optional: true }) organisation?: string;
  @OneOf('Account', accountStates, { optional: true }) account?: AccountState;
  @Text('After', { optional: true, max: 2_000, hint: 'The `next` of the page before' }) after?: string;
}

export class PeoplePage {
  @Inside('People', () => PersonItem, { many: 50 }) items: PersonItem[];
  @Text('Next page', { nullable: true, max: 2_000 }) next: string | null;
}

export const NewPerson = draft(omit(Person, 'id', 'version'));
export type NewPerson = InstanceType<typeof NewPerson>;

export class PersonEdit extends partial(omit(Person, 'id', 'version')) {
  @Version() version: number;
}

export const peopleRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/people', may: 'people.read', says: 'List people by name, fifty at a time', query: PeopleQuery, answer: PeoplePage }),
  add: route({ method: 'POST', path: 'localities/:locality/people', may: 'people.keep', says: 'Add a person, with no account', body: NewPerson, answer: PersonItem, status: 201, refusals: ['name_taken', 'rule'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/people/:id', may: 'people.keep', says: 'Change a person', body: PersonEdit, answer: PersonItem, refusals: ['name_taken', 'rule', 'stale'] }),
};
