import type { CommitmentSign } from '@followthrough/contracts';
import { dayAfter, monthsAfter } from './calendar';
import type { Promised } from './commitment';
import { FEWEST_SHOWN, FULL_TIME_DAY, type Giver, givenBy, type ProductiveTime, releasedOn } from './supply';
import type { Term } from './supply-rules';
import { isWorkingDay } from './working-days';

/** From today on so many months are looked at, this one included; and so many that are over. */
export const MONTHS_AHEAD = 6;
export const MONTHS_BACK = 12;

/** What was promised and confirmed by the organisation. */
export interface PromiseTerm extends Term {
  /** Null: to all work. */
  readonly planId: string | null;
  /** A month; null: no days. */
  readonly minutes: number | null;
  /** Whole pence for its whole time; null: no money. */
  readonly moneyPence: number | null;
  readonly moneyConfirmedPence: number | null;
  /** Somebody named who is still with the organisation. */
  readonly hasSponsor: boolean;
}

/** What one organisation's signs are made of, with what the asker may see of it. */
export interface CommitmentFacts {
  readonly promises: readonly PromiseTerm[];
  /** Its people whose days are named, none where nobody is; null: they are fewer than three and not the asker's to see. */
  readonly people: readonly Giver[] | null;
  /** Person-days that it confirmed by month, `2026-11`. */
  readonly confirmedDays: readonly { readonly month: string; readonly days: number }[];
  /** What updates say was spent, by plan and month, and who was down for it. */
  readonly spent: readonly { readonly planId: string; readonly month: string; readonly minutes: number; readonly people: readonly string[] }[];
  /** Nothing of its people is hidden from the asker. */
  readonly isWhole: boolean;
  readonly meetings: number;
  readonly attended: number;
  readonly updatesDue: number;
  readonly updatesInTime: number;
}

/** One month of what an organisation promised; minutes. */
export interface PromisedMonth {
  /** `2026-11` */
  readonly month: string;
  readonly promised: number;
  /** From this month on: what is confirmed of it on the days from today; null in months that are over, or not the asker's to see. */
  readonly confirmed: number | null;
  /** Up to this month, by the updates; null in months to come, before anything was promised, while no update says so, or not the asker's to see. */
  readonly given: number | null;
}

/** What the signs count, from the facts. */
export function promisedOf(facts: CommitmentFacts, time: ProductiveTime, today: string): Promised {
  const terms = termsOf(facts);
  const span = aheadOf(today);
  const ahead = minutesIn(terms, span);
  const isNow = facts.promises.filter((one) => one.fromOn <= today && (one.toOn === null || one.toOn >= today));
  const paid = isNow.filter((one) => one.moneyPence !== null);
  const back = spentSince(facts, terms, today);
  const { confirmed, unknownPeople } = confirmedIn(facts, terms, time, span);
  const few: CommitmentSign[] = [...(facts.people === null ? (['days_confirmed'] as const) : []), ...(isFew(facts, back.spent) ? (['days_given'] as const) : [])];
  return {
    hasPromise: terms.length > 0 || facts.promises.length > 0,
    promised: ahead > 0 ? ahead : null,
    confirmed: facts.people === null ? 0 : confirmed.reduce((sum, one) => sum + one.minutes, 0),
    unknownPeople: facts.people === null ? 0 : unknownPeople,
    promisedSoFar: back.promised > 0 ? back.promised : null,
    given: few.includes('days_given') || back.spent.length === 0 ? null : sumOf(back.spent),
    money: paid.length > 0 ? paid.reduce((sum, one) => sum + (one.moneyPence ?? 0), 0) : null,
    moneyConfirmed: paid.reduce((sum, one) => sum + (one.moneyConfirmedPence ?? 0), 0),
    hasSponsor: isNow.length > 0 ? isNow.some((one) => one.hasSponsor) : null,
    meetings: facts.meetings,
    attended: facts.attended,
    updatesDue: facts.updatesDue,
    updatesInTime: facts.updatesInTime,
    few,
  };
}

/** By month: half a year that is over, then the months ahead. */
export function promisedMonths(facts: CommitmentFacts, time: ProductiveTime, today: string): readonly PromisedMonth[] {
  const terms = termsOf(facts);
  const thisMonth = today.slice(0, 7);
  const { confirmed } = confirmedIn(facts, terms, time, aheadOf(today));
  const counted = spentSince(facts, terms, today).spent;
  const months = Array.from({ length: MONTHS_AHEAD + MONTHS_AHEAD }, (_, at) => monthsAfter(`${thisMonth}-01`, at - MONTHS_AHEAD).slice(0, 7));
  // One month that is left out could be reckoned from the others and their sum: then none is said.
  const isHidden = months.some((month) => isFew(facts, counted.filter((one) => one.month === month)));
  const since = counted.length > 0 ? terms.reduce((first, { fromOn }) => (fromOn < first ? fromOn : first), today).slice(0, 7) : null;
  return months.map((month) => ({
    month,
    promised: minutesIn(terms, { from: `${month}-01`, to: lastOf(month) }),
    confirmed: month < thisMonth || facts.people === null ? null : confirmed.filter((one) => one.month === month).reduce((sum, one) => sum + one.minutes, 0),
    given: month > thisMonth || since === null || month < since || isHidden ? null : sumOf(counted.filter((one) => one.month === month)),
  }));
}

