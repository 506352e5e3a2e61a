import type { OutcomeOrigin } from '@followthrough/contracts';

const WORDS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** “third”, “21st”: as people say a place. */
export function placeInWords(place: number): string {
  const ending = place % 100 >= 11 && place % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return WORDS[place - 1] ?? `${place}${ending}`;
}

/** “raised by 14, voted third at the summit of 12 May 2026”; `day` is the summit's, as people read it. A place among one says nothing, and a ranking's points are not votes. */
export function originInWords({ kind, choice, votes, arePoints, place, places }: Pick<OutcomeOrigin, 'kind' | 'choice' | 'votes' | 'arePoints' | 'place' | 'places'>, day: string): string {
  const voted = place && places && places > 1 ? `, ${arePoints ? 'ranked' : 'voted'} ${placeInWords(place)}` : '';
  const figure = `${votes} ${arePoints ? 'point' : 'vote'}${votes === 1 ? '' : 's'}`;
  if (kind === 'question') return `raised by ${votes}${voted} at the summit of ${day}`;
  return choice === null ? `asked in a poll that ${votes} answered at the summit of ${day}` : `“${choice}”${voted} with ${figure} in a poll at the summit of ${day}`;
}
