// Files that are no plan, sent to the running API: how long each refusal takes, what memory it costs, and how long somebody
// else waits for a screen meanwhile.
import { deflateRawSync } from 'node:zlib';
import * as xlsx from '@e965/xlsx';
import { quantile } from './client.mjs';
import { heldBy, memoryOf } from './memory.mjs';

/** @param {unknown[][]} rows */
function workbook(rows) {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows, { dense: true }), 'Plan');
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
}

/** An archive of one sheet of spaces; `says` is the size that its directory tells. */
function bomb(bytes, says) {
  const parts = [['xl/workbook.xml', Buffer.from('<workbook><sheets><sheet name="A" sheetId="1"/></sheets></workbook>')], ['xl/worksheets/sheet1.xml', Buffer.alloc(bytes, 0x20), says]];
  const locals = [];
  const directory = [];
  let offset = 0;
  for (const [name, body, size = body.length] of parts) {
    const packed = deflateRawSync(body, { level: 9 });
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 6);
    head.copy(entry, 10, 8, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listed, end]);
}

const grid = (rows, columns) => Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => `r${row}c${column}`));
const csv = (rows, columns) => Buffer.from(grid(rows, columns).map((row) => row.join(',')).join('\n'));
const locked = () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(500_000)]);

const FILES = [
  ['not a workbook (a PDF)', 'plan.xlsx', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1_000_000, 0x41)])],
  ['encrypted', 'plan.xlsx', locked],
  ['empty', 'plan.xlsx', () => Buffer.alloc(0)],
  ['30 MB', 'plan.csv', () => Buffer.alloc(30_000_000, 'a,b\n')],
  ['200,000 rows', 'plan.xlsx', () => workbook(grid(200_000, 3))],
  ['200,000 rows of text', 'plan.csv', () => csv(200_000, 3)],
  ['3,000 columns', 'plan.xlsx', () => workbook(grid(2, 3_000))],
  ['3,000 columns and 100 rows', 'plan.xlsx', () => workbook(grid(100, 3_000))],
  ['3,000 columns of text', 'plan.csv', () => csv(200, 3_000)],
  ['a zip bomb', 'plan.xlsx', () => bomb(500_000_000)],
  ['a zip bomb that lies about its size', 'plan.xlsx', () => bomb(500_000_000, 1_000)],
  ['a zip bomb just within what we unpack', 'plan.xlsx', () => bomb(59_000_000)],
];

/** @param {{ url: string, cookie: string, slug: string, pid: number }} at @returns what each file did, in the order of the list */
export async function refusing({ url, cookie, slug, pid }) {
  const seen = [];
  for (const [title, name, make] of FILES) {
    const form = new FormData();
    form.append('file', new Blob([make()]), name);
    // The worker of the file before has ended, so every file pays for its own.
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    const before = memoryOf(pid);
    const watched = heldBy(pid);
    const others = askingMeanwhile(`${url}/api/v1/localities/${slug}/actions`, cookie);
    const from = performance.now();
    const response = await fetch(`${url}/api/v1/localities/${slug}/imports`, { method: 'POST', headers: { cookie, origin: url, 'idempotency-key': crypto.randomUUID() }, body: form });
    const ms = performance.now() - from;
    const said = await response.json();
    const waits = await others.end();
    const { server, workers } = watched.end();
    if (response.ok) throw new Error(`${title} was not refused`);
    seen.push({ title, ms, status: response.status, says: said.fields?.[0]?.message ?? said.detail, before, most: server, after: memoryOf(pid), workers, wait: quantile(waits, 0.5), longest: Math.max(...waits) });
  }
  return seen;
}

/** Somebody asks for a screen again and again; `end` gives the times in milliseconds. */
function askingMeanwhile(address, cookie) {
  const times = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const from = performance.now();
      const response = await fetch(address, { headers: { cookie } });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`somebody else was answered ${response.status} meanwhile`);
      times.push(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  return {
    end: async () => {
      isOver = true;
      await asking;
      return times;
    },
  };
}

export const refusalLine = ({ title, ms, status, before, most, after, workers, wait, longest }) =>
  `| ${title} | ${status} | ${(ms / 1000).toFixed(2)} s${ms > 2_000 ? ', MISSED' : ''} | ${before.toFixed(0)} / ${most.toFixed(0)} / ${after.toFixed(0)} | ${workers.toFixed(0)} | ${wait.toFixed(0)} / ${longest.toFixed(0)} |`;
export const REFUSAL_HEAD = `| file | status | refused after (budget: 2 s) | API before / most / after, MB | worker at most, MB | another's screen meanwhile, median / longest, ms |
| --- | --- | --- | --- | ---: | --- |`;
