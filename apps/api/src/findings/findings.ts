import { Injectable } from '@nestjs/common';
import type { FindingQuery, findingRoutes } from '@followthrough/contracts';
import { checkList, checkLock, checkThemes } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { cursorKeys } from '../kernel/cursor';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { explainEarly } from '../rounds/early';
import { explain } from '../versions/approved';
import { FindingCriterionRow } from './finding-criterion.row';
import { FindingRow } from './finding.row';
import { findingList, findingPage, reviewDrafts } from './findings.sql';
import { QuotationCorrectionRow } from './quotation-correction.row';

/** What reviews said, in their own words, and what answers it. Findings and actions are many to many. */
@Injectable()
export class Findings {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  async list(asked: Asked<typeof findingRoutes.list>): Promise<string> {
    return this.reads.answer(asked, findingList, narrowing(asked.query));
  }

  page(asked: Asked<typeof findingRoutes.page>): Promise<string> {
    return this.reads.answer(asked, findingPage, [asked.params.id]);
  }

  drafts(asked: Asked<typeof findingRoutes.drafts>): Promise<string> {
    return this.reads.answer(asked, reviewDrafts, [asked.params.id]);
  }

  add(asked: Asked<typeof findingRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { criterionIds, ...finding } = asked.body;
      refuse(checkThemes(finding.themes));
      await presentReview(db, finding.reviewId);
      const { identifiers } = await db.insert(FindingRow, finding);
      const id = identifiers[0]?.['id'] as string;
      await addCriteria(db, id, criterionIds ?? [], 'criterionIds');
      return answer(findingPage, [id]);
    });
  }

  addSeveral(asked: Asked<typeof findingRoutes.addSeveral>): Promise<string> {
    return this.writes.transact(asked, async ({ db }) => {
      const { reviewId, findings } = asked.body;
      refuse(checkList(findings));
      await presentReview(db, reviewId);
      const taken = await db.query<{ ref: string }[]>('select ref from finding where review_id = $1 and ref = any($2) and withdrawn_at is null', [reviewId, findings.map((one) => one.ref)]);
      const refs = new Set(taken.map((one) => one.ref));
      refuse(findings.flatMap(({ ref }, at) => (refs.has(ref) ? [{ field: `findings.${at}.ref`, code: 'rule' as const, message: `Another finding of this review has the ref ${ref}` }] : [])));
      if (findings.length > 0) {
        const { identifiers } = await db.insert(FindingRow, findings.map(({ criterionIds: _, ...one }) => ({ ...one, reviewId })));
        await addCriteriaOf(db, reviewId, findings.map((one, at) => ({ id: identifiers[at]?.['id'] as string, criterionIds: one.criterionIds ?? [] })));
      }
      return JSON.stringify({ added: findings.length });
    });
  }

  /** Each as it was when somebody compared it with the report; those that are confirmed already stay as they are. */
  confirm(asked: Asked<typeof findingRoutes.confirm>): Promise<string> {
    return this.writes.transact(asked, async ({ db }) => {
      const compared = new Map(asked.body.findings.map((one) => [one.id, one.version]));
      const found = await db.query<{ id: string; ref: string; version: number; confirmed: boolean }[]>('select id, ref, version, confirmed_at is not null as confirmed from finding where id = any($1) and withdrawn_at is null order by id for update', [[...compared.keys()]]);
      if (found.length < compared.size) throw new Refusal('not_found');
      const drafts = found.filter((one) => !one.confirmed);
      const changed = drafts.filter((one) => one.version !== compared.get(one.id));
      if (changed.length > 0) throw new Refusal('stale', { detail: `Changed since you read it: ${changed.map((one) => one.ref).join(', ')}. Read again, then confirm` });
      await db.query('update finding set confirmed_at = now(), confirmed_by = current_person() where id = any($1)', [drafts.map((one) => one.id)]);
      return JSON.stringify({ confirmed: drafts.length });
    });
  }

  /** What was confirmed stays; what it should have been is shown under it. */
  correct(asked: Asked<typeof findingRoutes.correct>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = asked.params;
      await present(db, id);
      const [finding] = await db.query<{ draft: boolean }[]>('select confirmed_at is null as draft from finding where id = $1', [id]);
      if (finding?.draft) throw refuseField('quotation', 'The quotation is a draft still: change it instead');
      await db.insert(QuotationCorrectionRow, { ...asked.body, findingId: id });
      return answer(findingPage, [id]);
    });
  }

  edit(asked: Asked<typeof findingRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = asked.params;
      const { addCriteria: added, removeCriteria: removed, ...edit } = asked.body;
      const merged = await merge(db, FindingRow, id, edit);
      refuse([...checkThemes(merged.next.themes), ...checkLock(merged.current.confirmedAt !== null, merged.changes)]);
      await write(db, FindingRow, merged);
      for (const criterionId of removed ?? []) await db.delete(FindingCriterionRow, { findingId: id, criterionId });
      await addCriteria(db, id, added ?? [], 'addCriteria');
      return answer(findingPage, [id]);
    });
  }

  /** Takes a finding back while nothing stands on it. */
  withdraw(asked: Asked<typeof findingRoutes.withdraw>): Promise<string> {
    return this.writes.transact(asked, async ({ db }) => {
      const { id } = asked.params;
      await present(db, id);
      const [uses] = await db.query<{ used: boolean }[]>(
        `select exists (select from action_finding l join action a on a.id = l.action_id and a.withdrawn_at is null where l.finding_id = $1) or exists (select from outcome_finding where finding_id = $1) or exists (select from agenda_item_finding where finding_id = $1) or exists (select from thread where finding_id = $1) or exists (select from diagnosis where finding_id = $1) or exists (select from finding_cause where finding_id = $1) or exists (select from diagnosis_round where finding_id = $1 and cancelled_at is null) as used`,
        [id],
      );
      if (uses?.used) throw new Refusal('in_use', { detail: 'An action, an outcome, an agenda, a diagnosis or a thread is about this finding' });
      await db.update(FindingRow, { id }, { withdrawnAt: new Date() });
      return JSON.stringify({ id });
    });
  }

  link(asked: Asked<typeof findingRoutes.link>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = asked.params;
      await present(db, id);
      const { actionId, reason } = asked.body;
      const planId = await planOf(db, actionId);
      if (!planId) throw refuseField('actionId', 'That action is not here');
      await explain(db, planId, true, reason);
      await explainEarly(db, [id], reason);
      await db.query('insert into action_finding (action_id, finding_id) values ($1, $2) on conflict do nothing', [actionId, id]);
      return answer(findingPage, [id]);
    });
  }

  unlink(asked: Asked<typeof findingRoutes.unlink>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id, action } = asked.params;
      const planId = await planOf(db, action);
      if (!planId) throw new Refusal('not_found');
      await explain(db, planId, true, asked.body.reason);
      const [, removed] = await db.query<[unknown[], number]>('delete from action_finding where finding_id = $1 and action_id = $2', [id, action]);
      if (removed === 0) throw new Refusal('not_found');
      return answer(findingPage, [id]);
    });
  }
}

