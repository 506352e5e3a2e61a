import { daysBetween } from '@followthrough/domain';
import type { DemoAction } from './actions';

interface Said {
  /** Person-days since the report before. */
  readonly days_spent: number | null;
  /** A new estimate of what is left. */
  readonly days_left: number | null;
}

/** What some work takes beside its estimate: half of it what was thought, some less, some more. */
const PACES = [1, 1.3, 1, 0.8, 1, 1.6] as const;

/**
 * What each report of an action said of days: spent as its time went by, at its own pace. Whose work goes otherwise than was
 * thought, or is nearly due, says in the last report what is left: little, where little time is. `on`: the days of the reports.
 */
export function demoDays({ row, life: { startOn, due, told } }: DemoAction, nth: number): readonly Said[] {
  const estimate = row['days_needed'] as number | null;
  const pace = PACES[nth % PACES.length] ?? 1;
  let before = 0;
  return told.map(({ on, status }, at) => {
    if (estimate === null || status === 'not_started') return { days_spent: null, days_left: null };
    const isDone = status === 'complete';
    const part = isDone ? 1 : gone(startOn, due, on);
    const spent = halves(estimate * pace * part);
    const since = spent - before;
    before = spent;
    const isSaid = at === told.length - 1 && !isDone && (pace !== 1 || part > 0.8);
    return { days_spent: since, days_left: isSaid ? Math.max(0.5, halves(estimate * pace * (1 - part))) : null };
  });
}

/** How much of the time from start to due day is over on a day, from 0 to 1. */
function gone(start: string, due: string | null, on: string): number {
  const all = due ? daysBetween(start, due) : 0;
  return all <= 0 ? 0.5 : Math.min(1, Math.max(0, daysBetween(start, on) / all));
}

const halves = (days: number): number => Math.round(2 * days) / 2;
