import type { AnswerKind, FieldRefusal, Role, ThreadKind, ThreadState } from '@followthrough/contracts';
import { may } from './access';

export interface RaisedThread {
  readonly kind: ThreadKind;
  readonly actionId?: string | null;
  readonly findingId?: string | null;
  readonly respondBy?: string | null;
}

/** A thread is about one thing, and asks for an answer only when one can still come. `today` is `YYYY-MM-DD`. */
export function checkThread({ kind, actionId, findingId, respondBy }: RaisedThread, today: string): readonly FieldRefusal[] {
  const found: FieldRefusal[] = [];
  if (Boolean(actionId) === Boolean(findingId)) found.push({ field: 'actionId', code: 'rule', message: 'Say one action or one finding that this is about' });
  if (respondBy && kind === 'commendation') found.push({ field: 'respondBy', code: 'rule', message: 'A commendation needs no answer' });
  else if (respondBy && respondBy < today) found.push({ field: 'respondBy', code: 'rule', message: 'Answer needed by cannot be in the past' });
  return found;
}

/** Whoever is asked to look can sign in and read it, is somebody else, and is named once. `roles`: what those who can sign in may do. */
export function checkMentions(personIds: readonly string[], by: string | null, roles: ReadonlyMap<string, readonly Role[]>): readonly FieldRefusal[] {
  return personIds.flatMap((id, at) => {
    const theirs = roles.get(id);
    const message =
      id === by ? 'You are saying it yourself' : personIds.indexOf(id) < at ? 'Is named twice' : !theirs || !may({ roles: theirs }, 'plan.read') ? 'Cannot sign in and read this: tell them otherwise' : undefined;
    return message ? [{ field: `mentionIds.${at}`, code: 'rule' as const, message }] : [];
  });
}

/**
 * The state of a thread after an answer, or why it may not be given. Whoever may answer for the locality settles a
 * challenge; whoever raised it may reply in it, which opens it again; nobody else speaks in it, and nobody once it is closed.
 */
export function stateAfter(answer: AnswerKind, thread: { readonly state: ThreadState }, by: { readonly mayAnswer: boolean; readonly raisedIt: boolean }): ThreadState | 'closed_already' | 'not_permitted' {
  if (by.raisedIt && answer === 'reply') return thread.state === 'closed' ? 'closed_already' : 'open';
  if (!by.mayAnswer) return 'not_permitted';
  return thread.state === 'closed' ? 'closed_already' : 'answered';
}
