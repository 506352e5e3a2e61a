import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { dayAfter, daysBetween, type Giver, givenBy, loadMonths, loadSpan, type LoadWork, minutesBetween, monthsAfter, piecesOf, usualProductiveTime } from '@followthrough/domain';
import { isOpen } from '../../closures/published';
import { leftOf } from '../../demand/published';
import type { Chance } from './chance';
import { later } from './life';
import { put } from './put';

interface Releasing {
  readonly owner: ClientBase;
  readonly chance: Chance;
  /** In the order in which the place names them; the first is the lead's own. */
  readonly organisationIds: readonly string[];
  /** Those that name nobody: one confirms days instead, one has none to give. */
  readonly silent: Silent;
  readonly leadId: string;
  readonly today: string;
}

export interface Silent {
  readonly confirming: string;
  readonly withNone: string;
}

interface Somebody extends Giver {
  readonly id: string;
  readonly organisationId: string;
}

/** Whole per cent of what its people can give that the work of the next months needs of each organisation: a few have days to spare, a few are nearly full. */
const LOADS = [80, 92, 68, 88, 76, 104, 50, 84];
/** The month from now in which the lead's own organisation needs its people itself, and so is over. */
export const SHORT_MONTH = 3;
const MONTHS = 9;
/** Per cent of the post that is being filled. */
const POST = 40;

/**
 * What organisations release of their people, and the days that they confirmed: enough for what they have to do, mostly. The
 * lead's own is over in one month, because the wards have its people back for that long; the month after it is not.
 */
export async function demoReleases({ owner, chance, organisationIds, silent, leadId, today }: Releasing): Promise<void> {
  const span = loadSpan(today, MONTHS);
  const months = Array.from({ length: MONTHS }, (_, at) => monthsAfter(`${today.slice(0, 7)}-01`, at));
  const needed = await neededBy(owner, today, months);
  const { rows: people } = await owner.query<Somebody>(PEOPLE);
  const given = (one: Giver, percent: number): readonly number[] => {
    const days = givenBy({ ...one, releases: [{ from: today, to: null, percent, state: 'confirmed' }] }, usualProductiveTime, span);
    return months.map((first) => days.reduce<number>((sum, minutes, at) => (dayAfter(today, at).startsWith(first.slice(0, 7)) ? sum + (minutes ?? 0) : sum), 0));
  };

  // Of this month only the days that are left count.
  const left = Math.max(0.05, daysBetween(today, months[1] ?? today) / daysBetween(months[0] ?? today, months[1] ?? today));

  const releases: Record<string, unknown>[] = [];
  const confirmed: Record<string, unknown>[] = [];
  const release = (person_id: string, percent: number, more: object = {}) =>
    void releases.push({ id: randomUUID(), version: 1, person_id, from_on: later(today, -60), to_on: null, percent, state: 'confirmed', funded_until: null, requested_by: leadId, requested_at: `${later(today, -70)}T09:00:00Z`, confirmed_by: null, confirmed_at: `${later(today, -65)}T15:00:00Z`, ...more });
  for (const [nth, organisationId] of organisationIds.entries()) {
    const theirs = people.filter((one) => one.organisationId === organisationId);
    const work = needed.get(organisationId) ?? months.map(() => 0);
    if (organisationId === silent.withNone) confirm(organisationId, months.map(() => 0));
    else if (organisationId === silent.confirming) confirm(organisationId, work.map((minutes, at) => Math.max(4, Math.round(minutes / 450 / 0.85 / (at === 0 ? left : 1)))));
    else {
      const own = nth === 0;
      const [asked] = own ? theirs.filter((one) => one.id !== leadId && one.fundedUntil === null && one.expectedOn === null) : [];
      const fixed = (one: Somebody): number | null => (!own ? null : one.id === leadId ? 60 : one.expectedOn !== null ? POST : one.fundedUntil !== null ? 50 : one === asked ? 0 : null);
      const free = theirs.filter((one) => fixed(one) === null);
      const load = LOADS[nth % LOADS.length] ?? 80;
      // More in the weeks until the next quarter, in which much is due.
      const [soon, then] = [[0, 2], [2, 4]].map(([first = 0, end = 0]) => {
        const sum = (minutes: readonly number[]): number => minutes.slice(first, end).reduce((all, one) => all + one, 0);
        const sure = theirs.reduce((all, one) => all + sum(given(one, fixed(one) ?? 0)), 0);
        const all = free.reduce((minutes, one) => minutes + sum(given(one, 100)), 0);
        return all > 0 ? (100 * ((100 * sum(work)) / load - sure)) / all : 50;
      });
      const percents = (at: number): readonly [number, number] => [percent(soon, at), percent(then, at)];
      for (const [at, one] of free.entries()) inParts(one.id, percents(at), own);
      if (own) ownPeople(theirs, asked);
      // The last one has not said.
      if (nth < organisationIds.length - 1) confirm(organisationId, months.map((_, at) => Math.round((theirs.reduce((sum, one) => sum + (given(one, fixed(one) ?? percent(at < 2 ? soon : then, 0))[at] ?? 0), 0) / 450) * chance.one([0.9, 1, 1.1]))));
    }
  }
  // Each by its own organisation; so nobody in particular is here while those of others are written.
  await owner.query(`select set_config('app.person', '', true)`);
  await put(owner, 'release', releases);
  await owner.query(`select set_config('app.person', $1, true)`, [leadId]);
  await put(owner, 'confirmed_days', confirmed);

  function ownPeople(theirs: readonly Somebody[], asked: Somebody | undefined): void {
    release(leadId, 60, { confirmed_by: leadId });
    for (const one of theirs) {
      if (one.expectedOn !== null) release(one.id, POST, { from_on: one.expectedOn, confirmed_by: leadId });
      else if (one.fundedUntil !== null) release(one.id, 50, { confirmed_by: leadId, funded_until: one.fundedUntil });
    }
    const elsewhere = people.find((one) => one.organisationId !== organisationIds[0]);
    if (asked) release(asked.id, 40, { state: 'requested', confirmed_at: null, requested_at: `${later(today, -3)}T11:20:00Z`, from_on: later(today, 14), to_on: later(today, 200), requested_by: elsewhere?.id ?? leadId });
  }

  /** One share until the third month, and another from then on; of the lead's own in the short month hardly any. */
  function inParts(personId: string, [soon, then]: readonly [number, number], own: boolean): void {
    const by = own ? { confirmed_by: leadId } : {};
    const [third, short, after] = [2, SHORT_MONTH, SHORT_MONTH + 1].map((at) => months[at] ?? today);
    const until = (day: string | undefined) => ({ to_on: dayAfter(day ?? today, -1) });
    release(personId, soon, { ...until(third), ...by });
    if (own) {
      release(personId, then, { from_on: third, ...until(short), ...by });
      release(personId, 2, { from_on: short, ...until(after), ...by });
    }
    release(personId, then, { from_on: own ? after : third, ...by });
  }

  function confirm(organisation_id: string, days: readonly number[]): void {
    confirmed.push(...days.map((one, at) => ({ id: randomUUID(), version: 1, organisation_id, month: months[at], days: one })));
  }
}

