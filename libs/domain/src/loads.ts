import type { EffortPurpose, EffortShape, LoadsBy } from '@followthrough/contracts';
import { dayAfter, daysBetween, monthsAfter } from './calendar';
import { equalStretches, spreadEffort } from './demand';
import { type Carrier, loadOf, type PeriodLoad, together } from './load';
import { FULL_TIME_DAY, type Giver, givenBy, type ProductiveTime } from './supply';

/**
 * The heat map: what open work asks of people, teams, organisations or skills in each month beside what they can give. From
 * today on, in whole minutes; the first month has only the days that are left of it, on both sides. See docs/capacity.md.
 */
export interface LoadWork {
  readonly id: string;
  readonly startOn: string | null;
  readonly dueOn: string | null;
  /** The accountable one. */
  readonly organisationId: string | null;
  /** What is left to deliver; null: not estimated. */
  readonly left: number | null;
  /** The days of its milestones. */
  readonly milestones: readonly string[];
  readonly lines: readonly LoadLine[];
}

export interface LoadLine {
  readonly purpose: EffortPurpose;
  readonly skillId: string | null;
  /** From 1; null: any. */
  readonly level: number | null;
  /** At whose door lies what nobody is down for. */
  readonly organisationId: string | null;
  readonly likely: number;
  readonly shape: EffortShape;
  /** Of a line up to one milestone: its day, and that of the one before. */
  readonly milestone: { readonly after: string | null; readonly dueOn: string } | null;
  /** Who is down for it, asked for or confirmed. */
  readonly parts: readonly { readonly personId: string; readonly organisationId: string | null; readonly minutes: number }[];
}

/** So many minutes of one action on each of some days, of somebody or of nobody yet. */
export interface LoadPiece {
  readonly workId: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly skillId: string | null;
  readonly level: number | null;
  /** The first and the last day on which it can be done, wherever that is spread; the last may be after the span. */
  readonly from: string;
  readonly to: string;
  readonly shares: readonly { readonly day: string; readonly minutes: number }[];
}

export interface LoadSpan {
  /** Today. */
  readonly from: string;
  /** The last day of the last month. */
  readonly to: string;
}

export const loadSpan = (today: string, months: number): LoadSpan => ({ from: today, to: dayAfter(monthsAfter(`${today.slice(0, 7)}-01`, months), -1) });

/** The same before it is spread. */
export interface LoadPart extends Omit<LoadPiece, 'shares'> {
  readonly minutes: number;
  /** It is due with a milestone, and not with its action. */
  readonly isWay: boolean;
}

const partsSpread = (work: readonly LoadWork[], today: string) =>
  work.flatMap((one) => linesLeft(one).flatMap(({ line, left }) => {
    const spread = spreading(one, line, today);
    return spread ? partsLeft(line, left).map(({ personId, organisationId, minutes }) => ({ workId: one.id, personId, organisationId, skillId: line.skillId, level: line.level, minutes, ...spread, isWay: line.milestone !== null })) : [];
  }));

/** All open work before it is spread; work without a date, or without an estimate, has no parts. */
export const partsOf = (work: readonly LoadWork[], today: string): readonly LoadPart[] => partsSpread(work, today);

/** All open work in pieces, spread. */
export const piecesOf = (work: readonly LoadWork[], { from, to }: LoadSpan): readonly LoadPiece[] =>
  partsSpread(work, from).map(({ isWay: _, minutes, shape, stretches, ...piece }) => ({ ...piece, shares: spreadEffort({ minutes, from: piece.from, to: piece.to, shape, stretches }).filter(({ day }) => day <= to) }));

/** What is left of each line: of those to deliver in proportion, so that they add up to what is left of the action. Without any, one even line of nobody. */
function linesLeft({ left, lines, organisationId }: LoadWork): readonly { readonly line: LoadLine; readonly left: number }[] {
  const deliver = lines.filter((one) => one.purpose === 'deliver');
  const absorb = lines.filter((one) => one.purpose === 'absorb').map((line) => ({ line, left: line.likely }));
  if (left === null) return absorb;
  if (deliver.length === 0) return [{ line: { purpose: 'deliver', skillId: null, level: null, organisationId, likely: left, shape: 'even', milestone: null, parts: [] }, left }, ...absorb];
  const shares = inProportion(deliver.map(({ likely }) => likely), left, deliver.reduce((sum, { likely }) => sum + likely, 0));
  return [...deliver.map((line, at) => ({ line, left: shares[at] ?? 0 })), ...absorb];
}

/** Who has how much of what is left. A part shrinks with its line and never grows: what a new estimate adds is nobody's yet. */
function partsLeft({ parts, likely, organisationId }: LoadLine, left: number): readonly { readonly personId: string | null; readonly organisationId: string | null; readonly minutes: number }[] {
  const shrunk = left < likely ? inProportion(parts.map(({ minutes }) => minutes), left, likely) : parts.map(({ minutes }) => minutes);
  const rest = left - shrunk.reduce((sum, one) => sum + one, 0);
  return [...parts.map((part, at) => ({ ...part, minutes: shrunk[at] ?? 0 })), ...(rest > 0 ? [{ personId: null, organisationId, minutes: rest }] : [])];
}

