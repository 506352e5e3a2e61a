import { type Role, roleNames } from '@followthrough/contracts';
import type { Letter } from '../mail/letter';

interface Invited {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly inviter: string;
  readonly locality: string;
  readonly link: string;
}

/** What an invited person reads first of us: who asks, to what, and what to do. */
export function invitationLetter({ name, email, roles, inviter, locality, link }: Invited): Letter {
  return {
    to: email,
    subject: `${inviter} invites you to ${locality} on Followthrough`.slice(0, 200),
    paragraphs: [
      `Hello ${name}`,
      `${inviter} invites you to ${locality} as ${roles.map((role) => roleNames[role].toLowerCase()).join(' and ')}. Followthrough is where ${locality} keeps its action plan and says honestly how it goes.`,
      'To accept, open this link. It works once, for seven days:',
      link,
      'If you did not expect this, you can leave it: nothing happens.',
    ],
  };
}