/** What counts as promised: the promises of days, or where people are named and none was made, the days confirmed by month. */
function termsOf({ promises, people, confirmedDays }: CommitmentFacts): readonly PromiseTerm[] {
  const said = promises.filter(({ minutes }) => minutes !== null);
  if (said.length > 0 || people?.length === 0) return said;
  return confirmedDays.flatMap(({ month, days }) => (days > 0 ? [{ fromOn: `${month}-01`, toOn: lastOf(month), minutes: Math.round(days * FULL_TIME_DAY), planId: null, moneyPence: null, moneyConfirmedPence: null, hasSponsor: false }] : []));
}

const aheadOf = (today: string) => ({ from: today, to: dayAfter(monthsAfter(`${today.slice(0, 7)}-01`, MONTHS_AHEAD), -1) });

interface Span {
  readonly from: string;
  readonly to: string;
}

/** Promised in a stretch: a month's minutes over its working days. */
const minutesIn = (terms: readonly PromiseTerm[], span: Span): number =>
  terms.reduce((sum, { fromOn, toOn, minutes }) => {
    const held = { from: fromOn > span.from ? fromOn : span.from, to: toOn !== null && toOn < span.to ? toOn : span.to };
    return sum + monthsOf(held).reduce((all, month) => all + shareOf(minutes ?? 0, month, workingDays(month, held).length), 0);
  }, 0);

/**
 * What is confirmed of the days for which something is promised, by month: of people what they are released for and can give,
 * else the organisation's confirmed days. A month that nobody has spoken for has none confirmed.
 */
function confirmedIn({ people, confirmedDays }: CommitmentFacts, terms: readonly PromiseTerm[], time: ProductiveTime, span: Span): { readonly confirmed: readonly { readonly month: string; readonly minutes: number }[]; readonly unknownPeople: number } {
  if (people === null) return { confirmed: [], unknownPeople: 0 };
  const covers = (day: string): boolean => terms.some((one) => holds(one, day));
  if (people.length === 0) {
    const confirmed = monthsOf(span).map((month) => ({ month, minutes: shareOf((confirmedDays.find((one) => one.month === month)?.days ?? 0) * FULL_TIME_DAY, month, workingDays(month, span).filter(covers).length) }));
    return { confirmed, unknownPeople: 0 };
  }
  let unknownPeople = 0;
  const confirmed = people.flatMap((person) => {
    const given = givenBy(person, time, span).map((minutes, at) => ({ day: dayAfter(span.from, at), minutes })).filter(({ day }) => covers(day));
    if (given.some(({ day, minutes }) => minutes === null && releasedOn(person.releases, day, ['confirmed']) > 0)) unknownPeople += 1;
    return [...Map.groupBy(given, ({ day }) => day.slice(0, 7))].map(([month, all]) => ({ month, minutes: all.reduce((sum, one) => sum + (one.minutes ?? 0), 0) }));
  });
  return { confirmed, unknownPeople };
}

/** Promised for the months that are over, and spent since the first of them on the plans it was promised to. */
function spentSince({ spent }: CommitmentFacts, terms: readonly PromiseTerm[], today: string): { readonly promised: number; readonly spent: CommitmentFacts['spent'] } {
  const first = `${today.slice(0, 7)}-01`;
  const span = { from: monthsAfter(first, -MONTHS_BACK), to: dayAfter(first, -1) };
  const past = terms.filter((one) => one.fromOn <= span.to && (one.toOn === null || one.toOn >= span.from));
  const since = past.reduce((earliest, { fromOn }) => (fromOn < earliest ? fromOn : earliest), first);
  const plans = new Set(past.map(({ planId }) => planId));
  return { promised: minutesIn(past, span), spent: spent.filter(({ month, planId }) => month >= (since > span.from ? since : span.from).slice(0, 7) && (plans.has(null) || plans.has(planId))) };
}

function isFew({ isWhole }: CommitmentFacts, spent: CommitmentFacts['spent']): boolean {
  const people = new Set(spent.flatMap((one) => one.people)).size;
  return !isWhole && people > 0 && people < FEWEST_SHOWN;
}

const sumOf = (spent: CommitmentFacts['spent']): number => spent.reduce((sum, one) => sum + one.minutes, 0);
const holds = ({ fromOn, toOn }: Term, day: string): boolean => fromOn <= day && (toOn === null || day <= toOn);
const lastOf = (month: string): string => dayAfter(monthsAfter(`${month}-01`, 1), -1);
const shareOf = (minutes: number, month: string, days: number): number => Math.round((minutes * days) / workingDays(month).length);

function monthsOf({ from, to }: Span): readonly string[] {
  const months: string[] = [];
  for (let first = `${from.slice(0, 7)}-01`; first <= to; first = monthsAfter(first, 1)) months.push(first.slice(0, 7));
  return months;
}

const months = new Map<string, readonly string[]>();

/** The working days of a month, or those of them within a stretch. */
function workingDays(month: string, { from, to }: Span = { from: `${month}-01`, to: lastOf(month) }): readonly string[] {
  const all = months.get(month) ?? Array.from({ length: 31 }, (_, at) => dayAfter(`${month}-01`, at)).filter((day) => day.startsWith(month) && isWorkingDay(day));
  months.set(month, all);
  return all.filter((day) => day >= from && day <= to);
}
