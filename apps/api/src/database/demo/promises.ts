import { randomUUID } from 'node:crypto';
import { type CommitmentFacts, monthsAfter, type ProductiveTime, promisedOf } from '@followthrough/domain';
import type { ClientBase } from 'pg';
import { promisePage } from '../../promises/promises.sql';
import { ROLES } from '../roles';
import { later } from './life';
import { put } from './put';

interface Promising {
  readonly owner: ClientBase;
  /** The first is the lead's own. */
  readonly organisationIds: readonly string[];
  readonly owning: readonly { readonly id: string; readonly organisationId: string }[];
  readonly planId: string;
  readonly leadId: string;
  readonly today: string;
}

interface Facts {
  readonly time: ProductiveTime;
  readonly items: readonly { readonly organisationId: string; readonly facts: CommitmentFacts }[];
}

/** So much a month that what is kept of it is counted finely. */
const MUCH = 4_500_000;

/**
 * Two organisations promised: one what it gives and has confirmed, and comes to the boards; one three times as much as it
 * keeps, with most of the money still to come, nobody who stands behind it, and two empty chairs. One is asked, and so is the lead's own.
 */
export async function demoPromises({ owner, organisationIds, owning, planId, leadId, today }: Promising): Promise<void> {
  const from = monthsAfter(`${today.slice(0, 7)}-01`, -8);
  // Who does not keep it is the one with most people, whose figures everybody may see.
  const [breaker, keeper, asked] = (await kept(owner, from, today)).filter(({ organisationId, minutes }) => organisationId !== organisationIds[0] && minutes >= 450);
  if (!keeper || !breaker) return;
  const sponsor = (organisationId: string): string | null => owning.find((one) => one.organisationId === organisationId)?.id ?? null;
  const row = (organisation_id: string, more: object) => ({
    id: randomUUID(), version: 1, organisation_id, plan_id: null, minutes: null, money: null, money_confirmed: null, sponsor_person_id: null, from_on: from, to_on: later(today, 420), state: 'confirmed', requested_by: leadId, requested_on: later(from, -20), confirmed_by: sponsor(organisation_id), confirmed_at: `${later(from, -6)}T10:30:00Z`, ...more,
  });
  const waiting = { state: 'requested', confirmed_by: null, confirmed_at: null, from_on: later(today, 20), to_on: later(today, 385), requested_on: later(today, -4) };
  const days = (minutes: number): number => Math.max(1, Math.floor(minutes / 450)) * 450;
  // Each by its own organisation, as releases are.
  await owner.query(`select set_config('app.person', '', true)`);
  await put(owner, 'promise', [
    row(keeper.organisationId, { minutes: days(keeper.minutes * 0.95), money: 60_000, money_confirmed: 60_000, sponsor_person_id: sponsor(keeper.organisationId) }),
    row(breaker.organisationId, { minutes: days(breaker.minutes * 3), money: 80_000, money_confirmed: 20_000 }),
    row(organisationIds[0] ?? '', { ...waiting, plan_id: planId, minutes: 2_700, money: 25_000, requested_by: sponsor(keeper.organisationId) }),
    ...(asked ? [row(asked.organisationId, { ...waiting, minutes: 3_600 })] : []),
  ]);
  await owner.query(`select set_config('app.person', $1, true)`, [leadId]);
  await came(owner, organisationIds, breaker.organisationId);
}

/** Minutes a month that each organisation has kept and has confirmed, the least of both, with how many people; those with most people first. */
async function kept(owner: ClientBase, from: string, today: string): Promise<readonly { readonly organisationId: string; readonly people: number; readonly minutes: number }[]> {
  // PostgreSQL has not counted yet what this transaction wrote, and would plan for empty tables.
  await owner.query('analyze person, action, effort, assignment, status_update, working_pattern, release, cycle_part');
  // Statements of the screens rely on row security, which the owner of the tables is above.
  await owner.query(`set local role ${ROLES.api}`);
  const { rows } = await owner.query<{ answer: string }>(promisePage.text);
  await owner.query(`set local role ${ROLES.owner}`);
  const { time, items } = JSON.parse(rows[0]?.answer ?? '{"items":[]}') as Facts;
  return items
    .map(({ organisationId, facts }) => {
      const promises = [{ planId: null, minutes: MUCH, moneyPence: null, moneyConfirmedPence: null, hasSponsor: true, fromOn: from, toOn: null }];
      const { promised, confirmed, promisedSoFar, given } = promisedOf({ ...facts, promises }, time, today);
      return { organisationId, people: facts.people?.length ?? 0, minutes: Math.min((MUCH * confirmed) / (promised ?? 1), (MUCH * (given ?? 0)) / (promisedSoFar ?? 1)) };
    })
    .sort((a, b) => b.people - a.people || b.minutes - a.minutes);
}

/** Who came to the boards that met: everybody, but one of the last three times one did not, and one of the others once. */
async function came(owner: ClientBase, organisationIds: readonly string[], absent: string): Promise<void> {
  const { rows } = await owner.query<{ id: string }>('select m.id from board_meeting m join board b on b.locality_id = m.locality_id and b.id = m.board_id where m.locality_id = current_locality() and m.held_on < today() order by m.held_on desc, m.id');
  await put(owner, 'board_attendance', rows.flatMap(({ id }, at) => organisationIds.map((organisation_id, nth) => ({ id: randomUUID(), board_meeting_id: id, organisation_id, came: organisation_id === absent ? at % 3 === 2 : !(nth === organisationIds.length - 1 && at === 1) }))));
}
