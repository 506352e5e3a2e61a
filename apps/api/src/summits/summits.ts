import { Injectable } from '@nestjs/common';
import type { summitRoutes, SummitState } from '@followthrough/contracts';
import { londonDay, whyNot } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { Rooms } from '../rooms/rooms';
import { heldSummit, summitToChange } from './held';
import { SummitRow } from './summit.row';
import { allSummits, onePage, settledOutcomes, wholeRecord } from './summits.sql';

const MARKS = { open: 'openedAt', closed: 'closedAt', published: 'publishedAt' } as const;

type Step = typeof summitRoutes.open | typeof summitRoutes.close | typeof summitRoutes.publish;

/** Where leaders meet: prepared, held, settled and then published. What is agreed there is in outcomes.ts. */
@Injectable()
export class Summits {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    private readonly rooms: Rooms,
  ) {}

  list(asked: Asked<typeof summitRoutes.list>): Promise<string> {
    return this.reads.answer(asked, allSummits);
  }

  page(asked: Asked<typeof summitRoutes.page>): Promise<string> {
    return this.reads.answer(asked, onePage, [asked.params.id]);
  }

  record(asked: Asked<typeof summitRoutes.record>): Promise<string> {
    return this.reads.answer(asked, wholeRecord, [asked.params.id]);
  }

  add(asked: Asked<typeof summitRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { identifiers } = await db.insert(SummitRow, asked.body);
      return answer(onePage, [identifiers[0]?.['id']]);
    });
  }

  edit(asked: Asked<typeof summitRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      await summitToChange(db, asked.params.id);
      await write(db, SummitRow, await merge(db, SummitRow, asked.params.id, asked.body));
      return answer(onePage, [asked.params.id]);
    });
  }

  open(asked: Asked<typeof summitRoutes.open>): Promise<string> {
    return this.step(asked, 'open');
  }

  close(asked: Asked<typeof summitRoutes.close>): Promise<string> {
    return this.step(asked, 'closed');
  }

  publish(asked: Asked<typeof summitRoutes.publish>): Promise<string> {
    return this.step(asked, 'published');
  }

  private step(asked: Asked<Step>, to: Exclude<SummitState, 'draft'>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { db, answer } = transaction;
      const { id } = asked.params;
      const summit = await heldSummit(db, id, asked.body.version);
      const outcomes = await db.query<{ noAction: string | null; actions: unknown[] }[]>(settledOutcomes, [id]);
      const why = whyNot({ ...summit, outcomes }, to, londonDay(new Date()));
      if (why) throw new Refusal('rule', { detail: why });
      // When it was first opened stays, however often it is closed too soon.
      await db.update(SummitRow, { id }, { state: to, ...(to === 'open' && summit.openedAt ? {} : { [MARKS[to]]: new Date() }) });
      if (to === 'closed') await this.rooms.closeWith(transaction, id);
      return answer(onePage, [id]);
    });
  }
}
