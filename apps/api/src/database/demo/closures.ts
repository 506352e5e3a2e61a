import { randomUUID } from 'node:crypto';
import { assuranceLines, type AssuranceLine, evidenceTypes, type EvidenceType } from '@followthrough/contracts';
import type { ClientBase } from 'pg';
import type { DemoAction } from './actions';
import type { Chance } from './chance';
import { later } from './life';
import { put } from './put';
import { EVIDENCE } from './words';

interface Around {
  readonly owner: ClientBase;
  readonly chance: Chance;
  readonly leadId: string;
  readonly executiveId: string;
  readonly today: string;
}

interface Claim {
  readonly action: DemoAction;
  readonly on: string;
  readonly kind: EvidenceType;
  /** How far it comes. Some are complete without anybody having claimed them. */
  readonly ends: 'nowhere' | 'claimed' | 'returned' | 'accepted' | 'not_held' | 'embedded';
}

const TITLES: Readonly<Record<EvidenceType, string>> = { document: 'Procedure as it is now used', data: 'Figures of the last three months', observation: 'Visit of both sites', testimony: 'Calls to people who used it' };
const DAY = 86_400_000;
const daysSince = (day: string, today: string): number => Math.round((Date.parse(today) - Date.parse(day)) / DAY);

/**
 * Closures in every state: claims that wait, one that was returned, some accepted with looks to come, due and done, one that did
 * not hold, those that did; and what ended otherwise. Each step is taken in its order, so the rules hold here as they do for people.
 */
export async function demoClosures(actions: readonly DemoAction[], around: Around): Promise<void> {
  const { owner, chance, leadId, executiveId, today } = around;
  await owner.query(`update action a set evidence_kind = t.kind from jsonb_to_recordset($1) as t(id uuid, kind text) where a.locality_id = current_locality() and a.id = t.id`, [
    JSON.stringify(actions.filter(() => chance.is(75)).map(({ id }) => ({ id, kind: chance.one(evidenceTypes) }))),
  ]);
  const { rows } = await owner.query<{ id: string; kind: EvidenceType | null }>('select id, evidence_kind as kind from action where locality_id = current_locality()');
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]));
  const done = actions.filter(({ life }) => life.told.some(({ status }) => status === 'complete'));
  let nth = 0;
  const claims = done.flatMap((action): Claim[] => {
    const on = action.life.told.find(({ status }) => status === 'complete')?.on ?? today;
    const kind = kinds.get(action.id) ?? chance.one(evidenceTypes);
    if (action.life.told.some(({ status }) => status === 'embedded')) return [{ action, on, kind, ends: 'embedded' }];
    const ago = daysSince(on, today);
    const ends = (['claimed', 'accepted', 'accepted', 'returned', 'accepted', 'not_held', 'nowhere', 'accepted'] as const)[(nth += 1) % 8] ?? 'accepted';
    return [{ action, on, kind, ends: ends === 'not_held' && ago < 110 ? 'claimed' : ends === 'accepted' && ago < 8 ? 'claimed' : ends === 'returned' && ago < 5 ? 'claimed' : ends }];
  });
  await claimed(claims.filter((one) => one.ends !== 'nowhere'), around);
  const step = (state: string, some: readonly Claim[], after: number, reason: string | null) =>
    put(owner, 'closure', some.map(({ action, on }) => ({ id: randomUUID(), action_id: action.id, state, person_id: executiveId, reason, on_day: later(on, after), at: `${later(on, after)}T14:00:00Z` })));
  const returned = claims.filter((one) => one.ends === 'returned');
  await step('returned', returned, 3, 'It shows one of the two sites. Show the other as well.');
  await goOn(owner, returned.map(({ action, on }) => ({ action, on: later(on, 3), why: 'Returned to the owner: It shows one of the two sites. Show the other as well.' })), executiveId);
  const accepted = claims.filter(({ ends }) => ends === 'accepted' || ends === 'not_held' || ends === 'embedded');
  await step('accepted', accepted, 6, null);
  await looked(accepted, around);
  await ended(actions, around, leadId);
}

async function claimed(claims: readonly Claim[], { owner, chance, leadId }: Around): Promise<void> {
  const given = claims.flatMap(({ action, on, kind, ends }) => {
    const one = (line: AssuranceLine, hour: string) => ({ id: randomUUID(), action_id: action.id, kind, line, title: TITLES[kind], url: kind === 'document' || kind === 'data' ? 'https://files.example/evidence' : null, words: chance.one(EVIDENCE), restricted: chance.is(5), given_by: leadId, given_at: `${on}T${hour}:00:00Z` });
    // What is accepted had somebody behind it who oversees the work, or is independent of it.
    return ends === 'claimed' || ends === 'returned' ? [one('first', '09')] : [one('first', '09'), one(chance.one(assuranceLines.slice(1)), '10')];
  });
  await put(owner, 'evidence', given);
  await put(owner, 'closure', claims.map(({ action, on }) => ({ id: randomUUID(), action_id: action.id, state: 'claimed', person_id: leadId, on_behalf_of: action.ownerId, on_day: on, at: `${on}T11:00:00Z` })));
}

