/** The largest file, in bytes; the upload stops there. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** What a plan never exceeds. Titles and banners come on top of the rows; `unpacked` is in bytes. */
export const LIMITS = { rows: 5_000, titles: 200, columns: 200, sheets: 50, cells: 300_000, parts: 2_000, unpacked: 60_000_000 } as const;

/** A file that we do not read, with the sentence for whoever sent it. */
export class Unreadable extends Error {}

export const LOCKED = 'The file is locked with a password. Save a copy without one, and upload that.';
export const NOT_ONE = 'This is not a spreadsheet that we can read. Upload an Excel workbook (.xlsx) or a .csv file.';
export const DAMAGED = 'The file is damaged, so it cannot be read. Open it in Excel, save it again, and upload that.';
export const TOO_MUCH = 'Reading the file takes more than a plan of 5,000 rows would. Remove what is not part of the plan, and upload it again.';

export const lastRow = LIMITS.rows + LIMITS.titles;
export const tooLong = (): Unreadable => new Unreadable(`A sheet has more than ${LIMITS.rows.toLocaleString('en-GB')} rows. Split it into several files.`);
export const tooWide = (columns: number): Unreadable => new Unreadable(`A sheet has ${columns.toLocaleString('en-GB')} columns. We take up to ${LIMITS.columns}.`);
export const tooFull = (): Unreadable => new Unreadable(`A sheet has more than ${LIMITS.cells.toLocaleString('en-GB')} filled cells, which is more than any plan. Split it into several files.`);

/** Rows are those down to the last filled one. */
export function refuseLarge(rows: number, columns: number): void {
  if (rows > lastRow) throw tooLong();
  if (columns > LIMITS.columns) throw tooWide(columns);
}
