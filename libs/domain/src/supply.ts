import { dayNumber, numberedDay, weekdayNumber } from './calendar';
import { holidayNumbers } from './working-days';

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
export function supplyDays(giver: Giver, time: ProductiveTime, span: Days): readonly SupplyDay[] {
  const first = dayNumber(span.from);
  const { pattern, outside, holiday, leave, present, share } = columnsOf(giver, time, span);
  return Array.from(pattern, (whole, at) => ({
    on: numberedDay(first + at), pattern: whole === NOT_KNOWN ? null : whole,
    outside: outside[at] ?? 0, holiday: holiday[at] ?? 0, leave: leave[at] ?? 0, present: present[at] ?? 0, share: share[at] ?? 0,
  }));
}

interface Days {
  readonly from: string;
  readonly to: string;
}

/** Of a day: no pattern holds. */
export const NOT_KNOWN = -1;

/** A `SupplyDay` for each day, column by column: 500 people over two years are 365,000 days, too many for an object or a date each. */
type SupplyColumns = Readonly<Record<Exclude<keyof SupplyDay, 'on'>, Int32Array>>;

function columnsOf(giver: Giver, time: ProductiveTime, { from, to }: Days): SupplyColumns {
  const first = dayNumber(from);
  const count = dayNumber(to) - first + 1;
  if (!(count >= 1 && count <= 3_660)) throw new RangeError('Ask for one day to ten years');
  const column = (): Int32Array => new Int32Array(count);
  const [pattern, outside, holiday, leave, present, share] = [column().fill(NOT_KNOWN), column(), column(), column(), column(), column()];
  const patterns = giver.patterns.map((one) => ({ ...numbered(one), minutes: one.minutes }));
  const away = giver.leave.map((one) => ({ ...numbered(one), halves: one.part === 'whole' ? 2 : 1 }));
  const [opens, closes] = [giver.expectedOn === null ? -Infinity : dayNumber(giver.expectedOn), giver.fundedUntil === null ? Infinity : dayNumber(giver.fundedUntil)];
  const halves = new Uint8Array(count);
  for (const one of away) for (let at = Math.max(0, one.first - first), last = Math.min(count - 1, one.last - first); at <= last; at += 1) if (one.halves > (halves[at] ?? 0)) halves[at] = one.halves;
  let years: YearsOf | undefined;
  let thousandths = 0;
  for (let at = 0; at < count; at += 1) {
    const day = first + at;
    if (!years || day >= years.until) {
      years = yearsOf(day);
      thousandths = productiveThousandths(time, leaveEntered(patterns, away, years.leaveYear));
    }
    const held = holdingOn(patterns, day);
    if (!held) continue;
    const whole = 2 * (held.minutes[weekdayNumber(day)] ?? 0);
    [pattern[at], share[at]] = [whole, thousandths];
    if (day < opens || day > closes) outside[at] = whole;
    else if (years.holidays.has(day)) holiday[at] = whole;
    else {
      leave[at] = (whole * (halves[at] ?? 0)) / 2;
      present[at] = whole - (leave[at] ?? 0);
    }
  }
  return { pattern, outside, holiday, leave, present, share };
}

/** A stretch of days as numbers; see `dayNumber`. */
interface Numbered {
  readonly first: number;
  readonly last: number;
}
const numbered = ({ from, to }: { readonly from: string; readonly to: string | null }): Numbered => ({ first: dayNumber(from), last: to === null ? Infinity : dayNumber(to) });

/** Of a day: its year's bank holidays, its year of leave, which goes from April to March, and the day on which either is another. */
interface YearsOf {
  readonly holidays: ReadonlySet<number>;
  readonly leaveYear: Numbered;
  readonly until: number;
}

function yearsOf(day: number): YearsOf {
  const year = Number(numberedDay(day).slice(0, 4));
  const april = (of: number): number => dayNumber(`${of}-04-01`);
  const begins = day < april(year) ? year - 1 : year;
  return { holidays: holidayNumbers(year), leaveYear: { first: april(begins), last: april(begins + 1) - 1 }, until: begins < year ? april(year) : dayNumber(`${year + 1}-01-01`) };
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
export function givenBy(giver: Giver, time: ProductiveTime, span: Days, states: readonly Release['state'][] = ['confirmed']): readonly (number | null)[] {
  return Array.from(givenDays(giver, time, span, states), (minutes) => (minutes === NOT_KNOWN ? null : minutes));
}

/** The same for reckoning with many people: `NOT_KNOWN` for null. */
export function givenDays(giver: Giver, time: ProductiveTime, span: Days, states: readonly Release['state'][] = ['confirmed']): Int32Array {
  const { pattern, present, share } = columnsOf(giver, time, span);
  const first = dayNumber(span.from);
  const releases = giver.releases.flatMap((one) => (states.includes(one.state) ? [{ ...numbered(one), percent: one.percent }] : []));
  const given = new Int32Array(pattern.length);
  // Two-hundred-thousandths of a minute, so that nothing is lost until the very end.
  let exact = 0;
  let before = 0;
  for (let at = 0; at < given.length; at += 1) {
    if (pattern[at] === NOT_KNOWN) {
      given[at] = NOT_KNOWN;
      continue;
    }
    let percent = 0;
    for (const one of releases)
      if (one.first <= first + at && first + at <= one.last) {
        percent = one.percent;
        break;
      }
    exact += (present[at] ?? 0) * percent * (share[at] ?? 0);
    const until = Math.floor(exact / 200_000);
    given[at] = until - before;
    before = until;
  }
  return given;
}

/** The pattern that holds on a day: of two the later. */
export function patternOn<P extends Pattern>(patterns: readonly P[], on: string): P | undefined {
  let found: P | undefined;
  for (const one of patterns) if (one.from <= on && (one.to === null || on <= one.to) && (!found || one.from > found.from)) found = one;
  return found;
}

/** As `patternOn`, of numbered days. */
function holdingOn<P extends Numbered>(patterns: readonly P[], day: number): P | undefined {
  let found: P | undefined;
  for (const one of patterns) if (one.first <= day && day <= one.last && (!found || one.first > found.first)) found = one;
  return found;
}

/** Leave of a year that is entered day by day, in days of a full-time post to two places: a day off of three in the week is 1.67. */
function leaveEntered(patterns: readonly (Numbered & { readonly minutes: readonly number[] })[], away: readonly (Numbered & { readonly halves: number })[], year: Numbered): number {
  if (away.length === 0) return 0;
  const [these, next] = [yearsOf(year.first).holidays, yearsOf(year.last).holidays];
  let entered = 0;
  for (const { first, last, halves } of away)
    for (let day = Math.max(first, year.first); day <= Math.min(last, year.last); day += 1) {
      const minutes = holdingOn(patterns, day)?.minutes ?? [];
      const week = minutes.reduce((sum, one) => sum + one, 0);
      if (week > 0 && !these.has(day) && !next.has(day)) entered += ((minutes[weekdayNumber(day)] ?? 0) * 2.5 * halves) / week;
    }
  return Math.round(100 * entered) / 100;
}
