import type { LoadCellsBy } from '@followthrough/contracts';
import { dayAfter, daysBetween, monthsAfter } from './calendar';
import { spreadEffort } from './demand';
import { judged, type PeriodLoad, stretchesOf } from './load';
import { type LoadPiece, type LoadSpan, minutesBetween } from './load-pieces';
import { FULL_TIME_DAY, type Giver, givenDays, NOT_KNOWN, type ProductiveTime } from './supply';

/**
 * The heat map: what open work asks of people, teams, organisations or skills in each month beside what they can give. From
 * today on, in whole minutes; the first month has only the days that are left of it, on both sides. See docs/capacity.md.
 */

/** A row of the heat map. `members`: whose days are its supply, from–to in a team. */
export interface LoadRow {
  readonly id: string | null;
  readonly members: readonly { readonly personId: string; readonly from: string | null; readonly to: string | null }[];
  /** Of an organisation: person-days that it confirmed, by month. */
  readonly confirmed: readonly { readonly month: string; readonly days: number }[];
}

/** What the rows of the heat map are reckoned from; see `loadFacts`. */
export interface LoadFacts {
  readonly by: LoadCellsBy;
  readonly span: LoadSpan;
  readonly months: readonly LoadMonth[];
  readonly pieces: readonly LoadPiece[];
  /** What somebody gives; undefined where nothing is known of them. Reckoned once, in however many rows they are. */
  readonly given: (personId: string) => PersonDays | undefined;
}

/** A month of the span, with its first and last day counted from the span's first. */
export interface LoadMonth {
  /** `2026-11` */
  readonly month: string;
  readonly first: number;
  readonly last: number;
}

interface PersonDays {
  readonly days: Int32Array;
  readonly months: readonly MonthGiven[];
}

interface MonthGiven {
  readonly minutes: number;
  /** Of how many days it is not known. */
  readonly unknown: number;
}

export interface LoadGround {
  readonly by: LoadCellsBy;
  readonly span: LoadSpan;
  readonly time: ProductiveTime;
  readonly people: ReadonlyMap<string, Giver>;
  readonly pieces: readonly LoadPiece[];
}

export function loadFacts({ by, span, time, people, pieces }: LoadGround): LoadFacts {
  const months = loadMonths(span);
  const known = new Map<string, PersonDays>();
  const given = (id: string): PersonDays | undefined => {
    const giver = people.get(id);
    if (!giver || known.has(id)) return known.get(id);
    const days = givenDays(giver, time, span);
    const theirs = { days, months: months.map(({ first, last }) => monthGiven(days, first, last)) };
    known.set(id, theirs);
    return theirs;
  };
  return { by, span, months, pieces, given };
}

export const loadMonths = (span: LoadSpan): readonly LoadMonth[] =>
  stretchesOf(span, 'month').map(({ from, to }) => ({ month: from.slice(0, 7), first: daysBetween(span.from, from), last: daysBetween(span.from, to) }));

/** `times`: the days on which somebody counts, from–to as places in `days`; on the others they give nothing, which is known. */
function monthGiven(days: Int32Array, first: number, last: number, times?: readonly Places[]): MonthGiven {
  let [minutes, unknown] = [0, 0];
  for (let at = first; at <= last; at += 1) {
    if (times && !times.some((one) => one.first <= at && at <= one.last)) continue;
    const one = days[at] ?? 0;
    if (one === NOT_KNOWN) unknown += 1;
    else minutes += one;
  }
  return { minutes, unknown };
}

/** Days counted from the span's first; both ends count. */
interface Places {
  readonly first: number;
  readonly last: number;
}

export interface RowMonth extends Omit<PeriodLoad, 'from' | 'to'> {
  /** `2026-11` */
  readonly month: string;
  /** Minutes that the organisation confirmed, where its people are named; null: nothing was. */
  readonly promised: number | null;
}

/** A piece at a row: on all its days, or of a team on those on which somebody is in it. */
export interface LaidPiece {
  readonly piece: LoadPiece;
  readonly times: readonly Places[] | null;
}

/** What lies at each row, gone through once; at null what is nobody's, or at no row. */
export function laidAtRows({ by, span, pieces }: Pick<LoadFacts, 'by' | 'span' | 'pieces'>, rows: readonly Pick<LoadRow, 'id' | 'members'>[]): ReadonlyMap<string | null, readonly LaidPiece[]> {
  const laid = new Map<string | null, LaidPiece[]>(rows.map(({ id }) => [id, []]));
  const teams = new Map<string, Map<string | null, Places[]>>();
  if (by === 'team')
    for (const { id, members } of rows)
      for (const { personId, from, to } of members) {
        const theirs = teams.get(personId) ?? new Map<string | null, Places[]>();
        theirs.set(id, [...(theirs.get(id) ?? []), placesOf(span, from, to)]);
        teams.set(personId, theirs);
      }
  const key = ({ skill: 'skillId', person: 'personId', organisation: 'organisationId', team: 'personId', action: 'workId' } as const)[by];
  for (const piece of pieces) {
    if (by === 'team') for (const [id, times] of (piece.personId === null ? undefined : teams.get(piece.personId)) ?? []) laid.get(id)?.push({ piece, times });
    else (laid.get(piece[key]) ?? (by === 'organisation' || by === 'skill' ? laid.get(null) : undefined))?.push({ piece, times: null });
  }
  return laid;
}