/** Each times `left` / `whole`, rounded so that all together are exact to the minute. */
function inProportion(minutes: readonly number[], left: number, whole: number): readonly number[] {
  let sum = 0;
  return minutes.map((one) => {
    const before = Math.round((sum * left) / whole);
    sum += one;
    return Math.round((sum * left) / whole) - before;
  });
}

/** From today or a later start to the due day. What is overdue is due today; null: there is no day. Beyond ten years nobody plans. */
function spreading({ startOn, dueOn, milestones }: LoadWork, { shape, milestone }: LoadLine, today: string): { readonly from: string; readonly to: string; readonly shape: EffortShape; readonly stretches: ReturnType<typeof equalStretches> } | null {
  const end = milestone?.dueOn ?? dueOn;
  if (end === null) return null;
  const from = latest(today, startOn, milestone?.after ? dayAfter(milestone.after, 1) : null);
  // A start after the due day: all of it on the due day, or today.
  const begins = from > end ? latest(today, end) : from;
  const last = dayAfter(begins, 3_659);
  const to = latest(begins, end < last ? end : last);
  return { from: begins, to, shape, stretches: shape === 'milestones' ? equalStretches(milestones, { from: begins, to }) : [] };
}

const latest = (...days: readonly (string | null)[]): string => days.reduce<string>((last, day) => (day !== null && day > last ? day : last), '');

/** A row of the heat map. `members`: whose days are its supply, from–to in a team. */
export interface LoadRow {
  readonly id: string | null;
  readonly members: readonly { readonly personId: string; readonly from: string | null; readonly to: string | null }[];
  /** Of an organisation: person-days that it confirmed, by month. */
  readonly confirmed: readonly { readonly month: string; readonly days: number }[];
}

export interface LoadFacts {
  readonly by: LoadsBy;
  readonly span: LoadSpan;
  readonly time: ProductiveTime;
  readonly people: ReadonlyMap<string, Giver>;
  readonly pieces: readonly LoadPiece[];
}

export interface RowMonth extends Omit<PeriodLoad, 'from' | 'to'> {
  /** `2026-11` */
  readonly month: string;
  /** Minutes that the organisation confirmed, where its people are named; null: nothing was. */
  readonly promised: number | null;
}

/** The pieces that lie at a row; of a team on the days on which they are its members. `ids`: of all rows, for the row of the rest. */
export function piecesAt({ by, pieces }: Pick<LoadFacts, 'by' | 'pieces'>, { id, members }: Pick<LoadRow, 'id' | 'members'>, ids: ReadonlySet<string | null>): readonly LoadPiece[] {
  if (by === 'team') {
    const times = Map.groupBy(members, ({ personId }) => personId);
    return pieces.flatMap((one) => {
      const theirs = one.personId === null ? undefined : times.get(one.personId);
      return theirs ? [{ ...one, shares: one.shares.filter(({ day }) => theirs.some((time) => isWithin(time, day))) }] : [];
    });
  }
  if (by === 'person') return pieces.filter((one) => one.personId === id);
  const key = by === 'skill' ? 'skillId' : 'organisationId';
  return pieces.filter((one) => (id === null ? !ids.has(one[key]) || one[key] === null : one[key] === id));
}

/** One row's months, and what lies at it. Nobody named and nothing confirmed: not known. Of the row of the rest nobody can say. */
export function loadRow(facts: LoadFacts, row: LoadRow, pieces: readonly LoadPiece[]): readonly RowMonth[] {
  const { by, span } = facts;
  const count = daysBetween(span.from, span.to) + 1;
  const needed = new Array<number>(count).fill(0);
  for (const { shares } of pieces) for (const { day, minutes } of shares) needed[daysBetween(span.from, day)] = (needed[daysBetween(span.from, day)] ?? 0) + minutes;
  const people: Carrier[] = row.members.flatMap(({ personId, from, to }) => {
    const giver = facts.people.get(personId);
    if (!giver) return [];
    const given = givenBy(giver, facts.time, span);
    return [{ needed: [], givers: [from === null && to === null ? given : given.map((minutes, at) => (isWithin({ from, to }, dayAfter(span.from, at)) ? minutes : 0))] }];
  });
  const promised = row.confirmed.length > 0 ? confirmedDays(row.confirmed, span) : null;
  const isNamed = people.length > 0 || (by !== 'organisation' && row.id !== null);
  const givers = isNamed ? [] : [promised ?? new Array<null>(count).fill(null)];
  const promises = promised && isNamed ? loadOf({ needed: needed.map(() => 0), givers: [promised] }, span.from, 'month') : [];
  return loadOf(together([{ needed, givers }, ...people]), span.from, 'month').map(({ from, to: _to, unknown, ...load }, at) => ({ month: from.slice(0, 7), ...load, unknown: isNamed ? unknown : 0, promised: promises[at]?.given ?? null }));
}

/** Confirmed days on the working days of their months; of a month that nobody spoke for, not known. A day of nobody in particular is 450 minutes. */
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
  const days = givenBy(post, time, span);
  return loadOf({ needed: days.map(() => 0), givers: [days] }, span.from, 'month').map(({ from, given }) => ({ month: from.slice(0, 7), minutes: given ?? 0 }));
}
