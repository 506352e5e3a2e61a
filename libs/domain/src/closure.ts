import type { ClosureState, Disposition, EvidenceType, FieldRefusal, LookResult, NewTransfer, Status, TransferState } from '@followthrough/contracts';
import { evidenceSaid, type GivenEvidence, isSecondLine, ofAgreedKind } from './evidence';

/**
 * Closure that means it. The owner claims with evidence; somebody who neither owns the action nor reported it accepts or
 * returns; two looks at three and six months show whether it has held; then it is embedded. The triggers of migration 0044
 * have the last word. Days are `YYYY-MM-DD`.
 */

const no = (field: string, message: string): readonly FieldRefusal[] => [{ field, code: 'rule', message }];

/** Who stands how to a claim. */
export interface Parties {
  readonly personId: string | null;
  readonly ownerId: string | null;
  /** The last claim: who made it, for whom, and who owned the action then. */
  readonly claim: { readonly personId: string | null; readonly onBehalfOfId: string | null; readonly ownerId: string | null } | null;
}

/** The owner, now or when it was claimed, and whoever claimed it for themselves or for somebody: none of them may verify it. */
export function isParty({ personId, ownerId, claim }: Parties): boolean {
  return personId === null || [ownerId, claim?.personId, claim?.onBehalfOfId, claim?.ownerId].includes(personId);
}

export interface Claimed extends Parties {
  readonly state: ClosureState | null;
  readonly evidenceKind: EvidenceType | null;
  readonly answersMust: boolean;
  /** Evidence that counts: not corrected, and given since a claim was last returned or opened again. */
  readonly standing: readonly GivenEvidence[];
  /** Titles of its measures whose last figure is worse than the first. */
  readonly worse: readonly string[];
}

const someoneElse = 'Somebody who neither owns this action nor reported it complete must do this';

/** What a claim lacks, said at the evidence. */
export function checkClaim({ evidenceKind, standing }: Pick<Claimed, 'evidenceKind' | 'standing'>): readonly FieldRefusal[] {
  if (ofAgreedKind(evidenceKind, standing).length > 0) return [];
  return no('evidence', evidenceKind ? `Give ${evidenceSaid[evidenceKind]} as evidence: that kind was agreed for this action` : 'Give evidence that shows it is done');
}

export function checkAcceptance(claim: Claimed): readonly FieldRefusal[] {
  if (claim.state !== 'claimed') return no('', 'Nobody claims that it is done just now');
  if (isParty(claim)) return no('', someoneElse);
  const lacking = checkClaim(claim);
  if (lacking.length > 0) return no('', lacking[0]?.message ?? '');
  if (claim.worse.length > 0) return no('', `“${claim.worse.join('”, “')}” ${claim.worse.length === 1 ? 'is' : 'are'} worse than at the baseline: return it, until what it was for gets better`);
  return claim.answersMust && !ofAgreedKind(claim.evidenceKind, claim.standing).some(isSecondLine)
    ? no('', 'It answers a finding that says must: it takes evidence of the second line or the third, from somebody who oversees the work or is independent of it')
    : [];
}

export function checkReturn(claim: Claimed): readonly FieldRefusal[] {
  if (claim.state !== 'claimed') return no('', 'Nobody claims that it is done just now');
  return isParty(claim) ? no('', someoneElse) : [];
}

export interface Looking extends Parties {
  readonly state: ClosureState | null;
  readonly months: number;
  readonly dueOn: string;
  readonly done: boolean;
  /** The look before this one; null for the first. */
  readonly earlier: { readonly months: number; readonly checkedOn: string | null } | null;
}

/** Anybody may say that it has not held; that it has is for somebody else to say, on the day or after, one look at a time. */
export function checkLook(look: Looking, result: LookResult, today: string): readonly FieldRefusal[] {
  if (look.state !== 'accepted') return no('', 'It was opened again since');
  if (look.done) return no('', 'That look is recorded already');
  if (today < look.dueOn) return no('result', 'It is too early for this look. If it has not held, open the action again with the reason');
  if (look.earlier && (look.earlier.checkedOn === null || look.earlier.checkedOn >= today)) return no('result', `The look at ${look.earlier.months} months comes first, on a day before this one`);
  return result === 'held' && isParty(look) ? no('result', 'Somebody who neither owns this action nor reported it complete must say that it has held') : [];
}

