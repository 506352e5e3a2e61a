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

/** A review of a scored framework says by which of its methods; one of any other framework says none. */
export function checkMethod(methods: readonly { readonly code: string }[], code: string | null): readonly FieldRefusal[] {
  if (methods.length === 0) return code === null ? [] : [{ field: 'scoringMethod', code: 'rule', message: 'This framework is not scored' }];
  return methods.some((one) => one.code === code) ? [] : [{ field: 'scoringMethod', code: 'rule', message: 'Choose one of the framework’s methods' }];
}
