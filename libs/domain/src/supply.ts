import { dayAfter, daysBetween, weekday } from './calendar';
import { bankHolidays } from './working-days';

/**
 * What somebody can give a locality's plans on each day, in whole minutes: their working pattern, less bank holidays and
 * leave, times the share that their organisation releases, times the part of working time that is left for such work.
 * A day without a pattern is unknown, which is not nothing. Days are `YYYY-MM-DD` and both ends count.
 */

/** Holds from its day to its last; `to` null: until the next. */
export interface Pattern {
  readonly from: string;
  readonly to: string | null;
  /** Minutes on Monday, Tuesday … Sunday: seven, whole. */
  readonly minutes: readonly number[];
}

export interface Leave {
  readonly from: string;
  readonly to: string;
  readonly part: 'whole' | 'half';
}

export interface Release {
  readonly from: string;
  /** Null: until further notice. */
  readonly to: string | null;
  /** Whole, 1 to 100. */
  readonly percent: number;
  readonly state: 'requested' | 'confirmed';
}

export interface Giver {
  readonly patterns: readonly Pattern[];
  readonly leave: readonly Leave[];
  readonly releases: readonly Release[];
  /** The day on which a post that is being filled begins to count; null: it is filled. */
  readonly expectedOn: string | null;
  /** The last day on which the post is paid for; null: no end is known. */
  readonly fundedUntil: string | null;
}

/** How a year of 52 weeks of five days goes, in days of a full-time post. A locality sets each; see docs/capacity.md. */
export interface ProductiveTime {
  /** What somebody takes in a year from April to March, as far as nobody has entered it. */
  readonly usualLeave: number;
  readonly training: number;
  readonly administration: number;
  readonly sickness: number;
  readonly buffer: number;
}

export const usualProductiveTime: ProductiveTime = { usualLeave: 25, training: 5, administration: 10, sickness: 5, buffer: 7 };
export const FULL_TIME_DAY = 450;
/** A figure of fewer people than these is a person's, and shown only to who may see theirs. */
export const FEWEST_SHOWN = 3;
export const YEAR = 260;
export const HOLIDAYS = 8;

/** Days of a full-time year that are left for such work: with the usual days 200. */
export const productiveDays = ({ usualLeave, training, administration, sickness, buffer }: ProductiveTime): number => Math.max(0, YEAR - HOLIDAYS - usualLeave - training - administration - sickness - buffer);

/**
 * Thousandths of the days on which somebody is there that are left for such work. `entered`: days of leave of the year that
 * are taken out day by day, as days of a full-time post; what is not entered of the usual leave is lost here. With the usual
 * days: 794 when none is entered, 881 when all of it is, and in between in between, so that entering leave takes no time twice.
 */
export function productiveThousandths(time: ProductiveTime, entered: number): number {
  const there = YEAR - HOLIDAYS - Math.min(entered, time.usualLeave);
  return Math.min(1000, Math.round((1000 * productiveDays(time)) / there));
}

/** How a day comes to what it gives. Half-minutes, so that half a day of any pattern is whole. */
export interface SupplyDay {
  readonly on: string;
  /** Null: not known. All that follows is then nothing. */
  readonly pattern: number | null;
  /** Before the post is filled, or after its funding. */
  readonly outside: number;
  readonly holiday: number;
  readonly leave: number;
  /** What is left of the pattern. */
  readonly present: number;
  /** Thousandths of it that are left for such work. */
  readonly share: number;
}

/**
 * Every day from `from` to `to`.
 * @throws RangeError for more than 3,660 days, or days back to front
 */
