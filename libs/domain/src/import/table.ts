import type { ColumnChoice, ImportChoices, ImportField } from '@followthrough/contracts';
import { tableRows } from './banners';
import { headerLook, suggestColumns } from './columns';
import { type Cell, cellAt, filledDown, isFilled, meaning, NO_CELL, type Sheet } from './grid';
import { findHeader, type Header, headings } from './header';
import { dateInHeading } from './import-dates';
import { statusColumn } from './status-column';

/** One row of the plan in the sheet: its cells by what their columns hold. `row` counts from 1. */
export interface SourceRow {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<ImportField, Cell>>>;
  readonly updates: readonly { readonly asOf: string | null; readonly text: string }[];
}

/** The sheet as far as the choices so far understand it. */
export interface Table {
  readonly sheet: Sheet;
  readonly header: Header;
  readonly headings: readonly string[];
  readonly look: string;
  readonly columns: readonly ColumnChoice[];
  readonly remembered: Partial<ImportChoices> | null;
  readonly rows: readonly SourceRow[];
  readonly themes: readonly string[];
  readonly mapped: ReadonlySet<ImportField>;
}

/** The sheet most like a plan: the one whose header names most, then the longest. */
export function likeliestSheet(sheets: readonly Sheet[]): Sheet | undefined {
  const score = (sheet: Sheet): number => {
    const header = findHeader(sheet);
    return header ? new Set(suggestColumns(headings(sheet, header))).size * 100 + Math.min(sheet.rows.length, 99) : 0;
  };
  return [...sheets].sort((a, b) => score(b) - score(a))[0];
}

export function readTable(sheets: readonly Sheet[], choices: ImportChoices, mappings: Readonly<Record<string, Partial<ImportChoices>>>): Table | null {
  const plain = sheets.find((sheet) => sheet.name === choices.sheet) ?? likeliestSheet(sheets);
  if (!plain) return null;
  const found = findHeader(plain);
  const header: Header | null = choices.headerRow !== null && choices.headerRow <= plain.rows.length ? { row: choices.headerRow - 1, rows: choices.headerRows === 2 ? 2 : 1 } : found;
  if (!header) return null;
  const names = headings(plain, header);
  const look = headerLook(names);
  const remembered = mappings[look] ?? null;
  const columns = columnsOf(names, choices.columns.length > 0 ? choices.columns : (remembered?.columns ?? []), () => suggested(sheets, plain, header, names));
  const { rows, themes } = tableRows(plain, header);
  const filled = filledDown(plain);
  const down = new Map<number, Cell>();
  const mapped = new Set<ImportField>(columns.map((column) => column.field).filter((field) => field !== 'ignore'));
  if (themes.length > 0 && !mapped.has('theme')) mapped.add('theme');
  const sourced = rows.map(({ row, theme }): SourceRow => {
    const cells: Partial<Record<ImportField, Cell>> = theme !== null ? { theme: { text: theme } } : {};
    const updates: { asOf: string | null; text: string }[] = [];
    for (const column of columns) {
      if (column.field === 'ignore') continue;
      let cell = cellAt(filled, row, column.column);
      if (column.fillDown) {
        if (isFilled(cell)) down.set(column.column, cell);
        else cell = down.get(column.column) ?? NO_CELL;
      }
      if (column.field === 'update') updates.push({ asOf: column.asOf, text: cell.text.trim() });
      else if (isFilled(cell) || !cells[column.field]) cells[column.field] = cell;
    }
    return { row: row + 1, cells, updates };
  });
  return { sheet: plain, header, headings: names, look, columns, remembered: choices.columns.length > 0 ? null : remembered, rows: sourced, themes, mapped };
}

/** By their names; and the statuses by what the cells say, where no name speaks of them. */
function suggested(sheets: readonly Sheet[], plain: Sheet, header: Header, names: readonly string[]): readonly ImportField[] {
  const fields = suggestColumns(names);
  if (fields.includes('status')) return fields;
  const open = [...fields.keys()].filter((column) => fields[column] === 'ignore' || (fields[column] === 'update' && !dateInHeading(names[column] ?? '')));
  const status = statusColumn(sheets, plain, header, open);
  return fields.map((field, column) => (column === status ? 'status' : field));
}

/** What each column holds: as chosen, else as suggested. An update column's day is in its heading. */
function columnsOf(names: readonly string[], chosen: readonly ColumnChoice[], suggest: () => readonly ImportField[]): readonly ColumnChoice[] {
  const suggestions = chosen.length > 0 ? [] : suggest();
  return names.map((name, column): ColumnChoice => {
    const choice = chosen.find((one) => one.column === column);
    const field = choice?.field ?? (chosen.length > 0 ? 'ignore' : (suggestions[column] ?? 'ignore'));
    // The day of a kept mapping is last month's: the heading's own goes before it.
    return { column, field, asOf: field === 'update' ? (dateInHeading(name) ?? choice?.asOf ?? null) : null, fillDown: choice?.fillDown ?? false };
  });
}

/** For the columns step: what is in a column, and whether so many of its cells are empty that they may mean "the same as above". */
export function columnExamples(table: Table, column: number): { readonly examples: readonly string[]; readonly hasGaps: boolean } {
  const examples: string[] = [];
  const looked = table.rows.slice(0, 300);
  let gaps = 0;
  for (const { row } of looked) {
    const text = meaning(cellAt(table.sheet, row - 1, column).text);
    if (text === '') gaps += 1;
    else if (examples.length < 3 && !examples.includes(text.slice(0, 200))) examples.push(text.slice(0, 200));
  }
  return { examples, hasGaps: examples.length > 0 && gaps >= 2 && gaps * 4 >= looked.length };
}
