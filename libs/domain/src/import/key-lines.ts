import type { ImportStatus } from '@followthrough/contracts';
import { filledIn, meaning, sameText, type Sheet } from './grid';

/** A line of a sheet that says what its status words mean, and the pairs read from it. */
export interface KeyFound {
  readonly where: string;
  readonly text: string;
  readonly pairs: readonly (readonly [word: string, means: string])[];
}

const PAIR = /([\p{L}][\p{L}\p{N} /&-]{0,30}?)\s*(?:=|→|:=|\bmeans\b)\s*([^,;=\n]+?)(?=\s*(?:[,;\n.]|$))/gu;

export const isKeyLine = (text: string): boolean => /\b(key|legend|b?rag( rating)?s?)\s*[:–-]/i.test(text) || pairsIn(text).length >= 2;

function pairsIn(text: string): readonly (readonly [string, string])[] {
  return [...text.replace(/^.*?\b(?:key|legend|rating)\s*[:–-]\s*/is, '').matchAll(PAIR)].map(([, word = '', means = '']) => [meaning(word), meaning(means)] as const);
}

/**
 * Where a workbook says what its status words mean: lines such as "Key: Blue = delivered, Green = on track" in any cell,
 * and two cells side by side, the first of them a word (or a word whose first letter is a word) of the plan.
 */
export function findKeys(sheets: readonly Sheet[], plan: string, tableFrom: number, words: readonly string[]): readonly KeyFound[] {
  const known = new Set(words.map(sameText));
  const letters = new Set([...known].filter((word) => word.length === 1));
  const found: KeyFound[] = [];
  for (const sheet of sheets)
    for (const [row, cells] of sheet.rows.entries()) {
      // The table itself is long and says nothing about its words.
      if (sheet.name === plan && row >= tableFrom && filledIn(cells).length > 3) continue;
      if (found.length >= 100) return found;
      const where = `${sheet.name}, row ${row + 1}`;
      const filled = filledIn(cells);
      const lines = filled.map((column) => meaning(cells[column]?.text ?? '')).filter((text) => text.length <= 2_000 && isKeyLine(text) && pairsIn(text).length > 0);
      for (const text of lines) found.push({ where, text, pairs: pairsIn(text) });
      const [first, second] = filled;
      if (lines.length > 0 || first === undefined || second === undefined || filled.length > 4 || (sheet.name === plan && row >= tableFrom)) continue;
      const word = meaning(cells[first]?.text ?? '');
      const means = filled.slice(1).map((column) => meaning(cells[column]?.text ?? '')).join(': ');
      if (word.length <= 40 && means.length <= 500 && (known.has(sameText(word)) || letters.has(sameText(word).slice(0, 1)))) found.push({ where, text: `${word}: ${means}`.slice(0, 2_000), pairs: [[word, means]] });
    }
  return found;
}

/** What the key says of a word: by the word itself, or by its one letter. A mixed word ("Amber/Red") gets each part's. */
export function keySays(word: string, keys: readonly KeyFound[]): string | null {
  const pairs = keys.flatMap((key) => key.pairs);
  const said = sameText(word);
  const exact = pairs.find(([key]) => sameText(key) === said) ?? (said.length === 1 ? pairs.find(([key]) => sameText(key).startsWith(said)) : undefined);
  if (exact) return `${exact[0]} = ${exact[1]}`.slice(0, 500);
  const parts = said.split(/\s*[/&]\s*|\s+to\s+/).map((part) => pairs.find(([key]) => sameText(key) === part));
  if (parts.length > 1 && parts.every((part) => part !== undefined)) return parts.map((part) => `${part?.[0]} = ${part?.[1]}`).join('; ').slice(0, 500);
  return null;
}

/** The state that words describe, where they do so plainly. Colours describe none: amber means on track in some plans. */
export function stateInWords(text: string): ImportStatus | null {
  const said = sameText(text).replace(/^[^=]*=\s*/, '');
  if (text.includes(';') && text.includes('=')) return null;
  if (/not (yet )?(started|begun|commenced)|to start|yet to (start|begin)|^pending$|^planned$/.test(said)) return 'not_started';
  if (/not on track|off[ -]track|will not|significant(ly)? (delay|behind|issue)|no work|stalled|missed|serious/.test(said)) return 'off_track';
  if (/deliver(ed)?\b(?!y)|complete|\bdone\b|closed|finished|achieved|implemented|embedded|fully met/.test(said) && !/incomplete|not (yet )?(complete|delivered)|to be delivered|on track/.test(said)) return 'complete';
  if (/some (issue|delay|concern|slip)|at risk|\bslip|delay|behind|issues identified|needs? attention|minor/.test(said)) return 'at_risk';
  return /on track|on target|on schedule|in progress|as planned|no (issue|concern)|underway|going well/.test(said) ? 'on_track' : null;
}
