import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Chance } from './chance';
import { later } from './life';
import { put } from './put';

interface Supplied {
  readonly owner: ClientBase;
  readonly chance: Chance;
  readonly place: { readonly name: string };
  readonly owning: readonly { readonly id: string; readonly organisationId: string }[];
  /** The lead's own organisation. */
  readonly organisationId: string;
  readonly leadId: string;
  readonly today: string;
}

const PROFESSIONS = ['Social worker', 'Nurse', 'Occupational therapist', 'Physiotherapist', 'Project manager', 'Analyst', 'Commissioner', 'Pharmacist'];
const WEEKS = [[450, 450, 450, 450, 450, 0, 0], [450, 450, 450, 450, 450, 0, 0], [450, 450, 450, 450, 225, 0, 0], [450, 450, 450, 0, 0, 0, 0], [0, 375, 375, 375, 375, 0, 0]];

/** What people can give: most say when they work, some are away, some are released; one post is being filled, one is paid for not long enough. */
export async function demoSupply({ owner, chance, place, owning, organisationId, leadId, today }: Supplied): Promise<void> {
  const own = owning.filter((one) => one.organisationId === organisationId);
  const [asked, funded, third] = own;
  const post = randomUUID();
  await put(owner, 'person', [{ id: post, version: 1, name: 'Discharge coordinator, to be appointed', job_title: 'Discharge coordinator', profession: 'Nurse', organisation_id: organisationId, expected_on: later(today, 45) }]);
  for (const [at, { id }] of owning.entries()) await owner.query('update person set profession = $2 where locality_id = current_locality() and id = $1', [id, PROFESSIONS[at % PROFESSIONS.length]]);
  // The money for one ends before the year does that its work needs.
  if (funded) await owner.query('update person set funded_until = $2 where locality_id = current_locality() and id = $1', [funded.id, later(today, 75)]);

  const named = [leadId, asked?.id, funded?.id, third?.id, post].filter((one) => one !== undefined);
  const others = owning.map(({ id }) => id).filter((id) => !named.includes(id));
  // Some have not said when they work: what they can give is not known.
  const known = [...named, ...others.filter(() => chance.is(75))];
  const from = `${Number(today.slice(0, 4)) - 1}-04-01`;
  await put(owner, 'working_pattern', known.map((person_id) => ({ id: randomUUID(), version: 1, person_id, from_on: from, to_on: null, minutes: chance.one(WEEKS), full_time_minutes: 450 })));
  await put(owner, 'leave', known.filter((id) => id !== post && chance.is(55)).map((person_id) => {
    const first = later(today, chance.between(10, 150));
    return { id: randomUUID(), person_id, from_on: first, to_on: later(first, chance.between(0, 11)), part: chance.is(85) ? 'whole' : 'half' };
  }));

  // Each by its own organisation; so nobody in particular is here while those of others are written.
  await owner.query(`select set_config('app.person', '', true)`);
  const release = (person_id: string, percent: number, more: object = {}) => ({ id: randomUUID(), version: 1, person_id, from_on: later(today, -60), to_on: null, percent, state: 'confirmed', funded_until: null, requested_by: leadId, requested_at: `${later(today, -70)}T09:00:00Z`, confirmed_by: null, confirmed_at: `${later(today, -65)}T15:00:00Z`, ...more });
  const waits = { state: 'requested', confirmed_at: null, requested_at: `${later(today, -3)}T11:20:00Z`, from_on: later(today, 14), to_on: later(today, 200) };
  const elsewhere = owning.find((one) => one.organisationId !== organisationId);
  await put(owner, 'release', [
    ...others.filter(() => chance.is(60)).map((id) => release(id, chance.one([20, 30, 40, 50, 60]))),
    release(leadId, 60, { confirmed_by: leadId }),
    release(post, 100, { from_on: later(today, 45), confirmed_by: leadId }),
    ...(funded ? [release(funded.id, 50, { confirmed_by: leadId, funded_until: later(today, 75) })] : []),
    ...[asked, third].flatMap((one) => (one ? [release(one.id, 40, { ...waits, requested_by: elsewhere?.id ?? leadId })] : [])),
  ]);
  await owner.query(`select set_config('app.person', $1, true)`, [leadId]);

  const [hub, group] = [randomUUID(), randomUUID()];
  await put(owner, 'team', [
    { id: hub, version: 1, name: 'Discharge hub', kind: 'team', organisation_id: organisationId },
    { id: group, version: 1, name: `${place.name} home first group`, kind: 'multi_disciplinary', organisation_id: null },
  ]);
  const member = (team_id: string, person_id: string, more: object = {}) => ({ id: randomUUID(), version: 1, team_id, person_id, from_on: later(today, -180), to_on: null, ...more });
  await put(owner, 'team_member', [
    ...[leadId, ...own.slice(0, 3).map(({ id }) => id)].map((id) => member(hub, id)),
    member(hub, post, { from_on: later(today, 45) }),
    ...chance.some(others, 6).map((id, at) => member(group, id, at === 0 ? { to_on: later(today, -20) } : at === 1 ? { to_on: later(today, 60) } : {})),
  ]);
}
