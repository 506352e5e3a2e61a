import { Injectable } from '@nestjs/common';
import type { summitRoutes } from '@followthrough/contracts';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Writes } from '../kernel/writes';
import { SummitRow } from './summit.row';
import { allSummits, onePage } from './summits.sql';

/** Where leaders met. What they agreed is in outcomes.ts. */
@Injectable()
export class Summits {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  list(asked: Asked<typeof summitRoutes.list>): Promise<string> {
    return this.reads.answer(asked, allSummits);
  }

  page(asked: Asked<typeof summitRoutes.page>): Promise<string> {
    return this.reads.answer(asked, onePage, [asked.params.id]);
  }

  add(asked: Asked<typeof summitRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { identifiers } = await db.insert(SummitRow, asked.body);
      return answer(onePage, [identifiers[0]?.['id']]);
    });
  }

  edit(asked: Asked<typeof summitRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      await write(db, SummitRow, await merge(db, SummitRow, asked.params.id, asked.body));
      return answer(onePage, [asked.params.id]);
    });
  }
}