/** The kind that was agreed stays while a claim rests on it, and changes for a reason only. */
export function checkEvidenceKind(now: EvidenceType | null, next: EvidenceType | null, one: Ending, reason: string | null | undefined): readonly FieldRefusal[] {
  if (now === null || now === next) return [];
  if (!isFree(one)) return no('evidenceKind', 'It was claimed with the evidence that was agreed, so the kind stays');
  return reason ? [] : no('reason', 'A kind of evidence was agreed: say why it changes');
}

/** What may end or be handed over: neither claimed nor ended. */
const isFree = ({ state, disposition }: Ending): boolean => state !== 'claimed' && disposition === null;

export interface Ending {
  readonly state: ClosureState | null;
  readonly disposition: Disposition | null;
}

export const checkEnding = (one: Ending): readonly FieldRefusal[] =>
  isFree(one) ? [] : no('', one.state === 'claimed' ? 'It waits for somebody to verify it: that comes first' : 'It has ended already: open it again first');

export const checkReopening = (one: Ending): readonly FieldRefusal[] => (isFree(one) ? no('', 'It is open') : []);

/** To a programme that is here, or to a body in words, and never to both. */
export const checkTransfer = ({ programmeId, receiver }: NewTransfer): readonly FieldRefusal[] =>
  !programmeId === !receiver ? no('receiver', programmeId ? 'Choose a programme or name a body, not both' : 'Say who takes it over: a programme or a body') : [];

/** Who takes an action over says so; whoever offered it, or owns it, does not record that for them. */
export function checkAnswer(answer: { readonly state: TransferState; readonly answeredBy?: string | null }, asker: { readonly personId: string | null; readonly ownerId: string | null; readonly offeredById: string | null }): readonly FieldRefusal[] {
  if (answer.state !== 'withdrawn' && !answer.answeredBy) return no('answeredBy', 'Say who answered there');
  const isOwn = asker.personId === null || asker.personId === asker.ownerId || asker.personId === asker.offeredById;
  return answer.state === 'accepted' && isOwn ? no('state', 'Somebody who neither owns this action nor offered it must record that it was taken over') : [];
}

/** Only one that goes on, or is done, takes another's place: so none is replaced in a ring. */
export const checkSupersession = (by: { readonly disposition: Disposition | null } | null): readonly FieldRefusal[] =>
  by && (by.disposition === null || by.disposition === 'done') ? [] : no('byActionId', 'Choose an action that goes on, or is done');

/** Where an action stands, in words, and what is next and by whom. */
export function closureSays(one: Ending & { readonly status: Status; readonly evidenceKind: EvidenceType | null }): { readonly is: string; readonly next: string } {
  switch (one.state) {
    case 'claimed':
      return { is: 'Claimed: it waits to be verified', next: 'Somebody who neither owns it nor reported it complete reads the evidence, then accepts or returns it.' };
    case 'accepted':
      return { is: 'Verified', next: 'Somebody else looks again three and six months after it was accepted. When both looks find that it has held, it is embedded.' };
    case 'sustained':
      return { is: 'Embedded: verified, and it has held', next: 'Nothing more. If it falls back, open it again with the reason.' };
    case 'returned':
      return { is: 'Returned to the owner', next: 'The owner does what is missing, and reports it complete again with new evidence.' };
    case 'reopened':
      return { is: 'Open again', next: 'The owner reports how it goes; a new claim needs new evidence.' };
    case 'transferred':
      return { is: 'Transferred', next: 'It goes on with whoever took it over.' };
    case 'stopped':
      return { is: 'Stopped', next: 'Nothing more.' };
    case 'superseded':
      return { is: 'Superseded by another action', next: 'It goes on in the action that took its place.' };
    case null:
      if (one.status === 'complete') return { is: 'Reported complete without a claim', next: `The owner reports it complete here, with ${one.evidenceKind ? evidenceSaid[one.evidenceKind] : 'evidence'}; somebody else then verifies it.` };
      return { is: 'Open', next: `When it is done, the owner reports it complete with ${one.evidenceKind ? evidenceSaid[one.evidenceKind] : 'evidence'}.` };
  }
}
