import type { FieldRefusal, Horizon, OutcomeKind } from '@followthrough/contracts';

/** An outcome that nobody agreed to is a wish. */
export function checkAgreed(organisations: number, field = 'organisationIds'): readonly FieldRefusal[] {
  return organisations > 0 ? [] : [{ field, code: 'rule', message: 'Say at least one organisation that agreed' }];
}

/** How far away an action made of an outcome lies, until somebody says otherwise. */
export const horizonOf = (kind: OutcomeKind): Horizon => (kind === 'quick_win' ? 'quick_win' : kind === 'deep_rooted_priority' ? 'deep_rooted' : 'medium');

/** An action's title of at most 500 characters from an outcome's text; cut at a word, and said to be cut. */
export function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 500 ? line : `${line.slice(0, 499).replace(/\s+\S*$/, '')}…`;
}
