import { Inject, Injectable } from '@nestjs/common';
import { type Chased, type chaseRoutes, UPDATE_EVERY } from '@followthrough/contracts';
import { ENV, type Env } from '../env';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { Writes } from '../kernel/writes';
import { Mail } from '../mail/mail';
import { chaseLetter, type Owing } from './chase-letter';
import { chaseList, noteChased, toChase } from './chases.sql';

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
      const withEmail = owing.filter((one) => one.email);
      const due = withEmail.filter((one) => !one.chasedToday);
      const noted = due.length > 0 ? await db.query<{ personId: string }[]>(noteChased, [JSON.stringify(due.map(({ personId, count }) => ({ personId, count })))]) : [];
      const chased = new Set(noted.map((one) => one.personId));
      const address = `${this.env.publicUrl}/${asked.params.locality}/my-work`;
      const letters = due.filter((one) => chased.has(one.personId)).flatMap((one) => chaseLetter(one, place?.name ?? '', address) ?? []);
      await this.mail.post(db, letters);
      return JSON.stringify({ sent: letters.length, alreadyToday: withEmail.length - letters.length, withoutEmail: owing.length - withEmail.length } satisfies Chased);
    });
  }
}
