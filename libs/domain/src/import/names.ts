import { meaning, sameText } from './grid';

/**
 * The organisations of one cell: "A; B / C". A name that is known is kept whole even where it holds a separator, so what
 * we export is read back as it was.
 */
export function organisationsIn(text: string, isKnown: (name: string) => boolean): readonly string[] {
  const whole = meaning(text);
  if (whole === '') return [];
  if (isKnown(whole)) return [whole];
  const found = byKnown(text.split(/([;\n])/), isKnown).flatMap((one) => (isKnown(one) ? [one] : byKnown(one.split(/(\s*\/\s*|\s*&\s*|,\s*|\s+and\s+)/), isKnown, true)));
  return found.filter((one, index) => one !== '' && found.findIndex((other) => sameText(other) === sameText(one)) === index);
}

/** Joins again what a separator cut through a known name. Slashes always part; "&", "," and "and" part only known names. */
function byKnown(pieces: readonly string[], isKnown: (name: string) => boolean, soft = false): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    let end = at;
    for (let last = pieces.length - 1; last > at; last -= 2) if (isKnown(meaning(pieces.slice(at, last + 1).join('')))) { end = last; break; }
    names.push(meaning(pieces.slice(at, end + 1).join('')));
    at = end + 2;
  }
  if (!soft) return names;
  const split = pieces.some((piece, index) => index % 2 === 1 && !piece.includes('/'));
  if (!split || names.every(isKnown)) return names;
  const whole = meaning(pieces.join(''));
  return /\//.test(whole) ? whole.split(/\s*\/\s*/).map(meaning) : [whole];
}

const trigrams = (text: string): ReadonlySet<string> => {
  const set = new Set<string>();
  for (const word of sameText(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean)) for (let at = 0; at <= word.length; at++) set.add(`  ${word} `.slice(at, at + 3));
  return set;
};

/** Share of three-letter groups that two names have in common, 0 to 1: as pg_trgm counts it. */
export function similarity(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  let both = 0;
  for (const one of left) if (right.has(one)) both += 1;
  return left.size + right.size === 0 ? 0 : both / (left.size + right.size - both);
}

/** The five names most like this one, likeness 0.3 and more. */
export function similarNames<T extends { readonly name: string }>(name: string, known: readonly T[]): readonly T[] {
  return known
    .map((one) => ({ one, score: similarity(name, one.name) }))
    .filter(({ score }) => score >= 0.3)
    .sort((a, b) => b.score - a.score)
    .slice(0, 5)
    .map(({ one }) => one);
}

/** A ref not in use: 6.1 → 6.1b, 6.1c … */
export function nextRef(ref: string, taken: ReadonlySet<string>): string {
  for (const letter of 'bcdefghijklmnopqrstuvwxyz') if (!taken.has(sameText(ref + letter))) return ref + letter;
  let number = 2;
  while (taken.has(sameText(`${ref}-${number}`))) number += 1;
  return `${ref}-${number}`;
}
