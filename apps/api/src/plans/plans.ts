import { Injectable } from '@nestjs/common';
import type { planRoutes } from '@followthrough/contracts';
import { agreedOfPlan, touchesAgreed } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Writes } from '../kernel/writes';
import { explain } from '../versions/approved';
import { PlanRow } from './plan.row';
import { allPlans, onePlan, planPage } from './plans.sql';

/** The plans of a locality: what each is for. Who agreed to it is in `Agreement`. */
@Injectable()
export class Plans {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  list(asked: Asked<typeof planRoutes.list>): Promise<string> {
    return this.reads.answer(asked, allPlans);
  }

  page(asked: Asked<typeof planRoutes.page>): Promise<string> {
    return this.reads.answer(asked, planPage, [asked.params.id]);
  }

  add(asked: Asked<typeof planRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { identifiers } = await db.insert(PlanRow, asked.body);
      return answer(onePlan, [identifiers[0]?.['id']]);
    });
  }

  edit(asked: Asked<typeof planRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { reason, ...edit } = asked.body;
      const merged = await merge(db, PlanRow, asked.params.id, edit);
      await explain(db, asked.params.id, touchesAgreed(merged.changes, agreedOfPlan), reason);
      await write(db, PlanRow, merged);
      return answer(onePlan, [asked.params.id]);
    });
  }
}