export function supplyDays(giver: Giver, time: ProductiveTime, { from, to }: { readonly from: string; readonly to: string }): readonly SupplyDay[] {
  const count = daysBetween(from, to) + 1;
  if (!(count >= 1 && count <= 3_660)) throw new RangeError('Ask for one day to ten years');
  const shares = new Map<string, number>();
  const days: SupplyDay[] = [];
  for (let on = from, at = 0; at < count; at += 1, on = dayAfter(on, 1)) {
    const pattern = patternOn(giver.patterns, on);
    const nothing = { on, pattern: null, outside: 0, holiday: 0, leave: 0, present: 0, share: 0 };
    if (!pattern) {
      days.push(nothing);
      continue;
    }
    const year = leaveYearOf(on);
    const share = shares.get(year) ?? productiveThousandths(time, leaveEntered(giver, year));
    shares.set(year, share);
    const whole = 2 * (pattern.minutes[weekday(on)] ?? 0);
    const known = { ...nothing, pattern: whole, share };
    if ((giver.expectedOn !== null && on < giver.expectedOn) || (giver.fundedUntil !== null && on > giver.fundedUntil)) days.push({ ...known, outside: whole });
    else if (isHoliday(on)) days.push({ ...known, holiday: whole });
    else {
      const leave = (whole * awayOn(giver.leave, on)) / 2;
      days.push({ ...known, leave, present: whole - leave });
    }
  }
  return days;
}

/** Per cent released on a day; nothing where nothing is. */
export const releasedOn = (releases: readonly Release[], on: string, states: readonly Release['state'][]): number =>
  releases.find((one) => states.includes(one.state) && one.from <= on && (one.to === null || on <= one.to))?.percent ?? 0;

/**
 * Minutes on each day from `from` to `to`; null where no pattern is known. Days are rounded so that any stretch from the
 * first day adds up to within a minute of the exact figure.
 * @param states which releases count
 * @throws RangeError as `supplyDays` does
 */
export function givenBy(giver: Giver, time: ProductiveTime, span: { readonly from: string; readonly to: string }, states: readonly Release['state'][] = ['confirmed']): readonly (number | null)[] {
  // Two-hundred-thousandths of a minute, so that nothing is lost until the very end.
  let exact = 0;
  let before = 0;
  return supplyDays(giver, time, span).map(({ on, pattern, present, share }) => {
    if (pattern === null) return null;
    exact += present * releasedOn(giver.releases, on, states) * share;
    const until = Math.floor(exact / 200_000);
    const given = until - before;
    before = until;
    return given;
  });
}

/** The pattern that holds on a day: of two the later. */
export function patternOn<P extends Pattern>(patterns: readonly P[], on: string): P | undefined {
  let found: P | undefined;
  for (const one of patterns) if (one.from <= on && (one.to === null || on <= one.to) && (!found || one.from > found.from)) found = one;
  return found;
}

/** A year of leave goes from April to March, and is called by its April. */
const leaveYearOf = (on: string): string => (on.slice(5) < '04-01' ? String(Number(on.slice(0, 4)) - 1) : on.slice(0, 4));

/** Leave of a year that is entered day by day, in days of a full-time post to two places: a day off of three in the week is 1.67. */
function leaveEntered({ patterns, leave }: Giver, year: string): number {
  const [first, last] = [`${year}-04-01`, `${Number(year) + 1}-03-31`];
  let entered = 0;
  for (const one of leave)
    for (let on = one.from > first ? one.from : first; on <= one.to && on <= last; on = dayAfter(on, 1)) {
      const minutes = patternOn(patterns, on)?.minutes ?? [];
      const week = minutes.reduce((sum, day) => sum + day, 0);
      if (week > 0 && !isHoliday(on)) entered += ((minutes[weekday(on)] ?? 0) * (one.part === 'whole' ? 5 : 2.5)) / week;
    }
  return Math.round(100 * entered) / 100;
}

/** Halves of a day away. */
const awayOn = (leave: readonly Leave[], on: string): number => leave.reduce((halves, one) => (one.from <= on && on <= one.to ? Math.max(halves, one.part === 'whole' ? 2 : 1) : halves), 0);

const isHoliday = (on: string): boolean => bankHolidays(Number(on.slice(0, 4))).has(on);
