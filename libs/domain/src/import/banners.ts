import { type Cell, filledIn, meaning, type Sheet } from './grid';
import type { Header } from './header';
import { isKeyLine } from './key-lines';

/** A row of the table below the header, with the banner that it stands under. */
export interface TableRow {
  /** From 0, in the sheet. */
  readonly row: number;
  readonly theme: string | null;
  readonly cells: readonly Cell[];
}

/**
 * The rows of the table, each under its theme. A banner is one filled cell, merged over others or alone at the left of an
 * otherwise empty row. A blank row ends the theme; key lines and repeated headers are no rows.
 */
export function tableRows(sheet: Sheet, header: Header): { readonly rows: readonly TableRow[]; readonly themes: readonly string[] } {
  const rows: TableRow[] = [];
  const themes: string[] = [];
  let theme: string | null = null;
  const names = sheet.rows[header.row] ?? [];
  const left = filledIn(names)[0] ?? 0;
  for (let row = header.row + header.rows; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row] ?? [];
    const filled = filledIn(cells);
    const [only] = filled;
    if (only === undefined) theme = null;
    else if (isBanner(sheet, row, filled, left)) {
      const text = meaning(cells[only]?.text ?? '');
      if (isKeyLine(text)) continue;
      theme = text;
      themes.push(text);
    } else if (!isHeaderAgain(cells, names)) rows.push({ row, theme, cells });
  }
  return { rows, themes };
}

function isBanner(sheet: Sheet, row: number, filled: readonly number[], left: number): boolean {
  const [only] = filled;
  if (filled.length !== 1 || only === undefined) return false;
  return only <= left || sheet.merges.some((merge) => merge.top === row && merge.bottom === row && merge.left <= only && merge.right > only);
}

const isHeaderAgain = (cells: readonly Cell[], names: readonly Cell[]): boolean => filledIn(cells).length > 2 && filledIn(cells).every((column) => meaning(cells[column]?.text ?? '') === meaning(names[column]?.text ?? ''));
