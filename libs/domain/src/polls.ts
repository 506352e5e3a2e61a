import type { FieldRefusal, PollKind } from '@followthrough/contracts';

interface Wording {
  readonly kind: PollKind;
  readonly options: readonly string[];
  readonly most?: number | null | undefined;
  readonly isSecret: boolean;
  readonly showsLive: boolean;
}

const no = (field: string, message: string): FieldRefusal => ({ field, code: 'rule', message });

/** Whether a poll can be asked as it is worded. */
export function checkPoll({ kind, options, most, isSecret, showsLive }: Wording): readonly FieldRefusal[] {
  const found: FieldRefusal[] = [];
  if (kind === 'confidence' && options.length > 0) found.push(no('options', 'A confidence poll has no choices of its own: people say 1 to 5'));
  if (kind !== 'confidence' && options.length < 2) found.push(no('options', 'Give at least two choices'));
  if (new Set(options.map((one) => one.toLowerCase())).size < options.length) found.push(no('options', 'Two choices are the same'));
  if (most && kind !== 'multiple') found.push(no('most', 'Only a poll with several choices has a most'));
  if (most && most > options.length) found.push(no('most', 'There are not that many choices'));
  if (isSecret && showsLive) found.push(no('showsLive', 'The result of a secret ballot shows when it closes: a count that moves would tell who chose what'));
  return found;
}

/** Whether a ballot answers its poll. Choices are places from 0, best first in a ranking; confidence is one figure, 1 to 5. */
export function checkBallot({ kind, options, most }: Pick<Wording, 'kind' | 'options' | 'most'>, choices: readonly number[]): readonly FieldRefusal[] {
  const isKnown = (one: number): boolean => Number.isInteger(one) && (kind === 'confidence' ? one >= 1 && one <= 5 : one >= 0 && one < options.length);
  if (choices.length === 0) return [no('choices', 'Choose something first')];
  if (!choices.every(isKnown)) return [no('choices', kind === 'confidence' ? 'Say a number from 1 to 5' : 'That is not one of the choices')];
  if (new Set(choices).size < choices.length) return [no('choices', 'Each choice can be made once')];
  if ((kind === 'single' || kind === 'confidence') && choices.length > 1) return [no('choices', 'Choose one')];
  if (kind === 'multiple' && most && choices.length > most) return [no('choices', `Choose at most ${most}`)];
  return [];
}

/**
 * A figure a choice, in their order. One or several choices and confidence: how many chose it (confidence: 1 to 5).
 * Ranking is a Borda count: of n choices the first place gives n points, the second n − 1, the last 1; a choice that is left out gets none.
 */
export function tally(kind: PollKind, options: number, ballots: readonly (readonly number[])[]): readonly number[] {
  const first = kind === 'confidence' ? 1 : 0;
  const figures = Array<number>(kind === 'confidence' ? 5 : options).fill(0);
  for (const choices of ballots)
    choices.forEach((choice, nth) => {
      figures[choice - first] = (figures[choice - first] ?? 0) + (kind === 'ranking' ? options - nth : 1);
    });
  return figures;
}
