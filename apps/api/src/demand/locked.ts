import type { EntityManager } from 'typeorm';
import { Refusal } from '../kernel/refusal';
import { EffortRow } from './effort.row';

/** An action that is in its plan, locked, so that its lines and who is on them change one after another. */
export async function lockedAction(db: EntityManager, id: string): Promise<{ readonly planId: string; readonly milestones: number; readonly efforts: number }> {
  await db.query('select from action where id = $1 for update', [id]);
  const [row] = await db.query<{ planId: string; milestones: number; efforts: number }[]>(
    `select a.plan_id as "planId", (select count(*)::integer from milestone m where m.action_id = a.id and m.withdrawn_at is null) as milestones,
       (select count(*)::integer from effort e where e.action_id = a.id and e.withdrawn_at is null) as efforts
     from action a where a.id = $1 and a.withdrawn_at is null`,
    [id],
  );
  if (!row) throw new Refusal('not_found');
  return row;
}

/** A line that is there, or with `isOut` one that was taken out, with its action locked. */
export async function lockedEffort(db: EntityManager, id: string, isOut = false) {
  const found = await db.findOneBy(EffortRow, { id });
  if (!found) throw new Refusal('not_found');
  const action = await lockedAction(db, found.actionId);
  const effort = await db.findOneByOrFail(EffortRow, { id });
  if ((effort.withdrawnAt !== null) !== isOut) throw new Refusal('not_found');
  return { action, effort };
}
