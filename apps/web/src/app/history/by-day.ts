import type { HistoryItem } from '@followthrough/contracts';
import { type Gathered, gathered, londonDay } from '@followthrough/domain';

/** The history day by day, newest first; what somebody edited in one sitting is one. */
export function byDay(items: readonly HistoryItem[]): readonly { readonly day: string; readonly items: readonly Gathered[] }[] {
  const days = new Map<string, Gathered[]>();
  for (const item of gathered(items)) {
    const day = londonDay(new Date(item.at));
    const some = days.get(day);
    if (some) some.push(item);
    else days.set(day, [item]);
  }
  return [...days].map(([day, some]) => ({ day, items: some }));
}
