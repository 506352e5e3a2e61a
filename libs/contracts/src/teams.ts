import { draft, omit, partial } from './kernel/derive';
import { CalendarDate, Id, Inside, OneOf, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { type TeamKind, teamKinds } from './words';

const WANTED = { many: 30, hint: 'Who should be in it, such as nurse or social worker' } as const;

/** People who work together: of one organisation, or a multi-disciplinary group of several. */
export class Team {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Name') name: string;
  @OneOf('Kind', teamKinds) kind: TeamKind;
  @Id('Organisation', { nullable: true, hint: 'None where several organisations make it up' }) organisationId: string | null;
  @Text('Professions it wants', WANTED) wanted: string[];
}

/** Somebody's time in a team. The same person can come and go. */
export class TeamMember {
  @Id('Id') id: string;
  @Version() version: number;
  @Id('Person') personId: string;
  @Text('Name') name: string;
  @Text('Job title', { nullable: true }) jobTitle: string | null;
  @Text('Profession', { nullable: true }) profession: string | null;
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @CalendarDate('Post filled from', { nullable: true, hint: 'Null: it is filled' }) expectedOn: string | null;
  @CalendarDate('From') fromOn: string;
  @CalendarDate('Until', { nullable: true }) toOn: string | null;
}

export class TeamItem extends Team {
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @Quantity('In it today') now: number;
  @Text('Professions in it today', { many: 50 }) professions: string[];
  @Inside('Members, those of today first', () => TeamMember, { many: 200 }) members: TeamMember[];
}

export class TeamList {
  @CalendarDate('Today') today: string;
  @Inside('Teams', () => TeamItem, { many: 500 }) items: TeamItem[];
}

export class NewTeam extends draft(omit(Team, 'id', 'version', 'wanted')) {
  @Text('Professions it wants', { ...WANTED, optional: true }) wanted?: string[];
}

export class TeamEdit extends partial(omit(Team, 'id', 'version')) {
  @Version() version: number;
}

export class NewTeamMember {
  @Id('Person') personId: string;
  @CalendarDate('From') fromOn: string;
  @CalendarDate('Until', { nullable: true, hint: 'The last day; empty until further notice' }) toOn: string | null;
}

/** When somebody's time in a team ends; null: no end is known again. */
export class TeamMemberEdit {
  @CalendarDate('Until', { nullable: true, hint: 'The last day' }) toOn: string | null;
  @Version() version: number;
}

export const teamRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/teams', may: 'people.read', says: 'List the teams and multi-disciplinary groups with their members', answer: TeamList }),
  add: route({ method: 'POST', path: 'localities/:locality/teams', may: 'people.keep', says: 'Add a team', body: NewTeam, answer: TeamItem, status: 201, refusals: ['name_taken', 'rule'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/teams/:id', may: 'people.keep', says: 'Change a team', body: TeamEdit, answer: TeamItem, refusals: ['name_taken', 'rule', 'stale'] }),
  withdraw: route({ method: 'DELETE', path: 'localities/:locality/teams/:id', may: 'people.keep', says: 'Take a team off the list; its history stays', answer: TeamList }),
  bringBack: route({ method: 'POST', path: 'localities/:locality/teams/:id/bring-back', may: 'people.keep', says: 'Put a team that was taken off back on the list', answer: TeamItem, refusals: ['name_taken'] }),
  join: route({ method: 'POST', path: 'localities/:locality/teams/:id/members', may: 'people.keep', says: 'Put somebody into a team from a day on', body: NewTeamMember, answer: TeamItem, status: 201, refusals: ['rule'] }),
  editMember: route({ method: 'PATCH', path: 'localities/:locality/teams/:id/members/:member', may: 'people.keep', says: 'Say when somebody’s time in a team ends', body: TeamMemberEdit, answer: TeamItem, refusals: ['rule', 'stale'] }),
  leave: route({ method: 'DELETE', path: 'localities/:locality/teams/:id/members/:member', may: 'people.keep', says: 'Take out somebody who was put into a team by mistake', answer: TeamItem }),
};
