import { Injectable } from '@nestjs/common';
import type { measureRoutes } from '@followthrough/contracts';
import { checkRetirement, checkTarget, MOST_MEASURES } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { today } from '../kernel/today';
import { Writes } from '../kernel/writes';
import { judge, locked } from './judge';
import { MeasureLinks } from './measure-links';
import { MeasureRow } from './measure.row';
import { measureList, measurePage, narrowing } from './measures.sql';

/** What is counted, which way is better, and until when. Its verdicts are not typed: its points say them. */
@Injectable()
export class Measures {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    private readonly links: MeasureLinks,
  ) {}

  list(asked: Asked<typeof measureRoutes.list>): Promise<string> {
    return this.reads.answer(asked, measureList, narrowing(asked.query));
  }

  page(asked: Asked<typeof measureRoutes.page>): Promise<string> {
    return this.reads.answer(asked, measurePage, [asked.params.id]);
  }

  add(asked: Asked<typeof measureRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { actionIds = [], findingIds = [], ...said } = asked.body;
      refuse(checkTarget(said));
      const [held] = await db.query<{ count: number }[]>('select count(*)::int as count from measure where withdrawn_at is null');
      if ((held?.count ?? 0) >= MOST_MEASURES) throw refuseField('title', `A locality has ${MOST_MEASURES} measures at most: withdraw one that nobody looks at`);
      const { identifiers } = await db.insert(MeasureRow, said);
      const id = String(identifiers[0]?.['id']);
      for (const actionId of actionIds) await this.links.put(db, id, { actionId }, 'actionIds');
      for (const findingId of findingIds) await this.links.put(db, id, { findingId }, 'findingIds');
      return answer(measurePage, [id]);
    });
  }

  /** Another target or direction is another verdict on the same points. */
  edit(asked: Asked<typeof measureRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = asked.params;
      const merged = await merge(db, MeasureRow, id, asked.body);
      refuse(checkTarget(merged.next));
      await write(db, MeasureRow, merged);
      if ('target' in merged.changes || 'direction' in merged.changes) await judge(db, merged.next);
      return answer(measurePage, [id]);
    });
  }

  /** What follows it takes over its actions and findings; those it had stay its own too, to be read. */
  retire(asked: Asked<typeof measureRoutes.retire>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = asked.params;
      const { retiredOn, replacedById = null } = asked.body;
      if (replacedById === id) throw refuseField('replacedById', 'A measure cannot follow itself');
      // Both are locked in one order: of two that would replace each other the second waits, and is refused.
      const both = await db.query<{ id: string; retiredOn: string | null }[]>('select id, retired_on::text as "retiredOn" from measure where id = any ($1::uuid[]) and withdrawn_at is null order by id for update', [[id, replacedById].filter((one) => one !== null)]);
      const { latestOn } = await locked(db, id);
      refuse(checkRetirement(retiredOn, latestOn, await today(db)));
      const next = both.find((one) => one.id === replacedById);
      if (replacedById && !next) throw refuseField('replacedById', 'That measure is not here');
      if (next?.retiredOn) throw refuseField('replacedById', 'That measure is retired itself');
      await db.update(MeasureRow, { id }, { retiredOn, replacedById });
      if (replacedById) await this.links.takeOver(db, id, replacedById);
      return answer(measurePage, [id]);
    });
  }

  takeUp(asked: Asked<typeof measureRoutes.takeUp>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = await locked(db, asked.params.id);
      await db.update(MeasureRow, { id }, { retiredOn: null, replacedById: null });
      return answer(measurePage, [id]);
    });
  }

  withdraw(asked: Asked<typeof measureRoutes.withdraw>): Promise<string> {
    return this.writes.transact(asked, async ({ db }) => {
      const { id } = await locked(db, asked.params.id);
      if (await this.links.isUsed(db, id)) throw new Refusal('in_use', { detail: 'An action, a finding, a why or another measure hangs on it: take it out there, or retire it' });
      await db.update(MeasureRow, { id }, { withdrawnAt: new Date() });
      return JSON.stringify({ id });
    });
  }
}
