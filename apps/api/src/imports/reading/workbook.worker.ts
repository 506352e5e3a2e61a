// Reads one uploaded file in a thread of its own, whose memory and time are limited by whoever started it.
// It stands alone, without imports of ours, so that the thread starts from source and from the bundle alike.
import { parentPort, workerData } from 'node:worker_threads';
import * as xlsx from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

interface Cell {
  text: string;
  date?: string;
  formula?: string;
}
interface Sheet {
  name: string;
  rows: Cell[][];
  merges: { top: number; left: number; bottom: number; right: number }[];
}
interface Limits {
  readonly rows: number;
  readonly columns: number;
  readonly sheets: number;
  readonly unpacked: number;
}

class Refused extends Error {}

const LOCKED = 'The file is locked with a password. Save a copy without one, and upload that.';
const NOT_ONE = 'This is not a spreadsheet that we can read. Upload an Excel workbook (.xlsx) or a .csv file.';

const { content, limits } = workerData as { readonly content: Uint8Array; readonly limits: Limits };

try {
  parentPort?.postMessage({ sheets: await read(Buffer.from(content.buffer, content.byteOffset, content.byteLength)) });
} catch (thrown) {
  parentPort?.postMessage({ refused: thrown instanceof Refused ? thrown.message : 'The file is damaged, so it cannot be read. Open it in Excel, save it again, and upload that.' });
}

async function read(file: Buffer): Promise<Sheet[]> {
  if (file.length === 0) throw new Refused('The file is empty.');
  const sheets = file.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1')) ? workbook(await unpacked(file)) : [separated(file)];
  const used = sheets.filter((sheet) => sheet.rows.length > 0);
  if (used.length === 0) throw new Refused('The file is empty: no cell of it says anything.');
  for (const sheet of used) refuseLarge(sheet.rows.length, Math.max(...sheet.rows.map((row) => row.length)));
  return used;
}

/** Rows are those down to the last filled one; titles and banners are allowed for on top of 5,000. */
function refuseLarge(rows: number, columns: number): void {
  if (rows > limits.rows + 200) throw new Refused(`A sheet has more than ${limits.rows.toLocaleString('en-GB')} rows. Split it into several files.`);
  if (columns > limits.columns) throw new Refused(`A sheet has ${columns.toLocaleString('en-GB')} columns. We take up to ${limits.columns}.`);
}

/** The parts of the archive, inflated only as far as its own directory says, and that only when it says little enough. */
async function unpacked(file: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await new Promise<ZipFile>((done, fail) => fromBuffer(file, { lazyEntries: true, validateEntrySizes: true }, (error, opened) => (opened ? done(opened) : fail(error ?? new Error('no archive')))));
  const entries = await new Promise<Entry[]>((done, fail) => {
    const all: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      all.push(entry);
      if (all.length > 2_000) fail(new Refused('The file has too many parts to be a plan.'));
      else zip.readEntry();
    });
    zip.on('end', () => done(all));
    zip.on('error', fail);
    zip.readEntry();
  });
  const wanted = entries.filter((entry) => /\.(xml|rels)$/i.test(entry.fileName));
  if (entries.some((entry) => entry.isEncrypted())) throw new Refused(LOCKED);
  if (!wanted.some((entry) => /^xl\/workbook\.xml$/i.test(entry.fileName))) throw new Refused(NOT_ONE);
  if (wanted.filter((entry) => /^xl\/worksheets\/[^/]+\.xml$/i.test(entry.fileName)).length > limits.sheets) throw new Refused(`The workbook has more than ${limits.sheets} sheets.`);
  if (wanted.reduce((sum, entry) => sum + entry.uncompressedSize, 0) > limits.unpacked) throw new Refused('Unpacked, the file is larger than any plan of 5,000 rows. Remove what is not part of the plan, and upload it again.');
  const parts = new Map<string, Buffer>();
  for (const entry of wanted) parts.set(entry.fileName, await inflated(zip, entry));
  return parts;
}

