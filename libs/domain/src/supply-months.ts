import { dayAfter, monthsAfter } from './calendar';
import { FULL_TIME_DAY, type Giver, givenBy, type Pattern, type ProductiveTime, releasedOn, supplyDays } from './supply';

/** A pattern with the employer's person-day: the minutes of one day of a full-time post there. */
export interface KnownPattern extends Pattern {
  readonly fullTimeMinutes: number;
}

/** Somebody whose employer's person-day is known with each pattern. */
export type KnownGiver = Omit<Giver, 'patterns'> & { readonly patterns: readonly KnownPattern[] };

/**
 * One month of what somebody can give, with the way there: pattern less outside, holidays and leave is when they are there;
 * less kept back by their organisation, less other work, is given. Whole minutes that add up.
 */
export interface SupplyMonth {
  /** `2026-11` */
  readonly month: string;
  readonly pattern: number;
  /** Before the post is filled, or after its funding. */
  readonly outside: number;
  readonly holidays: number;
  readonly leave: number;
  /** Not released to these plans. */
  readonly kept: number;
  /** Training, administration, sickness, buffer, and leave that nobody has entered. */
  readonly otherWork: number;
  /** Null: no pattern is known on any day of the month. */
  readonly given: number | null;
  /** What would be given if all that is requested were confirmed. */
  readonly asked: number | null;
  /** Days of the month on which no pattern is known. */
  readonly unknownDays: number;
  /** Minutes of a person-day, by the last pattern of the month. */
  readonly personDay: number;
  /** What a full-time post gives in the month that is released whole and takes the usual leave. */
  readonly fullTime: number;
}

/** `count` months from a month, `2026-11`; the first are the same whatever the count. */
export function supplyMonths(giver: KnownGiver, time: ProductiveTime, month: string, count: number): readonly SupplyMonth[] {
  const from = `${month}-01`;
  const span = { from, to: dayAfter(monthsAfter(from, count), -1) };
  const days = supplyDays(giver, time, span);
  const [given, asked] = [givenBy(giver, time, span), givenBy(giver, time, span, ['confirmed', 'requested'])];
  // Halves of minutes are carried over, so that no month loses what another has to add.
  const carried = { present: 0, released: 0 };
  const months: SupplyMonth[] = [];
  for (let first = from; first <= span.to; first = monthsAfter(first, 1)) {
    const next = monthsAfter(first, 1);
    const inside = days.flatMap((day, at) => (day.on >= first && day.on < next ? [{ ...day, given: given[at] ?? null, asked: asked[at] ?? null }] : []));
    const sum = (of: (day: (typeof inside)[number]) => number | null): number => inside.reduce((total, day) => total + (of(day) ?? 0), 0);
    const isKnown = inside.some((day) => day.pattern !== null);
    const [pattern, outside, holidays] = [sum((day) => day.pattern) / 2, sum((day) => day.outside) / 2, sum((day) => day.holiday) / 2];
    const present = wholeOf(carried, 'present', sum((day) => day.present) * 100);
    const released = wholeOf(carried, 'released', sum((day) => day.present * releasedOn(giver.releases, day.on, ['confirmed'])));
    const total = sum((day) => day.given);
    const patterns = giver.patterns.filter((one) => one.from < next && (one.to === null || one.to >= first)).toSorted((a, b) => (a.from < b.from ? -1 : 1));
    const personDay = patterns.at(-1)?.fullTimeMinutes ?? FULL_TIME_DAY;
    months.push({
      month: first.slice(0, 7), pattern, outside, holidays, leave: pattern - outside - holidays - present, kept: present - released, otherWork: released - total,
      given: isKnown ? total : null, asked: isKnown ? sum((day) => day.asked) : null, unknownDays: inside.filter((day) => day.pattern === null).length, personDay, fullTime: fullTimeIn(first, time, personDay),
    });
  }
  return months;
}

/** The whole minutes that have come together in two-hundredths of a minute; what is left waits for the next month. */
function wholeOf(carried: { present: number; released: number }, of: 'present' | 'released', more: number): number {
  const all = carried[of] + more;
  carried[of] = all % 200;
  return Math.floor(all / 200);
}

function fullTimeIn(first: string, time: ProductiveTime, day: number): number {
  const post = { patterns: [{ from: first, to: null, minutes: [day, day, day, day, day, 0, 0] }], leave: [], releases: [{ from: first, to: null, percent: 100, state: 'confirmed' as const }], expectedOn: null, fundedUntil: null };
  return givenBy(post, time, { from: first, to: dayAfter(monthsAfter(first, 1), -1) }).reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

/** Minutes as person-days to one place, half up. */
export const personDays = (minutes: number, personDay: number): number => Math.floor((20 * minutes + personDay) / (2 * personDay)) / 10;

/** A week's minutes as full-time equivalents of five person-days, to two places, half up. */
export const equivalents = (minutes: readonly number[], personDay: number): number => {
  const week = 5 * personDay;
  return Math.floor((200 * minutes.reduce((sum, one) => sum + one, 0) + week) / (2 * week)) / 100;
};
