import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Chance } from './chance';
import { later } from './life';
import { put } from './put';
import type { Silent } from './releases';

interface Supplied {
  readonly owner: ClientBase;
  readonly chance: Chance;
  readonly place: { readonly name: string };
  readonly owning: readonly { readonly id: string; readonly organisationId: string }[];
  /** The lead's own organisation. */
  readonly organisationId: string;
  readonly silent: Silent;
  readonly leadId: string;
  readonly today: string;
}

const PROFESSIONS = ['Social worker', 'Nurse', 'Occupational therapist', 'Physiotherapist', 'Project manager', 'Analyst', 'Commissioner', 'Pharmacist'];
const WEEKS = [[450, 450, 450, 450, 450, 0, 0], [450, 450, 450, 450, 450, 0, 0], [450, 450, 450, 450, 225, 0, 0], [450, 450, 450, 0, 0, 0, 0], [0, 375, 375, 375, 375, 0, 0]];

/** What people can give: most say when they work, some are away; one post is being filled, one is paid for not long enough; two organisations name nobody. */
export async function demoSupply({ owner, chance, place, owning, organisationId, silent, leadId, today }: Supplied): Promise<void> {
  const own = owning.filter((one) => one.organisationId === organisationId);
  const [, funded] = own;
  const post = randomUUID();
  await put(owner, 'person', [{ id: post, version: 1, name: 'Discharge coordinator, to be appointed', job_title: 'Discharge coordinator', profession: 'Nurse', organisation_id: organisationId, expected_on: later(today, 45) }]);
  for (const [at, { id }] of owning.entries()) await owner.query('update person set profession = $2 where locality_id = current_locality() and id = $1', [id, PROFESSIONS[at % PROFESSIONS.length]]);
  // The money for one ends before the year does that its work needs.
  if (funded) await owner.query('update person set funded_until = $2 where locality_id = current_locality() and id = $1', [funded.id, later(today, 75)]);

  const named = [leadId, ...own.map(({ id }) => id), post];
  const others = owning.filter((one) => one.organisationId !== organisationId && one.organisationId !== silent.confirming && one.organisationId !== silent.withNone).map(({ id }) => id);
  // Some have not said when they work: what they can give is not known.
  const known = [...named, ...others.filter(() => chance.is(88))];
  const from = `${Number(today.slice(0, 4)) - 1}-04-01`;
  await put(owner, 'working_pattern', known.map((person_id) => ({ id: randomUUID(), version: 1, person_id, from_on: from, to_on: null, minutes: chance.one(WEEKS), full_time_minutes: 450 })));
  await put(owner, 'leave', known.filter((id) => id !== post && chance.is(55)).map((person_id) => {
    const first = later(today, chance.between(10, 150));
    return { id: randomUUID(), person_id, from_on: first, to_on: later(first, chance.between(0, 11)), part: chance.is(85) ? 'whole' : 'half' };
  }));

  const [hub, group] = [randomUUID(), randomUUID()];
  await put(owner, 'team', [
    { id: hub, version: 1, name: 'Discharge hub', kind: 'team', organisation_id: organisationId, wanted: [] },
    { id: group, version: 1, name: `${place.name} home first group`, kind: 'multi_disciplinary', organisation_id: null, wanted: ['Social worker', 'Nurse', 'Occupational therapist', 'Speech and language therapist'] },
  ]);
  const member = (team_id: string, person_id: string, more: object = {}) => ({ id: randomUUID(), version: 1, team_id, person_id, from_on: later(today, -180), to_on: null, ...more });
  await put(owner, 'team_member', [
    ...[leadId, ...own.slice(0, 3).map(({ id }) => id)].map((id) => member(hub, id)),
    member(hub, post, { from_on: later(today, 45) }),
    ...chance.some(others, 6).map((id, at) => member(group, id, at === 0 ? { to_on: later(today, -20) } : at === 1 ? { to_on: later(today, 60) } : {})),
  ]);
}
