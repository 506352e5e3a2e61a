import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { routes } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';
import { storeAt } from './store';

const { attach, one, content } = routes.files;
const note = { name: 'note.txt', content: Buffer.from('What was agreed on the ward.') };
const digest = createHash('sha256').update(note.content).digest('hex');

describe('a store of files', () => {
  let folder: string;
  let port: number;
  let bucket: ChildProcess;
  /** A server that speaks S3, in a process of its own, with one bucket and keys that it knows. */
  const serve = async (): Promise<void> => {
    bucket = spawn(process.execPath, [join(import.meta.dirname, '../../../../node_modules/s3rver/bin/s3rver.js'), '-d', join(folder, 's3'), '-a', '127.0.0.1', '-p', String(port), '--configure-bucket', 'evidence'], { stdio: 'ignore' });
    for (;;) {
      if (await fetch(`http://127.0.0.1:${port}/`).then(() => true, () => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      bucket.once('exit', () => resolve());
      bucket.kill('SIGKILL');
    });
  const s3 = (key = 'S3RVER'): string => `http://${key}:S3RVER@127.0.0.1:${port}/evidence?region=eu-west-2`;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ft-store-'));
    port = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port: free } = server.address() as { port: number };
        server.close(() => resolve(free));
      });
    });
    await serve();
  });
  afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });

  it('is a folder, or a bucket with its keys', () => {
    for (const wrong of ['', 'somewhere', 'ftp://host/bucket', 'https://host/bucket', 'https://KEY:SECRET@host/', 'https://KEY:SECRET@host/bucket/deeper']) expect(() => storeAt(wrong)).toThrow(/FILE_STORE must be/);
  });

  it.each([['a folder', () => pathToFileURL(join(folder, 'files')).href, () => join(folder, 'files', 'northmoor', digest)], ['a bucket that speaks S3', () => s3(), () => join(folder, 's3', 'evidence', `northmoor/${digest}._S3rver_object`)]])('keeps the bytes in %s, and PostgreSQL who may have them', async (_, fileStore, where) => {
    const stage: Stage = await openStage({ fileStore: fileStore() });
    try {
      const lead = await stage.person(['lead']);
      const kept = await lead.ask(attach, { file: note });
      expect(kept).toMatchObject({ name: 'note.txt', size: note.content.length, digest });
      expect((await stage.owner.query('select count(*)::int as n from file_content')).rows).toEqual([{ n: 0 }]);
      expect(readFileSync(where())).toEqual(note.content);
      const executive = await stage.person(['executive']);
      expect((await executive.try(content, { params: { id: kept.id } })).bytes).toEqual(note.content);
      // The same bytes again are the same object, under another row.
      const again = await lead.ask(attach, { file: { ...note, name: 'copy.txt' } });
      expect(again.id).not.toBe(kept.id);
      const elsewhere = await stage.person(['lead', 'administrator'], 'eastvale');
      expect((await elsewhere.try(content, { params: { id: kept.id } })).problem.code).toBe('not_found');
      expect((await elsewhere.ask(attach, { file: note })).digest).toBe(digest);

      writeFileSync(where(), 'forged');
      expect((await executive.try(content, { params: { id: kept.id } })).problem.code).toBe('not_found');
      rmSync(where());
      expect((await executive.try(content, { params: { id: kept.id } })).problem.code).toBe('not_found');
      expect(await executive.ask(one, { params: { id: kept.id } })).toEqual(kept);
    } finally {
      await stage.close();
    }
  });

  it('still gives what PostgreSQL has kept from before', async () => {
    const stage = await openStage({ fileStore: s3() });
    try {
      const lead = await stage.person(['lead']);
      const { id } = await lead.ask(attach, { file: note });
      await stage.owner.query(`insert into file_content (locality_id, id, content) select locality_id, id, $2 from file where id = $1`, [id, note.content]);
      rmSync(join(folder, 's3', 'evidence', `northmoor/${digest}._S3rver_object`));
      expect((await lead.try(content, { params: { id } })).bytes).toEqual(note.content);
    } finally {
      await stage.close();
    }
  });

  it('says so where the store refuses or is away, and writes nothing', async () => {
    const stage = await openStage({ fileStore: s3('somebody') });
    const open = await openStage({ fileStore: s3() });
    try {
      const lead = await stage.person(['lead']);
      expect((await lead.try(attach, { file: note })).problem).toMatchObject({ status: 503, code: 'unavailable', detail: 'This file could not be stored just now. Try again in a moment.' });
      expect((await stage.owner.query('select count(*)::int as n from file')).rows).toEqual([{ n: 0 }]);

      const other = await open.person(['lead']);
      const { id } = await other.ask(attach, { file: note });
      await stop();
      expect((await other.try(attach, { file: note })).problem).toMatchObject({ status: 503, code: 'unavailable' });
      expect((await other.try(content, { params: { id } })).problem).toMatchObject({ status: 503, code: 'unavailable', detail: 'This file cannot be reached just now. Try again in a moment.' });
      await serve();
      expect((await other.try(content, { params: { id } })).bytes).toEqual(note.content);
    } finally {
      await stage.close();
      await open.close();
    }
  });
});
