import type { Readable } from 'node:stream';
import { confidenceMeans, exportColumns, type ExportColumn } from '@followthrough/domain';
import writeExcelFile from 'write-excel-file/node';
import type { ExportRow } from './action-export.sql';

/** Excel holds so many characters in a cell. */
const LONGEST_CELL = 32_767;
const HORIZONS: Readonly<Record<string, string>> = { quick_win: 'Quick win', medium: 'Medium', deep_rooted: 'Deep-rooted' };
const PRIORITIES: Readonly<Record<string, string>> = { high: 'High', medium: 'Medium', low: 'Low' };
const WIDTHS: Partial<Record<ExportColumn, number>> = { Ref: 8, Finding: 45, Action: 45, Description: 40, Update: 45, 'Success measure': 30, Start: 12, Timescale: 14, 'Status as of': 12, Horizon: 12, Priority: 10, 'Days needed': 10 };

interface Cell {
  readonly value: string | number | Date;
  readonly type: StringConstructor | NumberConstructor | DateConstructor;
  readonly format?: string;
  readonly wrap?: boolean;
  readonly alignVertical?: 'top';
  readonly fontWeight?: 'bold';
  readonly backgroundColor?: string;
}

/**
 * Text always goes into a text cell, which Excel shows and never computes: "=1+1", "+44", "-", "@" and tabs at the
 * beginning stay what somebody wrote, and are read back as they were.
 */
const text = (value: string | null): Cell | null => (value === null || value === '' || value.length > LONGEST_CELL ? null : { value, type: String, wrap: true, alignVertical: 'top' });
const day = (on: string | null, words: string | null): Cell | null => (on === null ? text(words) : { value: new Date(`${on}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', alignVertical: 'top' });
const number = (value: string | null): Cell | null => (value === null ? null : { value: Number(value), type: Number, alignVertical: 'top' });

const CELLS: Readonly<Record<ExportColumn, (row: ExportRow) => Cell | null>> = {
  Ref: (row) => text(row.ref),
  Theme: (row) => text(row.theme),
  Finding: (row) => text(row.finding),
  Action: (row) => text(row.title),
  Description: (row) => text(row.description),
  Horizon: (row) => text(HORIZONS[row.horizon] ?? row.horizon),
  Priority: (row) => text(row.priority === null ? null : (PRIORITIES[row.priority] ?? row.priority)),
  Lead: (row) => text(row.owner),
  'Accountable person': (row) => text(row.accountable_person),
  'Accountable organisation': (row) => text(row.accountable_organisation),
  'Contributing organisations': (row) => text(row.contributing),
  Start: (row) => day(row.start_on, row.start_text),
  Timescale: (row) => day(row.due_on, row.due_text),
  'Success measure': (row) => text(row.success_measure),
  Resources: (row) => text(row.resources),
  'Days needed': (row) => number(row.days_needed),
  Risks: (row) => text(row.risks),
  'Next steps': (row) => text(row.next_steps),
  Status: (row) => text(row.status),
  'Status as of': (row) => day(row.status_on, null),
  Update: (row) => text(row.narrative),
  'Delivery confidence': (row) => text(row.delivery_confidence && confidenceMeans[row.delivery_confidence].label),
  'Outcome confidence': (row) => text(row.outcome_confidence && confidenceMeans[row.outcome_confidence].label),
  Assessed: (row) => text(row.assessed),
};

const HEAD = exportColumns.map((name): Cell => ({ value: name, type: String, fontWeight: 'bold', backgroundColor: '#dfe6ee', wrap: true, alignVertical: 'top' }));

/** The workbook, as a stream: a sheet for each plan, because a ref is unique within one. */
export async function workbookOf(rows: readonly ExportRow[]): Promise<Readable> {
  const plans = new Map<string, ExportRow[]>();
  for (const row of rows) {
    const some = plans.get(row.plan_id);
    if (some) some.push(row);
    else plans.set(row.plan_id, [row]);
  }
  const named = new Set<string>();
  const sheets = [...plans.values()].map((some) => ({ sheet: sheetName(some[0]?.plan ?? 'Plan', named), data: [HEAD, ...some.map((row) => exportColumns.map((column) => CELLS[column](row)))], columns: exportColumns.map((column) => ({ width: WIDTHS[column] ?? 22 })), stickyRowsCount: 1 }));
  if (sheets.length === 0) sheets.push({ sheet: 'Plan', data: [HEAD], columns: exportColumns.map((column) => ({ width: WIDTHS[column] ?? 22 })), stickyRowsCount: 1 });
  const book = writeExcelFile(sheets as Parameters<typeof writeExcelFile>[0]) as unknown as { toStream(): Promise<Readable> };
  return book.toStream();
}

/** Excel takes 31 characters, none of them :\/?*[], and no name twice. */
function sheetName(title: string, named: Set<string>): string {
  const plain = title.replace(/[:\\/?*[\]]/g, ' ').replace(/^'+|'+$/g, '').trim().slice(0, 28) || 'Plan';
  let name = plain;
  for (let number = 2; named.has(name.toLowerCase()); number += 1) name = `${plain.slice(0, 27)} ${number}`;
  named.add(name.toLowerCase());
  return name;
}
