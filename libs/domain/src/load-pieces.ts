import type { EffortPurpose, EffortShape } from '@followthrough/contracts';
import { dayAfter, dayNumber, daysBetween, monthsAfter } from './calendar';
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
  readonly spread: Spread;
}

/** How a line falls on its days, which are counted from today. */
interface Spread {
  readonly first: number;
  readonly last: number;
  readonly shape: EffortShape;
  /** How many working days there are before each day, and among these days. */
  readonly before: Int32Array;
  readonly total: number;
  readonly stretches: Parameters<typeof doneBy>[3];
}

/** Minutes of a piece on the days from one to another, counted from today; both ends count. */
export const minutesBetween = (piece: LoadPiece, from: number, to: number): number =>
  to < piece.spread.first || from > piece.spread.last || from > to ? 0 : doneUntil(piece, to) - (from <= piece.spread.first ? 0 : doneUntil(piece, from - 1));

/** Minutes done by the end of a day that is not before the first, as `spreadEffort` lays them. Without a working day all of it is done on the first day. */
function doneUntil({ minutes, spread: { first, last, shape, before, total, stretches } }: LoadPiece, day: number): number {
  return day >= last || total === 0 ? minutes : doneBy(minutes, shape, total, stretches, (before[day + 1] ?? 0) - (before[first] ?? 0));
}

/** Beyond ten years nobody plans. */
const LONGEST = 3_660;

/** All open work before it is spread; work without a date, or without an estimate, has no parts. */
export const partsOf = (work: readonly LoadWork[], today: string): readonly LoadPart[] =>
  work.flatMap((one) => linesLeft(one).flatMap(({ line, left }) => {
    const days = daysOf(one, line, today);
    return days ? partsLeft(line, left).map((part) => ({ workId: one.id, ...part, skillId: line.skillId, level: line.level, from: days.from, to: days.to, isWay: line.milestone !== null })) : [];
  }));

/** All open work spread over its days, but for what begins after the span. `isWanted`: whose, where that is not everybody's and nobody's. */
export function piecesOf(work: readonly LoadWork[], { from, to }: LoadSpan, isWanted: (personId: string | null) => boolean = () => true): readonly LoadPiece[] {
  const before = workingDaysFrom(from, daysBetween(from, to) + 1 + LONGEST);
  const today = dayNumber(from);
  const pieces: LoadPiece[] = [];
  for (const one of work)
    for (const { line, left } of linesLeft(one)) {
      const days = daysOf(one, line, from);
      if (!days || days.from > to) continue;
      let spread: Spread | undefined;
      for (const { personId, organisationId, minutes } of partsLeft(line, left)) {
        if (!isWanted(personId)) continue;
        spread ??= spreadOf(one, line, days, today, before);
        pieces.push({ workId: one.id, personId, organisationId, skillId: line.skillId, level: line.level, minutes, from: days.from, to: days.to, isWay: line.milestone !== null, spread });
      }
    }
  return pieces;
}

function spreadOf({ milestones }: LoadWork, { shape }: LoadLine, days: Days, today: number, before: Int32Array): Spread {
  const [first, last] = [dayNumber(days.from) - today, dayNumber(days.to) - today];
  const none = before[first] ?? 0;
  const stretches = shape === 'milestones' ? equalStretches(milestones, days).map(({ to, part }) => ({ after: (before[dayNumber(to) - today + 1] ?? 0) - none, part })) : NO_STRETCHES;
  return { first, last, shape, before, total: (before[last + 1] ?? 0) - none, stretches };
}

const NO_STRETCHES: Spread['stretches'] = [];

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
  const given = parts.map(({ minutes }) => minutes);
  const shrunk = left < likely ? inProportion(given, left, likely) : given;
  const all: { readonly personId: string | null; readonly organisationId: string | null; readonly minutes: number }[] = parts.map((part, at) => ({ personId: part.personId, organisationId: part.organisationId, minutes: shrunk[at] ?? 0 }));
  const rest = left - shrunk.reduce((sum, one) => sum + one, 0);
  if (rest > 0) all.push({ personId: null, organisationId, minutes: rest });
  return all;
}

/** Each times `left` / `whole`, rounded so that all together are exact to the minute. */
export function inProportion(minutes: readonly number[], left: number, whole: number): readonly number[] {
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
  const begins = later(later(today, startOn), milestone?.after ? dayAfter(milestone.after, 1) : null);
  // A start after the due day: all of it on the due day, or today.
  const from = begins > end ? later(today, end) : begins;
  const to = later(from, end);
  return { from, to: dayNumber(to) - dayNumber(from) < LONGEST ? to : dayAfter(from, LONGEST - 1) };
}

/** The later of two days; null is before any. */
const later = (day: string, other: string | null): string => (other !== null && other > day ? other : day);
