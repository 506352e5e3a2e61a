import { type Header } from './header';
import { stateInWords } from './key-lines';
import { cellAt, filledIn, meaning, sameText, type Sheet } from './grid';

/** A scale has few words. */
const MOST_WORDS = 12;
const COLOURS = /^(b?rag|blue|green|amber|yellow|red|gr[ea]y|white|purple|[bgar])$/;

/**
 * The column that holds statuses though its name does not say so: few different words, and each is one that the
 * workbook explains ("Lemon: going as planned", on any sheet), a colour, or plainly a state. Undefined where none or several could be.
 */
export function statusColumn(sheets: readonly Sheet[], plan: Sheet, header: Header, among: readonly number[]): number | undefined {
  const explained = wordsExplained(sheets, plan, header);
  const isStatus = (word: string): boolean => explained.has(word) || COLOURS.test(word) || stateInWords(word) !== null;
  const found = among.filter((column) => {
    const words = wordsIn(plan, header, column);
    return words !== null && words.size >= 2 && [...words].every(isStatus);
  });
  return found.length === 1 ? found[0] : undefined;
}

/** The different words of a column; null when they are too many or too long to be a scale. */
function wordsIn(plan: Sheet, header: Header, column: number): ReadonlySet<string> | null {
  const words = new Set<string>();
  for (let row = header.row + header.rows; row < plan.rows.length; row += 1) {
    // A banner runs across the sheet and is nobody's status.
    if (filledIn(plan.rows[row] ?? []).length < 3) continue;
    const text = meaning(cellAt(plan, row, column).text);
    if (text === '') continue;
    words.add(sameText(text));
    if (text.length > 40 || words.size > MOST_WORDS) return null;
  }
  return words;
}

/** Words that stand beside their meaning, outside the table, in a list of which one at least is plainly a state. */
function wordsExplained(sheets: readonly Sheet[], plan: Sheet, header: Header): ReadonlySet<string> {
  const explained = new Set<string>();
  for (const sheet of sheets) {
    const pairs = sheet.rows
      .slice(0, sheet === plan ? header.row : 200)
      .map((cells) => filledIn(cells).map((column) => meaning(cells[column]?.text ?? '')))
      .filter((texts) => texts.length >= 2 && texts.length <= 4 && (texts[0] ?? '').length <= 40);
    if (pairs.some(([, ...means]) => means.some((text) => stateInWords(text) !== null))) for (const [word = ''] of pairs) explained.add(sameText(word));
  }
  return explained;
}
