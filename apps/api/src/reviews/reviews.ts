import { Injectable } from '@nestjs/common';
import type { reviewRoutes, Scoring } from '@followthrough/contracts';
import { checkClockEntry, checkMethod, checkReview } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { today } from '../kernel/today';
import { Writes } from '../kernel/writes';
import { ClockEntryRow } from './clock-entry.row';
import { CriterionScoreRow } from './criterion-score.row';
import { ReviewRow } from './review.row';
import { storedReview, storedReviews } from './reviews.sql';
import { workedOut, workedOutList } from './worked-out';

/** What was looked at here, by whom and when; what it scored, and what should follow. Its framework stays the version it was made with. */
@Injectable()
export class Reviews {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  async list(asked: Asked<typeof reviewRoutes.list>): Promise<string> {
    return workedOutList(await this.reads.answer(asked, storedReviews));
  }

  async page(asked: Asked<typeof reviewRoutes.page>): Promise<string> {
    return workedOut(await this.reads.answer(asked, storedReview, [asked.params.id]));
  }

  add(asked: Asked<typeof reviewRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      refuse(checkReview(asked.body));
      const methods = await methodsOf(db, asked.body.frameworkId);
      const scoringMethod = asked.body.scoringMethod ?? methods[0]?.code ?? null;
      refuse(checkMethod(methods, scoringMethod));
      const { identifiers } = await db.insert(ReviewRow, { ...asked.body, scoringMethod });
      return workedOut(await answer(storedReview, [identifiers[0]?.['id']]));
    });
  }

  edit(asked: Asked<typeof reviewRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const merged = await merge(db, ReviewRow, asked.params.id, asked.body);
      refuse(checkReview(merged.next));
      if (merged.changes.scoringMethod !== undefined) refuse(checkMethod(await methodsOf(db, merged.current.frameworkId), merged.next.scoringMethod));
      await write(db, ReviewRow, merged);
      return workedOut(await answer(storedReview, [asked.params.id]));
    });
  }

  /** Moves a date of the clock, or says when a step was done. */
  say(asked: Asked<typeof reviewRoutes.say>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { frameworkId } = await present(db, asked.params.id);
      refuse(checkClockEntry(asked.body, await today(db)));
      const [step] = await db.query<unknown[]>('select from framework where id = $1 and clock @> jsonb_build_array(jsonb_build_object($2::text, $3::text))', [frameworkId, 'code', asked.body.step]);
      if (!step) throw refuseField('step', 'The review’s framework has no such step');
      await db.insert(ClockEntryRow, { ...asked.body, reviewId: asked.params.id });
      return workedOut(await answer(storedReview, [asked.params.id]));
    });
  }

  score(asked: Asked<typeof reviewRoutes.score>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: reviewId, frameworkId } = await present(db, asked.params.id);
      const { scores } = asked.body;
      await refuseOffScale(db, frameworkId, scores);
      if (scores.length > 0) await db.insert(CriterionScoreRow, scores.map((one) => ({ ...one, reviewId, frameworkId })));
      return workedOut(await answer(storedReview, [reviewId]));
    });
  }
}

async function present(db: EntityManager, id: string): Promise<ReviewRow> {
  const found = await db.findOneBy(ReviewRow, { id });
  if (!found || found.withdrawnAt) throw new Refusal('not_found');
  return found;
}

async function methodsOf(db: EntityManager, frameworkId: string): Promise<Scoring['methods']> {
  const [framework] = await db.query<{ scoring: Scoring | null; state: string }[]>('select scoring, state from framework where id = $1 and withdrawn_at is null', [frameworkId]);
  if (!framework) throw refuseField('frameworkId', 'That framework is not here');
  if (framework.state === 'draft') throw refuseField('frameworkId', 'That framework is a draft: publish it first');
  return framework.scoring?.methods ?? [];
}

/** Scores are of the framework's own criteria, parts and scale; each wrong one is refused at its place. */
async function refuseOffScale(db: EntityManager, frameworkId: string, scores: Asked<typeof reviewRoutes.score>['body']['scores']): Promise<void> {
  const [framework] = await db.query<{ scoring: Scoring | null; criteria: string[] }[]>('select f.scoring, array(select c.id from criterion c where c.framework_id = f.id) as criteria from framework f where f.id = $1', [frameworkId]);
  const { levels = [], methods = [] } = framework?.scoring ?? {};
  refuse(
    scores.flatMap(({ criterionId, part, score }, at) => {
      const wrong = (field: string, message: string) => [{ field: `scores.${at}.${field}`, code: 'rule' as const, message }];
      if (!framework?.criteria.includes(criterionId)) return wrong('criterionId', 'That is not a criterion of the review’s framework');
      if (part !== null && !methods.some((one) => one.parts.includes(part))) return wrong('part', 'The framework scores no such part');
      if (score === null ? methods.length === 0 : !levels.some((one) => one.score === score)) return wrong('score', 'That score is not on the framework’s scale');
      return [];
    }),
  );
}
