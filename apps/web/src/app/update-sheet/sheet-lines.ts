import type { SheetRow, Status } from '@followthrough/contracts';
import { type CellArea, cellsIn } from '@followthrough/domain';
import { type CellPlace, holds } from './selecting';
import { type GridColumn, isTyped, READ } from './sheet-columns';
import type { SheetStore } from './sheet-store';

/** A row of the grid as it is drawn. */
export interface SheetLine {
  readonly at: number;
  readonly row: SheetRow;
  readonly isTyped: boolean;
  readonly cells: readonly SheetCell[];
}

export interface SheetCell {
  readonly column: GridColumn;
  readonly along: number;
  readonly id: string;
  readonly text: string;
  readonly implied: string;
  readonly status: Status | undefined;
  readonly wrong: string;
  readonly isActive: boolean;
  readonly isSelected: boolean;
}

/** One row, or none where the sheet ends before it. */
export function lineOf(at: number, store: SheetStore, active: CellPlace, area: CellArea): readonly SheetLine[] {
  const row = store.rows()[at];
  if (!row) return [];
  const [implied, words] = [store.impliedIn(row), store.known().words];
  const cells = store.grid().map((column, along): SheetCell => {
    const place = { id: `sheet-${row.id}-${column}`, column, along, isActive: active.row === at && active.column === along, isSelected: holds(area, { row: at, column: along }) };
    if (!isTyped(column)) return { ...place, text: '', implied: '', status: undefined, wrong: '' };
    const text = store.textOf(row, column);
    return { ...place, text, implied: implied[column] ?? '', status: column === 'status' ? words.find((one) => one.word === text)?.status : undefined, wrong: store.wrongIn(row, column) };
  });
  return [{ at, row, isTyped: cells.some((one) => one.text !== ''), cells }];
}

/** The texts of what is selected, also of the columns that are only read. */
export function copiedCells(store: SheetStore, { top, left, bottom, right }: CellArea): readonly (readonly string[])[] {
  const rows = store.rows().slice(top, bottom + 1);
  const typed = right < READ ? [] : cellsIn(store.text(), { top, bottom, left: Math.max(left - READ, 0), right: right - READ }, store.ids(), store.columns());
  return rows.map((row, n) => [...[`${row.ref} ${row.title}`, row.last?.narrative ?? ''].slice(left, Math.min(right + 1, READ)), ...(typed[n] ?? [])]);
}
