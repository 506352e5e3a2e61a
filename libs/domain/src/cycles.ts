import type { Cadence, CycleDates, FieldRefusal } from '@followthrough/contracts';
import { dayAfter, monthsAfter } from './calendar';
import { clearDaysBefore, isWorkingDay, workingDayAfter } from './working-days';

/**
 * When a plan is reported on. Every date of a cycle is counted back in England's working days from the day on which it is
 * published: papers go out so many clear days before a board meets, or so many days after a period ends.
 */

export type Rule = Omit<Cadence, 'version'>;

/** A cycle as the cadence plans it. Its days are `YYYY-MM-DD`, in order: opens, due, frozen, published, and the meeting after that. */
export interface PlannedCycle extends CycleDates {
  readonly name: string;
}

const MONTHS = { month: 1, two_months: 2, quarter: 3, board: 0 } as const;
/** No cadence plans further than that: dates are for people who can still change them. */
const MOST = 400;

/**
 * The next `count` cycles that are published on `today` or later and come after `last`, the latest that is there already: they
 * cover later days and open once it is frozen. `meetings` are the days on which the cadence's board meets.
 */
export function nextCycles(rule: Rule, meetings: readonly string[], { today, last, count }: { readonly today: string; readonly last: Pick<CycleDates, 'periodTo' | 'freezesOn'> | null; readonly count: number }): readonly PlannedCycle[] {
  const found: PlannedCycle[] = [];
  let before = last;
  for (const one of rule.every === 'board' ? byBoard(rule, meetings) : byCalendar(rule)) {
    if (found.length === count) break;
    if (one.publishesOn < today || (before && (rule.every === 'board' ? one.periodTo : one.periodFrom) <= before.periodTo)) continue;
    const opensOn = before && one.opensOn <= before.freezesOn ? dayAfter(before.freezesOn, 1) : one.opensOn;
    if (opensOn > one.dueOn) continue;
    // Whatever lies between two boards belongs to the later one.
    found.push({ ...one, opensOn, periodFrom: rule.every === 'board' && before ? dayAfter(before.periodTo, 1) : one.periodFrom });
    before = one;
  }
  return found;
}

function* byCalendar(rule: Rule): Generator<PlannedCycle> {
  const months = MONTHS[rule.every];
  for (let nth = 0; nth < MOST; nth += 1) {
    const periodFrom = monthsAfter(rule.startsOn, nth * months);
    const periodTo = dayAfter(monthsAfter(rule.startsOn, (nth + 1) * months), -1);
    const publishesOn = rule.publishAfter === 0 ? workingDayAfter(periodTo, 0) : workingDayAfter(periodTo, rule.publishAfter);
    yield { name: nameOfPeriod(periodFrom, periodTo), periodFrom, periodTo, ...countedBack(rule, publishesOn), publishesOn, meetsOn: null };
  }
}

/** A report to a board covers the time up to the day on which it is frozen: no later day could be in it. */
function* byBoard(rule: Rule, meetings: readonly string[]): Generator<PlannedCycle> {
  let from = rule.startsOn;
  for (const meetsOn of [...new Set(meetings)].sort()) {
    const publishesOn = clearDaysBefore(meetsOn, rule.clearDays);
    const dates = countedBack(rule, publishesOn);
    if (dates.freezesOn < from || dates.opensOn < rule.startsOn) continue;
    yield { name: longDay(meetsOn), periodFrom: from, periodTo: dates.freezesOn, ...dates, publishesOn, meetsOn };
    from = dayAfter(dates.freezesOn, 1);
  }
}

function countedBack(rule: Rule, publishesOn: string): Pick<CycleDates, 'opensOn' | 'dueOn' | 'escalatesOn' | 'freezesOn'> {
  const freezesOn = workingDayAfter(publishesOn, -rule.freezeBefore);
  const dueOn = workingDayAfter(freezesOn, -rule.dueBefore);
  return { opensOn: workingDayAfter(dueOn, -rule.openBefore), dueOn, escalatesOn: workingDayAfter(dueOn, rule.grace), freezesOn };
}

const NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
const monthOf = (day: string): string => NAMES[Number(day.slice(5, 7)) - 1] ?? '';
const longDay = (day: string): string => `${Number(day.slice(8))} ${monthOf(day)} ${day.slice(0, 4)}`;

/** “March 2026”, “April to June 2026”; days where the period is not made of whole months. */
export function nameOfPeriod(from: string, to: string): string {
  if (!from.endsWith('-01') || !dayAfter(to, 1).endsWith('-01')) return `${longDay(from)} to ${longDay(to)}`;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${monthOf(from)} ${from.slice(0, 4)}`;
  return `${monthOf(from)}${from.slice(0, 4) === to.slice(0, 4) ? '' : ` ${from.slice(0, 4)}`} to ${monthOf(to)} ${to.slice(0, 4)}`;
}

/** A cadence that plans something: by board it names one, by the calendar its periods start on a day that every month has. */
export function checkCadence(rule: Rule): readonly FieldRefusal[] {
  if (rule.every === 'board') return rule.boardId ? [] : [{ field: 'boardId', code: 'rule', message: 'Say which board’s meetings the reports are for' }];
  return Number(rule.startsOn.slice(8)) > 28 ? [{ field: 'startsOn', code: 'rule', message: 'Start on a day that every month has: the 28th or earlier' }] : [];
}

type Days = Pick<CycleDates, 'opensOn' | 'dueOn' | 'freezesOn' | 'publishesOn' | 'meetsOn'>;

/**
 * Dates set by hand never cross: it opens, is due, is frozen, is published, and the board meets after that. `before` and `after`
 * are the neighbouring cycles of the plan; `wasOpensOn` is given once the cycle is open, when that day is past changing.
 */
export function checkDates(days: Days, { before, after, isOpen, wasOpensOn }: { readonly before?: { readonly name: string; readonly freezesOn: string } | null; readonly after?: { readonly name: string; readonly opensOn: string } | null; readonly isOpen: boolean; readonly wasOpensOn: string }): readonly FieldRefusal[] {
  const found: FieldRefusal[] = [];
  const no = (field: string, message: string): unknown => found.push({ field, code: 'rule', message });
  if (isOpen && days.opensOn !== wasOpensOn) no('opensOn', 'It is open already');
  if (before && days.opensOn <= before.freezesOn) no('opensOn', `The ${before.name} report is frozen on ${ukDay(before.freezesOn)}: this one opens after that`);
  if (days.dueOn < days.opensOn) no('dueOn', `It opens on ${ukDay(days.opensOn)}: updates cannot be due before that`);
  if (days.freezesOn < days.dueOn) no('freezesOn', `Updates are due on ${ukDay(days.dueOn)}: it cannot be frozen before that`);
  if (after && days.freezesOn >= after.opensOn) no('freezesOn', `The ${after.name} report opens on ${ukDay(after.opensOn)}: this one is frozen before that`);
  if (days.publishesOn < days.freezesOn) no('publishesOn', `It is frozen on ${ukDay(days.freezesOn)}: it cannot be published before that`);
  if (days.meetsOn && days.publishesOn >= days.meetsOn) no('publishesOn', `The board meets on ${ukDay(days.meetsOn)}: it has to have the report before that day`);
  return found;
}

const ukDay = (day: string): string => `${Number(day.slice(8))} ${monthOf(day).slice(0, 3)}`;

/** When the accountable person is told after a due date that was set by hand. */
export const escalation = (dueOn: string, grace: number): string => workingDayAfter(dueOn, grace);

/** Working days before the due date on which people are reminded of what is still owed. */
const REMINDED = [5, 1, 0];

/** Whether those who owe something get their mail that day: when it opens, five days and one day before it is due, that day, and each working day after it. Never on a weekend or a holiday. */
export function remindsOn({ opensOn, dueOn }: Pick<CycleDates, 'opensOn' | 'dueOn'>, today: string): boolean {
  if (!isWorkingDay(today) || today < opensOn) return false;
  const opens = isWorkingDay(opensOn) ? opensOn : workingDayAfter(opensOn, 1);
  return today === opens || today > dueOn || REMINDED.some((days) => today === workingDayAfter(dueOn, -days));
}
