import { Injectable } from '@nestjs/common';
import type { Route } from '@followthrough/contracts';
import { codeSaid } from '@followthrough/domain';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { translated } from '../kernel/database-refusals';
import { guestDigest, guestToken } from '../kernel/guest-cookie';
import { Reads } from '../kernel/reads';
import { Refusal } from '../kernel/refusal';
import type { Statement } from '../kernel/statement';
import { together } from '../kernel/together';
import { answerOf } from '../kernel/writes';

/** Somebody who has come into one room, and can reach nothing else: PostgreSQL gives them no locality. */
export interface Guest {
  readonly locality_id: string;
  readonly room_id: string;
  readonly participant_id: string;
}

/** What a use case has inside a guest's transaction. */
export interface GuestTransaction {
  readonly guest: Guest;
  readonly db: EntityManager;
  answer(statement: Statement, values?: readonly unknown[]): Promise<string>;
  committed(then: () => void): void;
}

const ENTER = { name: 'enter_as_guest', text: 'select * from enter_as_guest($1, $2, $3)' } as const;

/**
 * The door of guests: what `Reads` and `Writes` are for members. Nothing is replayed by key here: a question has the id that
 * its device made, and a vote is the same however often it comes.
 */
@Injectable()
export class Guests {
  constructor(
    private readonly source: DataSource,
    private readonly reads: Reads,
  ) {}

  async answer(asked: Asked, statement: Statement, values: readonly unknown[] = []): Promise<string> {
    const { rows } = await this.reads.exchange<Guest, { readonly answer: string | null }>({ ...ENTER, values: credentials(asked) }, () => undefined, statement, values);
    const answer = rows[0]?.answer;
    if (!answer) throw new Refusal('not_found');
    return answer;
  }

  /** `token`: of somebody who comes in just now; else the one that the request carries. */
  async transact(asked: Asked, work: (transaction: GuestTransaction) => Promise<string>, token?: string): Promise<string> {
    const values = credentials(asked, token);
    const afterwards: (() => void)[] = [];
    try {
      const answer = await this.source.transaction(async (db) => {
        const client = (await db.queryRunner?.connect()) as PoolClient;
        const [guest] = (await client.query<Guest>({ ...ENTER, values })).rows;
        if (!guest) throw new Refusal('not_found');
        return work({ guest, db, answer: (statement, more = []) => answerOf(client, statement, more), committed: (then) => void afterwards.push(then) });
      });
      for (const then of afterwards) then();
      return answer;
    } catch (thrown) {
      throw translated(thrown);
    }
  }

  /** A write of one statement. Begin, enter, statement and commit travel together: what it locks is held for no journey. */
  async once(asked: Asked, statement: Statement, values: readonly unknown[]): Promise<string> {
    const entering = { ...ENTER, values: credentials(asked) };
    const client = await (this.source.driver as unknown as { readonly master: Pool }).master.connect();
    try {
      const steps = await together(client, () => [client.query('begin'), client.query(entering), client.query<{ readonly answer: string }>({ ...statement, values: [...values] }), client.query('commit')]);
      const failed = steps.find((step) => step.status === 'rejected');
      if (failed) throw translated(failed.reason);
      const [, , answered] = steps;
      const answer = answered.status === 'fulfilled' ? answered.value.rows[0]?.answer : undefined;
      if (!answer) throw new Refusal('not_found');
      return answer;
    } finally {
      client.release();
    }
  }

  /** Who asks, and whether their room is open; refused when they have not come in. */
  async of(asked: Asked): Promise<Guest & { readonly isOpen: boolean }> {
    const { entered, rows } = await this.reads.exchange<Guest, { readonly state: string }>({ ...ENTER, values: credentials(asked) }, () => undefined, STATE, []);
    return { ...entered, isOpen: rows[0]?.state === 'open' };
  }
}

const STATE: Statement = { name: 'guests.state', text: 'select r.state from room r where r.id = current_room()' };

/** The code, the digest of the token and the request. A code that is not the token's own room is not told from one that is nowhere. */
function credentials(asked: Asked<Route>, token = guestToken(asked.request.headers.cookie)): [string, Buffer, string] {
  if (!token) throw new Refusal('join_needed');
  return [codeSaid((asked.params as Readonly<Record<string, string>>)['codeKey'] ?? ''), guestDigest(token), asked.requestId];
}