/** What the list is narrowed to and where it goes on, as the values of its statement. */
export function narrowing({ review, kind, force, criterion, theme, unanswered, quickWinsOnly, unconfirmed, after }: FindingQuery): readonly unknown[] {
  const keys = after ? cursorKeys(after, 'worst', ['number', 'number', 'text', 'id']) : [null, null, null, null];
  return [review ?? null, kind ?? null, force ?? null, criterion ?? null, theme ?? null, unanswered ?? null, quickWinsOnly ?? null, ...keys, unconfirmed ?? null];
}

async function presentReview(db: EntityManager, id: string): Promise<void> {
  const [review] = await db.query<unknown[]>('select id from review where id = $1 and withdrawn_at is null', [id]);
  if (!review) throw refuseField('reviewId', 'That review is not here');
}

/** The plan of an action that is in it. The action is locked, so that no board approves it meanwhile. */
async function planOf(db: EntityManager, actionId: string): Promise<string | undefined> {
  const [action] = await db.query<{ plan_id: string }[]>('select plan_id from action where id = $1 and withdrawn_at is null for update', [actionId]);
  return action?.plan_id;
}

/** Locks the finding, so that nothing is built on one that is being withdrawn. */
async function present(db: EntityManager, id: string): Promise<void> {
  const [found] = await db.query<unknown[]>('select id from finding where id = $1 and withdrawn_at is null for update', [id]);
  if (!found) throw new Refusal('not_found');
}

/** Those of a whole list at once, each refused at its own row. */
async function addCriteriaOf(db: EntityManager, reviewId: string, findings: readonly { readonly id: string; readonly criterionIds: readonly string[] }[]): Promise<void> {
  const pairs = findings.flatMap(({ id, criterionIds }) => [...new Set(criterionIds)].map((criterionId) => [id, criterionId] as const));
  if (pairs.length === 0) return;
  const known = await db.query<{ id: string }[]>('select c.id from criterion c join review r on r.framework_id = c.framework_id where r.id = $1', [reviewId]);
  const ids = new Set(known.map((one) => one.id));
  refuse(findings.flatMap(({ criterionIds }, at) => (criterionIds.every((id) => ids.has(id)) ? [] : [{ field: `findings.${at}.criterionIds`, code: 'rule' as const, message: NOT_OF_FRAMEWORK }])));
  await db.query('insert into finding_criterion (finding_id, criterion_id) select * from unnest($1::uuid[], $2::uuid[])', [pairs.map(([id]) => id), pairs.map(([, id]) => id)]);
}

const NOT_OF_FRAMEWORK = 'A criterion is not one of this review’s framework';

/** Criteria belong to the framework of the finding's own review. */
async function addCriteria(db: EntityManager, findingId: string, ids: readonly string[], field: string): Promise<void> {
  if (ids.length === 0) return;
  const wanted = [...new Set(ids)];
  const known = await db.query<unknown[]>(
    'select c.id from criterion c where c.id = any($1) and c.framework_id = (select r.framework_id from finding f join review r on r.id = f.review_id where f.id = $2)',
    [wanted, findingId],
  );
  if (known.length < wanted.length) throw refuseField(field, NOT_OF_FRAMEWORK);
  await db.query('insert into finding_criterion (finding_id, criterion_id) select $1, unnest($2::uuid[]) on conflict do nothing', [findingId, wanted]);
}
