import { Inject, Injectable } from '@nestjs/common';
import { type Chased, type chaseRoutes, UPDATE_EVERY } from '@followthrough/contracts';
import type { EntityManager } from 'typeorm';
import { ENV, type Env } from '../env';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { Writes } from '../kernel/writes';
import { Mail } from '../mail/mail';
import { chaseLetter, type Owing } from './chase-letter';
import { chaseList, noteChased, toChase, toRemind } from './chases.sql';

interface Place {
  readonly slug: string;
  readonly name: string;
}

/** Who owes an update, and one mail to each, at most once a day whoever sends it. */
@Injectable()
export class Chases {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    private readonly mail: Mail,
    @Inject(ENV) private readonly env: Env,
  ) {}

  list(asked: Asked<typeof chaseRoutes.list>): Promise<string> {
    return this.reads.answer(asked, chaseList, [asked.query.days ?? UPDATE_EVERY]);
  }

  send(asked: Asked<typeof chaseRoutes.send>): Promise<string> {
    const { days, personIds = null } = asked.body;
    return this.writes.transact(asked, async ({ db }) => {
      const owing = await db.query<Owing[]>(toChase, [days, personIds]);
      const [place] = await db.query<{ name: string }[]>('select name from locality');
      const sent = await this.post(db, { slug: asked.params.locality, name: place?.name ?? '' }, owing);
      const withEmail = owing.filter((one) => one.email).length;
      return JSON.stringify({ sent, alreadyToday: withEmail - sent, withoutEmail: owing.length - withEmail } satisfies Chased);
    });
  }

  /** The daily mail of reporting cycles, for whoever owes a report in one of them. Answers how many were written. */
  async remind(db: EntityManager, place: Place, cycleIds: readonly string[]): Promise<number> {
    return this.post(db, place, await db.query<Owing[]>(toRemind, [UPDATE_EVERY, cycleIds]));
  }

  /** One mail to each who can be mailed and was not today, whoever else sends them at this moment. */
  private async post(db: EntityManager, place: Place, owing: readonly Owing[]): Promise<number> {
    const due = owing.filter((one) => one.email && !one.chasedToday);
    if (due.length === 0) return 0;
    const noted = await db.query<{ personId: string }[]>(noteChased, [JSON.stringify(due.map(({ personId, count, lateCount }) => ({ personId, count: count + lateCount })))]);
    const chased = new Set(noted.map((one) => one.personId));
    const letters = due.filter((one) => chased.has(one.personId)).flatMap((one) => chaseLetter(one, place.name, `${this.env.publicUrl}/${place.slug}/my-work`) ?? []);
    await this.mail.post(db, letters);
    return letters.length;
  }
}
