import { Injectable } from '@nestjs/common';
import type { MeasureLink, measureRoutes } from '@followthrough/contracts';
import { checkLink } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { locked } from './judge';
import { measurePage } from './measures.sql';

/** The two things that a measure may belong to, and what each may have. */
const KINDS = { action: { table: 'action_measure', not: 'That action is not here' }, finding: { table: 'finding_measure', not: 'That finding is not here' } } as const;
const MOST = 100;

/** To which actions and findings a measure belongs. */
@Injectable()
export class MeasureLinks {
  constructor(private readonly writes: Writes) {}

  link(asked: Asked<typeof measureRoutes.link>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      refuse(checkLink(asked.body));
      const { id } = await locked(db, asked.params.id);
      await this.put(db, id, asked.body, asked.body.actionId ? 'actionId' : 'findingId');
      return answer(measurePage, [id]);
    });
  }

  unlink(asked: Asked<typeof measureRoutes.unlink>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = await locked(db, asked.params.id);
      const gone = await db.query<unknown[]>('with a as (delete from action_measure where measure_id = $1 and action_id = $2 returning id), f as (delete from finding_measure where measure_id = $1 and finding_id = $2 returning id) select id from a union all select id from f', [id, asked.params.other]);
      if (gone.length === 0) throw new Refusal('not_found');
      return answer(measurePage, [id]);
    });
  }

  /** Links it to one thing, refused at `field` when that is not here. What is linked already stays. */
  async put(db: EntityManager, measureId: string, { actionId, findingId }: MeasureLink, field: string): Promise<void> {
    const [kind, other] = actionId ? (['action', actionId] as const) : (['finding', findingId] as const);
    const { table, not } = KINDS[kind];
    // Locked against being withdrawn meanwhile.
    const found = await db.query<unknown[]>(`select id from ${kind} where id = $1 and withdrawn_at is null for share`, [other]);
    if (found.length === 0) throw refuseField(field, not);
    const [held] = await db.query<{ count: number }[]>(`select count(*)::int as count from ${table} where ${kind}_id = $1`, [other]);
    if ((held?.count ?? 0) >= MOST) throw refuseField(field, `It has ${MOST} measures already: keep those that say most`);
    await db.query(`insert into ${table} (${kind}_id, measure_id) values ($1, $2) on conflict do nothing`, [other, measureId]);
  }

  async takeOver(db: EntityManager, from: string, to: string): Promise<void> {
    for (const [kind, { table }] of Object.entries(KINDS)) await db.query(`insert into ${table} (${kind}_id, measure_id) select ${kind}_id, $2 from ${table} where measure_id = $1 on conflict do nothing`, [from, to]);
  }

  async isUsed(db: EntityManager, id: string): Promise<boolean> {
    const [used] = await db.query<{ used: boolean }[]>('select exists (select from action_measure where measure_id = $1) or exists (select from finding_measure where measure_id = $1) or exists (select from why_evidence where measure_id = $1) or exists (select from measure where replaced_by_id = $1 and withdrawn_at is null) as used', [id]);
    return used?.used ?? false;
  }
}
