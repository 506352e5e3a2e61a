import type { FieldRefusal } from '@followthrough/contracts';

export interface OrganisationTerm {
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}

/** A partner's time must run forwards. Dates are `YYYY-MM-DD`, so text order is time order. */
export function checkOrganisation({ validFrom, validTo }: OrganisationTerm): readonly FieldRefusal[] {
  return validFrom && validTo && validFrom > validTo ? [{ field: 'validTo', code: 'rule', message: 'Partner until must be on or after Partner from' }] : [];
}
