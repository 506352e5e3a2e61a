import { Injectable } from '@nestjs/common';
import type { cycleRoutes, CycleState } from '@followthrough/contracts';
import { checkCadence, checkDates, escalation } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { cursorKeys } from '../kernel/cursor';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { type Transaction, Writes } from '../kernel/writes';
import { cycleDesk } from './cycles.sql';
import { planCycles } from './plan-cycles';
import { ReportingCadenceRow } from './reporting-cadence.row';
import { ReportingCycleRow } from './reporting-cycle.row';
import { cycleBytes, cyclePage, FREEZE, PUBLISH } from './snapshot.sql';

/** When a plan is reported on, and its reports: open while people report, frozen to be read through, published for ever. */
@Injectable()
export class Cycles {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  desk(asked: Asked<typeof cycleRoutes.desk>): Promise<string> {
    return this.reads.answer(asked, cycleDesk, [asked.params.id]);
  }

  page(asked: Asked<typeof cycleRoutes.page>): Promise<string> {
    const { after, edition } = asked.query;
    return this.reads.answer(asked, cyclePage, [asked.params.id, edition ?? null, after ? cursorKeys(after, 'cycle', ['number'])[0] : null]);
  }

  bytes(asked: Asked<typeof cycleRoutes.bytes>): Promise<string> {
    return this.reads.answer(asked, cycleBytes, [asked.params.id]);
  }

