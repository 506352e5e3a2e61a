import { Injectable } from '@nestjs/common';
import type { coProductionRoutes } from '@followthrough/contracts';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Refusal, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { CoProductionStepRow } from './co-production-step.row';
import { steps } from './co-production.sql';

const MOST = 200;

/** What is done together with people who use services: steps of the whole plan, or of one action. */
@Injectable()
export class CoProduction {
  constructor(private readonly writes: Writes) {}

  add(asked: Asked<typeof coProductionRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { planId = null, actionId = null } = asked.body;
      if ((planId === null) === (actionId === null)) throw refuseField('actionId', 'Say the plan or the action that it belongs to');
      await present(db, planId ? 'plan' : 'action', planId ?? actionId);
      const [row] = await db.query<{ many: number }[]>('select count(*)::int as many from co_production_step where plan_id = $1 or action_id = $2', [planId, actionId]);
      if ((row?.many ?? 0) >= MOST) throw refuseField('what', `There are ${MOST} steps already`);
      await db.insert(CoProductionStepRow, asked.body);
      return answer(steps, [planId, actionId]);
    });
  }

  edit(asked: Asked<typeof coProductionRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const merged = await merge(db, CoProductionStepRow, asked.params.id, asked.body);
      await write(db, CoProductionStepRow, merged);
      return answer(steps, [merged.current.planId, merged.current.actionId]);
    });
  }

  remove(asked: Asked<typeof coProductionRoutes.remove>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = asked.params;
      const step = await db.findOneBy(CoProductionStepRow, { id });
      if (!step) throw new Refusal('not_found');
      await db.delete(CoProductionStepRow, { id });
      return answer(steps, [step.planId, step.actionId]);
    });
  }
}

async function present(db: EntityManager, table: 'plan' | 'action', id: string | null): Promise<void> {
  const found = await db.query<unknown[]>(`select id from ${table} where id = $1 and withdrawn_at is null`, [id]);
  if (found.length === 0) throw refuseField(`${table}Id`, `That ${table} is not here`);
}
