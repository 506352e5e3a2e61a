import { type Role, roles } from './access';
import { NewPassword, Session } from './identity';
import { draft } from './kernel/derive';
import { CalendarDate, Email, Flag, Id, Inside, OneOf, Text } from './kernel/fields';
import { route } from './kernel/route';
import { OpenInvitation, PersonItem } from './people';

/** One row of the list of invitations that wait. */
export class InvitationItem extends OpenInvitation {
  @Id('Person') personId: string;
  @Text('Name') name: string;
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @Text('Invited by', { nullable: true }) invitedBy: string | null;
  @Flag('Run out') hasRunOut: boolean;
}

export class InvitationList {
  @Inside('Invitations', () => InvitationItem, { many: 500 }) items: InvitationItem[];
}

class Invited {
  @Id('Person', { nullable: true, hint: 'Somebody who is here already; without it, whoever has the address, or a new person' }) personId: string | null;
  @Text('Name') name: string;
  @Email('E-mail address') email: string;
  @OneOf('Roles', roles, { many: 6 }) roles: Role[];
  @Id('Organisation', { nullable: true }) organisationId: string | null;
  @CalendarDate('Access until', { nullable: true, hint: 'The last day they can sign in; visitors need one' }) validTo: string | null;
}

export const NewInvitation = draft(Invited);
export type NewInvitation = InstanceType<typeof NewInvitation>;

/** What a link says to whoever holds it. */
export class InvitationShown {
  @Text('Short name') slug: string;
  @Text('Locality') locality: string;
  @Text('Name') name: string;
  @Email('E-mail address') email: string;
  @OneOf('Roles', roles, { many: 6 }) roles: Role[];
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @CalendarDate('Access until', { nullable: true }) validTo: string | null;
  /** There is an account with this address: sign in with it to accept. */
  @Flag('Has an account') hasAccount: boolean;
  /** The person asking is signed in with this address. */
  @Flag('Signed in with it') isMine: boolean;
}

export class NewAccount extends NewPassword {
  @Text('Name') name: string;
}

export const invitationRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/invitations', may: 'people.invite', says: 'List the invitations that wait', answer: InvitationList }),
  invite: route({ method: 'POST', path: 'localities/:locality/invitations', may: 'people.invite', says: 'Invite somebody by mail; an earlier invitation of theirs ends', body: NewInvitation, answer: PersonItem, status: 201, refusals: ['rule', 'name_taken'] }),
  resend: route({ method: 'POST', path: 'localities/:locality/invitations/:id/resend', may: 'people.invite', says: 'Send an invitation again with a new link; the old link ends', answer: PersonItem }),
  revoke: route({ method: 'DELETE', path: 'localities/:locality/invitations/:id', may: 'people.invite', says: 'Take an invitation back', answer: PersonItem }),
  read: route({ method: 'GET', path: 'invitations/:tokenKey', may: 'anyone', says: 'Read the invitation that a link is for', answer: InvitationShown, refusals: ['link_expired'] }),
  open: route({ method: 'POST', path: 'invitations/:tokenKey/account', may: 'anyone', says: 'Accept an invitation with a new account, and sign in', body: NewAccount, answer: Session, status: 201, refusals: ['link_expired', 'rule', 'already_done'] }),
  join: route({ method: 'POST', path: 'invitations/:tokenKey/join', may: 'signed_in', says: 'Accept an invitation with the account I have', answer: Session, refusals: ['link_expired', 'rule', 'already_done'] }),
};
