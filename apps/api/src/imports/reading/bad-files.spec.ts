import { deflateRawSync } from 'node:zlib';
import * as xlsx from '@e965/xlsx';
import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import writeExcelFile from 'write-excel-file/node';
import { openStage, type Stage } from '../../testing/stage';

const { upload } = routes.imports;

/** A zip with one part whose size may be told falsely. */
function zipOf(parts: readonly { readonly name: string; readonly body: Buffer; readonly says?: number }[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, body, says } of parts) {
    const packed = deflateRawSync(body, { level: 9 });
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(says ?? body.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(says ?? body.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(head, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const xml = (body: string): Buffer => Buffer.from(`<?xml version="1.0"?>${body}`);
const book = { name: 'xl/workbook.xml', body: xml('<workbook><sheets><sheet name="A" sheetId="1"/></sheets></workbook>') };
const nought = (bytes: number): Buffer => Buffer.alloc(bytes, 0x20);
const locked = (): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(500)]);
const csvOf = (rows: number, columns: number): Buffer => Buffer.from(Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => `r${row}c${column}`).join(',')).join('\n'));

describe('files that cannot be a plan', () => {
  let stage: Stage;
  let lead: Caller;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
  });
  afterAll(() => stage.close());

  const refused = async (name: string, content: Buffer): Promise<{ status: number; code: string; says: string | undefined }> => {
    const { status, problem } = await lead.try(upload, { file: { name, content } });
    return { status, code: problem.code, says: problem.fields?.[0]?.message ?? problem.detail };
  };

  it.each([
    ['nothing at all', 'a.xlsx', () => Buffer.alloc(0), 'The file is empty.'],
    ['only spaces', 'a.csv', () => Buffer.from(' \n\n , ,\n'), 'The file is empty: no cell of it says anything.'],
    ['a PDF', 'plan.xlsx', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'This is not a spreadsheet that we can read. Upload an Excel workbook (.xlsx) or a .csv file.'],
    ['a picture', 'plan.csv', () => Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108', 'hex'), 'This is not a spreadsheet that we can read. Upload an Excel workbook (.xlsx) or a .csv file.'],
    ['a Word document', 'plan.xlsx', () => zipOf([{ name: 'word/document.xml', body: xml('<w/>') }]), 'This is not a spreadsheet that we can read. Upload an Excel workbook (.xlsx) or a .csv file.'],
    ['half a workbook', 'plan.xlsx', () => zipOf([book]).subarray(0, 60), 'The file is damaged, so it cannot be read. Open it in Excel, save it again, and upload that.'],
    ['a locked workbook', 'plan.xlsx', locked, 'The file is locked with a password. Save a copy without one, and upload that.'],
    ['an old workbook', 'plan.xls', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'This is an old Excel file (.xls). Open it in Excel, save it as an Excel workbook (.xlsx), and upload that.'],
    ['a zip bomb', 'plan.xlsx', () => zipOf([book, { name: 'xl/worksheets/sheet1.xml', body: nought(200_000_000) }]), 'Unpacked, the file is larger than any plan of 5,000 rows. Remove what is not part of the plan, and upload it again.'],
    ['a zip bomb that lies about its size', 'plan.xlsx', () => zipOf([book, { name: 'xl/worksheets/sheet1.xml', body: nought(200_000_000), says: 1_000 }]), 'The file is damaged, so it cannot be read. Open it in Excel, save it again, and upload that.'],
    ['200,000 rows of text', 'plan.csv', () => csvOf(200_000, 4), 'The file has more than 5,000 rows: split it into several files.'],
    ['3,000 columns of text', 'plan.csv', () => csvOf(20, 3_000), 'A sheet has 3,000 columns. We take up to 200.'],
  ])('refuses %s with a sentence that says why', async (_, name, content, says) => expect(await refused(name, content())).toEqual({ status: 400, code: 'bad_input', says }));

  it('refuses a workbook of 200,000 rows, and one of 3,000 columns', async () => {
    const rows = await writeExcelFile(Array.from({ length: 200_000 }, (_, row) => [`1.${row}`, 'Action'])).toBuffer();
    expect((await refused('rows.xlsx', rows)).says).toBe('A sheet has more than 5,000 rows. Split it into several files.');
    const columns = await writeExcelFile([Array.from({ length: 3_000 }, (_, column) => `c${column}`), ['x']]).toBuffer();
    expect((await refused('columns.xlsx', columns)).says).toBe('A sheet has 3,000 columns. We take up to 200.');
  });

  it('refuses a sheet with more filled cells than a plan has, and leaves a huge hidden one alone', async () => {
    const full = await writeExcelFile(Array.from({ length: 2_000 }, (_, row) => Array.from({ length: 180 }, () => row))).toBuffer();
    expect((await refused('full.xlsx', full)).says).toBe('A sheet has more than 300,000 filled cells, which is more than any plan. Split it into several files.');
    const book = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['Ref', 'Action'], ['1', 'Agree the beds']]), 'Plan');
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(Array.from({ length: 8_000 }, (_, row) => [row])), 'Old data');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    const screen = await lead.ask(upload, { file: { name: 'hidden.xlsx', content: xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer } });
    expect(screen.sheets.map((sheet) => sheet.name)).toEqual(['Plan']);
  });

  it('stops an upload of 30 MB at the limit, and takes no JSON for a file', async () => {
    expect(await refused('large.csv', Buffer.alloc(30_000_000, 'a,b\n'))).toEqual({ status: 413, code: 'too_large', says: 'The file is larger than 10 MB.' });
    expect(await refused('large.csv', Buffer.alloc(10 * 1024 * 1024 + 1, 'a,b\n'))).toEqual({ status: 413, code: 'too_large', says: 'The file is larger than 10 MB.' });
    expect((await lead.try(upload, { body: {} })).problem.code).toBe('wrong_media');
  });

  it('goes on as before after all of them', async () => {
    const screen = await lead.ask(upload, { file: { name: 'plan.csv', content: Buffer.from('Ref;Action;Due\n1;Do it;31/12/2026\n') } });
    expect(screen.columns.map((column) => column.field)).toEqual(['ref', 'title', 'dueOn']);
    expect((await stage.owner.query('select count(*)::int as n from import')).rows).toEqual([{ n: 2 }]);
  });

  it.each([
    ['UTF-8 with its mark', Buffer.from('\ufeffRef,Action\n1,Plán für Ælfrēd 日本 العربية'), 'Plán für Ælfrēd 日本 العربية'],
    ['UTF-16', Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from('Ref\tAction\n1\tPlán 日本', 'utf16le')]), 'Plán 日本'],
    ['UTF-16 without its mark', Buffer.from('Ref\tAction\n1\tPlan here', 'utf16le'), 'Plan here'],
    ['Windows-1252', Buffer.from('Ref;Action\n1;Caf\xe9 \x80 5 \x96 ok', 'latin1'), 'Café € 5 – ok'],
    ['quoted commas and lines', Buffer.from('Ref,Action\r\n1,"One, two\r\nthree"\r\n'), 'One, two\nthree'],
  ])('reads text in %s', async (_, content, says) => {
    const screen = await lead.ask(upload, { file: { name: 'plan.csv', content } });
    expect(screen.grid.map((row) => row.cells)).toEqual([['Ref', 'Action'], ['1', says]]);
  });
});
