import { dayAfter, daysBetween } from './calendar';
import { bankHolidays } from './working-days';

/**
 * What somebody can give a locality's plans on each day, in whole minutes: their working pattern, less bank holidays and
 * leave, times the share that their organisation releases, times the part of working time that is left for such work.
 * A day before their first pattern is unknown, which is not nothing. Days are `YYYY-MM-DD` and both ends count.
 */

/** Holds from its day on, until the next. */
export interface Pattern {
  readonly from: string;
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
  /** The last day on which the post is paid for; null: no end is known. */
  readonly fundedUntil: string | null;
}

/** How a year of 52 weeks of five days goes, in days of a full-time post. A locality sets each; see docs/capacity.md. */
export interface ProductiveTime {
  /** What somebody takes whose own leave nobody has entered. */
  readonly usualLeave: number;
  readonly training: number;
  readonly administration: number;
  readonly sickness: number;
  readonly buffer: number;
}

export const usualProductiveTime: ProductiveTime = { usualLeave: 25, training: 5, administration: 10, sickness: 5, buffer: 7 };
export const FULL_TIME_DAY = 450;
const YEAR = 260;
const HOLIDAYS = 8;

/**
 * Thousandths of working time that are left for such work. Of somebody whose leave is known day by day, what is lost to the
 * rest only; of others their usual leave too. With the usual days: 881, or 794.
 */
export function productiveThousandths({ usualLeave, training, administration, sickness, buffer }: ProductiveTime, leaveIsKnown: boolean): number {
  const left = YEAR - HOLIDAYS - usualLeave - training - administration - sickness - buffer;
  return Math.max(0, Math.round((1000 * left) / (YEAR - HOLIDAYS - (leaveIsKnown ? usualLeave : 0))));
}

/**
 * Minutes on each day from `from` to `to`; null where no pattern is known. Days are rounded so that any stretch from the
 * first day adds up to within a minute of the exact figure.
 * @param states which releases count
 * @throws RangeError for more than 3,660 days, or days back to front
 */
export function givenBy({ patterns, leave, releases, fundedUntil }: Giver, time: ProductiveTime, { from, to }: { readonly from: string; readonly to: string }, states: readonly Release['state'][] = ['confirmed']): readonly (number | null)[] {
  const count = daysBetween(from, to) + 1;
  if (!(count >= 1 && count <= 3_660)) throw new RangeError('Ask for one day to ten years');
  const sorted = patterns.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const share = productiveThousandths(time, leave.length > 0);
  // Hundred-thousandths of a minute, so that nothing is lost until the very end.
  let exact = 0;
  let before = 0;
  const given: (number | null)[] = [];
  let holidays = { year: '', days: new Set<string>() as ReadonlySet<string> };
  for (let day = from, at = 0; at < count; at += 1, day = dayAfter(day, 1)) {
    const pattern = sorted.findLast((one) => one.from <= day);
    if (!pattern) {
      given.push(null);
      continue;
    }
    if (holidays.year !== day.slice(0, 4)) holidays = { year: day.slice(0, 4), days: bankHolidays(Number(day.slice(0, 4))) };
    const works = !holidays.days.has(day) && (fundedUntil === null || day <= fundedUntil);
    const away = leave.filter((one) => one.from <= day && day <= one.to).reduce((halves, one) => Math.max(halves, one.part === 'whole' ? 2 : 1), 0);
    const percent = releases.find((one) => states.includes(one.state) && one.from <= day && (one.to === null || day <= one.to))?.percent ?? 0;
    if (works) exact += (pattern.minutes[weekday(day)] ?? 0) * (2 - away) * percent * share;
    const until = Math.floor(exact / 200_000);
    given.push(until - before);
    before = until;
  }
  return given;
}

/** Monday is 0. */
const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
