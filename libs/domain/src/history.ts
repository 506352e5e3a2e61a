import type { FieldRefusal, HistoryField, HistoryItem, HistoryQuery } from '@followthrough/contracts';

/** Refuses a span of days that ends before it begins; each end may be open. */
export function checkHistorySpan({ from, to }: Pick<HistoryQuery, 'from' | 'to'>): readonly FieldRefusal[] {
  return from !== undefined && to !== undefined && to < from ? [{ field: 'to', code: 'rule', message: 'To must be the same day as From, or later' }] : [];
}

/** Milliseconds from one edit to the next within which they are one: ten minutes. */
export const ONE_SITTING = 600_000;

/** One or several edits as people read them. `edits`: how many there were; what ended as it began is left out of `fields`, and may be all of it. */
export type Gathered = HistoryItem & { readonly edits: number };

/**
 * Edits of one thing by one person, none more than ten minutes after the one before, as one: what stood before the first and
 * after the last, at the place of the last. Somebody else's edit in between ends it; what came, went or has no author stays
 * apart. `items` are newest first, and so is the answer.
 */
export function gathered(items: readonly HistoryItem[]): readonly Gathered[] {
  const said: { item: Gathered; earliest: HistoryItem }[] = [];
  const open = new Map<string, (typeof said)[number]>();
  for (const item of items) {
    const later = open.get(item.rowId);
    if (later && isOneSitting(later.earliest, item)) {
      later.item = together(later.item, item);
      later.earliest = item;
    } else {
      const one = { item: { ...item, edits: 1 }, earliest: item };
      said.push(one);
      open.set(item.rowId, one);
    }
  }
  return said.map((one) => one.item);
}

function isOneSitting(later: HistoryItem, earlier: HistoryItem): boolean {
  return later.change === 'changed' && earlier.change === 'changed' && later.by !== null && later.by === earlier.by && Date.parse(later.at) - Date.parse(earlier.at) <= ONE_SITTING;
}

function together(later: Gathered, earlier: HistoryItem): Gathered {
  const first = new Map(earlier.fields.map((one) => [one.field, one]));
  const both = later.fields.map((one): HistoryField => ({ ...one, before: first.get(one.field)?.before ?? one.before, hidden: one.hidden ?? first.get(one.field)?.hidden ?? null }));
  const fields = [...both, ...earlier.fields.filter((one) => !later.fields.some((each) => each.field === one.field))];
  const why = [...new Set([earlier, later].flatMap((one) => one.why?.split('\n') ?? []))].join('\n') || null;
  return { ...later, edits: later.edits + 1, why, sealed: later.sealed && earlier.sealed, fields: fields.filter((one) => one.hidden !== null || JSON.stringify(one.before) !== JSON.stringify(one.after)) };
}
