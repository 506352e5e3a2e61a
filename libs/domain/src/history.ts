import type { FieldRefusal, HistoryQuery } from '@followthrough/contracts';

/** Refuses a span of days that ends before it begins; each end may be open. */
export function checkHistorySpan({ from, to }: Pick<HistoryQuery, 'from' | 'to'>): readonly FieldRefusal[] {
  return from !== undefined && to !== undefined && to < from ? [{ field: 'to', code: 'rule', message: 'To must be the same day as From, or later' }] : [];
}
