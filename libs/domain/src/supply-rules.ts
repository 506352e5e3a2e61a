import type { FieldRefusal } from '@followthrough/contracts';
import { dayAfter, monthsAfter, spoken } from './calendar';
import { HOLIDAYS, type ProductiveTime, YEAR } from './supply';

/** Dates of something that holds for a while; `toOn` null: until further notice. Both ends count. */
export interface Term {
  readonly fromOn: string;
  readonly toOn: string | null;
}

const refused = (field: string, message: string): FieldRefusal => ({ field, code: 'rule', message });
export const overlaps = (a: Term, b: Term): boolean => (a.toOn === null || b.fromOn <= a.toOn) && (b.toOn === null || a.fromOn <= b.toOn);

/** “from 3 March 2027 to 5 March 2027”, “from 3 March 2027 on”, “on 3 March 2027”. */
export function spokenTerm({ fromOn, toOn }: Term): string {
  return toOn === null ? `from ${spoken(fromOn)} on` : toOn === fromOn ? `on ${spoken(fromOn)}` : `from ${spoken(fromOn)} to ${spoken(toOn)}`;
}

/** A term runs forwards, and no longer than so many years. */
export function checkTerm({ fromOn, toOn }: Term, years: number, thing: string): readonly FieldRefusal[] {
  if (toOn === null) return [];
  if (toOn < fromOn) return [refused('toOn', 'The last day must be on or after the first')];
  return toOn >= monthsAfter(fromOn, 12 * years) ? [refused('toOn', `${thing} for at most ${years} years`)] : [];
}

/** A week of a pattern: seven days of at most 24 hours, on a person-day of five to ten hours. */
export interface Week extends Term {
  /** Monday to Sunday, whole minutes. */
  readonly minutes: readonly number[];
}

/**
 * What is wrong with a pattern to come beside those that there are. One that begins later than another that goes on ends
 * that one the day before; only a last day of its own can run into the next.
 */
export function checkPattern(week: Week, known: readonly Term[]): readonly FieldRefusal[] {
  const next = known.find((one) => one.fromOn > week.fromOn && week.toOn !== null && one.fromOn <= week.toOn);
  return [
    ...(week.minutes.length === 7 ? [] : [refused('minutes', `A week has seven days, Monday to Sunday: this has ${week.minutes.length}`)]),
    ...(week.minutes.some((one) => one > 1_440) ? [refused('minutes', 'A day has 24 hours at most')] : []),
    ...(week.minutes.some((one) => one < 0) ? [refused('minutes', 'Nobody works less than no time')] : []),
    ...checkTerm(week, 10, 'A pattern is said'),
    ...(next ? [refused('toOn', `Another pattern holds ${spokenTerm(next)}: end this one before it, or take that one out`)] : []),
  ];
}

/** The last day of a pattern that begins among others: its own, or the day before the next one. */
export function patternEnd({ fromOn, toOn }: Term, known: readonly Term[]): string | null {
  const next = known.map((one) => one.fromOn).filter((one) => one > fromOn).sort()[0];
  return toOn ?? (next ? dayAfter(next, -1) : null);
}

/** What is wrong with leave to come beside what is entered. */
export function checkLeave(leave: { readonly fromOn: string; readonly toOn: string }, known: readonly Term[]): readonly FieldRefusal[] {
  const other = known.find((one) => overlaps(one, leave));
  return [...checkTerm(leave, 2, 'Leave is entered'), ...(other && leave.toOn >= leave.fromOn ? [refused('fromOn', `Leave is entered ${spokenTerm(other)} already`)] : [])];
}

export interface AskedRelease extends Term {
  readonly fundedUntil: string | null;
}

/** What is wrong with a release to come. `known`: those requested or confirmed that were not withdrawn. */
export function checkRelease(release: AskedRelease, known: readonly (Term & { readonly percent: number; readonly state: 'requested' | 'confirmed' })[]): readonly FieldRefusal[] {
  const other = known.find((one) => overlaps(one, release));
  const wrong = [...checkTerm(release, 5, 'Somebody is released'), ...(release.fundedUntil !== null && release.fundedUntil < release.fromOn ? [refused('fundedUntil', 'The funding would end before the release begins')] : [])];
  if (wrong.length > 0 || !other) return wrong;
  return [refused('fromOn', `${other.percent} per cent ${other.state === 'confirmed' ? 'is released' : 'is asked for'} ${spokenTerm(other)} already: end that first`)];
}

/** The last day of a release that is ended: not before its first, and not later than it ends anyway. */
export function checkEnd({ fromOn, toOn }: Term, lastOn: string): readonly FieldRefusal[] {
  if (lastOn < dayAfter(fromOn, -1)) return [refused('lastOn', `It begins on ${spoken(fromOn)}: say a day from the day before on`)];
  return toOn !== null && lastOn > toOn ? [refused('lastOn', `It ends on ${spoken(toOn)} anyway: ask for more instead`)] : [];
}

/** What is wrong with somebody's time in a team beside their other times in it. */
export function checkTeamTime(time: Term, known: readonly Term[]): readonly FieldRefusal[] {
  const other = known.find((one) => overlaps(one, time));
  return [...checkTerm(time, 20, 'Somebody is put into a team'), ...(other && (time.toOn === null || time.toOn >= time.fromOn) ? [refused('fromOn', `They are in this team ${spokenTerm(other)} already`)] : [])];
}

/** A year cannot lose more days than it has. Whole days, none below nothing. */
export function checkProductiveTime(time: ProductiveTime): readonly FieldRefusal[] {
  const lost = time.usualLeave + time.training + time.administration + time.sickness + time.buffer;
  return lost < YEAR - HOLIDAYS ? [] : [refused('usualLeave', `These are ${lost} days together: a year of ${YEAR} working days has ${YEAR - HOLIDAYS} after bank holidays, and nothing would be left`)];
}
