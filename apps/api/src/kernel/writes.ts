import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, actorOf, ENTER, type Entered, GREET, permit } from './actor';
import type { Asked } from './asked';
import { translated } from './database-refusals';
import { Refusal } from './refusal';
import type { Statement } from './statement';
import { together } from './together';

/** What a use case has inside its transaction. */
export interface Transaction {
  readonly actor: Actor;
  readonly db: EntityManager;
  /** The JSON text of one screen as this transaction sees it, so that nothing is fetched again. */
  answer(statement: Statement, values?: readonly unknown[]): Promise<string>;
  /** Done once the transaction is in, and never when it is not. */
  committed(then: () => void): void;
}

/** Writes: one transaction that enters, decides, writes and answers with the fresh screen row. */
@Injectable()
export class Writes {
  constructor(private readonly source: DataSource) {}

  /**
   * `work` returns the answer's JSON text. With an idempotency key, the same request again gets the first answer.
   * `unkept`: the answer is nobody's to keep, so the same request does the same work again; such work must come to the same.
   */
  async transact(asked: Asked, work: (transaction: Transaction) => Promise<string>, unkept = false): Promise<string> {
    // Taken before the work, which may write into the body it was given.
    const hash = createHash('sha256').update(JSON.stringify(asked.body)).digest();
    try {
      return await this.once(asked, hash, work, unkept);
    } catch (thrown) {
      // Two of the same at once: the second waited for the first, met what it had written, and now finds its answer.
      if (asked.idempotencyKey && isTaken(thrown)) return this.once(asked, hash, work, unkept).catch((again: unknown) => Promise.reject(translated(again)));
      throw translated(thrown);
    }
  }

  private async once(asked: Asked, hash: Buffer, work: (transaction: Transaction) => Promise<string>, unkept: boolean): Promise<string> {
    const { session } = asked;
    if (!session) throw new Refusal('sign_in_needed');
    let kept: Promise<unknown> | undefined;
    const afterwards: (() => void)[] = [];
    const answer = await this.source.transaction(async (db) => {
      const client = (await db.queryRunner?.connect()) as PoolClient;
      const locality = (asked.params as { readonly locality?: string }).locality ?? null;
      const [entered, before] = await together(client, () => [
        client.query<Entered>({ ...ENTER, values: [session, locality, asked.requestId] }),
        asked.idempotencyKey ? client.query<Kept>({ ...KEPT, values: [asked.idempotencyKey] }) : undefined,
      ]);
      if (entered.status === 'rejected') throw entered.reason;
      const actor = actorOf(only(entered.value.rows));
      permit(actor, asked.route.may);
      if (before.status === 'rejected') throw before.reason;
      const replay = before.value?.rows[0];
      const first = replay && replayed(asked, hash, replay);
      if (first) return first;
      const done = await work({ actor, db, answer: (statement, values = []) => answerOf(client, statement, values), committed: (then) => void afterwards.push(then) });
      if (asked.idempotencyKey && !replay) kept = client.query({ ...KEEP, values: [asked.idempotencyKey, routeName(asked), hash, asked.route.status ?? 200, unkept ? null : done] });
      // Awaited below: the commit need not wait for it, and commits nothing when it has failed.
      kept?.catch(() => undefined);
      return done;
    });
    await kept;
    for (const then of afterwards) then();
    return answer;
  }

  /**
   * For routes that anyone may ask: one transaction without a locality, in which only security-definer functions find anything.
   * Nothing is replayed: there is nobody whose keys they would be.
   */
  async openly<T>(asked: Asked, work: (db: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.source.transaction(async (db) => {
        await db.query(GREET.text, [asked.session, asked.requestId]);
        return work(db);
      });
    } catch (thrown) {
      throw translated(thrown);
    }
  }
}

interface Kept {
  readonly route: string;
  readonly body_hash: Buffer;
  readonly answer: string | null;
}

const KEPT = { name: 'kernel.kept', text: 'select route, body_hash, answer from kernel.idempotency where key = $1' } as const;
const KEEP = { name: 'kernel.keep', text: 'insert into kernel.idempotency (key, route, body_hash, status, answer) values ($1, $2, $3, $4, $5)' } as const;

function replayed(asked: Asked, hash: Buffer, kept: Kept): string | null {
  if (kept.route !== routeName(asked) || !kept.body_hash.equals(hash)) throw new Refusal('key_reused');
  return kept.answer;
}

function only<Row>(rows: readonly Row[]): Row {
  if (!rows[0]) throw new Refusal('sign_in_needed');
  return rows[0];
}

export async function answerOf(client: PoolClient, statement: Statement, values: readonly unknown[]): Promise<string> {
  const { rows } = await client.query<{ answer: unknown }>({ ...statement, values: [...values] });
  const answer = rows[0]?.answer;
  if (answer === undefined || answer === null) throw new Refusal('not_found');
  return typeof answer === 'string' ? answer : JSON.stringify(answer);
}

const routeName = (asked: Asked): string => `${asked.route.method} ${asked.request.url}`;

/** Something unique was there already: the key itself, or a name that the same request took a moment ago. TypeORM wraps what pg throws. */
function isTaken(thrown: unknown): boolean {
  const error = thrown as { readonly code?: string; readonly driverError?: { readonly code?: string } } | null;
  return (error?.driverError?.code ?? error?.code) === '23505';
}