  setCadence(asked: Asked<typeof cycleRoutes.setCadence>): Promise<string> {
    const { id: planId } = asked.params;
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { version, boardId = null, ...said } = asked.body;
      await held(db, planId);
      const cadence = { ...said, boardId: said.every === 'board' ? boardId : null };
      refuse(checkCadence(cadence));
      if (cadence.boardId && !(await db.query<unknown[]>('select from board where id = $1 and retired_on is null for share', [cadence.boardId])).length) throw refuseField('boardId', 'That board is not here, or it is retired');
      const was = await db.findOneBy(ReportingCadenceRow, { planId });
      if (was && was.version !== version) throw new Refusal('stale');
      if (was) await db.update(ReportingCadenceRow, { planId }, cadence);
      else await db.insert(ReportingCadenceRow, { ...cadence, planId });
      await planCycles(db, planId);
      return answer(cycleDesk, [planId]);
    });
  }

  /** What was never frozen goes; what was, stays. */
  stop(asked: Asked<typeof cycleRoutes.stop>): Promise<string> {
    const { id: planId } = asked.params;
    return this.writes.transact(asked, async ({ db, answer }) => {
      await held(db, planId);
      if (await db.existsBy(ReportingCycleRow, { planId, state: 'frozen' })) throw new Refusal('rule', { detail: 'A report is frozen and not published: publish it first' });
      if (!(await db.delete(ReportingCadenceRow, { planId })).affected) throw new Refusal('not_found');
      await db.query('delete from reporting_cycle where plan_id = $1 and edition = 0', [planId]);
      if (await db.existsBy(ReportingCycleRow, { planId, state: 'open' })) throw new Refusal('rule', { detail: 'A report was opened again: freeze and publish it first' });
      return answer(cycleDesk, [planId]);
    });
  }

  adjust(asked: Asked<typeof cycleRoutes.adjust>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const planId = await planOf(db, asked.params.id);
      const merged = await merge(db, ReportingCycleRow, asked.params.id, asked.body);
      const { current, next } = merged;
      if (current.state === 'frozen' || current.state === 'published') throw new Refusal('rule', { detail: `The ${current.name} report is ${current.state}: its dates stay` });
      const [before] = await db.query<{ name: string; freezesOn: string }[]>('select name, freezes_on::text as "freezesOn" from reporting_cycle where plan_id = $1 and id <> $2 and period_to < $3 order by period_to desc limit 1', [planId, current.id, current.periodFrom]);
      // What is planned after it and was not adjusted moves along: it is planned again.
      const [after] = await db.query<{ name: string; opensOn: string }[]>('select name, opens_on::text as "opensOn" from reporting_cycle where plan_id = $1 and id <> $2 and period_from > $3 and (adjusted or state <> \'planned\') order by period_from limit 1', [planId, current.id, current.periodTo]);
      refuse(checkDates(next, { before: before ?? null, after: after ?? null, isOpen: current.state !== 'planned', wasOpensOn: current.opensOn }));
      const cadence = await db.findOneBy(ReportingCadenceRow, { planId });
      if (Object.keys(merged.changes).length > 0) await write(db, ReportingCycleRow, { ...merged, changes: { ...merged.changes, escalatesOn: escalation(next.dueOn, cadence?.grace ?? 1), adjusted: true } });
      await planCycles(db, planId);
      return answer(cycleDesk, [planId]);
    });
  }

  /** Two people who freeze at once freeze once: the second waits at the cycle's row and reads who was first. */
  freeze(asked: Asked<typeof cycleRoutes.freeze>): Promise<string> {
    return this.step(asked, async ({ db, actor }, cycle) => {
      if (cycle.state === 'frozen' || cycle.state === 'published') throw new Refusal('already_done', { detail: `${await whoFroze(db, cycle.id)} froze the ${cycle.name} report already` });
      if (cycle.state === 'planned') throw new Refusal('rule', { detail: `The ${cycle.name} report is not open yet` });
      await db.query(`update reporting_cycle set state = 'frozen', edition = edition + 1, frozen_at = now(), frozen_by = $2 where id = $1`, [cycle.id, actor.personId]);
      await db.query(FREEZE, [cycle.planId, cycle.id]);
    });
  }

  reopen(asked: Asked<typeof cycleRoutes.reopen>): Promise<string> {
    return this.step(asked, async ({ db }, cycle) => {
      if (cycle.state !== 'frozen' || !cycle.frozenAt) throw refusedIn(cycle, { published: 'is published: it never changes again', open: 'is open already', planned: 'is not frozen' });
      const [other] = await db.query<{ name: string }[]>(`select name from reporting_cycle where plan_id = $1 and state = 'open'`, [cycle.planId]);
      if (other) throw new Refusal('rule', { detail: `The ${other.name} report is open by now: what changed since belongs to that one` });
      await db.query('insert into cycle_reopening (cycle_id, edition, reason, frozen_at, frozen_by) select id, edition, $2, frozen_at, frozen_by from reporting_cycle where id = $1', [cycle.id, asked.body.reason]);
      await db.query(`update reporting_cycle set state = 'open', frozen_at = null, frozen_by = null where id = $1`, [cycle.id]);
    });
  }

  publish(asked: Asked<typeof cycleRoutes.publish>): Promise<string> {
    return this.step(asked, async ({ db }, cycle) => {
      if (cycle.state !== 'frozen') throw refusedIn(cycle, { published: 'is published already', open: 'is open: freeze it first', planned: 'is not open yet' });
      await db.query(PUBLISH, [cycle.id]);
    });
  }

  /** One deed on one cycle, whose row nobody else changes meanwhile. What comes next may open after it. */
  private step(asked: Asked<typeof cycleRoutes.freeze | typeof cycleRoutes.reopen | typeof cycleRoutes.publish>, deed: (transaction: Transaction, cycle: ReportingCycleRow) => Promise<void>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { db, answer } = transaction;
      const planId = await planOf(db, asked.params.id);
      const cycle = await db.findOneByOrFail(ReportingCycleRow, { id: asked.params.id });
      await deed(transaction, cycle);
      return answer(cycleDesk, [planId]);
    });
  }
}

/** The plan of a cycle, held: cycles of one plan change one after another. */
async function planOf(db: EntityManager, cycle: string): Promise<string> {
  const [found] = await db.query<{ planId: string }[]>('select plan_id as "planId" from reporting_cycle where id = $1', [cycle]);
  if (!found) throw new Refusal('not_found');
  await held(db, found.planId);
  return found.planId;
}

async function held(db: EntityManager, plan: string): Promise<void> {
  const [found] = await db.query<unknown[]>('select id from plan where id = $1 and withdrawn_at is null for update', [plan]);
  if (!found) throw new Refusal('not_found');
}

async function whoFroze(db: EntityManager, cycle: string): Promise<string> {
  const [row] = await db.query<{ name: string | null }[]>('select p.name from reporting_cycle c left join person p on p.id = c.frozen_by where c.id = $1', [cycle]);
  return row?.name ?? 'Somebody';
}

const refusedIn = (cycle: ReportingCycleRow, says: Readonly<Partial<Record<CycleState, string>>>): Refusal => new Refusal(cycle.state === 'published' || (cycle.state === 'open' && says.open?.endsWith('already')) ? 'already_done' : 'rule', { detail: `The ${cycle.name} report ${says[cycle.state] ?? ''}` });
