import type { EffortPurpose, EffortShape } from '@followthrough/contracts';
import { dayAfter, daysBetween, monthsAfter } from './calendar';
import { doneBy, equalStretches } from './demand';
import { workingDaysFrom } from './working-days';

/** Open work as the heat map and the verdicts reckon with it: in pieces, each somebody's or nobody's yet, from today on. */
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

export interface LoadSpan {
  /** Today. */
  readonly from: string;
  /** The last day of the last month. */
  readonly to: string;
}

export const loadSpan = (today: string, months: number): LoadSpan => ({ from: today, to: dayAfter(monthsAfter(`${today.slice(0, 7)}-01`, months), -1) });

/** So many minutes of one action within some days, of somebody or of nobody yet. */
export interface LoadPart {
  readonly workId: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly skillId: string | null;
  readonly level: number | null;
  readonly minutes: number;
  /** The first and the last day on which it can be done, wherever that is spread; the last may be after the span. */
  readonly from: string;
  readonly to: string;
  /** It is due with a milestone, and not with its action. */
  readonly isWay: boolean;
}

/** The same spread over its days. */
export interface LoadPiece extends LoadPart {
  /** From and to, counted from today. */
  readonly first: number;
  readonly last: number;
  /** Minutes done by the end of a day from the first to the last. */
  readonly done: (day: number) => number;
}

/** Minutes of a piece on the days from one to another, counted from today; both ends count. */
export const minutesBetween = ({ first, last, done }: LoadPiece, from: number, to: number): number =>
  to < first || from > last || from > to ? 0 : done(Math.min(to, last)) - (from <= first ? 0 : done(from - 1));

/** Beyond ten years nobody plans. */
const LONGEST = 3_660;

/** All open work before it is spread; work without a date, or without an estimate, has no parts. */
export const partsOf = (work: readonly LoadWork[], today: string): readonly LoadPart[] =>
  work.flatMap((one) => linesLeft(one).flatMap(({ line, left }) => {
    const days = daysOf(one, line, today);
    return days ? partsLeft(line, left).map((part) => partOf(one, line, part, days)) : [];
  }));

/** All open work spread over its days, but for what begins after the span. */
export function piecesOf(work: readonly LoadWork[], { from, to }: LoadSpan): readonly LoadPiece[] {
  const before = workingDaysFrom(from, daysBetween(from, to) + 1 + LONGEST);
  const pieces: LoadPiece[] = [];
  for (const one of work)
    for (const { line, left } of linesLeft(one)) {
      const days = daysOf(one, line, from);
      if (!days || days.from > to) continue;
      const { first, last, of } = spreading(one, line, days, from, before);
      for (const part of partsLeft(line, left)) pieces.push({ ...partOf(one, line, part, days), first, last, done: of(part.minutes) });
    }
  return pieces;
}

const partOf = ({ id }: LoadWork, { skillId, level, milestone }: LoadLine, { personId, organisationId, minutes }: ReturnType<typeof partsLeft>[number], { from, to }: Days): LoadPart =>
  ({ workId: id, personId, organisationId, skillId, level, minutes, from, to, isWay: milestone !== null });

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

interface Days {
  readonly from: string;
  readonly to: string;
}

/** From today or a later start to the due day. What is overdue is due today; null: there is no day. */
function daysOf({ startOn, dueOn }: LoadWork, { milestone }: LoadLine, today: string): Days | null {
  const end = milestone?.dueOn ?? dueOn;
  if (end === null) return null;
  const from = latest(today, startOn, milestone?.after ? dayAfter(milestone.after, 1) : null);
  // A start after the due day: all of it on the due day, or today.
  const begins = from > end ? latest(today, end) : from;
  const last = dayAfter(begins, LONGEST - 1);
  return { from: begins, to: latest(begins, end < last ? end : last) };
}

/** How minutes fall on those days by the line's shape, as `spreadEffort` lays them. `before`: working days from today. */
function spreading({ milestones }: LoadWork, { shape }: LoadLine, days: Days, today: string, before: Int32Array): { readonly first: number; readonly last: number; readonly of: (minutes: number) => LoadPiece['done'] } {
  const [first, last] = [daysBetween(today, days.from), daysBetween(today, days.to)];
  const none = before[first] ?? 0;
  const until = (day: number): number => (before[day + 1] ?? 0) - none;
  const total = until(last);
  // Without a working day all of it is on the first day.
  if (total === 0) return { first, last, of: (minutes) => () => minutes };
  const stretches = shape === 'milestones' ? equalStretches(milestones, days).map(({ to, part }) => ({ after: until(daysBetween(today, to)), part })) : [];
  return {
    first, last,
    of: (minutes) => {
      const done = doneBy(minutes, shape, total, stretches);
      return (day) => done(until(day));
    },
  };
}

const latest = (...days: readonly (string | null)[]): string => days.reduce<string>((last, day) => (day !== null && day > last ? day : last), '');
