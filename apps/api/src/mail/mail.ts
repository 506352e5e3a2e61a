import { Inject, Injectable } from '@nestjs/common';
import type { mailRoutes } from '@followthrough/contracts';
import type { EntityManager } from 'typeorm';
import { ENV, type Env } from '../env';
import { IdentityPool } from '../kernel/identity-pool';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { Refusal } from '../kernel/refusal';
import { asText, type Letter } from './letter';
import { outbox } from './mail.sql';

/** Mail is a row beside the deed that causes it: both happen or neither, and a mail server that is down loses nothing. */
@Injectable()
export class Mail {
  constructor(
    private readonly reads: Reads,
    private readonly identity: IdentityPool,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Posts letters within a write's transaction, for its locality. */
  async post(db: EntityManager, letters: readonly Letter[]): Promise<void> {
    if (letters.length === 0) return;
    await db.query('insert into kernel.outbox (recipient, subject, body, calendar_method, calendar) select * from jsonb_to_recordset($1) as t(recipient text, subject text, body text, calendar_method text, calendar text)', [JSON.stringify(letters.map(asRow))]);
  }

  /** Posts a letter that belongs to no locality: a reset that somebody asked for. */
  async postAlone(letter: Letter): Promise<void> {
    const { recipient, subject, body } = asRow(letter);
    await this.identity.pool.query('insert into kernel.outbox (locality_id, recipient, subject, body) values (null, $1, $2, $3)', [recipient, subject, body]);
  }

  outbox(asked: Asked<typeof mailRoutes.outbox>): Promise<string> {
    if (!this.env.demo) throw new Refusal('not_found');
    return this.reads.answer(asked, outbox);
  }
}

const asRow = (letter: Letter) => ({ recipient: letter.to, subject: letter.subject.slice(0, 200), body: asText(letter), calendar_method: letter.calendar?.method ?? null, calendar: letter.calendar?.content ?? null });
