import { Approval } from '@followthrough/contracts';
import { checkReason } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import { refuse } from '../kernel/refusal';
import { columns } from '../kernel/select';

const last = (plan: string): string => `from plan_version v where v.plan_id = ${plan} order by v.number desc limit 1`;

/** The last approval of a plan, for the answers of features that change it: null while no board has approved it. */
export const approvalOf = (plan: string): string => `(select to_json(t) from (select ${columns(Approval, 'v')} ${last(plan)}) t)`;

/**
 * Says why a plan changes, for everything that this transaction writes from here on. Refused where a board has approved the
 * plan, something agreed is touched, and no reason is given.
 */
export async function explain(db: EntityManager, planId: string, touches: boolean, reason: string | null | undefined): Promise<void> {
  if (!touches && !reason) return;
  const [row] = await db.query<{ approval: Approval | null }[]>(`select ${approvalOf('$1::uuid')} as approval, set_config('app.reason', $2, true)`, [planId, reason ?? '']);
  refuse(checkReason(row?.approval ?? null, touches, reason));
}
