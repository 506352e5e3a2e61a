import type { Piece } from './overload';

/**
 * Minutes that no order of work has room for: what `placeByDue` leaves over, without saying of what. Levers ask for it hundreds
 * of times, so work that is due on one day is one heap of minutes here. Takes what `placeByDue` takes, and checks nothing.
 */
export function excessOf(pieces: readonly Piece[], given: readonly number[]): number {
  const first = new Int32Array(given.length).fill(-1);
  const next = new Int32Array(pieces.length);
  for (const [at, { from }] of pieces.entries()) {
    next[at] = first[from] ?? -1;
    first[from] = at;
  }
  const waiting = new Float64Array(given.length);
  let left = 0;
  let earliest = given.length;
  for (const [day, minutes] of given.entries()) {
    for (let at = first[day] ?? -1; at >= 0; at = next[at] ?? -1) {
      const { to = day, minutes: more = 0 } = pieces[at] ?? {};
      waiting[to] = (waiting[to] ?? 0) + more;
      if (to < earliest) earliest = to;
    }
    for (let room = minutes; room > 0 && earliest < given.length; ) {
      const heap = waiting[earliest] ?? 0;
      const some = Math.min(room, heap);
      waiting[earliest] = heap - some;
      room -= some;
      if (some === heap) earliest += 1;
    }
    left += waiting[day] ?? 0;
    waiting[day] = 0;
    if (earliest <= day) earliest = day + 1;
  }
  return left;
}

/**
 * How much more work fits between two days, both counted, without anything that is there missing its own day: the most, in
 * whole minutes. Minutes that are added are placed one by one until one is not, and from then on none is, so one try with
 * more than could ever fit tells.
 * Nothing is checked, as in `excessOf`.
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
