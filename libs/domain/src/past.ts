import type { FieldRefusal, PastActionQuery } from '@followthrough/contracts';

/** A moment that a screen is seen as at: a published report, or the end of a London day. */
export type Moment = { readonly report: string; readonly day: null } | { readonly report: null; readonly day: string };

/** Reads what the address says. */
export const momentOf = (at: string): Moment => (/^\d{4}-\d{2}-\d{2}$/.test(at) ? { report: null, day: at } : { report: at, day: null });

/**
 * Refuses what the past cannot answer: a day that is not over yet or that no calendar has, and the assessed status of a day,
 * which only published reports keep.
 */
export function checkMoment({ report, day }: Moment, today: string, asked: Pick<PastActionQuery, 'doubtful' | 'flag'> = {}): readonly FieldRefusal[] {
  if (report !== null) return [];
  if (Number.isNaN(Date.parse(`${day}T00:00:00Z`)) || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) return [{ field: 'at', code: 'malformed', message: 'That day is not in the calendar' }];
  if (day >= today) return [{ field: 'at', code: 'rule', message: 'Choose a day that is over: today is not yet' }];
  for (const field of ['doubtful', 'flag'] as const)
    if (asked[field] !== undefined) return [{ field, code: 'rule', message: 'What a past day would have been assessed as is not known: choose a published report' }];
  return [];
}
