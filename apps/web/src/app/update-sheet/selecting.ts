import type { CellArea } from '@followthrough/domain';

/** A cell by its place on the grid. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** What is selected: from the cell where it began to the cell with the focus. */
export interface Selection {
  readonly from: CellPlace;
  readonly to: CellPlace;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows of one screenful. */
  readonly page: number;
}

export const only = (place: CellPlace): Selection => ({ from: place, to: place });

export const areaOf = ({ from, to }: Selection): CellArea => ({ top: Math.min(from.row, to.row), left: Math.min(from.column, to.column), bottom: Math.max(from.row, to.row), right: Math.max(from.column, to.column) });

export const holds = ({ top, left, bottom, right }: CellArea, { row, column }: CellPlace): boolean => row >= top && row <= bottom && column >= left && column <= right;

/** Where a key of movement leads, with Shift as far as the selection then reaches; undefined for every other key. */
export function movedBy({ key, shiftKey, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>, selection: Selection, size: GridSize): Selection | undefined {
  const far = ctrlKey || metaKey;
  const { row, column } = selection.to;
  const [bottom, right] = [size.rows - 1, size.columns - 1];
  const places: Readonly<Record<string, CellPlace>> = {
    ArrowUp: { row: far ? 0 : row - 1, column },
    ArrowDown: { row: far ? bottom : row + 1, column },
    ArrowLeft: { row, column: far ? 0 : column - 1 },
    ArrowRight: { row, column: far ? right : column + 1 },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? bottom : row, column: right },
    PageUp: { row: row - size.page, column },
    PageDown: { row: row + size.page, column },
  };
  const wanted = places[key];
  if (!wanted) return undefined;
  const to = { row: Math.min(Math.max(wanted.row, 0), bottom), column: Math.min(Math.max(wanted.column, 0), right) };
  return { from: shiftKey ? selection.from : to, to };
}

/** The cell after this one, on into the next row, as Tab goes; back with `way` -1. Undefined beyond the first and the last, where Tab leaves. `first`: the first column to stop at. */
export function nextCell({ row, column }: CellPlace, way: 1 | -1, size: GridSize, first: number): CellPlace | undefined {
  const along = column + way;
  if (along >= first && along < size.columns) return { row, column: along };
  const down = row + way;
  return down >= 0 && down < size.rows ? { row: down, column: way === 1 ? first : size.columns - 1 } : undefined;
}
