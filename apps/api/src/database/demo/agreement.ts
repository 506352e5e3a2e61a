import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { later } from './life';
import type { Place } from './places';
import { put } from './put';

export interface DemoBoard {
  readonly id: string;
  readonly name: string;
}

/** Each plan reports to its own board, and to the one that all of them share; boards meet every six weeks. */
export async function demoBoards(owner: ClientBase, place: Place, planIds: readonly string[], today: string): Promise<readonly DemoBoard[]> {
  const names = [...place.plans.map(({ board }) => board), `${place.name} Delivery Group`];
  const boards = names.map((name) => ({ id: randomUUID(), version: 1, name, retired_on: null }));
  // One that sat through last winter and was retired since.
  await put(owner, 'board', [...boards, { id: randomUUID(), version: 1, name: `${place.name} Winter Resilience Group`, retired_on: later(today, -150) }]);
  await put(owner, 'board_meeting', boards.flatMap(({ id }, at) => Array.from({ length: 7 }, (_, nth) => ({ id: randomUUID(), board_id: id, held_on: later(today, 9 + at * 6 + (nth - 4) * 42) }))));
  const shared = boards.at(-1);
  await put(owner, 'plan_board', planIds.flatMap((plan_id, at) => [boards[at], shared].flatMap((board) => (board ? [{ id: randomUUID(), plan_id, board_id: board.id }] : []))));
  return boards;
}

interface Agreed {
  readonly owner: ClientBase;
  readonly plans: readonly { readonly id: string; readonly aim: string }[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly ownerIds: readonly string[];
  readonly leadId: string;
  readonly today: string;
}

const SIGNERS = ['Ruth Penhale', 'Idris Coker', 'Hannah Goswami', 'Martin Tremlett', 'Leila Usman', 'Piotr Kowal', 'Sian Ashdown', 'Dominic Osei', 'Farah Quartey', 'Gareth Lathom', 'Molly Ellery'];
const ROLES = ['Chief executive', 'Chair', 'Managing director', 'Director of adult social care', 'Accountable officer'];
const EARLIER = 'People are helped sooner and stay at home for longer.';

/** Partners sign the aim: one signed an earlier wording, one has not signed at all. The first three have a sponsor each. */
export async function demoAgreement({ owner, plans, organisations, ownerIds, leadId, today }: Agreed): Promise<void> {
  const signing = organisations.slice(0, -1);
  await put(
    owner,
    'plan_signature',
    plans.flatMap(({ id: plan_id, aim }) =>
      signing.map((organisation, at) => ({
        id: randomUUID(),
        version: 1,
        plan_id,
        organisation_id: organisation.id,
        aim: at === signing.length - 1 ? EARLIER : aim,
        signed_by: SIGNERS[at % SIGNERS.length],
        role: ROLES[at % ROLES.length],
        signed_on: later(today, at === signing.length - 1 ? -352 : -318 + at * 3),
        recorded_by: leadId,
        recorded_on: later(today, -280),
      })),
    ),
  );
  const [first, second, third] = organisations;
  await put(
    owner,
    'plan_sponsor',
    plans.flatMap(({ id: plan_id }) => [
      { id: randomUUID(), plan_id, organisation_id: first?.id, person_id: ownerIds[0] ?? null, role: 'Director of adult social care' },
      { id: randomUUID(), plan_id, organisation_id: second?.id, person_id: null, role: 'Chief operating officer' },
      { id: randomUUID(), plan_id, organisation_id: third?.id, person_id: ownerIds[1] ?? null, role: null },
    ]),
  );
  await put(
    owner,
    'co_production_step',
    plans.map(({ id }) => ({ id: randomUUID(), version: 1, plan_id: id, action_id: null, with_whom: 'The carers’ forum and six people who left hospital this year', what: 'They read the plan aloud with us, changed four of its aims and choose what is asked in the survey.', happens_on: later(today, 24) })),
  );
}
