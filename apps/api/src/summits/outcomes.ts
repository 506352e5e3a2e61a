import { Injectable } from '@nestjs/common';
import type { summitRoutes } from '@followthrough/contracts';
import { checkAgreed, horizonOf, titleOf } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import { Actions } from '../actions/actions';
import type { Asked } from '../kernel/asked';
import { because } from '../kernel/because';
import { merge, write } from '../kernel/merge';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { ActionOutcomeRow } from './action-outcome.row';
import { OutcomeOrganisationRow } from './outcome-organisation.row';
import { OutcomeRow } from './outcome.row';
import { SummitRow } from './summit.row';
import { onePage } from './summits.sql';

/** What was agreed, by whom, and the actions it became: each can be walked to from the other. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly writes: Writes,
    private readonly actions: Actions,
  ) {}

  add(asked: Asked<typeof summitRoutes.addOutcome>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { organisationIds, ...outcome } = asked.body;
      const summitId = asked.params.id;
      if (!(await db.existsBy(SummitRow, { id: summitId }))) throw new Refusal('not_found');
      refuse(checkAgreed(organisationIds.length));
      await checkFinding(db, outcome.findingId ?? null);
      const { identifiers } = await db.insert(OutcomeRow, { ...outcome, summitId });
      await agree(db, identifiers[0]?.['id'] as string, organisationIds, 'organisationIds');
      return answer(onePage, [summitId]);
    });
  }

  edit(asked: Asked<typeof summitRoutes.editOutcome>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = asked.params;
      const { addOrganisations, removeOrganisations, ...edit } = asked.body;
      const merged = await merge(db, OutcomeRow, id, edit);
      if (merged.changes.findingId) await checkFinding(db, merged.changes.findingId);
      await write(db, OutcomeRow, merged);
      for (const organisationId of removeOrganisations ?? []) await db.delete(OutcomeOrganisationRow, { outcomeId: id, organisationId });
      await agree(db, id, addOrganisations ?? [], 'addOrganisations');
      refuse(checkAgreed(await db.countBy(OutcomeOrganisationRow, { outcomeId: id }), 'removeOrganisations'));
      return answer(onePage, [merged.current.summitId]);
    });
  }

  /** The action begins with the outcome's own words, its finding and those who agreed; everything else is edited there. */
  makeAction(asked: Asked<typeof summitRoutes.makeAction>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const outcome = await locked(db, asked.params.id);
      const { planId } = asked.body;
      await because(db, await whyOf(db, outcome));
      const title = asked.body.title ?? titleOf(outcome.text);
      const ref = asked.body.ref ?? (await nextRef(db, planId));
      const agreed = (await db.findBy(OutcomeOrganisationRow, { outcomeId: outcome.id })).map((one) => one.organisationId);
      const [only] = agreed;
      const actionId = await this.actions.raise(db, {
        planId,
        ref,
        title,
        horizon: horizonOf(outcome.kind),
        description: title === outcome.text ? null : outcome.text,
        // One organisation alone agreed: it is accountable. Of several, somebody has to say which.
        ...(agreed.length === 1 && only ? { accountableOrganisationId: only } : { contributingIds: agreed }),
        findingIds: outcome.findingId ? [outcome.findingId] : [],
      });
      await db.insert(ActionOutcomeRow, { actionId, outcomeId: outcome.id });
      return answer(onePage, [outcome.summitId]);
    });
  }

  link(asked: Asked<typeof summitRoutes.link>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const outcome = await locked(db, asked.params.id);
      const { actionId } = asked.body;
      const [action] = await db.query<unknown[]>('select id from action where id = $1 and withdrawn_at is null', [actionId]);
      if (!action) throw refuseField('actionId', 'That action is not here');
      await because(db, await whyOf(db, outcome));
      await db.query('insert into action_outcome (action_id, outcome_id) values ($1, $2) on conflict do nothing', [actionId, outcome.id]);
      if (outcome.findingId) await db.query('insert into action_finding (action_id, finding_id) values ($1, $2) on conflict do nothing', [actionId, outcome.findingId]);
      return answer(onePage, [outcome.summitId]);
    });
  }

  unlink(asked: Asked<typeof summitRoutes.unlink>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const outcome = await locked(db, asked.params.id);
      const { affected } = await db.delete(ActionOutcomeRow, { outcomeId: outcome.id, actionId: asked.params.action });
      if (!affected) throw new Refusal('not_found');
      return answer(onePage, [outcome.summitId]);
    });
  }
}

async function locked(db: EntityManager, id: string): Promise<OutcomeRow> {
  const outcome = await db.createQueryBuilder(OutcomeRow, 'o').where('o.id = :id', { id }).setLock('pessimistic_write').getOne();
  if (!outcome) throw new Refusal('not_found');
  return outcome;
}

/** A summit is reason enough to change a plan that a board approved: the board reads which. */
async function whyOf(db: EntityManager, { summitId, text }: OutcomeRow): Promise<string> {
  const { title } = await db.findOneByOrFail(SummitRow, { id: summitId });
  return `Agreed at ${title}: ${text}`;
}

async function checkFinding(db: EntityManager, findingId: string | null): Promise<void> {
  if (findingId === null) return;
  const [finding] = await db.query<unknown[]>('select id from finding where id = $1 and withdrawn_at is null', [findingId]);
  if (!finding) throw refuseField('findingId', 'That finding is not here');
}

async function agree(db: EntityManager, outcomeId: string, ids: readonly string[], field: string): Promise<void> {
  if (ids.length === 0) return;
  const wanted = [...new Set(ids)];
  const known = await db.query<unknown[]>('select id from organisation where id = any($1) and withdrawn_at is null', [wanted]);
  if (known.length < wanted.length) throw refuseField(field, 'An organisation is not a partner here');
  await db.query('insert into outcome_organisation (outcome_id, organisation_id) select $1, unnest($2::uuid[]) on conflict do nothing', [outcomeId, wanted]);
}

/** `S1`, `S2` …: the next free one. The plan is locked, so that two people do not get the same. */
async function nextRef(db: EntityManager, planId: string): Promise<string> {
  const [plan] = await db.query<unknown[]>('select id from plan where id = $1 and withdrawn_at is null for update', [planId]);
  if (!plan) throw refuseField('planId', 'That plan is not here');
  const [last] = await db.query<{ last: number }[]>(`select coalesce(max(substring(ref from '^S([0-9]{1,6})$')::integer), 0) as last from action where plan_id = $1 and withdrawn_at is null`, [planId]);
  return `S${(last?.last ?? 0) + 1}`;
}
