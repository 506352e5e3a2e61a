import { Worker } from 'node:worker_threads';
import type { Sheet } from '@followthrough/domain';
import { Refusal, refuseField } from '../../kernel/refusal';

/** The largest file, in bytes; the upload stops there. */
export const LARGEST_FILE = 10 * 1024 * 1024;

const LIMITS = { rows: 5_000, columns: 200, sheets: 50, unpacked: 60_000_000 } as const;
const LONGEST_MS = 15_000;
/** Files read at once. More wait, so that ten large uploads do not take ten times the memory. */
const AT_ONCE = 2;

let reading = 0;
const waiting: (() => void)[] = [];

/** The sheets of an uploaded file, or a refusal in plain words. A file that harms its reader harms a thread and nothing else. */
export async function readSheets(content: Buffer): Promise<readonly Sheet[]> {
  if (content.length > LARGEST_FILE) throw new Refusal('too_large', { detail: 'The file is larger than 10 MB.' });
  if (waiting.length >= 20) throw new Refusal('unavailable', { retryAfter: 10 });
  if (reading >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  reading += 1;
  try {
    return await inThread(content);
  } finally {
    reading -= 1;
    waiting.shift()?.();
  }
}

function inThread(content: Buffer): Promise<readonly Sheet[]> {
  return new Promise((done, fail) => {
    // Beside us as source in tests, and as a bundle of its own when built.
    const beside = new URL(import.meta.url.endsWith('.ts') ? './workbook.worker.ts' : './workbook.worker.mjs', import.meta.url);
    const copy = new Uint8Array(content);
    const thread = new Worker(beside, { workerData: { content: copy, limits: LIMITS }, transferList: [copy.buffer], resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 }, execArgv: ['--no-warnings'], env: {} });
    const late = setTimeout(() => settle(() => fail(tooMuch())), LONGEST_MS);
    const settle = (say: () => void): void => {
      clearTimeout(late);
      say();
      void thread.terminate();
    };
    thread.once('message', (said: { readonly sheets?: readonly Sheet[]; readonly refused?: string }) => settle(() => (said.sheets ? done(said.sheets) : fail(refuseField('file', said.refused ?? 'The file cannot be read.', 'bad_input')))));
    thread.once('error', (error: NodeJS.ErrnoException) => settle(() => fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : error)));
    thread.once('exit', () => settle(() => fail(tooMuch())));
  });
}

const tooMuch = (): Refusal => refuseField('file', 'Reading the file takes more than a plan of 5,000 rows would. Remove what is not part of the plan, and upload it again.', 'bad_input');
