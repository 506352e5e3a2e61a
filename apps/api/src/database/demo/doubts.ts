import { randomUUID } from 'node:crypto';
import type { Confidence, Status } from '@followthrough/contracts';
import type { ClientBase } from 'pg';
import type { DemoAction } from './actions';
import { later } from './life';
import type { Place } from './places';
import { put } from './put';

/** How sure the owner of the nth report was. Most are as sure as they sound; a few say on track and do not believe it. */
export function demoConfidence(status: Status, nth: number): { readonly delivery_confidence: Confidence | null; readonly outcome_confidence: Confidence | null } {
  if (nth % 4 === 0) return { delivery_confidence: null, outcome_confidence: null };
  if (status === 'on_track') return { delivery_confidence: nth % 23 === 1 ? 'low' : nth % 3 === 0 ? 'medium' : 'high', outcome_confidence: nth % 29 === 1 ? 'low' : nth % 2 === 0 ? 'medium' : 'high' };
  return { delivery_confidence: status === 'off_track' ? 'low' : status === 'at_risk' ? 'medium' : 'high', outcome_confidence: status === 'off_track' ? 'medium' : 'high' };
}

/** What time alone does not bring about: reports that repeat themselves, an owner whose organisation ended, and a flag that somebody overrode. */
export async function demoDoubts(actions: readonly DemoAction[], { owner, place, leadId, today }: { readonly owner: ClientBase; readonly place: Place; readonly leadId: string; readonly today: string }): Promise<void> {
  const quiet = actions.filter(({ life: { told, due } }) => told.at(-1)?.status === 'on_track' && (told.at(-1)?.on ?? today) < later(today, -30) && due !== null && due > today).slice(0, 4);
  const repeated = quiet.flatMap((action) => [-28, -15, -2].map((days) => ({ id: randomUUID(), action_id: action.id, status: 'on_track', as_of: later(today, days), narrative: 'Progressing well. Partners remain engaged.', reported_by: leadId, on_behalf_of: action.ownerId, reported_at: `${later(today, days)}T11:20:00Z` })));
  await put(owner, 'status_update', repeated);
  await owner.query(
    `update action a set status_on = u.as_of, last_update_id = u.id from jsonb_to_recordset($1) as u(id uuid, action_id uuid, as_of date) where a.locality_id = current_locality() and a.id = u.action_id and u.as_of = $2`,
    [JSON.stringify(repeated), later(today, -2)],
  );
  const ended = randomUUID();
  await put(owner, 'organisation', [{ id: ended, version: 1, name: `${place.name} Clinical Commissioning Group`, kind: 'icb', aliases: ['the CCG'], valid_to: later(today, -140) }]);
  const gone = actions.find(({ ownerId, life: { told } }) => ownerId !== null && ownerId !== leadId && told.at(-1)?.status === 'on_track')?.ownerId;
  await owner.query('update person set organisation_id = $1 where locality_id = current_locality() and id = $2', [ended, gone]);
  const late = actions.filter(({ life: { told, due } }) => told.at(-1)?.status === 'on_track' && due !== null && due < today).slice(0, 2);
  await put(owner, 'flag_override', late.map(({ id }) => ({ id: randomUUID(), action_id: id, flag: 'past_due', reason: 'The board agreed the new date last week; the move is recorded once its minutes are signed.', until_on: later(today, 21), person_id: leadId, overridden_at: `${later(today, -3)}T09:40:00Z` })));
}
