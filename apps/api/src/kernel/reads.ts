import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Pool, QueryConfig } from 'pg';
import { type Actor, actorOf, ENTER, type Entered, GREET, permit } from './actor';
import type { Asked } from './asked';
import { translated } from './database-refusals';
import { type Exchanged, exchange } from './exchange';
import { Refusal } from './refusal';
import type { Statement } from './statement';

/** Reads: one exchange with PostgreSQL for one screen. Enter and statement travel together and are one transaction, which can only read. */
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
  async rows<Row extends object>(asked: Asked, statement: Statement, values: readonly unknown[] = []): Promise<{ readonly actor: Actor; readonly rows: Row[] }> {
    if (!asked.session) throw new Refusal('sign_in_needed');
    const locality = (asked.params as { readonly locality?: string }).locality ?? null;
    const { entered, rows } = await this.exchange<Entered, Row>({ ...ENTER, values: [asked.session, locality, asked.requestId] }, (row) => permit(actorOf(row), asked.route.may), statement, values);
    return { actor: actorOf(entered), rows };
  }

  /** One exchange behind one door: `entering` says who is asking, and `allow` refuses before anything leaves. */
  async exchange<Who extends object, Row extends object>(entering: QueryConfig, allow: (who: Who) => void, statement: Statement, values: readonly unknown[]): Promise<{ readonly entered: Who; readonly rows: Row[] }> {
    const { entered, rows, failed } = await this.behind<Who, Row>(entering, statement, values);
    // Somebody who may not ask is told so, and not what their question ran into.
    if (entered[0]) allow(entered[0]);
    if (failed) throw translated(failed);
    if (!entered[0]) throw new Error('a read came back incomplete');
    return { entered: entered[0], rows };
  }

  /** For routes that anyone may ask. The statement sees no locality, and an actor only where there is a session. */
  async openly(asked: Asked, statement: Statement, values: readonly unknown[] = []): Promise<string | null> {
    const { rows, failed } = await this.behind<object, { answer: string | null }>({ ...GREET, values: [asked.session, asked.requestId] }, statement, values);
    if (failed) throw translated(failed);
    return rows[0]?.answer ?? null;
  }

  private async behind<Who extends object, Row extends object>(door: QueryConfig, statement: Statement, values: readonly unknown[]): Promise<Exchanged<Who, Row>> {
    const client = await this.pool().connect();
    try {
      return await exchange<Who, Row>(client, door, { ...statement, values: [...values], types: AS_TEXT });
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
