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

/** Somebody who could do a piece of work: minutes that fit for them, null where that is not known or hidden. */
export interface Candidate {
  readonly name: string;
  readonly room: number | null;
  readonly isShown: boolean;
  /** How well they can do it; null: no skill is asked for. */
  readonly level: number | null;
}

/**
 * Who fits best comes first: those with room for all of it, the best able of them first; then those with room for a part, the
 * most first; then those of whom it is not known; then those with none; then those whose figures are hidden, the best able first.
 */
export const fitOrder = (minutes: number) => (a: Candidate, b: Candidate): number => {
  const rank = ({ room, isShown }: Candidate): number => (!isShown ? 4 : room === null ? 2 : room >= minutes ? 0 : room > 0 ? 1 : 3);
  const isPart = rank(a) === 1 && rank(b) === 1;
  return rank(a) - rank(b) || (isPart ? (b.room ?? 0) - (a.room ?? 0) : 0) || (b.level ?? 0) - (a.level ?? 0) || (b.room ?? 0) - (a.room ?? 0) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
};
