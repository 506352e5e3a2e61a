import { excessOf } from './fitting';
import { type Overload, type Piece, placeByDue } from './overload';

/**
 * What gets rid of an overload: something done later, more people, or less work; of each the cheapest. Nothing else changes:
 * each lever is tried alone, and what it says is exactly enough, with no new overload anywhere. Days are places in what is
 * given, minutes are whole.
 */

/** Work that may be put off. */
export interface MovablePiece extends Piece {
  /** What moves together with it, such as all work that is due with one action. */
  readonly moves: string;
  /** The last day to which it can be put off, because of what waits for it; null: to any day. */
  readonly latest: number | null;
}

export interface Later {
  readonly moves: string;
  /** The last of its days as it is, and as it would be. */
  readonly from: number;
  readonly to: number;
}

/** So much taken off one piece, or done by somebody else within its days. */
export interface Less {
  readonly id: string;
  readonly minutes: number;
  readonly from: number;
  readonly to: number;
}

export interface Levers {
  /** The one thing that has to be put off by the fewest days; null: no one thing is enough, however far it goes. */
  readonly later: Later | null;
  /** As much as the overload's excess: of one piece where that is enough, the largest first; else of several. */
  readonly less: readonly Less[];
}

/** More things than these are not tried, the largest first: each costs an order of work. */
const MOST_TRIED = 30;

/**
 * @param overload one of `overloads(pieces, given)`, which has checked them
 */
export function leversOf(pieces: readonly MovablePiece[], given: readonly number[], overload: Overload): Levers {
  const all = excessOf(pieces, given);
  const enough = all - overload.excess;
  const atFault = new Set(overload.pieces.map(({ id }) => id));
  const faulty = pieces.filter((one) => one.minutes > 0 && atFault.has(one.id)).toSorted((a, b) => b.minutes - a.minutes || (a.id < b.id ? -1 : 1));
  return { later: leastLater(pieces, given, faulty, enough), less: leastWork(pieces, given, faulty, overload.excess, enough) };
}

/** Putting something off further never makes it worse, so the first day that is enough is found by halving. */
function leastLater(pieces: readonly MovablePiece[], given: readonly number[], faulty: readonly MovablePiece[], enough: number): Later | null {
  let found: Later | null = null;
  for (const moves of [...new Set(faulty.map((one) => one.moves))].slice(0, MOST_TRIED)) {
    const own = pieces.filter((one) => one.moves === moves);
    const from = Math.max(...own.map(({ to }) => to));
    const last = Math.min(given.length - 1, ...own.map(({ latest }) => latest ?? given.length - 1));
    const isEnough = (to: number): boolean => excessOf(pieces.map((one) => (one.moves === moves && one.to < to ? { ...one, to } : one)), given) <= enough;
    // No further than what is better than the best so far.
    let high: number = found ? Math.min(last, from + found.to - found.from - 1) : last;
    if (high <= from || !isEnough(high)) continue;
    let low: number = from;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (isEnough(middle)) high = middle;
      else low = middle;
    }
    found = { moves, from, to: high };
  }
  return found;
}

function leastWork(pieces: readonly MovablePiece[], given: readonly number[], faulty: readonly MovablePiece[], excess: number, enough: number): readonly Less[] {
  const less = ({ id, from, to }: Piece, minutes: number): Less => ({ id, minutes, from, to });
  const without = (id: string): readonly Piece[] => pieces.map((one) => (one.id === id ? { ...one, minutes: one.minutes - excess } : one));
  for (const one of faulty.slice(0, MOST_TRIED)) if (one.minutes >= excess && excessOf(without(one.id), given) <= enough) return [less(one, excess)];
  // What an order of work leaves over of them is exactly that much: stretches are apart, and each leaves at least its excess.
  const left = new Map(placeByDue(pieces, given).left.map(({ id, minutes }) => [id, minutes]));
  return faulty.flatMap((one) => {
    const minutes = left.get(one.id);
    return minutes === undefined ? [] : [less(one, minutes)];
  });
}