/** The library stops with an error at the first byte beyond the size that the directory gave. */
function inflated(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((done, fail) =>
    zip.openReadStream(entry, (error, stream) => {
      if (!stream) return fail(error ?? new Error('no part'));
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => done(Buffer.concat(chunks)));
      stream.on('error', fail);
    }),
  );
}

function workbook(parts: ReadonlyMap<string, Buffer>): Sheet[] {
  const archive = xlsx.CFB.utils.cfb_new();
  for (const [name, body] of parts) xlsx.CFB.utils.cfb_add(archive, name, body, { unsafe: true } as never);
  const open = (sheetRows: number): xlsx.WorkBook => (xlsx as unknown as { parse_zip(archive: unknown, options: xlsx.ParsingOptions): xlsx.WorkBook }).parse_zip(archive, { cellFormula: true, cellNF: true, cellText: true, cellHTML: false, dense: true, sheetRows });
  const short = open(limits.rows + 201);
  const sheets = grids(short);
  for (const sheet of sheets) refuseLarge(sheet.rows.length, 0);
  // A sheet may be formatted far below its last word, or say something far below the others. Only reading all of it tells.
  return Object.values(short.Sheets).some((sheet) => sheet['!fullref'] !== undefined) ? grids(open(0)) : sheets;
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

/** A row without the empty cells at its end. */
function trimmed(row: Cell[]): Cell[] {
  let last = row.length;
  while (last > 0 && row[last - 1]?.text.trim() === '') last -= 1;
  return row.slice(0, last);
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
  return { text: storable(cell.t === 's' ? String(cell.v ?? '') : shown) || (formula.formula ?? ''), ...formula };
}

/** A comma, semicolon or tab file in the encoding that its bytes show. */
function separated(file: Buffer): Sheet {
  if (file.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex')))
    throw new Refused(file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? LOCKED : 'This is an old Excel file (.xls). Open it in Excel, save it as an Excel workbook (.xlsx), and upload that.');
  const text = decoded(file);
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text.slice(0, 100_000)) || /^(%PDF|\{\\rtf|<!doctype|<html|<\?xml)/i.test(text.trimStart().slice(0, 20))) throw new Refused(NOT_ONE);
  const records = parse(text, { delimiter: delimiterOf(text), bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, to: limits.rows + 202 }) as string[][];
  const rows = records.map((record) => {
    refuseLarge(0, record.length);
    return trimmed(record.map((one) => ({ text: storable(one) })));
  });
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  if (rows.length > limits.rows + 200) throw new Refused(`The file has more than ${limits.rows.toLocaleString('en-GB')} rows: split it into several files.`);
  return { name: 'Sheet1', rows, merges: [] };
}

function decoded(file: Buffer): string {
  const start = file.subarray(0, 2).toString('hex');
  if (start === 'fffe') return new TextDecoder('utf-16le').decode(file);
  if (start === 'feff') return new TextDecoder('utf-16be').decode(file);
  // UTF-16 without its mark: every other byte of plain text is nought.
  const head = file.subarray(0, 2_000);
  const noughts = [0, 1].map((side) => head.filter((byte, index) => index % 2 === side && byte === 0).length);
  if ((noughts[1] ?? 0) > head.length / 4 && (noughts[0] ?? 0) === 0) return new TextDecoder('utf-16le').decode(file);
  if ((noughts[0] ?? 0) > head.length / 4 && (noughts[1] ?? 0) === 0) return new TextDecoder('utf-16be').decode(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('windows-1252').decode(file);
  }
}

/** The separator that splits most of the first lines into the same number of parts, more than one. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 20_000).replace(/"[^"]*"/g, '').split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, 30);
  const scored = [',', ';', '\t'].map((mark) => {
    const counts = lines.map((line) => line.split(mark).length - 1).filter((count) => count > 0);
    const commonest = counts.reduce((best, count) => Math.max(best, counts.filter((one) => one === count).length), 0);
    return { mark, score: commonest * 1_000 + counts.reduce((sum, count) => sum + count, 0) };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).mark;
}

/** Characters that no text of ours may hold are left out: they show as nothing in the sheet either. */
function storable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/\r\n?/g, '\n').toWellFormed();
}