/** Looks whose day has come: most are done, a few are due. */
async function looked(accepted: readonly Claim[], { owner, executiveId, today }: Around): Promise<void> {
  for (const months of [3, 6]) {
    const { rows } = await owner.query<{ id: string; action_id: string; due_on: string }>('select k.id, k.action_id, k.due_on::text from sustain_check k join action a on a.locality_id = k.locality_id and a.id = k.action_id where k.locality_id = current_locality() and k.months = $1 and k.due_on <= $2 and a.closure_state = $3', [months, today, 'accepted']);
    const said = rows.flatMap(({ id, action_id, due_on }, at) => {
      const claim = accepted.find(({ action }) => action.id === action_id);
      if (!claim || (claim.ends === 'accepted' && (months === 6 || at % 3 === 0))) return [];
      const result = claim.ends === 'not_held' ? 'not_held' : 'held';
      return [{ id, action_id, result, on: due_on, seen: result === 'held' ? 'Asked ten people in two teams: it is still done this way.' : 'The rota lapsed when its author left; half of the visits are done the old way again.' }];
    });
    await owner.query(`update sustain_check k set result = t.result, seen = t.seen, checked_by = $2, checked_on = t."on" from jsonb_to_recordset($1) as t(id uuid, result text, seen text, "on" date) where k.locality_id = current_locality() and k.id = t.id`, [JSON.stringify(said), executiveId]);
    await goOn(owner, said.filter(({ result }) => result === 'not_held').flatMap(({ action_id, on, seen }) => accepted.filter(({ action }) => action.id === action_id).map(({ action }) => ({ action, on, why: `Looked at after 3 months: it has not held. ${seen}` }))), executiveId);
  }
  const held = accepted.filter(({ ends }) => ends === 'embedded').map(({ action }) => ({ id: randomUUID(), action, on: action.life.told.at(-1)?.on ?? today }));
  await put(owner, 'status_update', held.map(({ id, action, on }) => ({ id, action_id: action.id, status: 'embedded', as_of: on, narrative: 'Looked at again three and six months after it was accepted: it has held.', evidence: 'Asked ten people in two teams: it is still done this way.', restricted: false, reported_by: executiveId, reported_at: `${on}T15:00:00Z` })));
  await now(owner, held.map(({ id, action, on }) => ({ id: action.id, status: 'embedded', status_on: on, last_update_id: id })));
}

/** What was returned or did not hold goes on. */
async function goOn(owner: ClientBase, some: readonly { readonly action: DemoAction; readonly on: string; readonly why: string }[], by: string): Promise<void> {
  const told = some.map(({ action, on, why }) => ({ id: randomUUID(), action_id: action.id, status: 'on_track', as_of: on, narrative: why, restricted: false, reported_by: by, reported_at: `${on}T13:00:00Z` }));
  await put(owner, 'status_update', told);
  await now(owner, told.map(({ id, action_id, status, as_of }) => ({ id: action_id, status, status_on: as_of, last_update_id: id })));
}

async function now(owner: ClientBase, rows: readonly Readonly<Record<string, string>>[]): Promise<void> {
  await owner.query(`update action a set status = t.status, status_on = t.status_on, last_update_id = t.last_update_id from jsonb_to_recordset($1) as t(id uuid, status text, status_on date, last_update_id uuid) where a.locality_id = current_locality() and a.id = t.id`, [JSON.stringify(rows)]);
}

/** What ended otherwise, one of each, and an offer that waits. Nothing that stands on a ladder. */
async function ended(actions: readonly DemoAction[], { owner, executiveId, today }: Around, leadId: string): Promise<void> {
  const { rows } = await owner.query<{ id: string; programme: string }>(
    `select a.id, l.programme_id as programme from action a join action_programme l on l.locality_id = a.locality_id and l.action_id = a.id
     where a.locality_id = current_locality() and a.closure_state is null and a.status = 'not_started' and not exists (select from dependency d where d.locality_id = a.locality_id and a.id in (d.first_id, d.then_id)) order by a.plan_id, a.ref limit 5`);
  const [stopped, superseded, transferred, offered] = rows;
  const by = actions.find(({ id, planId, life }) => id !== superseded?.id && planId === actions.find((one) => one.id === superseded?.id)?.planId && life.told.at(-1)?.status === 'on_track');
  if (!stopped || !superseded || !transferred || !offered || !by) return;
  const on = later(today, -21);
  const offers = [transferred, offered].map(({ id, programme }) => ({ id: randomUUID(), version: 1, action_id: id, programme_id: programme, new_owner: 'The programme’s manager', reason: 'The programme does the same for all areas from April.', state: 'offered', offered_by: leadId, offered_on: later(on, -7) }));
  await put(owner, 'transfer', offers);
  await owner.query(`update transfer set state = 'accepted', answered_by = 'The programme’s manager', answered_on = $2, recorded_by = $3 where locality_id = current_locality() and id = $1`, [offers[0]?.id, on, executiveId]);
  const step = { person_id: leadId, on_day: on, at: `${on}T16:00:00Z` };
  await put(owner, 'closure', [{ ...step, id: randomUUID(), action_id: stopped.id, state: 'stopped', reason: 'The money for it went to the second hub, which does more for the same people.', agreed_by: 'Health and Wellbeing Board' }]);
  await put(owner, 'closure', [{ ...step, id: randomUUID(), action_id: superseded.id, state: 'superseded', reason: 'The other action does this for the whole place.', by_action_id: by.id }]);
  await put(owner, 'closure', [{ ...step, id: randomUUID(), action_id: transferred.id, state: 'transferred', reason: 'The programme does the same for all areas from April.', agreed_by: 'The programme’s manager', transfer_id: offers[0]?.id }]);
}
