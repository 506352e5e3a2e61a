import type { DecisionSettling, DecisionState, FieldRefusal } from '@followthrough/contracts';

/** Taken is final. Deferred waits again, perhaps for a later day. */
export function checkSettling(decision: { readonly state: DecisionState }, said: DecisionSettling, today: string): readonly FieldRefusal[] {
  if (said.state === 'taken' && said.neededBy) return [{ field: 'neededBy', code: 'rule', message: 'A decision that was taken is not needed any more' }];
  if (decision.state === 'taken') return [{ field: 'state', code: 'rule', message: 'This decision has been taken' }];
  return said.neededBy && said.neededBy < today ? [{ field: 'neededBy', code: 'rule', message: 'Now needed by must be today or later' }] : [];
}
