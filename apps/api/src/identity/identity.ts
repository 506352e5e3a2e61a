import { Injectable } from '@nestjs/common';
import type { identityRoutes, Route } from '@followthrough/contracts';
import { checkPassword } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { refuse, Refusal } from '../kernel/refusal';
import { type Transaction, Writes } from '../kernel/writes';
import { Accounts, type Opened } from './accounts';
import { ACCOUNT, ADDRESS, Attempts, network, RESET } from './attempts';
import { mySession, mySessions } from './identity.sql';

const NOBODY = JSON.stringify({ user: null, localities: [] });

/** An answer that also changes who the browser is. */
export interface Changed {
  readonly cookies: readonly string[];
  readonly answer: string;
}

/**
 * Who somebody is: signing in and out, sessions and passwords. Nothing here tells a stranger whether an account exists,
 * neither by words nor by time, and guessing gets slower with every try.
 */
@Injectable()
export class Identity {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    private readonly accounts: Accounts,
    private readonly attempts: Attempts,
  ) {}

  /** Signed out is an answer, not a refusal: every visit to the sign-in page begins with this question. */
  async session(asked: Asked): Promise<string> {
    return (await this.reads.openly(asked, mySession)) ?? NOBODY;
  }

  async signIn(asked: Asked<typeof identityRoutes.signIn>): Promise<Changed> {
    const { email, password } = asked.body;
    const opened = await this.tried(email, asked.request.ip, () => this.accounts.signIn(email, password, asked.request));
    // The browser forgets the session that it had: nobody else should find it alive.
    if (asked.session) await this.accounts.forget(asked.session);
    return this.opened(asked, opened);
  }

  async signOut(asked: Asked): Promise<Changed> {
    const { cookies } = await this.accounts.signOut(asked.request);
    return { cookies, answer: NOBODY };
  }

  /** The session within a transaction: what accepting an invitation answers with. */
  shown({ answer }: Transaction): Promise<string> {
    return answer(mySession);
  }

  sessions(asked: Asked): Promise<string> {
    return this.reads.answer(asked, mySessions);
  }

  endSession(asked: Asked<typeof identityRoutes.endSession>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const [ended] = await db.query<{ count: string }[]>('select end_my_sessions($1) as count', [asked.params.id]);
      if (ended?.count === '0') throw new Refusal('not_found');
      return answer(mySessions);
    });
  }

  endOtherSessions(asked: Asked): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      await db.query('select end_my_sessions(null)');
      return answer(mySessions);
    });
  }

  async askReset(asked: Asked<typeof identityRoutes.askReset>): Promise<void> {
    const { email } = asked.body;
    await this.attempts.allow('reset-from', network(asked.request.ip), ADDRESS);
    await atLeast(400, async () => {
      if ((await this.attempts.count('reset-to', email, RESET)) === 0) await this.accounts.askReset(email);
    });
  }

  async reset(asked: Asked<typeof identityRoutes.reset>): Promise<void> {
    await this.attempts.allow('reset-link', network(asked.request.ip), ADDRESS);
    refuse(checkPassword(asked.body.password, await this.accounts.ownerOf(asked.params.tokenKey)));
    await this.accounts.reset(asked.params.tokenKey, asked.body.password);
    await this.attempts.takeBack('reset-link', network(asked.request.ip));
  }

  async changePassword(asked: Asked<typeof identityRoutes.changePassword>): Promise<Changed> {
    const { user } = JSON.parse(await this.reads.answer(asked, mySession)) as { user: { name: string; email: string } };
    refuse(checkPassword(asked.body.password, user));
    const { currentPassword, password } = asked.body;
    return this.opened(asked, await this.tried(user.email, asked.request.ip, () => this.accounts.changePassword(currentPassword, password, asked.request)));
  }

  /** A password is tried: counted first, for the account and for the address, and forgotten when it was right. */
  private async tried(email: string, address: string, attempt: () => Promise<Opened>): Promise<Opened> {
    await this.attempts.allow('address', network(address), ADDRESS);
    await this.attempts.allow('account', email, ACCOUNT);
    const opened = await attempt();
    await Promise.all([this.attempts.takeBack('address', network(address)), this.attempts.clear('account', email)]);
    return opened;
  }

  /** Answers with who the browser is now. */
  async opened(asked: Asked<Route>, { cookies, token }: Opened): Promise<Changed> {
    return { cookies, answer: await this.reads.answer({ ...asked, session: token }, mySession) };
  }
}

/** Takes as long whether there was much to do or nothing, so that time tells no stranger who has an account. */
async function atLeast(milliseconds: number, work: () => Promise<void>): Promise<void> {
  await Promise.all([work(), new Promise((resolve) => setTimeout(resolve, milliseconds))]);
}
