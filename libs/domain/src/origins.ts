import type { OutcomeOrigin } from '@followthrough/contracts';

const WORDS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** “third”, “21st”: as people say a place. */
export function placeInWords(place: number): string {
  const ending = place % 100 >= 11 && place % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return WORDS[place - 1] ?? `${place}${ending}`;
}

/** “raised by 14, voted third at the summit of 12 May 2026”; `day` is the summit's, as people read it. A place among one says nothing. */
export function originInWords({ kind, choice, votes, place, places }: Pick<OutcomeOrigin, 'kind' | 'choice' | 'votes' | 'place' | 'places'>, day: string): string {
  const voted = place && places && places > 1 ? `, voted ${placeInWords(place)}` : '';
  if (kind === 'question') return `raised by ${votes}${voted} at the summit of ${day}`;
  return choice === null ? `asked in a poll that ${votes} answered at the summit of ${day}` : `“${choice}”${voted} with ${votes} in a poll at the summit of ${day}`;
}
