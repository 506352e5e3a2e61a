import type { FieldRefusal, Naming, QuestionState, RoomState } from '@followthrough/contracts';

/** Questions one person may ask at a summit, and all together. A script that asks ten thousand gets this far. */
export const MOST_MINE = 20;
export const MOST_ASKED = 2_000;

interface Asking {
  readonly room: { readonly state: RoomState; readonly takesQuestions: boolean; readonly names: Naming };
  readonly isAnonymous: boolean;
  /** Whether the name is known that would stand beside it. */
  readonly hasName: boolean;
  /** Asked so far, by this person and by everybody. */
  readonly mine: number;
  readonly everybody: number;
}

/** Whether a question may be asked now, by this person, with or without their name. */
export function checkAsking({ room, isAnonymous, hasName, mine, everybody }: Asking): readonly FieldRefusal[] {
  const no = (field: string, message: string): readonly FieldRefusal[] => [{ field, code: 'rule', message }];
  if (room.state === 'closed') return no('text', 'This summit has closed');
  if (!room.takesQuestions) return no('text', 'Questions are not taken just now');
  if (isAnonymous && room.names === 'named') return no('isAnonymous', 'Questions at this summit carry the names of those who ask');
  if (!isAnonymous && room.names === 'anonymous') return no('isAnonymous', 'Questions at this summit carry no names');
  if (!isAnonymous && !hasName) return no('isAnonymous', 'Say your name first, or ask without it');
  if (mine >= MOST_MINE) return no('text', `You have asked ${MOST_MINE} questions, the most that one person can. You can still vote for those of others`);
  if (everybody >= MOST_ASKED) return no('text', 'The room has as many questions as it can hold. You can still vote for those of others');
  return [];
}

/** Where a moderator can put a question; `merged` is reached by merging alone. */
export function checkModerating(to: QuestionState | undefined): readonly FieldRefusal[] {
  return to === 'merged' ? [{ field: 'state', code: 'rule', message: 'Merge it into the question that is kept' }] : [];
}

/** Guests see a question once it is approved, and go on seeing it when it is answered. */
export const isForAll = (state: QuestionState): boolean => state === 'approved' || state === 'answered';
