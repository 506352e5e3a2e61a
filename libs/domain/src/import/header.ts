import { type Cell, filledIn, isFilled, meaning, type Sheet, widthOf } from './grid';
import { suggestField } from './columns';

export interface Header {
  /** The first row of the header, from 0. */
  readonly row: number;
  readonly rows: 1 | 2;
}

/** How far down titles and notes may push a header. */
const LOOK = 60;

/**
 * The header row: the one whose cells are named most like columns of a plan. Titles above it fill one cell; a header of
 * two rows is joined when the second names what the first left open.
 */
export function findHeader(sheet: Sheet): Header | null {
  let best: { readonly header: Header; readonly score: number } | null = null;
  const depth = Math.min(sheet.rows.length, LOOK);
  for (let row = 0; row < depth; row++) {
    for (const rows of [1, 2] as const) {
      const score = scoreOf(sheet, { row, rows });
      if (score >= 3 && (!best || score > best.score)) best = { header: { row, rows }, score };
    }
  }
  return best?.header ?? firstWide(sheet, depth);
}

/** Different columns recognised, with a little taken off where a second row adds nothing. */
function scoreOf(sheet: Sheet, header: Header): number {
  if (header.rows === 2 && !looksLikeHeading(sheet.rows[header.row + 1])) return 0;
  if (!looksLikeHeading(sheet.rows[header.row])) return 0;
  const fields = new Set(headings(sheet, header).map((heading) => suggestField(heading)).filter((field) => field !== 'ignore'));
  return fields.size - (header.rows === 2 ? 0.5 : 0);
}

/** Headings are short, several, and never dates or whole sentences. */
function looksLikeHeading(row: readonly Cell[] | undefined): boolean {
  const filled = row?.filter((cell) => isFilled(cell)) ?? [];
  return filled.length >= 2 && filled.every((cell) => !cell.date && meaning(cell.text).length <= 120);
}

/** No names that we know: the first row as wide as the table is wide. */
function firstWide(sheet: Sheet, depth: number): Header | null {
  const widest = Math.max(0, ...sheet.rows.slice(0, depth).map((row) => filledIn(row).length));
  const row = sheet.rows.findIndex((one) => filledIn(one).length >= Math.max(2, widest - 1));
  return widest >= 2 && row >= 0 ? { row, rows: 1 } : null;
}

/** What each column is called. In two rows, a heading merged over several columns goes with each of them. */
export function headings(sheet: Sheet, header: Header): readonly string[] {
  return Array.from({ length: widthOf(sheet) }, (_, column) => {
    const upper = spanned(sheet, header.row, column);
    if (header.rows === 1) return upper;
    const lower = meaning(sheet.rows[header.row + 1]?.[column]?.text ?? '');
    return lower === '' || lower === upper ? upper : upper === '' ? lower : `${upper} – ${lower}`;
  });
}

/** The text of a cell, or of the merge along its row that covers it. */
function spanned(sheet: Sheet, row: number, column: number): string {
  const over = sheet.merges.find((merge) => merge.top <= row && merge.bottom >= row && merge.left < column && merge.right >= column);
  return meaning(sheet.rows[over ? over.top : row]?.[over ? over.left : column]?.text ?? '');
}
