import { type Piece, placeByDue } from './overload';

/** Minutes that no order of work has room for. */
export const excessOf = (pieces: readonly Piece[], given: readonly number[]): number => placeByDue(pieces, given).left.reduce((sum, one) => sum + one.minutes, 0);

/**
 * How much more work fits between two days, both counted, without anything that is there missing its own day: the most, in
 * whole minutes. Minutes that are added are placed one by one until one is not, and from then on none is, so one try with
 * more than could ever fit tells.
 * @throws RangeError as `placeByDue` does
 */
export function roomFor(pieces: readonly Piece[], given: readonly number[], from: number, to: number): number {
  const most = given.slice(from, to + 1).reduce((sum, minutes) => sum + minutes, 0);
  return most - (excessOf([...pieces, { id: '', minutes: most, from, to }], given) - excessOf(pieces, given));
}
