import { daysOf } from '@followthrough/domain';

/** Minutes as people read them: “1 day”, “2.5 days”; of an employer's own day where that is not the usual one. */
export function inDays(minutes: number, dayMinutes?: number): string {
  const days = daysOf(minutes, dayMinutes);
  return days === 0 && minutes > 0 ? 'less than 0.1 days' : `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`;
}

/** What is likely, and between what it lies where that is more than one figure: “5 days (3 to 10)”. */
export function rangeInDays({ lowMinutes, likelyMinutes, highMinutes }: { readonly lowMinutes: number; readonly likelyMinutes: number; readonly highMinutes: number }): string {
  const likely = inDays(likelyMinutes);
  return lowMinutes === likelyMinutes && highMinutes === likelyMinutes ? likely : `${likely} (${daysOf(lowMinutes).toLocaleString('en-GB')} to ${daysOf(highMinutes).toLocaleString('en-GB')})`;
}
