import { type FieldRefusal, type Status, statuses, type StatusWord } from '@followthrough/contracts';

type Drawn = Pick<StatusWord, 'status' | 'word' | 'colour' | 'mark'>;

/** No two states may look or read alike: each has a word of its own, and no two share both colour and shape. */
export function checkScale(others: readonly Drawn[], one: Drawn): readonly FieldRefusal[] {
  const rest = others.filter((other) => other.status !== one.status);
  const found: FieldRefusal[] = [];
  if (rest.some((other) => other.word.toLocaleLowerCase('en-GB') === one.word.toLocaleLowerCase('en-GB'))) found.push({ field: 'word', code: 'rule', message: 'Another state has that word' });
  const twin = rest.find((other) => other.mark === one.mark && other.colour === one.colour);
  if (twin) found.push({ field: 'mark', code: 'rule', message: `“${twin.word}” has that colour and shape: change one of them` });
  return found;
}

/** Worst first, as lists of actions sort by status; its SQL twin is `kernel.urgency`. */
export const urgency: Readonly<Record<Status, number>> = { off_track: 1, at_risk: 2, not_started: 3, on_track: 4, complete: 5, embedded: 6 };

/** Open: somebody still has to do something, so updates are owed. */
export const isOpen = (status: Status): boolean => status !== 'complete' && status !== 'embedded';
export const openStatuses = statuses.filter(isOpen);
