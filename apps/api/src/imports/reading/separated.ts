import type { Cell, Sheet } from '@followthrough/domain';
import { parse } from 'csv-parse/sync';
import { lastRow, LIMITS, LOCKED, NOT_ONE, refuseLarge, Unreadable } from './limits';
import { plain } from './plain';
import { trimmed } from './trimmed';

/** A comma, semicolon or tab file in the encoding that its bytes show. */
export function separated(file: Buffer): Sheet {
  if (file.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex')))
    throw new Unreadable(file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? LOCKED : 'This is an old Excel file (.xls). Open it in Excel, save it as an Excel workbook (.xlsx), and upload that.');
  const text = decoded(file);
  if (holdsControls(text.slice(0, 100_000)) || /^(%PDF|\{\\rtf|<!doctype|<html|<\?xml)/i.test(text.trimStart().slice(0, 20))) throw new Unreadable(NOT_ONE);
  const records = parse(text, {
    delimiter: delimiterOf(text), bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, to: lastRow + 2,
    // Refused at the first row that is too wide, before the others are read.
    on_record: (record: string[]) => {
      refuseLarge(0, record.length);
      return record;
    },
  });
  const rows = records.map((record) => trimmed(record.map((one): Cell => ({ text: plain(one) }))));
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  if (rows.length > lastRow) throw new Unreadable(`The file has more than ${LIMITS.rows.toLocaleString('en-GB')} rows: split it into several files.`);
  return { name: 'Sheet1', rows, merges: [] };
}

/** Characters that no text has: what is below the tab, and what is between the end of a line and the escape. */
function holdsControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 27)) return true;
  }
  return false;
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
