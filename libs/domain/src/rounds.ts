import type { Agreeing, DiagnosisRound, FieldRefusal, NewRound, RoundState } from '@followthrough/contracts';

/** One view alone compares with nothing; more than this nobody reads side by side. */
export const FEWEST_PARTNERS = 2;
export const MOST_PARTNERS = 30;

/** A round asks several partners, and gives them today at least. `today` is the London date. */
export function checkRound({ closesOn, partners }: { readonly closesOn: string; readonly partners: number }, today: string): readonly FieldRefusal[] {
  return [...checkClosing(closesOn, today), ...checkPartners(partners)];
}

export const checkClosing = (closesOn: NewRound['closesOn'], today: string): readonly FieldRefusal[] => (closesOn < today ? [{ field: 'closesOn', code: 'rule', message: 'Views close today or later' }] : []);

/** `field`: where the partners were said. */
export function checkPartners(many: number, field = 'organisationIds'): readonly FieldRefusal[] {
  if (many < FEWEST_PARTNERS) return [{ field, code: 'rule', message: 'Ask two partners at least' }];
  return many > MOST_PARTNERS ? [{ field, code: 'rule', message: `Ask ${MOST_PARTNERS} partners at most` }] : [];
}

/** Revealed by hand, or on the day after the last day for writing; never once it is cancelled. The SQL twins are `kernel.is_revealed` and `kernel.is_over`. */
export function roundState({ closesOn, revealedOn, cancelledOn }: Pick<DiagnosisRound, 'closesOn' | 'revealedOn'> & { readonly cancelledOn: string | null }, today: string): RoundState {
  if (cancelledOn !== null) return 'cancelled';
  return revealedOn !== null || closesOn < today ? 'revealed' : 'open';
}

/** Agreeing needs no reason; agreeing partly and disagreeing do, or nobody can act on them. */
export function checkAgreeing({ stance, reason }: Agreeing): readonly FieldRefusal[] {
  return stance === 'agree' || reason ? [] : [{ field: 'reason', code: 'rule', message: stance === 'partly' ? 'Say which part you do not agree with' : 'Say why you disagree' }];
}

/** What answers a finding whose partners have been asked, and who have not agreed yet, says why it does not wait. */
export function checkEarly(refs: readonly string[], reason: string | null | undefined): readonly FieldRefusal[] {
  if (refs.length === 0 || reason) return [];
  const which = refs.length === 1 ? `The diagnosis of finding ${refs[0]} is` : `The diagnoses of findings ${refs.slice(0, -1).join(', ')} and ${refs.at(-1)} are`;
  return [{ field: 'reason', code: 'rule', message: `${which} not agreed yet: say why this does not wait` }];
}
