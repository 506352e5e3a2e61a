import type { Sheet } from '@followthrough/domain';
import { unpacked } from './archive';
import { DAMAGED, refuseLarge, Unreadable } from './limits';
import { separated } from './separated';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');

/** The sheets of an uploaded file that say something. Throws `Unreadable`; `told` hears how far it has come, in per cent. */
export async function readFile(file: Buffer, told: (percent: number) => Promise<void>): Promise<readonly Sheet[]> {
  if (file.length === 0) throw new Unreadable('The file is empty.');
  const sheets = file.subarray(0, 4).equals(ZIP) ? await workbook(file, told) : [separated(file)];
  const used = sheets.filter((sheet) => sheet.rows.length > 0);
  if (used.length === 0) throw new Unreadable('The file is empty: no cell of it says anything.');
  for (const sheet of used) refuseLarge(sheet.rows.length, Math.max(...sheet.rows.map((row) => row.length)));
  return used;
}

/** Whatever the libraries throw, the file is what is wrong. */
async function workbook(file: Buffer, told: (percent: number) => Promise<void>): Promise<readonly Sheet[]> {
  try {
    const archive = await unpacked(file);
    await told(20);
    // Large and slow to load, so only for those who need it.
    const { sheetsOf } = await import('./workbook');
    return sheetsOf(archive);
  } catch (thrown) {
    throw thrown instanceof Unreadable ? thrown : new Unreadable(DAMAGED);
  }
}