/** A share in fives, one up and the next down, so that people differ. */
const percent = (share: number | undefined, at: number): number => Math.min(100, Math.max(10, 5 * Math.round(((share ?? 50) + (at % 2 === 0 ? 5 : -5)) / 5)));

const PEOPLE = `
  select p.id, p.organisation_id as "organisationId", p.expected_on::text as "expectedOn", p.funded_until::text as "fundedUntil", '[]'::json as releases,
    (select coalesce(json_agg(json_build_object('from', w.from_on, 'to', w.to_on, 'minutes', w.minutes)), '[]') from working_pattern w where w.locality_id = p.locality_id and w.person_id = p.id) as patterns,
    (select coalesce(json_agg(json_build_object('from', l.from_on, 'to', l.to_on, 'part', l.part)), '[]') from leave l where l.locality_id = p.locality_id and l.person_id = p.id) as leave
  from person p where p.locality_id = current_locality() and p.organisation_id is not null
    and (exists (select from working_pattern w where w.locality_id = p.locality_id and w.person_id = p.id) or not exists (select from membership m where m.locality_id = p.locality_id and m.person_id = p.id)) order by p.name, p.id`;

const WORK = `
  select a.id, a.start_on::text as "startOn", a.due_on::text as "dueOn", a.accountable_organisation_id as "organisationId", d.left_minutes::integer as "left",
    array(select m.due_on::text from milestone m where m.action_id = a.id and m.withdrawn_at is null order by m.due_on) as milestones,
    (select coalesce(json_agg(json_build_object('purpose', e.purpose, 'skillId', e.skill_id, 'organisationId', coalesce(e.organisation_id, a.accountable_organisation_id), 'likely', e.likely_minutes, 'shape', e.shape, 'milestone', null,
      'parts', (select coalesce(json_agg(json_build_object('personId', s.person_id, 'organisationId', p.organisation_id, 'minutes', s.minutes)), '[]') from assignment s join person p on p.id = s.person_id where s.effort_id = e.id)) order by e.id), '[]')
      from effort e where e.action_id = a.id) as lines
  from action a cross join lateral ${leftOf} d where a.locality_id = current_locality() and ${isOpen('a')}`;

/** Minutes that open work needs of each organisation in each month. */
async function neededBy(owner: ClientBase, today: string, months: readonly string[]): Promise<ReadonlyMap<string | null, readonly number[]>> {
  const { rows } = await owner.query<LoadWork>(WORK);
  const found = new Map<string | null, number[]>();
  const span = loadSpan(today, months.length);
  const within = loadMonths(span);
  for (const piece of piecesOf(rows, span)) {
    const theirs = found.get(piece.organisationId) ?? months.map(() => 0);
    for (const [at, { first, last }] of within.entries()) theirs[at] = (theirs[at] ?? 0) + minutesBetween(piece, first, last);
    found.set(piece.organisationId, theirs);
  }
  return found;
}
