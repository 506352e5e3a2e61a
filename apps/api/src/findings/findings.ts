import { Injectable } from '@nestjs/common';
import type { findingRoutes } from '@followthrough/contracts';
import { checkThemes } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { cursorKeys } from '../kernel/cursor';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { FindingCriterionRow } from './finding-criterion.row';
import { FindingRow } from './finding.row';
import { findingList, findingPage } from './findings.sql';

/** What reviews said, in their own words, and what answers it. Findings and actions are many to many. */
@Injectable()
export class Findings {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  async list(asked: Asked<typeof findingRoutes.list>): Promise<string> {
    const { review, kind, force, criterion, theme, unanswered, quickWinsOnly, after } = asked.query;
    const keys = after ? cursorKeys(after, 'worst', ['number', 'number', 'text', 'id']) : [null, null, null, null];
    return this.reads.answer(asked, findingList, [review ?? null, kind ?? null, force ?? null, criterion ?? null, theme ?? null, unanswered ?? null, quickWinsOnly ?? null, ...keys]);
  }

  page(asked: Asked<typeof findingRoutes.page>): Promise<string> {
    return this.reads.answer(asked, findingPage, [asked.params.id]);
  }

  add(asked: Asked<typeof findingRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { criterionIds, ...finding } = asked.body;
      refuse(checkThemes(finding.themes));
      const [review] = await db.query<unknown[]>('select id from review where id = $1 and withdrawn_at is null', [finding.reviewId]);
      if (!review) throw refuseField('reviewId', 'That review is not here');
      const { identifiers } = await db.insert(FindingRow, finding);
      const id = identifiers[0]?.['id'] as string;
      await addCriteria(db, id, criterionIds ?? [], 'criterionIds');
      return answer(findingPage, [id]);
    });
  }

  edit(asked: Asked<typeof findingRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = asked.params;
      const { addCriteria: added, removeCriteria: removed, ...edit } = asked.body;
      const merged = await merge(db, FindingRow, id, edit);
      refuse(checkThemes(merged.next.themes));
      await write(db, FindingRow, merged);
      for (const criterionId of removed ?? []) await db.delete(FindingCriterionRow, { findingId: id, criterionId });
      await addCriteria(db, id, added ?? [], 'addCriteria');
      return answer(findingPage, [id]);
    });
  }

  /** The way to mend a wrong quotation: withdraw it while nothing stands on it, and write it again. */
  withdraw(asked: Asked<typeof findingRoutes.withdraw>): Promise<string> {
    return this.writes.transact(asked, async ({ db }) => {
      const { id } = asked.params;
      await present(db, id);
      const [uses] = await db.query<{ used: boolean }[]>(
        `select exists (select from action_finding l join action a on a.id = l.action_id and a.withdrawn_at is null where l.finding_id = $1) or exists (select from outcome where finding_id = $1) or exists (select from thread where finding_id = $1) or exists (select from diagnosis where finding_id = $1) or exists (select from finding_cause where finding_id = $1) as used`,
        [id],
      );
      if (uses?.used) throw new Refusal('in_use', { detail: 'An action, an outcome, a diagnosis or a thread is about this finding' });
      await db.update(FindingRow, { id }, { withdrawnAt: new Date() });
      return JSON.stringify({ id });
    });
  }

  link(asked: Asked<typeof findingRoutes.link>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = asked.params;
      await present(db, id);
      const [action] = await db.query<unknown[]>('select id from action where id = $1 and withdrawn_at is null', [asked.body.actionId]);
      if (!action) throw refuseField('actionId', 'That action is not here');
      await db.query('insert into action_finding (action_id, finding_id) values ($1, $2) on conflict do nothing', [asked.body.actionId, id]);
      return answer(findingPage, [id]);
    });
  }

  unlink(asked: Asked<typeof findingRoutes.unlink>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id, action } = asked.params;
      const [, removed] = await db.query<[unknown[], number]>('delete from action_finding where finding_id = $1 and action_id = $2', [id, action]);
      if (removed === 0) throw new Refusal('not_found');
      return answer(findingPage, [id]);
    });
  }
}

/** Locks the finding, so that nothing is built on one that is being withdrawn. */
async function present(db: EntityManager, id: string): Promise<void> {
  const [found] = await db.query<unknown[]>('select id from finding where id = $1 and withdrawn_at is null for update', [id]);
  if (!found) throw new Refusal('not_found');
}

/** Criteria belong to the framework of the finding's own review. */
async function addCriteria(db: EntityManager, findingId: string, ids: readonly string[], field: string): Promise<void> {
  if (ids.length === 0) return;
  const wanted = [...new Set(ids)];
  const known = await db.query<unknown[]>(
    'select c.id from criterion c where c.id = any($1) and c.framework_id = (select r.framework_id from finding f join review r on r.id = f.review_id where f.id = $2)',
    [wanted, findingId],
  );
  if (known.length < wanted.length) throw refuseField(field, 'A criterion is not one of this review’s framework');
  await db.query('insert into finding_criterion (finding_id, criterion_id) select $1, unnest($2::uuid[]) on conflict do nothing', [findingId, wanted]);
}
