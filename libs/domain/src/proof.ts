import { dayAfter, daysBetween } from './calendar';
import { roomFor } from './fitting';
import type { MovablePiece } from './levers';
import { type LoadPart, type LoadPiece, type LoadSpan } from './load-pieces';
import { confirmedDays, isWithin, laidAtRows, laidIn, loadFacts, type LoadRow, loadRow, type RowMonth } from './loads';
import { type Overload, overloads, type Placement, placeByDue } from './overload';
import { type Giver, givenBy, type ProductiveTime } from './supply';

/**
 * Whether the work of a person, a team or an organisation fits into what they can give, in whatever order it is done within its
 * dates. Of several people together it is the least that is wrong: they are taken to stand in for one another. A day of
 * somebody without a working pattern is not known: it proves no overload, and helps no work to fit.
 */
export type ProofState = 'over' | 'fits' | 'unknown' | 'nothing';

/** Work of one action that has the same days, skill and level. */
export interface ProofPiece extends MovablePiece {
  readonly workId: string;
  readonly skillId: string | null;
  readonly level: number | null;
  readonly isWay: boolean;
  /** Minutes of these that nobody is down for. */
  readonly nobody: number;
  readonly personIds: readonly string[];
}

/** A month that looks over when work is spread over it, and is not. */
export interface SettledMonth {
  readonly month: string;
  readonly needed: number;
  readonly given: number;
  readonly percent: number;
  /** What there is to do in it, in the order in which it fits: the days on which it is done, which can begin before the month. */
  readonly order: readonly { readonly workId: string; readonly from: number; readonly to: number }[];
}

export interface Proof {
  readonly state: ProofState;
  /** Days are places from the first day of the span on. */
  readonly pieces: readonly ProofPiece[];
  /** Minutes on each day of those who are known. */
  readonly given: readonly number[];
  /** The same where somebody is not known on a day as if everything could be done on it: with less there is an overload whatever they can give. */
  readonly atMost: readonly number[];
  readonly overloads: readonly Overload[];
  readonly settled: readonly SettledMonth[];
  readonly placement: Placement;
  /** Minutes with a date beyond the span. */
  readonly later: number;
  /** People of whom some day is not known. */
  readonly unknown: number;
}

export interface ProofFacts {
  readonly by: 'person' | 'team' | 'organisation';
  readonly span: LoadSpan;
  readonly time: ProductiveTime;
  readonly people: ReadonlyMap<string, Giver>;
  /** Of the same work as the pieces. */
  readonly parts: readonly LoadPart[];
  readonly pieces: readonly LoadPiece[];
  /** The last day to which an action can be put off, because of what waits for it. */
  readonly latest?: ReadonlyMap<string, string>;
}

/** What has to be done and what can be given, by day. */
function groundOf(facts: ProofFacts, row: LoadRow) {
  const { span } = facts;
  const parts = partsAt(facts, row).filter((one) => one.minutes > 0);
  return { parts, pieces: piecesIn(parts.filter((one) => one.to <= span.to), span, facts.latest ?? new Map()), ...givenIn(facts, row, daysBetween(span.from, span.to) + 1) };
}

/** Whether it fits, without the months that only look over: for many rows at once. */
export function fitOf(facts: ProofFacts, row: LoadRow): Omit<Proof, 'settled'> {
  const { span } = facts;
  const { parts, pieces, known, unknownDays, unknown } = groundOf(facts, row);
  const all = pieces.reduce((sum, { minutes }) => sum + minutes, 0);
  const atMost = known.map((minutes, day) => (unknownDays[day] ? minutes + all : minutes));
  const found = overloads(pieces, atMost);
  const placement = placeByDue(pieces, known);
  const state = pieces.length === 0 ? 'nothing' : found.length > 0 ? 'over' : placement.left.length === 0 ? 'fits' : 'unknown';
  return { state, pieces, given: known, atMost, overloads: found, placement, unknown, later: parts.reduce((sum, one) => sum + (one.to > span.to ? one.minutes : 0), 0) };
}

export function proofOf(facts: ProofFacts, row: LoadRow): Proof {
  const fit = fitOf(facts, row);
  return { ...fit, settled: settledMonths(facts, row, fit) };
}

/** The parts that lie at a row. Of a team only what its members have to do wholly while they are in it. */
function partsAt({ by, parts }: ProofFacts, { id, members }: LoadRow): readonly LoadPart[] {
  if (by === 'organisation') return parts.filter((one) => one.organisationId === id);
  if (by === 'person') return parts.filter((one) => one.personId === id);
  const times = Map.groupBy(members, ({ personId }) => personId);
  return parts.filter(({ personId, from, to }) => (personId === null ? undefined : times.get(personId))?.some((time) => isWithin(time, from) && isWithin(time, to)));
}

