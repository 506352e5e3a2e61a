import type { DaysAnswer, FieldRefusal } from '@followthrough/contracts';
import { dayAfter, weekday } from './calendar';
import { type LoadWork, minutesBetween, piecesOf } from './load-pieces';
import { type Giver, givenBy, type ProductiveTime } from './supply';

/** The Monday of the last whole week before a day. */
export const lastWeekOf = (today: string): string => dayAfter(today, -weekday(today) - 7);

/**
 * Minutes that the plan, as it is, has in one week for somebody: their work spread from that Monday on, and no more than they
 * could give, where that is known. What was overdue by then would all fall on the Monday, and nobody plans that.
 */
export function plannedIn(week: string, personId: string, work: readonly LoadWork[], giver: Giver | undefined, time: ProductiveTime): number {
  const span = { from: week, to: dayAfter(week, 6) };
  const spread = piecesOf(work, span).filter((one) => one.personId === personId).reduce((sum, one) => sum + minutesBetween(one, 0, 6), 0);
  const days = giver ? givenBy(giver, time, span) : [];
  return days.some((one) => one !== null) ? Math.min(spread, days.reduce<number>((sum, one) => sum + (one ?? 0), 0)) : Math.min(spread, MOST_IN_A_WEEK);
}

const MOST_IN_A_WEEK = 10_080;

/** What is wrong with what somebody says of a week: it is said of the last one, and less is less. */
export function checkDaysSaid({ week, answer, minutes }: { readonly week: string; readonly answer: DaysAnswer; readonly minutes?: number | null | undefined }, planned: number, today: string): readonly FieldRefusal[] {
  const refusal = (field: string, message: string): readonly FieldRefusal[] => [{ field, code: 'rule', message }];
  if (week !== lastWeekOf(today)) return refusal('week', 'Only of the last week can it be said how it went');
  if (answer === 'as_planned') return minutes === undefined || minutes === null || minutes === planned ? [] : refusal('minutes', 'As planned is as many as were planned');
  if (minutes === undefined || minutes === null || Number.isNaN(minutes)) return refusal('minutes', 'Say how many days it was');
  if (answer === 'less' && minutes >= planned) return refusal('minutes', 'Less must be fewer days than were planned');
  if (answer === 'more' && minutes <= planned) return refusal('minutes', 'More must be more days than were planned');
  return [];
}
