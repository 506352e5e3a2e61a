import { type SheetCells, type SheetColumn, type SheetText } from './sheet';

/** A cell that is to hold another text. `row` is the action's id. */
export interface CellEdit {
  readonly row: string;
  readonly column: SheetColumn;
  readonly text: string;
}

interface Change extends CellEdit {
  readonly before: string;
}

/** What is typed on the sheet, with the way back and forth again. One step is what was done at once: a cell typed, a block pasted. */
export interface SheetHistory {
  readonly text: SheetText;
  readonly past: readonly (readonly Change[])[];
  readonly future: readonly (readonly Change[])[];
}

/** So many steps can be taken back. */
export const MOST_STEPS = 200;

export const noHistory = (text: SheetText = {}): SheetHistory => ({ text, past: [], future: [] });

/** The sheet with these cells typed, as one step. Where nothing changes, the very same sheet. */
export function edited(sheet: SheetHistory, edits: readonly CellEdit[]): SheetHistory {
  const changes = edits.flatMap((one) => {
    const before = sheet.text[one.row]?.[one.column] ?? '';
    return before === one.text ? [] : [{ ...one, before }];
  });
  if (changes.length === 0) return sheet;
  return { text: laid(sheet.text, changes), past: [...sheet.past, changes].slice(-MOST_STEPS), future: [] };
}

export function undone(sheet: SheetHistory): SheetHistory {
  const step = sheet.past.at(-1);
  if (!step) return sheet;
  const back = step.map(({ row, column, before }) => ({ row, column, text: before })).toReversed();
  return { text: laid(sheet.text, back), past: sheet.past.slice(0, -1), future: [...sheet.future, step] };
}

export function redone(sheet: SheetHistory): SheetHistory {
  const step = sheet.future.at(-1);
  if (!step) return sheet;
  return { text: laid(sheet.text, step), past: [...sheet.past, step], future: sheet.future.slice(0, -1) };
}

/** The sheet without the rows that were saved. What was typed on them is reported: it cannot be taken back here. */
export function withoutRows(sheet: SheetHistory, ids: readonly string[]): SheetHistory {
  const gone = new Set(ids);
  const keep = (steps: SheetHistory['past']) => steps.map((step) => step.filter((one) => !gone.has(one.row))).filter((step) => step.length > 0);
  return { text: Object.fromEntries(Object.entries(sheet.text).filter(([id]) => !gone.has(id))), past: keep(sheet.past), future: keep(sheet.future) };
}

/** Rows and columns by their places, both ends included. */
export interface CellArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const areaSize = ({ top, left, bottom, right }: CellArea): { readonly rows: number; readonly columns: number } => ({ rows: bottom - top + 1, columns: right - left + 1 });

export interface LaidBlock {
  readonly edits: readonly CellEdit[];
  /** What was written to. */
  readonly area: CellArea;
  /** Cells of the block that lie outside the sheet. */
  readonly outside: number;
}

/**
 * Lays a block of cells onto the sheet, as spreadsheets do: from the top left of what is selected, or repeated to fill it where
 * it fits in a whole number of times. `rows` are the ids of the rows of the sheet, from the top, and `columns` those that it shows.
 */
export function layBlock(block: readonly (readonly string[])[], selected: CellArea, rows: readonly string[], columns: readonly SheetColumn[]): LaidBlock {
  const [height, width] = [block.length, Math.max(0, ...block.map((cells) => cells.length))];
  const size = areaSize(selected);
  const fills = height > 0 && width > 0 && size.rows % height === 0 && size.columns % width === 0;
  const [tall, wide] = fills ? [size.rows, size.columns] : [height, width];
  const edits: CellEdit[] = [];
  let outside = 0;
  for (let down = 0; down < tall; down += 1)
    for (let along = 0; along < wide; along += 1) {
      const text = block[down % height]?.[along % width];
      const [row, column] = [rows[selected.top + down], columns[selected.left + along]];
      if (text === undefined) continue;
      if (row !== undefined && column !== undefined) edits.push({ row, column, text });
      else outside += 1;
    }
  const area = { ...selected, bottom: Math.min(selected.top + Math.max(tall, 1), rows.length) - 1, right: Math.min(selected.left + Math.max(wide, 1), columns.length) - 1 };
  return { edits, area, outside };
}

/**
 * A block whose first column holds refs goes to the actions that it names, in whatever order they stand; undefined where that
 * column is of something else. More than half of its cells have to be refs of the sheet: a heading, or actions that are not on
 * it, are left out. With the same ref on two rows nobody can tell which is meant. `left`: which of `columns` the second cells belong to.
 */
export function layByRef(block: readonly (readonly string[])[], left: number, rows: readonly { readonly id: string; readonly ref: string }[], columns: readonly SheetColumn[]): Omit<LaidBlock, 'area'> | undefined {
  const ids = new Map(rows.map(({ id, ref }) => [ref, id]));
  const lines = block.map(([ref = '', ...cells]) => ({ row: ids.get(ref.trim()), cells }));
  if (ids.size < rows.length || block.every((cells) => cells.length < 2) || lines.filter((one) => one.row !== undefined).length * 2 <= block.length) return undefined;
  const edits: CellEdit[] = [];
  let outside = 0;
  for (const { row, cells } of lines)
    for (const [along, text] of cells.entries()) {
      const column = columns[left + along];
      if (row !== undefined && column !== undefined) edits.push({ row, column, text });
      else outside += 1;
    }
  return { edits, outside };
}

/** The texts of an area, row by row. */
export const cellsIn = (text: SheetText, { top, left, bottom, right }: CellArea, rows: readonly string[], columns: readonly SheetColumn[]): readonly (readonly string[])[] =>
  rows.slice(top, bottom + 1).map((id) => columns.slice(left, right + 1).map((column) => text[id]?.[column] ?? ''));

function laid(text: SheetText, edits: readonly CellEdit[]): SheetText {
  const rows = new Map<string, Map<string, string>>();
  for (const { row, column, text: typed } of edits) {
    const cells = rows.get(row) ?? new Map(Object.entries(text[row] ?? {}));
    if (typed === '') cells.delete(column);
    else cells.set(column, typed);
    rows.set(row, cells);
  }
  const all: Record<string, SheetCells> = { ...text, ...Object.fromEntries([...rows].map(([row, cells]) => [row, Object.fromEntries(cells)])) };
  return Object.fromEntries(Object.entries(all).filter(([, cells]) => Object.keys(cells).length > 0));
}
