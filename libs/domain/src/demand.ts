import { type EffortPurpose, type EffortShape, type FieldRefusal, MOST_ASSIGNMENTS, MOST_MINUTES, type Staffing } from '@followthrough/contracts';
import { dayAfter, daysBetween } from './calendar';
import { FULL_TIME_DAY } from './supply';
import { isWorkingDay } from './working-days';

/**
 * What work asks of people. Minutes are whole, days are `YYYY-MM-DD`. A line of effort belongs to an action, or to the stretch
 * up to one of its milestones; it delivers, or it takes in what is changed. What is unknown is null and never zero.
 */
export interface EffortSaid {
  readonly purpose: EffortPurpose;
  readonly skillId: string | null;
  readonly level: number | null;
  readonly organisationId: string | null;
  readonly milestoneId: string | null;
  readonly lowMinutes: number;
  readonly likelyMinutes: number;
  readonly highMinutes: number;
  readonly shape: EffortShape;
}

/** Refuses a line that cannot be right. `milestones`: how many the action has. */
export function checkEffort(said: EffortSaid, milestones: number): readonly FieldRefusal[] {
  const found: FieldRefusal[] = [];
  const no = (field: string, message: string) => void found.push({ field, code: 'rule', message });
  if (said.likelyMinutes === 0) no('likelyMinutes', 'A line of no days is no work: leave it out, or say how much it is');
  if (said.lowMinutes > said.likelyMinutes) no('lowMinutes', 'The least is more than what is likely');
  if (said.highMinutes < said.likelyMinutes) no('highMinutes', 'The most is less than what is likely');
  if (said.highMinutes > MOST_MINUTES) no(said.likelyMinutes > MOST_MINUTES ? 'likelyMinutes' : 'highMinutes', `A line is ${TOO_LONG} at most: split it`);
  if (said.level !== null && said.skillId === null) no('level', 'Say first which skill');
  if (said.purpose === 'absorb' && said.organisationId === null) no('organisationId', 'Say which service takes it in');
  if (said.shape === 'milestones' && said.milestoneId !== null) no('shape', 'It belongs to one milestone: choose how it falls on the way there');
  else if (said.shape === 'milestones' && milestones === 0) no('shape', 'The action has no milestones to spread it by');
  return found;
}

/** Whether a change of a line changes the days that the action needs, which a board may have agreed. Null: not there. */
export function touchesDaysNeeded(before: Pick<EffortSaid, 'purpose' | 'likelyMinutes'> | null, after: Pick<EffortSaid, 'purpose' | 'likelyMinutes'> | null): boolean {
  const counted = (one: typeof before): number => (one?.purpose === 'deliver' ? one.likelyMinutes : 0);
  return counted(before) !== counted(after);
}

/** Why the days of an action with lines to deliver cannot be typed. */
export const SUM_OF_EFFORT = 'These days are the sum of its effort: change its lines on the action’s page, under Effort';

/** Person-days with one decimal place, of 450 minutes or of the employer's own day. */
export const daysOf = (minutes: number, dayMinutes = FULL_TIME_DAY): number => Math.round((minutes * 10) / dayMinutes) / 10;

export interface Asking {
  readonly minutes: number;
  /** They knew that it is more than the line needs. */
  readonly knowingly: boolean;
}

export interface LineSoFar {
  readonly likelyMinutes: number;
  /** What people are down for already, requested or confirmed. */
  readonly givenMinutes: number;
  readonly people: number;
  /** The person asked for has a part of it already. */
  readonly isOnIt: boolean;
}

const TOO_LONG = `${(MOST_MINUTES / FULL_TIME_DAY).toLocaleString('en-GB')} days`;

/** Refuses to ask for a person twice, for too many people, and silently for more than the line needs. */
export function checkAssignment({ minutes, knowingly }: Asking, { likelyMinutes, givenMinutes, people, isOnIt }: LineSoFar): readonly FieldRefusal[] {
  const no = (field: string, message: string): readonly FieldRefusal[] => [{ field, code: 'rule', message }];
  if (isOnIt) return no('personId', 'They are down for this already: take that back to ask for another figure');
  if (minutes === 0) return no('minutes', 'Say how much');
  if (minutes > MOST_MINUTES) return no('minutes', `Nobody is asked for more than ${TOO_LONG}`);
  if (people >= MOST_ASSIGNMENTS) return no('personId', `A line has ${MOST_ASSIGNMENTS} people at most: split it into several`);
  const over = givenMinutes + minutes - likelyMinutes;
  return over > 0 && !knowingly ? no('minutes', `That is ${inDays(over)} more than the line needs. Ask for less, or say that you know`) : [];
}

export const staffingOf = (likelyMinutes: number, givenMinutes: number): Staffing => (givenMinutes === 0 ? 'nobody' : givenMinutes < likelyMinutes ? 'part' : givenMinutes === likelyMinutes ? 'whole' : 'over');

const inDays = (minutes: number): string => {
  const days = daysOf(minutes);
  return days === 0 ? 'less than 0.1 days' : `${days} ${days === 1 ? 'day' : 'days'}`;
};

/** What an update says of days, in minutes; null: nothing. */
export interface SpentAndLeft {
  readonly spentMinutes: number | null;
  /** A new estimate of what is left, after what this update says was spent. */
  readonly leftMinutes: number | null;
}

