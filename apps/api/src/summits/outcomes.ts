import { Injectable } from '@nestjs/common';
import type { summitRoutes } from '@followthrough/contracts';
import { checkAgreed, checkCommitment, committed, horizonOf, titleOf } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import { Actions } from '../actions/actions';
import type { Asked } from '../kernel/asked';
import { because } from '../kernel/because';
import { merge, write } from '../kernel/merge';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { ActionOutcomeRow } from './action-outcome.row';
import { AgendaItemRow } from './agenda-item.row';
import { checkHere, summitToChange } from './held';
import { OutcomeFindingRow } from './outcome-finding.row';
import { OutcomeOrganisationRow } from './outcome-organisation.row';
import { OutcomeRow } from './outcome.row';
import { SummitRow } from './summit.row';
import { keepOrigins } from './origins';
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
      const { organisationIds, findingIds, questionIds, pollId, pollChoice, ...said } = asked.body;
      const summitId = asked.params.id;
      await summitToChange(db, summitId);
      const outcome = { ...said, organisationId: committed(said.kind, said.organisationId ?? null, organisationIds) };
      refuse([...checkAgreed(organisationIds.length), ...checkCommitment(outcome)]);
      await checkPlace(db, summitId, outcome);
      const { identifiers } = await db.insert(OutcomeRow, { ...outcome, summitId });
      const id = identifiers[0]?.['id'] as string;
      await about(db, id, findingIds ?? [], 'findingIds');
      await agree(db, id, organisationIds, 'organisationIds');
      await keepOrigins(db, id, summitId, { ...(questionIds ? { questionIds } : {}), pollId: pollId ?? null, pollChoice: pollChoice ?? null });
      return answer(onePage, [summitId]);
    });
  }

  edit(asked: Asked<typeof summitRoutes.editOutcome>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = asked.params;
      const { addOrganisations, removeOrganisations, addFindings, removeFindings, ...edit } = asked.body;
      await outcomeToChange(db, id);
      const merged = await merge(db, OutcomeRow, id, edit);
      await checkPlace(db, merged.current.summitId, merged.changes);
      for (const organisationId of removeOrganisations ?? []) await db.delete(OutcomeOrganisationRow, { outcomeId: id, organisationId });
      await agree(db, id, addOrganisations ?? [], 'addOrganisations');
      const agreed = await agreedBy(db, id);
      const organisationId = committed(merged.next.kind, merged.next.organisationId, agreed);
      refuse([...checkAgreed(agreed.length, 'removeOrganisations'), ...checkCommitment({ ...merged.next, organisationId })]);
      await write(db, OutcomeRow, organisationId === merged.next.organisationId ? merged : { ...merged, changes: { ...merged.changes, organisationId } });
      for (const findingId of removeFindings ?? []) await db.delete(OutcomeFindingRow, { outcomeId: id, findingId });
      await about(db, id, addFindings ?? [], 'addFindings');
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
      const agreed = await agreedBy(db, outcome.id);
      const findings = await db.findBy(OutcomeFindingRow, { outcomeId: outcome.id });
      const accountable = outcome.organisationId ?? (agreed.length === 1 ? agreed[0] : undefined);
      const actionId = await this.actions.raise(db, {
        planId,
        ref,
        title,
        horizon: horizonOf(outcome.kind),
        description: title === outcome.text ? null : outcome.text,
        // Whose commitment it is, is accountable; so is one organisation that agreed alone. Of several, somebody has to say which.
        ...(accountable ? { accountableOrganisationId: accountable } : {}),
        contributingIds: agreed.filter((one) => one !== accountable),
        findingIds: findings.map((one) => one.findingId),
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
      await db.query('insert into action_finding (action_id, finding_id) select $1, l.finding_id from outcome_finding l where l.outcome_id = $2 on conflict do nothing', [actionId, outcome.id]);
      return answer(onePage, [outcome.summitId]);
    });
  }

  unlink(asked: Asked<typeof summitRoutes.unlink>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const outcome = await outcomeToChange(db, asked.params.id);
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

/** An outcome whose summit is held and may still be changed. */
async function outcomeToChange(db: EntityManager, id: string): Promise<OutcomeRow> {
  const outcome = await db.findOneBy(OutcomeRow, { id });
  if (!outcome) throw new Refusal('not_found');
  await summitToChange(db, outcome.summitId);
  return locked(db, id);
}

/** The organisation whose commitment it is, and the agenda item it was agreed under, where they were said. */
async function checkPlace(db: EntityManager, summitId: string, { organisationId, agendaItemId }: { readonly organisationId?: string | null; readonly agendaItemId?: string | null }): Promise<void> {
  if (organisationId) await checkHere(db, 'organisation', [organisationId], 'organisationId');
  if (agendaItemId && !(await db.existsBy(AgendaItemRow, { id: agendaItemId, summitId }))) throw refuseField('agendaItemId', 'That item is not on this summit’s agenda');
}

const agreedBy = async (db: EntityManager, outcomeId: string): Promise<readonly string[]> => (await db.findBy(OutcomeOrganisationRow, { outcomeId })).map((one) => one.organisationId);

async function about(db: EntityManager, outcomeId: string, ids: readonly string[], field: string): Promise<void> {
  const wanted = await checkHere(db, 'finding', ids, field);
  if (wanted.length > 0) await db.query('insert into outcome_finding (outcome_id, finding_id) select $1, unnest($2::uuid[]) on conflict do nothing', [outcomeId, wanted]);
}

async function agree(db: EntityManager, outcomeId: string, ids: readonly string[], field: string): Promise<void> {
  const wanted = await checkHere(db, 'organisation', ids, field);
  if (wanted.length > 0) await db.query('insert into outcome_organisation (outcome_id, organisation_id) select $1, unnest($2::uuid[]) on conflict do nothing', [outcomeId, wanted]);
}

/** `S1`, `S2` …: the next free one. The plan is locked, so that two people do not get the same. */
async function nextRef(db: EntityManager, planId: string): Promise<string> {
  const [plan] = await db.query<unknown[]>('select id from plan where id = $1 and withdrawn_at is null for update', [planId]);
  if (!plan) throw refuseField('planId', 'That plan is not here');
  const [last] = await db.query<{ last: number }[]>(`select coalesce(max(substring(ref from '^S([0-9]{1,6})$')::integer), 0) as last from action where plan_id = $1 and withdrawn_at is null`, [planId]);
  return `S${(last?.last ?? 0) + 1}`;
}
