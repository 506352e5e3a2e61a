import type { ProofHelper, ProofLater, ProofLess, ProofMonth, ProofOverload, ProofPage } from '@followthrough/contracts';
import { personDays } from '@followthrough/domain';
import { ukDate } from '@followthrough/ui';

/** Minutes as person-days: “1 day”, “2.5 days”. Something is never said as nothing. */
export function saysDays(minutes: number, personDay: number): string {
  const days = personDays(minutes, personDay);
  return days === 0 && minutes > 0 ? 'less than 0.1 days' : `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`;
}

/** What is proven, in one sentence. */
export function saysProof({ state, of, overloads, more, unknown, people, needed, given, personDay }: ProofPage): string {
  const days = (minutes: number): string => saysDays(minutes, personDay);
  switch (state) {
    case 'over': {
      const [first] = overloads;
      const many = overloads.length + more;
      if (!first) return '';
      const also = many > 1 ? `, and in ${many - 1} more ${many === 2 ? 'stretch' : 'stretches'} there is too much` : '';
      // What is overdue counts as due today, so it hardly ever fits: its date is what is wrong.
      if (first.items.every(({ isOverdue }) => isOverdue)) return `${days(first.excess)} of overdue work cannot be done today${also}: it needs another date.`;
      return `${days(first.excess)} too much ${between(first)}${also}. No order of work within its dates solves that.`;
    }
    case 'fits':
      return `There is an order in which all ${days(needed)} can be done by their dates, of ${days(given)} that can be given.`;
    case 'unknown':
      return of === 'person' ? 'On some days it is not known when they work.' : people === null ? 'No days are confirmed for some months.' : `Of ${unknown} of ${people} people it is not known on some days when they work.`;
    case 'nothing':
      return 'There is no work with an estimate and a date in these twelve months.';
    case 'hidden':
      return 'Fewer than three people make it up.';
  }
}

const between = ({ fromOn, toOn }: ProofOverload): string => (fromOn === toOn ? `on ${ukDate(fromOn)}` : `between ${ukDate(fromOn)} and ${ukDate(toOn)}`);

export const saysOverload = (one: ProofOverload, personDay: number): string =>
  `${between(one).replace(/^[ob]/, (letter) => letter.toUpperCase())}: ${saysDays(one.needed, personDay)} have to be done and ${saysDays(one.given, personDay)} can be given.`;

const whatMoves = ({ ref, isWay }: Pick<ProofLater, 'ref' | 'isWay'>): string => (isWay ? `a milestone of ${ref}` : ref);

export function saysLater(later: ProofLater | null): string {
  if (!later) return 'No one action put off is enough, as far as what waits for it allows.';
  return `${whatMoves(later).replace(/^a /, 'A ')} due on ${ukDate(later.toOn)} instead of ${ukDate(later.fromOn)}: ${later.days} calendar ${later.days === 1 ? 'day' : 'days'} later.`;
}

export function saysMore(one: ProofOverload, personDay: number): string {
  const [from, to] = [one.less.map(({ fromOn }) => fromOn).sort()[0] ?? one.fromOn, one.less.map(({ toOn }) => toOn).sort().at(-1) ?? one.toOn];
  return `${saysDays(one.excess, personDay)} more from somebody ${from === to ? `on ${ukDate(from)}` : `from ${ukDate(from)} to ${ukDate(to)}`}, for ${list(one.less.map(({ ref }) => ref))}.`;
}

export const saysHelper = ({ name, room, personDay }: ProofHelper): string => `${name} has room for ${saysDays(room, personDay)} then`;

/** A few by name, and how many more there are. */
function list(all: readonly string[]): string {
  return all.length > 4 ? `${all.slice(0, 3).join(', ')} and ${all.length - 3} more` : all.join(', ');
}

export const saysLess = (less: readonly ProofLess[], personDay: number): string => `${list(less.map(({ ref, minutes }) => `${saysDays(minutes, personDay)} less of ${ref}`))}.`;

/** “It fits if 1.2 is done first, by 9 February, and then 1.1.” */
export function saysOrder({ order }: ProofMonth): string {
  const [first, ...rest] = order;
  if (!first) return '';
  if (rest.length === 0) return `It fits if ${first.ref} is begun by ${ukDate(first.fromOn)} and done as there is time, until ${ukDate(first.toOn)}.`;
  const then = rest.length > 2 ? `${rest[0]?.ref}, and the others as they fall due` : rest.map(({ ref }) => ref).join(', then ');
  return `It fits if ${first.ref} is done first, by ${ukDate(first.toOn)}, and then ${then}.`;
}