function piecesIn(parts: readonly LoadPart[], span: LoadSpan, latest: ReadonlyMap<string, string>): readonly ProofPiece[] {
  const alike = Map.groupBy(parts, ({ workId, from, to, skillId, level, isWay }) => [workId, from, to, skillId ?? '', level ?? '', isWay].join(' '));
  return [...alike].flatMap(([id, some]) => {
    const [first] = some;
    if (!first) return [];
    const { workId, skillId, level, isWay } = first;
    const until = latest.get(workId);
    return [{
      id, workId, skillId, level, isWay,
      // A milestone is put off by itself, everything else together with its action.
      moves: isWay ? `${workId} ${first.to}` : workId,
      latest: until === undefined ? null : Math.max(0, daysBetween(span.from, until)),
      minutes: some.reduce((sum, { minutes }) => sum + minutes, 0),
      nobody: some.reduce((sum, { minutes, personId }) => sum + (personId === null ? minutes : 0), 0),
      personIds: [...new Set(some.flatMap(({ personId }) => (personId === null ? [] : [personId])))],
      from: daysBetween(span.from, first.from),
      to: daysBetween(span.from, first.to),
    }];
  });
}

function givenIn({ by, span, time, people }: ProofFacts, { id, members, confirmed }: LoadRow, days: number): { readonly known: readonly number[]; readonly unknownDays: readonly boolean[]; readonly unknown: number } {
  const known = new Array<number>(days).fill(0);
  const unknownDays = new Array<boolean>(days).fill(false);
  const unknown = new Set<string>();
  const add = (given: readonly (number | null)[], who: string | null, isIn: (day: number) => boolean): void => {
    for (const [day, minutes] of given.entries()) {
      if (!isIn(day)) continue;
      if (minutes === null) {
        unknownDays[day] = true;
        if (who !== null) unknown.add(who);
      } else known[day] = (known[day] ?? 0) + minutes;
    }
  };
  for (const one of members) {
    const giver = people.get(one.personId);
    if (giver) add(givenBy(giver, time, span), one.personId, one.from === null && one.to === null ? () => true : (day) => isWithin(one, dayAfter(span.from, day)));
  }
  // Nobody is named: what the organisation confirmed, evenly over the working days of each month, is what it gives.
  if (by === 'organisation' && members.length === 0) add(id === null || confirmed.length === 0 ? new Array<null>(days).fill(null) : confirmedDays(confirmed, span), null, () => true);
  return { known, unknownDays, unknown: unknown.size };
}

function spreadOver(facts: ProofFacts, row: LoadRow) {
  const loads = loadFacts(facts);
  const laid = laidAtRows(loads, [row]).get(row.id) ?? [];
  return { laid, months: loadRow(loads, row, laid) };
}

/** The months of a row as the heat map has them. */
export const monthsAt = (facts: ProofFacts, row: LoadRow): readonly RowMonth[] => spreadOver(facts, row).months;

/** Months of the heat map that are over, and in which there is no overload: with the order of work that fits. */
function settledMonths(facts: ProofFacts, row: LoadRow, { pieces, overloads: found, placement }: Pick<Proof, 'pieces' | 'overloads' | 'placement'>): readonly SettledMonth[] {
  const { span } = facts;
  const { laid, months } = spreadOver(facts, row);
  const left = new Set(placement.left.map(({ id }) => id));
  const byId = new Map(pieces.map((one) => [one.id, one]));
  return months.flatMap(({ month, band, needed, given, percent }) => {
    if (band !== 'over' || given === null || percent === null) return [];
    const [first, last] = [Math.max(0, daysBetween(span.from, `${month}-01`)), daysBetween(span.from, lastOf(month))];
    const touches = (one: { readonly from: number; readonly to: number }): boolean => one.from <= last && one.to >= first;
    if (found.some(touches) || pieces.some((one) => left.has(one.id) && touches(one))) return [];
    const there = new Set(laid.filter((one) => laidIn(one, { first, last }) > 0).map(({ piece }) => piece.workId));
    const placed = Map.groupBy(placement.placed.filter(({ id }) => there.has(byId.get(id)?.workId ?? '')), ({ id }) => byId.get(id)?.workId ?? '');
    const order = [...placed].map(([workId, days]) => ({ workId, from: Math.min(...days.map(({ day }) => day)), to: Math.max(...days.map(({ day }) => day)) }));
    return [{ month, needed, given, percent, order: order.toSorted((a, b) => a.to - b.to || a.from - b.from || (a.workId < b.workId ? -1 : 1)) }];
  });
}

const lastOf = (month: string): string => {
  const [year = 0, at = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, at, 0)).toISOString().slice(0, 10);
};

/** How much more work fits for a row between two days; null where nothing is known of these days. What is not known gives no room. */
export function roomWithin(facts: ProofFacts, row: LoadRow, { from, to }: Pick<LoadPart, 'from' | 'to'>): number | null {
  const { span } = facts;
  const [first, last] = [Math.max(0, daysBetween(span.from, from)), Math.min(daysBetween(span.from, span.to), daysBetween(span.from, to))];
  if (first > last) return null;
  const { pieces, known, unknownDays } = groundOf(facts, row);
  return unknownDays.slice(first, last + 1).every(Boolean) ? null : roomFor(pieces, known, first, last);
}
