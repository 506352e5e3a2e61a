import type { FieldRefusal } from '@followthrough/contracts';

export interface Slot {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Minutes a summit lasts, from the lengths of its agenda's items. */
export const minutesOf = (items: readonly { readonly minutes: number }[]): number => items.reduce((sum, one) => sum + one.minutes, 0);

/** When each item starts and ends, `HH:MM`, one after the other from the summit's start; none where the start is not known. */
export function agendaTimes(startsAt: string | null, items: readonly { readonly minutes: number }[]): readonly (Slot | null)[] {
  if (!startsAt) return items.map(() => null);
  const [hours = 0, minutes = 0] = startsAt.split(':').map(Number);
  let at = hours * 60 + minutes;
  return items.map((one) => ({ startsAt: clock(at), endsAt: clock((at += one.minutes)) }));
}

/** A clock goes round: an item past midnight ends in the morning. */
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** “2 h 15 min”. */
export function lengthInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

/** An order says every item once and nothing else. */
export function checkOrder(now: readonly string[], wanted: readonly string[]): readonly FieldRefusal[] {
  const same = wanted.length === now.length && new Set(wanted).size === wanted.length && wanted.every((id) => now.includes(id));
  return same ? [] : [{ field: 'ids', code: 'rule', message: 'What is on the list has changed meanwhile. Look at it again and put it in order' }];
}