/**
 * What is still to do: what the last new estimate left, less what was spent since; without one the first estimate less all that
 * was spent. Never below zero, and null while nobody has estimated anything. `updates` from the first to the last, without
 * those that were corrected or withdrawn.
 */
export function leftOf(estimateMinutes: number | null, updates: readonly SpentAndLeft[]): number | null {
  const at = updates.findLastIndex((one) => one.leftMinutes !== null);
  const from = updates[at]?.leftMinutes ?? estimateMinutes;
  return from === null ? null : Math.max(0, from - updates.slice(at + 1).reduce((sum, one) => sum + (one.spentMinutes ?? 0), 0));
}

/** The stretch up to a milestone's day, and how much of the whole falls into it beside the others: 1 each for equal parts. */
export interface Stretch {
  readonly to: string;
  readonly part: number;
}

/** Equal stretches up to each of these days, and up to the end where it comes after the last. Days outside the work are at its ends. */
export function equalStretches(days: readonly string[], { from, to }: { readonly from: string; readonly to: string }): readonly Stretch[] {
  const within = [...new Set(days.map((day) => (day < from ? from : day > to ? to : day)))].sort();
  return (within.at(-1) === to ? within : [...within, to]).map((day) => ({ to: day, part: 1 }));
}

export interface Share {
  readonly day: string;
  readonly minutes: number;
}

export interface Spreading {
  readonly minutes: number;
  readonly from: string;
  readonly to: string;
  readonly shape: EffortShape;
  /** Of the shape `milestones`: in the order of their days, the last ending with the work. */
  readonly stretches?: readonly Stretch[];
}

const IN_ORDER = 'Stretches have whole parts and are in the order of their days';

/**
 * Effort on working days, by its shape. Front: two thirds in the first half of the days; back: in the second. By milestones:
 * each stretch has its part, evenly. Shares are whole minutes that add up exactly, of days with something on them. A stretch
 * without a working day is done by its day too, with the one before it; where none comes before, with the next. Without any
 * working day all of it is on the first day.
 * @throws RangeError for dates back to front, more than 3,660 days, minutes that are not whole or below nothing, or stretches
 * of no part or out of order
 */
export function spreadEffort({ minutes, from, to, shape, stretches = [] }: Spreading): readonly Share[] {
  const count = daysBetween(from, to) + 1;
  if (!(count >= 1 && count <= 3_660)) throw new RangeError('The work lasts one day to ten years');
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new RangeError('Minutes are whole and not below nothing');
  if (stretches.some((one, at) => one.to < (stretches[at - 1]?.to ?? ''))) throw new RangeError(IN_ORDER);
  const days: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) if (isWorkingDay(day)) days.push(day);
  if (days.length === 0) return minutes > 0 ? [{ day: from, minutes }] : [];
  const ends = stretches.map(({ to: end, part }) => ({ after: days.filter((day) => day <= end).length, part }));
  return days.flatMap((day, at) => {
    const share = doneBy(minutes, shape, days.length, ends, at + 1) - doneBy(minutes, shape, days.length, ends, at);
    return share > 0 ? [{ day, minutes: share }] : [];
  });
}

/**
 * Minutes done after the first `n` of `total` working days, at least one, by shape: what `spreadEffort` puts on days.
 * `stretches` of the shape `milestones`: after how many working days each ends.
 * @throws RangeError for stretches of no part or out of order
 */
export const doneBy = (minutes: number, shape: EffortShape, total: number, stretches: readonly { readonly after: number; readonly part: number }[], n: number): number =>
  shape === 'milestones' ? alongStretches(minutes, total, stretches, n) : doneAfter(minutes, shape, n, total);

/** Minutes done after `n` of `total` working days, half up. Whole numbers throughout, so that the last day makes it exact. */
function doneAfter(minutes: number, shape: Exclude<EffortShape, 'milestones'>, n: number, total: number): number {
  const thirds = shape === 'even' ? 3 * n : shape === 'front' ? (2 * n <= total ? 4 * n : total + 2 * n) : 2 * n <= total ? 2 * n : 4 * n - total;
  return Math.floor((2 * minutes * thirds + 3 * total) / (6 * total));
}

function alongStretches(minutes: number, total: number, stretches: readonly { readonly after: number; readonly part: number }[], n: number): number {
  const parts = stretches.reduce((sum, one) => sum + one.part, 0);
  const isInOrder = stretches.every(({ after, part }, at) => Number.isSafeInteger(part) && part >= 0 && (at === 0 || (stretches[at - 1]?.after ?? 0) <= after));
  if (parts === 0 || !isInOrder || minutes * parts > Number.MAX_SAFE_INTEGER / 2) throw new RangeError(IN_ORDER);
  // Where each stretch ends: after so many working days, with so many minutes done. Of several that end alike the last counts.
  const ends = new Map<number, number>([[0, 0]]);
  let sum = 0;
  for (const { after, part } of stretches) {
    sum += part;
    if (after > 0) ends.set(after, Math.floor((2 * minutes * sum + parts) / (2 * parts)));
  }
  ends.set(total, minutes);
  const corners = [...ends].sort(([a], [b]) => a - b);
  const at = corners.findLastIndex(([day]) => day <= n);
  const [[n0, m0] = [0, 0], [n1, m1] = [n, minutes]] = [corners[at], corners[at + 1]];
  return n === n0 ? m0 : m0 + doneAfter(m1 - m0, 'even', n - n0, n1 - n0);
}
