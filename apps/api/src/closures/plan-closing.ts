import { Injectable } from '@nestjs/common';
import type { closureRoutes } from '@followthrough/contracts';
import type { Asked } from '../kernel/asked';
import { because } from '../kernel/because';
import { Reads } from '../kernel/reads';
import { Refusal } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { planClosing } from './closures.sql';

/** A plan closes with its retrospective once every action in it has ended; the trigger `close_plan` says what is missing. */
@Injectable()
export class PlansClosing {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  show(asked: Asked<typeof closureRoutes.plan>): Promise<string> {
    return this.reads.answer(asked, planClosing, [asked.params.id]);
  }

  close(asked: Asked<typeof closureRoutes.closePlan>): Promise<string> {
    const { together, helped, hindered, advice = null, agreedBy } = asked.body;
    return this.writes.transact(asked, async ({ db, answer }) => {
      const found = await db.query<unknown[]>('select id from plan where id = $1 and withdrawn_at is null', [asked.params.id]);
      if (found.length === 0) throw new Refusal('not_found');
      await db.query('insert into retrospective (plan_id, together, helped, hindered, advice, agreed_by) values ($1, $2, $3, $4, $5, $6)', [asked.params.id, together, helped, hindered, advice, agreedBy]);
      return answer(planClosing, [asked.params.id]);
    });
  }

  open(asked: Asked<typeof closureRoutes.openPlan>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const [plan] = await db.query<{ closed: boolean }[]>('select closed_on is not null as closed from plan where id = $1 and withdrawn_at is null for update', [asked.params.id]);
      if (!plan) throw new Refusal('not_found');
      if (!plan.closed) throw new Refusal('already_done');
      await because(db, asked.body.reason);
      await db.query('update plan set closed_on = null where id = $1', [asked.params.id]);
      return answer(planClosing, [asked.params.id]);
    });
  }
}
