/**
 * Whether somebody's work fits into the time that they can give, and where it cannot. Work can be stopped and taken up
 * again, so it fits if, and only if, no stretch of days holds more work that must fall inside it than can be given in it.
 * Only stretches from the first day of some work to the last day of some work can be the ones. Days are places in what is
 * given, minutes are whole.
 */

/** Work for one person within dates. */
export interface Piece {
  readonly id: string;
  readonly minutes: number;
  /** The first and the last day on which it can be done. */
  readonly from: number;
  readonly to: number;
}

/** A stretch of days with more work inside than can be given, whatever is moved within its dates. */
export interface Overload {
  readonly from: number;
  readonly to: number;
  /** Minutes of the work that must fall inside. */
  readonly needed: number;
  readonly given: number;
  /** What has to go, or to be given more, for the stretch to hold: `needed` less `given`, at least 1. */
  readonly excess: number;
  /** The work at fault. */
  readonly pieces: readonly Piece[];
}

/** One piece of work on one day. */
export interface Placed {
  readonly id: string;
  readonly day: number;
  readonly minutes: number;
}

export interface Placement {
  readonly placed: readonly Placed[];
  /** What no day has room for. No other order of work leaves less over. */
  readonly left: readonly { readonly id: string; readonly minutes: number }[];
}

/**
 * Puts work on days, what is due first coming first: if any order fits, this one does.
 * @param given minutes that can be given on each day
 * @throws RangeError for minutes or days that are not whole, below nothing, back to front or beyond what is given
 */
export function placeByDue(pieces: readonly Piece[], given: readonly number[]): Placement {
  const coming = checked(pieces, given).toSorted((a, b) => a.from - b.from).map((one) => ({ ...one }));
  const waiting: { readonly id: string; readonly to: number; minutes: number }[] = [];
  const placed: Placed[] = [];
  const left: { readonly id: string; readonly minutes: number }[] = [];
  let next = 0;
  for (const [day, minutes] of given.entries()) {
    for (let one = coming[next]; one && one.from <= day; one = coming[(next += 1)]) insert(waiting, one);
    let room = minutes;
    for (let first = waiting[0]; first && (room > 0 || first.to <= day); first = waiting[0]) {
      const some = Math.min(room, first.minutes);
      if (some > 0) placed.push({ id: first.id, day, minutes: some });
      room -= some;
      first.minutes -= some;
      if (first.minutes > 0 && first.to > day) break;
      if (first.minutes > 0) left.push({ id: first.id, minutes: first.minutes });
      waiting.shift();
    }
  }
  return { placed, left };
}

/**
 * The stretches of days that prove an overload: apart from one another, soonest first, and together over by exactly what
 * `placeByDue` has to leave. None where everything fits. The work grows with the square of the pieces.
 * @param given minutes that can be given on each day
 * @throws RangeError as `placeByDue` does
 */
export function overloads(pieces: readonly Piece[], given: readonly number[]): readonly Overload[] {
  const all = checked(pieces, given).filter((one) => one.minutes > 0);
  const starts = [...new Set(all.map((one) => one.from))].sort((a, b) => a - b);
  const byEnd = Map.groupBy(all, (one) => one.to);
  const before = [0];
  for (const minutes of given) before.push((before.at(-1) ?? 0) + minutes);

  // Work due by the day looked at that cannot begin before each start; and the best that can be shown up to each end.
  const inside = starts.map(() => 0);
  const best: { readonly end: number; readonly sum: number; readonly last?: { readonly from: number; readonly over: number } }[] = [];
  for (const end of [...byEnd.keys()].sort((a, b) => a - b)) {
    for (const one of byEnd.get(end) ?? []) for (let at = 0; at < starts.length && (starts[at] ?? 0) <= one.from; at += 1) inside[at] = (inside[at] ?? 0) + one.minutes;
    let shown = { end, sum: best.at(-1)?.sum ?? 0 } as (typeof best)[number];
    let apart = best.length - 1;
    // From the shortest stretch on, so that no day is blamed that need not be.
    for (let at = starts.length - 1; at >= 0; at -= 1) {
      const from = starts[at] ?? 0;
      if (from > end) continue;
      while (apart >= 0 && (best[apart]?.end ?? 0) >= from) apart -= 1;
      const over = (inside[at] ?? 0) - ((before[end + 1] ?? 0) - (before[from] ?? 0));
      const sum = over + (best[apart]?.sum ?? 0);
      if (over > 0 && sum > shown.sum) shown = { end, sum, last: { from, over } };
    }
    best.push(shown);
  }
  const found: Overload[] = [];
  for (let at = best.length - 1; at >= 0; at -= 1) {
    const { end, last } = best[at] ?? { end: 0, sum: 0 };
    if (!last) continue;
    const room = (before[end + 1] ?? 0) - (before[last.from] ?? 0);
    found.unshift({ from: last.from, to: end, needed: room + last.over, given: room, excess: last.over, pieces: all.filter((one) => one.from >= last.from && one.to <= end) });
    while (at > 0 && (best[at - 1]?.end ?? 0) >= last.from) at -= 1;
  }
  return found;
}

/** Keeps what waits in the order in which it is due. */
function insert<P extends { readonly to: number }>(waiting: P[], one: P): void {
  let [low, high] = [0, waiting.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((waiting[middle]?.to ?? 0) <= one.to) low = middle + 1;
    else high = middle;
  }
  waiting.splice(low, 0, one);
}

function checked(pieces: readonly Piece[], given: readonly number[]): readonly Piece[] {
  const isWhole = (one: number): boolean => Number.isSafeInteger(one) && one >= 0;
  if (!given.every(isWhole)) throw new RangeError('The minutes of a day are whole and not below nothing');
  for (const { id, minutes, from, to } of pieces) {
    if (![minutes, from, to].every(isWhole)) throw new RangeError(`Minutes and days of ${id} are whole and not below nothing`);
    if (from > to) throw new RangeError(`The first day of ${id} is after its last`);
    if (to >= given.length) throw new RangeError(`The last day of ${id} is beyond what is given`);
  }
  return pieces;
}
