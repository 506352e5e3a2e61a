import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Pool, QueryConfig, QueryResultRow } from 'pg';
import { type Actor, actorOf, ENTER, type Entered, GREET, permit } from './actor';
import type { Asked } from './asked';
import { translated } from './database-refusals';
import { Refusal } from './refusal';
import { together } from './together';
import type { Statement } from './statement';

/** Reads: one exchange with PostgreSQL for one screen. Begin, enter, statement and commit travel together. */
@Injectable()
export class Reads {
  constructor(private readonly source: DataSource) {}

  /** The statement's JSON text. Nothing there: `not_found`. */
  async answer(asked: Asked, statement: Statement, values: readonly unknown[] = []): Promise<string> {
    const { rows } = await this.rows<{ answer: unknown }>(asked, statement, values);
    const answer = rows[0]?.answer;
    if (answer === undefined || answer === null) throw new Refusal('not_found');
    return typeof answer === 'string' ? answer : JSON.stringify(answer);
  }

  /** For answers that are not one JSON text, such as a workbook. */
  async rows<Row>(asked: Asked, statement: Statement, values: readonly unknown[] = []): Promise<{ readonly actor: Actor; readonly rows: Row[] }> {
    if (!asked.session) throw new Refusal('sign_in_needed');
    const locality = (asked.params as { readonly locality?: string }).locality ?? null;
    const { entered, rows } = await this.exchange<Entered, Row>({ ...ENTER, values: [asked.session, locality, asked.requestId] }, (row) => permit(actorOf(row), asked.route.may), statement, values);
    return { actor: actorOf(entered), rows };
  }

  /** One exchange behind one door: `entering` says who is asking, and `allow` refuses before anything leaves. */
  async exchange<Who extends QueryResultRow, Row>(entering: QueryConfig, allow: (who: Who) => void, statement: Statement, values: readonly unknown[]): Promise<{ readonly entered: Who; readonly rows: Row[] }> {
    const client = await this.pool().connect();
    try {
      const steps = await together(client, () => [
        client.query('begin read only'),
        client.query<Who>(entering),
        client.query({ ...statement, values: [...values], types: AS_TEXT }),
        client.query('commit'),
      ]);
      // The first failure is the cause; those behind it only say that the transaction was broken.
      const failed = steps.find((step) => step.status === 'rejected');
      const [, entered, answered] = steps;
      const who = entered.status === 'fulfilled' ? entered.value.rows[0] : undefined;
      if (who) allow(who);
      if (failed) throw translated(failed.reason);
      if (!who || answered.status !== 'fulfilled') throw new Error('a read came back incomplete');
      return { entered: who, rows: answered.value.rows as Row[] };
    } finally {
      client.release();
    }
  }

  /** For routes that anyone may ask. The statement sees no locality, and an actor only where there is a session. */
  async openly(asked: Asked, statement: Statement, values: readonly unknown[] = []): Promise<string | null> {
    const client = await this.pool().connect();
    try {
      const [, , answered] = await together(client, () => [
        client.query('begin read only'),
        client.query({ ...GREET, values: [asked.session, asked.requestId] }),
        client.query<{ answer: string | null }>({ ...statement, values: [...values], types: AS_TEXT }),
        client.query('commit'),
      ]);
      if (answered.status === 'rejected') throw translated(answered.reason);
      return answered.value.rows[0]?.answer ?? null;
    } finally {
      client.release();
    }
  }

  private pool(): Pool {
    return (this.source.driver as unknown as { readonly master: Pool }).master;
  }
}

/** JSON, dates and numbers stay the text that PostgreSQL wrote. */
const AS_TEXT = { getTypeParser: () => (value: string) => value } as never;