const placesOf = ({ from }: LoadSpan, first: string | null, last: string | null): Places => ({ first: first === null ? -Infinity : daysBetween(from, first), last: last === null ? Infinity : daysBetween(from, last) });

/** Minutes of what is laid there in one month. */
export function laidIn({ piece, times }: LaidPiece, { first, last }: Pick<LoadMonth, 'first' | 'last'>): number {
  return times ? times.reduce((sum, one) => sum + minutesBetween(piece, Math.max(first, one.first), Math.min(last, one.last)), 0) : minutesBetween(piece, first, last);
}

/** One row's months, and what lies at it. Nobody named and nothing confirmed: not known. Of the row of the rest nobody can say. */
export function loadRow({ by, span, months, given }: LoadFacts, { id, members, confirmed }: LoadRow, laid: readonly LaidPiece[]): readonly RowMonth[] {
  const needed = new Array<number>(months.length).fill(0);
  for (const one of laid)
    for (let at = months.findIndex(({ last }) => last >= one.piece.spread.first), month = months[at]; month && month.first <= one.piece.spread.last; at += 1, month = months[at]) needed[at] = (needed[at] ?? 0) + laidIn(one, month);
  const people = members.flatMap(({ personId, from, to }) => {
    const theirs = given(personId);
    if (!theirs) return [];
    return [from === null && to === null ? theirs.months : months.map(({ first, last }) => monthGiven(theirs.days, first, last, [placesOf(span, from, to)]))];
  });
  const promises = confirmedIn(months, confirmed, span);
  const isNamed = people.length > 0 || (by !== 'organisation' && id !== null);
  return months.map(({ month, first, last }, at) => {
    const promised = promises.get(month) ?? null;
    if (!isNamed) return { month, ...judged(needed[at] ?? 0, promised, promised === null ? 1 : 0), unknown: 0, promised: null };
    const days = last - first + 1;
    const all = people.map((one) => one[at] ?? { minutes: 0, unknown: days });
    const unknown = all.filter((one) => one.unknown > 0).length;
    const isKnown = all.length === 0 || all.some((one) => one.unknown < days);
    return { month, ...judged(needed[at] ?? 0, isKnown ? all.reduce((sum, { minutes }) => sum + minutes, 0) : null, unknown), unknown, promised };
  });
}

/** Confirmed days, spread over the working days of their months; of this month those that are left. */
function confirmedIn(months: readonly LoadMonth[], confirmed: LoadRow['confirmed'], span: LoadSpan): ReadonlyMap<string, number> {
  const known = new Map(confirmed.map((one) => [one.month, one]));
  return new Map(months.flatMap(({ month, first, last }) => {
    const one = known.get(month);
    return one ? [[month, confirmedDays([one], { from: dayAfter(span.from, first), to: dayAfter(span.from, last) }).reduce<number>((sum, minutes) => sum + (minutes ?? 0), 0)]] : [];
  }));
}

/** The same by day; of a month that nobody spoke for, not known. A day of nobody in particular is 450 minutes. */
export function confirmedDays(confirmed: LoadRow['confirmed'], { from, to }: LoadSpan): readonly (number | null)[] {
  const given: (number | null)[] = new Array<null>(daysBetween(from, to) + 1).fill(null);
  for (const { month, days } of confirmed) {
    const [first, last] = [`${month}-01`, dayAfter(monthsAfter(`${month}-01`, 1), -1)];
    for (let day = first > from ? first : from; day <= last && day <= to; day = dayAfter(day, 1)) given[daysBetween(from, day)] = 0;
    for (const { day, minutes } of spreadEffort({ minutes: Math.round(days * FULL_TIME_DAY), from: first, to: last, shape: 'even' })) if (day >= from && day <= to) given[daysBetween(from, day)] = minutes;
  }
  return given;
}

export const isWithin = ({ from, to }: { readonly from: string | null; readonly to: string | null }, day: string): boolean => (from === null || from <= day) && (to === null || day <= to);

/** What a full-time post of 450 minutes a day gives in each month, released whole, with the usual leave: one FTE. */
export function fullTimeMonths(time: ProductiveTime, span: LoadSpan): readonly { readonly month: string; readonly minutes: number }[] {
  const post: Giver = { patterns: [{ from: span.from, to: null, minutes: [450, 450, 450, 450, 450, 0, 0] }], leave: [], releases: [{ from: span.from, to: null, percent: 100, state: 'confirmed' }], expectedOn: null, fundedUntil: null };
  const days = givenDays(post, time, span);
  return loadMonths(span).map(({ month, first, last }) => ({ month, minutes: monthGiven(days, first, last).minutes }));
}
