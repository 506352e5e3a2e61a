import { type Conflict, type FieldRefusal, type ProblemCode, problems } from '@followthrough/contracts';

/** A coded "no". Everything that the API refuses is one of these; anything else that is thrown is our fault. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly more: { readonly detail?: string; readonly fields?: readonly FieldRefusal[]; readonly conflict?: Conflict; readonly retryAfter?: number } = {},
  ) {
    super(more.detail ?? problems[code].title);
  }
}

/** Refuses one field by a rule of the plan. */
export const refuseField = (field: string, message: string, code: ProblemCode = 'rule'): Refusal => new Refusal(code, { fields: [{ field, code: 'rule', message }] });

/** Refuses with what a domain rule found wrong, all at once; nothing found, nothing happens. */
export function refuse(found: readonly FieldRefusal[]): void {
  if (found.length > 0) throw new Refusal('rule', { fields: found });
}
