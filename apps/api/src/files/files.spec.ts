import { createHash } from 'node:crypto';
import { LARGEST_ATTACHMENT, routes } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';
import { HOURLY } from './files';

const { attach, one, content } = routes.files;

describe('files', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from([0, 1, 2, 255, 254])]);

  it('keeps a file as it is, says what it is, and gives it back to save', async () => {
    const lead = await stage.person(['lead']);
    const kept = await lead.ask(attach, { file: { name: 'Plan – “winter” (final).pdf', content: pdf } });
    expect(kept).toMatchObject({ name: 'Plan – “winter” (final).pdf', mediaType: 'application/pdf', size: pdf.length, digest: createHash('sha256').update(pdf).digest('hex'), attachedBy: 'Test lead' });
    const executive = await stage.person(['executive']);
    expect(await executive.ask(one, { params: { id: kept.id } })).toEqual(kept);
    const { bytes, headers } = await executive.try(content, { params: { id: kept.id } });
    expect(bytes).toEqual(pdf);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Plan _ _winter_ (final).pdf"; filename*=UTF-8''Plan%20%E2%80%93%20%E2%80%9Cwinter%E2%80%9D%20%28final%29.pdf`,
      'content-security-policy': `default-src 'none'; sandbox`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it('goes by what a file holds, not by its name', async () => {
    const lead = await stage.person(['lead']);
    expect(await lead.ask(attach, { file: { name: '../../evil.exe', content: pdf } })).toMatchObject({ name: 'evil.exe.pdf', mediaType: 'application/pdf' });
    for (const [name, bytes] of [
      ['program.pdf', Buffer.from('MZ\u0000\u0000program')],
      ['page.txt', Buffer.from('  <!DOCTYPE html><script>alert(1)</script>')],
      ['drawing.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
      ['macros.docx', Buffer.concat([Buffer.from('PK\u0003\u0004word/document.xml'), Buffer.from('word/vbaProject.bin')])],
      ['archive.zip', Buffer.from('PK\u0003\u0004any.bin')],
      ['script.txt', Buffer.from('#!/bin/sh\nrm -rf /\n')],
      ['latin.txt', Buffer.from('caf\xe9', 'latin1')],
    ] as const)
      expect({ name, ...(await lead.try(attach, { file: { name, content: bytes } })).problem }).toMatchObject({ name, status: 415, code: 'wrong_media', fields: [{ field: 'file' }] });
  });

  it('refuses what is empty, too large, or no file', async () => {
    const lead = await stage.person(['lead']);
    expect((await lead.try(attach, { file: { name: 'empty.pdf', content: Buffer.alloc(0) } })).problem).toMatchObject({ code: 'bad_input', fields: [{ field: 'file', message: 'The file is empty.' }] });
    expect((await lead.try(attach, { file: { name: 'large.pdf', content: Buffer.concat([pdf, Buffer.alloc(LARGEST_ATTACHMENT)]) } })).problem).toMatchObject({ status: 413, code: 'too_large', detail: 'The file is larger than 20 MB.' });
    expect(await lead.ask(attach, { file: { name: 'largest.pdf', content: Buffer.concat([pdf, Buffer.alloc(LARGEST_ATTACHMENT - pdf.length)]) } })).toMatchObject({ size: LARGEST_ATTACHMENT });
    expect((await lead.try(attach, { body: { file: 'x' } as never })).problem.code).toBe('wrong_media');
  });

  it('attaches once for the same key', async () => {
    const lead = await stage.person(['lead']);
    const asking = { headers: { 'idempotency-key': 'one-file-one-key' }, file: { name: 'same.pdf', content: pdf } };
    expect(await lead.ask(attach, asking)).toEqual(await lead.ask(attach, asking));
    expect((await lead.try(attach, { ...asking, file: { name: 'other.pdf', content: pdf } })).problem.code).toBe('key_reused');
  });

  it('takes so many an hour from one person', async () => {
    const lead = await stage.person(['lead']);
    const file = { name: 'note.txt', content: Buffer.from('A note.') };
    for (let count = 0; count < HOURLY; count += 1) await lead.ask(attach, { file });
    const { problem, headers } = await lead.try(attach, { file });
    expect(problem).toMatchObject({ status: 429, code: 'too_many' });
    expect(headers['retry-after']).toBe('3600');
    await (await stage.person(['lead'])).ask(attach, { file });
  });

  it('gives nothing to another locality, and takes nothing from those who only read', async () => {
    const { id } = await (await stage.person(['lead'])).ask(attach, { file: { name: 'ours.pdf', content: pdf } });
    const elsewhere = await stage.person(['lead', 'administrator'], 'eastvale');
    expect((await elsewhere.try(one, { params: { id } })).problem.code).toBe('not_found');
    expect((await elsewhere.try(content, { params: { id } })).problem.code).toBe('not_found');
    expect((await (await stage.person(['expert'])).try(attach, { file: { name: 'mine.pdf', content: pdf } })).problem.code).toBe('not_permitted');
    expect((await stage.nobody().try(content, { params: { id } })).problem.code).toBe('sign_in_needed');
  });

  it('gives nothing whose bytes are no longer those that were attached', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await lead.ask(attach, { file: { name: 'ours.pdf', content: pdf } });
    await expect(stage.owner.query(`update file_content set content = 'forged' where id = $1`, [id])).rejects.toThrow(/append-only/);
    await stage.owner.query('alter table file_content disable trigger append_only');
    await stage.owner.query(`update file_content set content = 'forged' where id = $1`, [id]);
    await stage.owner.query('alter table file_content enable trigger append_only');
    expect((await lead.try(content, { params: { id } })).problem.code).toBe('not_found');
  });

  it('keeps the bytes out of the audit and their digest in it', async () => {
    const { id, digest } = await (await stage.person(['lead'])).ask(attach, { file: { name: 'ours.pdf', content: pdf } });
    const { rows } = await stage.owner.query<{ after: Record<string, unknown> }>('select after from audit where row_id = $1 order by position', [id]);
    expect(rows.map(({ after }) => [after['digest'], 'content' in after])).toEqual([[`\\x${digest}`, false], [undefined, false]]);
  });
});
