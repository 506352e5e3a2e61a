/** Lists that are edited in place: each deed gives a fresh list. */
export const changedAt = <T>(list: readonly T[], at: number, change: Partial<T>): T[] => list.map((one, index) => (index === at ? { ...one, ...change } : one));
export const withoutAt = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);
export const insertedAt = <T>(list: readonly T[], at: number, one: T): T[] => [...list.slice(0, at), one, ...list.slice(at)];

/** One place up or down; as it is where there is no such place. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const [one, other] = [list[at], list[at + by]];
  if (one === undefined || other === undefined) return [...list];
  return list.map((each, index) => (index === at ? other : index === at + by ? one : each));
}

/** A whole number, or NaN, which the contract refuses at its place. */
export const toNumber = (text: string): number => (/^\s*\d+\s*$/.test(text) ? Number(text) : NaN);
export const shownNumber = (value: number | null): string => (value === null || Number.isNaN(value) ? '' : String(value));

/** `step-3`: the first that is free. */
export function freeCode(word: string, taken: readonly { readonly code: string }[]): string {
  for (let number = 1; ; number += 1) {
    const code = `${word}-${number}`;
    if (!taken.some((one) => one.code === code)) return code;
  }
}
