import { Injectable } from '@nestjs/common';
import type { reviewRoutes } from '@followthrough/contracts';
import { checkReview } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { refuse, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { ReviewRow } from './review.row';
import { allReviews, oneReview } from './reviews.sql';

/** What was looked at here, by whom and when. Its framework stays: the findings' criteria come from it. */
@Injectable()
export class Reviews {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  list(asked: Asked<typeof reviewRoutes.list>): Promise<string> {
    return this.reads.answer(asked, allReviews);
  }

  add(asked: Asked<typeof reviewRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      refuse(checkReview(asked.body));
      const [framework] = await db.query<unknown[]>('select id from framework where id = $1', [asked.body.frameworkId]);
      if (!framework) throw refuseField('frameworkId', 'That framework is not here');
      const { identifiers } = await db.insert(ReviewRow, asked.body);
      return answer(oneReview, [identifiers[0]?.['id']]);
    });
  }

  edit(asked: Asked<typeof reviewRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const merged = await merge(db, ReviewRow, asked.params.id, asked.body);
      refuse(checkReview(merged.next));
      await write(db, ReviewRow, merged);
      return answer(oneReview, [asked.params.id]);
    });
  }
}
