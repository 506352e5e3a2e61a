/**
 * A workbook as plain cells, however it arrived. Text is what the reader of the sheet sees; a date cell says its
 * calendar date as well, a formula its formula. Rows and columns count from 0; people are told `row + 1`.
 */
export interface Cell {
  readonly text: string;
  readonly date?: string;
  readonly formula?: string;
}

export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
}

export const NO_CELL: Cell = { text: '' };

/** What a cell means: spaces of every kind round it and within it count for one, and none at its ends. */
export const meaning = (text: string): string => text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();

/** Two texts that mean the same to a reader: case, accents of width and spaces do not count. */
export const sameText = (text: string): string => meaning(text).normalize('NFKC').toLocaleLowerCase('en-GB');

export const cellAt = (sheet: Sheet, row: number, column: number): Cell => sheet.rows[row]?.[column] ?? NO_CELL;

export const isFilled = (cell: Cell | undefined): boolean => cell !== undefined && meaning(cell.text) !== '';

export const filledIn = (row: readonly Cell[]): readonly number[] => row.flatMap((cell, column) => (isFilled(cell) ? [column] : []));

export const widthOf = (sheet: Sheet): number => sheet.rows.reduce((widest, row) => Math.max(widest, row.length), 0);

/**
 * The sheet with merged cells filled: every cell of a merge that spans rows says what its first one says. A merge along
 * one row is a banner or a title, and stays as it is.
 */
export function filledDown(sheet: Sheet): Sheet {
  const tall = sheet.merges.filter((merge) => merge.bottom > merge.top);
  if (tall.length === 0) return sheet;
  const rows = sheet.rows.map((row) => [...row]);
  for (const merge of tall) {
    const first = cellAt(sheet, merge.top, merge.left);
    for (let row = merge.top; row <= Math.min(merge.bottom, rows.length - 1); row++)
      for (let column = merge.left; column <= merge.right; column++) {
        const target = rows[row];
        if (!target) continue;
        while (target.length <= column) target.push(NO_CELL);
        target[column] = first;
      }
  }
  return { ...sheet, rows };
}

/** `A`, `B` … `AA`, as Excel names its columns. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
