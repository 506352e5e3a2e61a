import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, actorOf, ENTER, type Entered, GREET, permit } from './actor';
import type { Asked } from './asked';
import { translated } from './database-refusals';
import { Refusal } from './refusal';
import type { Statement } from './statement';

/** What a use case has inside its transaction. */
export interface Transaction {
  readonly actor: Actor;
  readonly db: EntityManager;
  /** The JSON text of one screen as this transaction sees it, so that nothing is fetched again. */
  answer(statement: Statement, values?: readonly unknown[]): Promise<string>;
}

/** Writes: one transaction that enters, decides, writes and answers with the fresh screen row. */
@Injectable()
export class Writes {
  constructor(private readonly source: DataSource) {}

  /** `work` returns the answer's JSON text. With an idempotency key, the same request again gets the first answer. */
  async transact(asked: Asked, work: (transaction: Transaction) => Promise<string>): Promise<string> {
    // Taken before the work, which may write into the body it was given.
    const hash = createHash('sha256').update(JSON.stringify(asked.body)).digest();
    try {
      return await this.once(asked, hash, work);
    } catch (thrown) {
      // Two of the same at once: the second waited for the first, met what it had written, and now finds its answer.
      if (asked.idempotencyKey && isTaken(thrown)) return this.once(asked, hash, work).catch((again: unknown) => Promise.reject(translated(again)));
      throw translated(thrown);
    }
  }

  private async once(asked: Asked, hash: Buffer, work: (transaction: Transaction) => Promise<string>): Promise<string> {
    const { session } = asked;
    if (!session) throw new Refusal('sign_in_needed');
    return this.source.transaction(async (db) => {
      const locality = (asked.params as { readonly locality?: string }).locality ?? null;
      const [entered] = await db.query<Entered[]>(ENTER.text, [session, locality, asked.requestId]);
      if (!entered) throw new Refusal('sign_in_needed');
      const actor = actorOf(entered);
      permit(actor, asked.route.may);
      const replay = await this.replay(asked, hash, db);
      if (replay !== undefined) return replay;
      const answer = await work({ actor, db, answer: (statement, values) => answerOf(db, statement, values ?? []) });
      await this.keep(asked, hash, db, answer);
      return answer;
    });
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

  private async replay(asked: Asked, hash: Buffer, db: EntityManager): Promise<string | undefined> {
    if (!asked.idempotencyKey) return undefined;
    const [kept] = await db.query<{ route: string; body_hash: Buffer; answer: string }[]>('select route, body_hash, answer from kernel.idempotency where key = $1', [asked.idempotencyKey]);
    if (!kept) return undefined;
    if (kept.route !== routeName(asked) || !kept.body_hash.equals(hash)) throw new Refusal('key_reused');
    return kept.answer;
  }

  private async keep(asked: Asked, hash: Buffer, db: EntityManager, answer: string): Promise<void> {
    if (!asked.idempotencyKey) return;
    await db.query('insert into kernel.idempotency (key, route, body_hash, status, answer) values ($1, $2, $3, $4, $5)', [asked.idempotencyKey, routeName(asked), hash, asked.route.status ?? 200, answer]);
  }
}

async function answerOf(db: EntityManager, statement: Statement, values: readonly unknown[]): Promise<string> {
  const [row] = await db.query<{ answer: unknown }[]>(statement.text, [...values]);
  if (row?.answer === undefined || row.answer === null) throw new Refusal('not_found');
  return typeof row.answer === 'string' ? row.answer : JSON.stringify(row.answer);
}

const routeName = (asked: Asked): string => `${asked.route.method} ${asked.request.url}`;

/** Something unique was there already: the key itself, or a name that the same request took a moment ago. */
function isTaken(thrown: unknown): boolean {
  return (thrown as { readonly driverError?: { readonly code?: string } } | null)?.driverError?.code === '23505';
}
