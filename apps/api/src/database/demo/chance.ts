/** Chance that is the same every time: two demos of one version are one demo. */
export interface Chance {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True so often out of a hundred. */
  is(percent: number): boolean;
  one<T>(of: readonly T[]): T;
  some<T>(of: readonly T[], count: number): T[];
}

/** Mulberry32, a small generator in the public domain. */
export function chance(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const one = <T>(of: readonly T[]): T => {
    const found = of[between(0, of.length - 1)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  };
  return {
    next,
    between,
    is: (percent) => next() * 100 < percent,
    one,
    some: (of, count) => {
      const left = [...of];
      return Array.from({ length: Math.min(count, of.length) }, () => left.splice(between(0, left.length - 1), 1)).flat();
    },
  };
}
