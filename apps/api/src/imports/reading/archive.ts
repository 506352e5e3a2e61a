import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { Gauge } from './gauge';
import { LIMITS, LOCKED, NOT_ONE, Unreadable } from './limits';

/** The parts of a workbook by name. A sheet that cannot be a plan is there without rows, and with the reason. */
export interface Archive {
  readonly parts: ReadonlyMap<string, Buffer>;
  readonly tooLarge: ReadonlyMap<string, Unreadable>;
}

export const NO_ROWS = Buffer.from('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>');

const isSheet = (name: string): boolean => /^xl\/worksheets\/[^/]+\.xml$/i.test(name);

/** Inflated only as far as the archive's own directory says, and that only when it says little enough. */
export async function unpacked(file: Buffer): Promise<Archive> {
  const zip = await new Promise<ZipFile>((done, fail) => fromBuffer(file, { lazyEntries: true, validateEntrySizes: true }, (error, opened) => (opened ? done(opened) : fail(error ?? new Error('no archive')))));
  const entries = await entriesOf(zip);
  const wanted = entries.filter((entry) => /\.(xml|rels)$/i.test(entry.fileName));
  if (entries.some((entry) => entry.isEncrypted())) throw new Unreadable(LOCKED);
  if (!wanted.some((entry) => /^xl\/workbook\.xml$/i.test(entry.fileName))) throw new Unreadable(NOT_ONE);
  if (wanted.filter((entry) => isSheet(entry.fileName)).length > LIMITS.sheets) throw new Unreadable(`The workbook has more than ${LIMITS.sheets} sheets.`);
  if (wanted.reduce((sum, entry) => sum + entry.uncompressedSize, 0) > LIMITS.unpacked) throw new Unreadable('Unpacked, the file is larger than any plan of 5,000 rows. Remove what is not part of the plan, and upload it again.');
  const parts = new Map<string, Buffer>();
  const tooLarge = new Map<string, Unreadable>();
  for (const entry of wanted) {
    const part = await inflated(zip, entry, isSheet(entry.fileName) ? new Gauge() : null);
    if (part instanceof Unreadable) tooLarge.set(entry.fileName, part);
    parts.set(entry.fileName, part instanceof Unreadable ? NO_ROWS : part);
  }
  return { parts, tooLarge };
}

function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  return new Promise((done, fail) => {
    const all: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      all.push(entry);
      if (all.length > LIMITS.parts) fail(new Unreadable('The file has too many parts to be a plan.'));
      else zip.readEntry();
    });
    zip.on('end', () => done(all));
    zip.on('error', fail);
    zip.readEntry();
  });
}

/** The library stops with an error at the first byte beyond the size that the directory gave; the gauge stops sooner. */
function inflated(zip: ZipFile, entry: Entry, gauge: Gauge | null): Promise<Buffer | Unreadable> {
  return new Promise((done, fail) =>
    zip.openReadStream(entry, (error, stream) => {
      if (!stream) return fail(error ?? new Error('no part'));
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        const why = gauge?.add(chunk);
        if (!why) return;
        done(why);
        stream.destroy();
      });
      stream.on('end', () => done(Buffer.concat(chunks)));
      stream.on('error', fail);
    }),
  );
}
