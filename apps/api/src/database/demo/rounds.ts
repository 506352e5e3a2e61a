import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { later } from './life';
import { put } from './put';
import { ROUNDS } from './rounds-words';

interface Around {
  readonly owner: ClientBase;
  readonly findings: readonly { readonly id: string; readonly quotation: string }[];
  readonly organisationIds: readonly string[];
  readonly today: string;
}

/** One round that is open after another was cancelled, with two of four views written; and one revealed, which one partner agrees with partly. */
export async function demoRounds({ owner, findings, organisationIds, today }: Around): Promise<void> {
  for (const { finding, closes, isRevealed, cancelled, early, views } of ROUNDS) {
    const findingId = findings.find(({ quotation }) => quotation.startsWith(finding))?.id;
    if (!findingId) continue;
    if (cancelled) await cancelOne({ owner, organisationIds, today }, findingId, cancelled);
    const id = randomUUID();
    await put(owner, 'diagnosis_round', [{ id, version: 1, finding_id: findingId, closes_on: later(today, closes), opened_at: new Date().toISOString() }]);
    const said = views.map((view, at) => ({ view, organisation_id: organisationIds[at] }));
    await put(owner, 'round_partner', said.map(({ organisation_id }) => ({ id: randomUUID(), round_id: id, organisation_id })));
    for (const { view, organisation_id } of said) if (view) await owner.query('insert into partner_view (round_id, organisation_id, symptom, why, cause) values ($1, $2, $3, $4, $5)', [id, organisation_id, view.symptom, view.why, view.cause]);
    if (early) await startEarly(owner, findingId, early);
    if (!isRevealed) continue;
    await owner.query('update diagnosis_round set revealed_at = clock_timestamp() where id = $1', [id]);
    for (const { view, organisation_id } of said)
      if (view?.stance) await owner.query('insert into partner_agreement (round_id, organisation_id, stance, reason, about) select $1, $2, $3, $4, d.agreed_text from diagnosis d where d.finding_id = $5', [id, organisation_id, view.stance, view.reason ?? null, findingId]);
  }
}

/** A round before, which ended without a reveal. */
async function cancelOne({ owner, organisationIds, today }: Omit<Around, 'findings'>, findingId: string, because: string): Promise<void> {
  const id = randomUUID();
  await put(owner, 'diagnosis_round', [{ id, version: 1, finding_id: findingId, closes_on: later(today, 2), opened_at: new Date().toISOString() }]);
  await put(owner, 'round_partner', organisationIds.slice(0, 4).map((organisation_id) => ({ id: randomUUID(), round_id: id, organisation_id })));
  await owner.query('update diagnosis_round set cancelled_at = clock_timestamp(), cancelled_because = $2 where id = $1', [id, because]);
}

/** An action of the plan answers the finding without waiting for the round, and says why. */
async function startEarly(owner: ClientBase, findingId: string, reason: string): Promise<void> {
  await owner.query(`select set_config('app.reason', $1, true)`, [reason]);
  await owner.query(`insert into action_finding (action_id, finding_id) select a.id, $1 from action a where a.locality_id = current_locality() and not exists (select from action_finding l where l.action_id = a.id) order by a.ref limit 1`, [findingId]);
  await owner.query(`select set_config('app.reason', '', true)`);
}
