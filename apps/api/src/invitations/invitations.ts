import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { InvitationShown, invitationRoutes, Role } from '@followthrough/contracts';
import { checkAccess, checkPassword } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import { ENV, type Env } from '../env';
import { Accounts } from '../identity/accounts';
import { ADDRESS, Attempts, network } from '../identity/attempts';
import { type Changed, Identity } from '../identity/identity';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { refuse, Refusal, refuseField } from '../kernel/refusal';
import { today } from '../kernel/today';
import { Writes } from '../kernel/writes';
import { Mail } from '../mail/mail';
import { People } from '../people/people';
import { invitationLetter } from './invitation-letter';
import { InvitationRow } from './invitation.row';
import { oneInvitation, waitingInvitations } from './invitations.sql';

const WEEK = 7 * 24 * 60 * 60 * 1000;
const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The only way to an account: somebody who may invites, the mail's link proves the address, and it works once. */
@Injectable()
export class Invitations {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    private readonly mail: Mail,
    private readonly accounts: Accounts,
    private readonly attempts: Attempts,
    private readonly identity: Identity,
    private readonly people: People,
    @Inject(ENV) private readonly env: Env,
  ) {}

  list(asked: Asked<typeof invitationRoutes.list>): Promise<string> {
    return this.reads.answer(asked, waitingInvitations);
  }

  invite(asked: Asked<typeof invitationRoutes.invite>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { actor, db } = transaction;
      const { email, roles, validTo = null } = asked.body;
      refuse(checkAccess({ roles, validTo }, await today(db)));
      const personId = await this.people.findOrAdd(db, asked.body);
      if ((await db.query<unknown[]>('select from membership where person_id = $1 and ended_at is null and (valid_to is null or valid_to >= today())', [personId])).length > 0) throw refuseField('email', 'They can sign in here already. Change their roles instead');
      await db.query('update invitation set revoked_at = now() where person_id = $1 and accepted_at is null and revoked_at is null', [personId]);
      const { token, ...link } = newLink();
      const { identifiers } = await db.insert(InvitationRow, { email, personId, roles, validTo, ...link });
      await this.send(db, identifiers[0]?.['id'] as string, token, actor.userName);
      return this.people.shown(transaction, personId);
    });
  }

  resend(asked: Asked<typeof invitationRoutes.resend>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { actor, db } = transaction;
      const { token, tokenDigest, expiresAt } = newLink();
      const personId = await changed(db, 'update invitation set token_digest = $2, expires_at = $3 where id = $1 and accepted_at is null and revoked_at is null returning person_id', [asked.params.id, tokenDigest, expiresAt]);
      await this.send(db, asked.params.id, token, actor.userName);
      return this.people.shown(transaction, personId);
    });
  }

  revoke(asked: Asked<typeof invitationRoutes.revoke>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const personId = await changed(transaction.db, 'update invitation set revoked_at = now() where id = $1 and accepted_at is null and revoked_at is null returning person_id', [asked.params.id]);
      return this.people.shown(transaction, personId);
    });
  }

  read(asked: Asked<typeof invitationRoutes.read>): Promise<string> {
    return this.guessed(asked, async () => {
      const answer = await this.reads.openly(asked, oneInvitation, [digestOf(asked.params.tokenKey)]);
      if (answer === null) throw new Refusal('link_expired');
      return answer;
    });
  }

  async open(asked: Asked<typeof invitationRoutes.open>): Promise<Changed> {
    const { name, password } = asked.body;
    const { email } = JSON.parse(await this.read(asked as never)) as InvitationShown;
    refuse(checkPassword(password, { name, email }));
    const digest = await this.accounts.digest(password);
    await this.writes.openly(asked, (db) => db.query('select accept_invitation($1, $2, $3)', [digestOf(asked.params.tokenKey), name, digest]));
    return this.identity.opened(asked, await this.accounts.signIn(email, password, asked.request));
  }

  join(asked: Asked<typeof invitationRoutes.join>): Promise<string> {
    return this.guessed(asked, () =>
      this.writes.transact(asked, async (transaction) => {
        await transaction.db.query('select accept_invitation($1, null, null)', [digestOf(asked.params.tokenKey)]);
        return this.identity.shown(transaction);
      }),
    );
  }

  /** Links are too long to guess; who tries is slowed down all the same. */
  private async guessed<T>(asked: Asked, work: () => Promise<T>): Promise<T> {
    const address = network(asked.request.ip);
    await this.attempts.allow('invitation', address, ADDRESS);
    const done = await work();
    await this.attempts.takeBack('invitation', address);
    return done;
  }

  private async send(db: EntityManager, id: string, token: string, inviter: string): Promise<void> {
    const [to] = await db.query<{ name: string; email: string; roles: Role[]; locality: string }[]>('select p.name, i.email, i.roles, l.name as locality from invitation i join person p on p.id = i.person_id join locality l on l.id = i.locality_id where i.id = $1', [id]);
    if (to) await this.mail.post(db, [invitationLetter({ ...to, inviter, link: `${this.env.publicUrl}/invitations/${token}` })]);
  }
}

const newLink = (): { readonly token: string; readonly tokenDigest: Buffer; readonly expiresAt: Date } => {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenDigest: digestOf(token), expiresAt: new Date(Date.now() + WEEK) };
};

/** The person of the invitation that an update touched; none touched is not found. */
async function changed(db: EntityManager, update: string, values: readonly unknown[]): Promise<string> {
  const [rows] = await db.query<[{ person_id: string }[], number]>(update, [...values]);
  const [row] = rows;
  if (!row) throw new Refusal('not_found');
  return row.person_id;
}
