import * as xlsx from '@e965/xlsx';
import type { Cell, Sheet } from '@followthrough/domain';
import { type Archive, NO_ROWS } from './archive';
import { lastRow, refuseLarge } from './limits';
import { plain } from './plain';
import { trimmed } from './trimmed';

/** The sheets of an unpacked workbook. */
export function sheetsOf(archive: Archive): Sheet[] {
  refuseTooLarge(archive);
  const short = opened(archive.parts, lastRow + 1);
  const sheets = grids(short);
  for (const sheet of sheets) refuseLarge(sheet.rows.length, 0);
  // A sheet may be formatted far below its last word, or say something far below the others. Only reading all of it tells.
  return Object.values(short.Sheets).some((sheet) => sheet['!fullref'] !== undefined) ? grids(opened(archive.parts, 0)) : sheets;
}

/** A sheet that cannot be a plan matters only where people see it, and the workbook alone says which those are. */
function refuseTooLarge({ parts, tooLarge }: Archive): void {
  for (const [name, why] of tooLarge) {
    const frame = new Map([...parts].map(([part, body]) => [part, EMPTY.find(({ of }) => of.test(part))?.body ?? body] as const));
    if (grids(opened(frame.set(name, ONE_CELL), 0)).some((sheet) => sheet.rows.length > 0)) throw why;
  }
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const ONE_CELL = Buffer.from(`<worksheet ${MAIN}><dimension ref="A1"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`);
/** The large parts of a workbook with nothing in them. */
const EMPTY = [
  { of: /^xl\/worksheets\/[^/]+\.xml$/i, body: NO_ROWS },
  { of: /^xl\/sharedStrings\.xml$/i, body: Buffer.from(`<sst ${MAIN}/>`) },
  { of: /^xl\/styles\.xml$/i, body: Buffer.from(`<styleSheet ${MAIN}/>`) },
];

function opened(parts: ReadonlyMap<string, Buffer>, sheetRows: number): xlsx.WorkBook {
  const archive = xlsx.CFB.utils.cfb_new();
  for (const [name, body] of parts) xlsx.CFB.utils.cfb_add(archive, name, body, { unsafe: true } as never);
  return (xlsx as unknown as { parse_zip(archive: unknown, options: xlsx.ParsingOptions): xlsx.WorkBook }).parse_zip(archive, { cellFormula: true, cellNF: true, cellText: true, cellHTML: false, dense: true, sheetRows });
}

/** The sheets that people see; hidden ones are left alone. */
function grids(book: xlsx.WorkBook): Sheet[] {
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.filter((_, index) => !book.Workbook?.Sheets?.[index]?.Hidden).map((name) => {
    const sheet = book.Sheets[name];
    return sheet ? grid(name, sheet, is1904) : { name, rows: [], merges: [] };
  });
}

function grid(name: string, sheet: xlsx.WorkSheet, is1904: boolean): Sheet {
  const data = ((sheet as { '!data'?: (xlsx.CellObject | undefined)[][] })['!data'] ?? []) as (xlsx.CellObject | undefined)[][];
  const rows = Array.from(data, (row) => trimmed(Array.from(row ?? [], (cell) => cellOf(cell, is1904))));
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return { name, rows, merges: (sheet['!merges'] ?? []).slice(0, 20_000).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })) };
}

function cellOf(cell: xlsx.CellObject | undefined, is1904: boolean): Cell {
  if (!cell) return { text: '' };
  const formula = typeof cell.f === 'string' && cell.f !== '' ? { formula: `=${cell.f}` } : {};
  if (cell.t === 'n' && typeof cell.v === 'number' && xlsx.SSF.is_date(String(cell.z ?? 'General'))) {
    const at = xlsx.SSF.parse_date_code(cell.v, { date1904: is1904 }) as { y: number; m: number; d: number } | null;
    if (at && at.y >= 1900 && at.y < 2200 && at.d > 0) {
      const [year, month, day] = [String(at.y), String(at.m).padStart(2, '0'), String(at.d).padStart(2, '0')];
      return { text: `${day}/${month}/${year}`, date: `${year}-${month}-${day}`, ...formula };
    }
  }
  const shown = cell.t === 'b' ? (cell.v ? 'TRUE' : 'FALSE') : (cell.w ?? (cell.v === undefined || cell.v === null ? '' : String(cell.v)));
  return { text: plain(cell.t === 's' ? String(cell.v ?? '') : shown) || (formula.formula ?? ''), ...formula };
}
