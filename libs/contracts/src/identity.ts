import { roles, type Role } from './access';
import { Email, Flag, Id, Inside, Instant, OneOf, Text } from './kernel/fields';
import { route } from './kernel/route';

/** Who is signed in. */
export class Account {
  @Id('Id') id: string;
  @Text('Name') name: string;
  @Email('E-mail address') email: string;
}

/** A locality that the person asking belongs to, and what they are there. */
export class MyLocality {
  @Text('Short name') slug: string;
  @Text('Name') name: string;
  @Text('Accent colour', { nullable: true, max: 7 }) accent: string | null;
  @Id('Me there') personId: string;
  @OneOf('Roles', roles, { many: 6 }) roles: Role[];
}

/** What every screen starts from. Nobody signed in: `user` is null and there are no localities. */
export class Session {
  @Inside('Signed in', () => Account, { nullable: true }) user: Account | null;
  @Inside('Localities', () => MyLocality, { many: 2_000 }) localities: MyLocality[];
}

export class SignIn {
  @Email('E-mail address') email: string;
  @Text('Password', { max: 128 }) password: string;
}

/** One place where I am signed in. */
export class SessionItem {
  @Id('Id') id: string;
  @Instant('Signed in') createdAt: string;
  @Instant('Last used') seenAt: string;
  @Text('Address', { nullable: true }) address: string | null;
  @Text('Browser', { nullable: true, max: 1_000 }) agent: string | null;
  @Flag('This one') isThis: boolean;
}

export class SessionList {
  @Inside('Sessions', () => SessionItem, { many: 1_000 }) items: SessionItem[];
}

export class ResetAsked {
  @Email('E-mail address') email: string;
}

/** Twelve characters at least: length protects more than odd characters do. Common passwords are refused. */
export class NewPassword {
  @Text('New password', { min: 12, max: 128, hint: 'At least 12 characters. Three or four unrelated words work well' }) password: string;
}

export class PasswordChange extends NewPassword {
  @Text('Current password', { max: 128 }) currentPassword: string;
}

export const identityRoutes = {
  session: route({ method: 'GET', path: 'session', may: 'anyone', says: 'Say who is signed in and where they belong; nobody is an answer too', answer: Session }),
  signIn: route({ method: 'POST', path: 'sign-in', may: 'anyone', says: 'Sign in with e-mail and password', body: SignIn, answer: Session, refusals: ['wrong_password'] }),
  signOut: route({ method: 'POST', path: 'sign-out', may: 'anyone', says: 'Sign out; without a session nothing happens', answer: Session }),
  sessions: route({ method: 'GET', path: 'sessions', may: 'signed_in', says: 'List where I am signed in', answer: SessionList }),
  endSession: route({ method: 'DELETE', path: 'sessions/:id', may: 'signed_in', says: 'End one of my sessions at once', answer: SessionList }),
  endOtherSessions: route({ method: 'DELETE', path: 'sessions', may: 'signed_in', says: 'End all my sessions but this one', answer: SessionList }),
  askReset: route({ method: 'POST', path: 'password-reset', may: 'anyone', says: 'Ask for a mail to set a new password; the answer is the same whoever asks', body: ResetAsked, status: 202 }),
  reset: route({ method: 'POST', path: 'password-reset/:tokenKey', may: 'anyone', says: 'Set a new password by the link in the mail; ends every session', body: NewPassword, status: 204, refusals: ['link_expired', 'rule'] }),
  changePassword: route({ method: 'POST', path: 'password', may: 'signed_in', says: 'Change my password; ends my other sessions', body: PasswordChange, answer: Session, refusals: ['wrong_password', 'rule'] }),
};
