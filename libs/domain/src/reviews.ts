import type { FieldRefusal } from '@followthrough/contracts';

export interface ReviewDates {
  readonly fieldworkFrom?: string | null;
  readonly fieldworkTo?: string | null;
  readonly publishedOn?: string | null;
}

/** People look before they report. Dates are `YYYY-MM-DD`, so text order is time order. */
export function checkReview({ fieldworkFrom, fieldworkTo, publishedOn }: ReviewDates): readonly FieldRefusal[] {
  const found: FieldRefusal[] = [];
  if (fieldworkFrom && fieldworkTo && fieldworkFrom > fieldworkTo) found.push({ field: 'fieldworkTo', code: 'rule', message: 'Fieldwork to must be on or after Fieldwork from' });
  const looked = fieldworkTo ?? fieldworkFrom;
  if (looked && publishedOn && publishedOn < looked) found.push({ field: 'publishedOn', code: 'rule', message: 'The report cannot be published before the fieldwork is over' });
  return found;
}
