import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import request from 'supertest';
import { openStage, type Stage } from '../testing/stage';

describe('the web app', () => {
  let root: string;
  let stage: Stage;
  const get = (path: string) => request(stage.app.getHttpServer() as unknown as Server).get(path);
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'web-'));
    mkdirSync(join(root, 'media'));
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>Followthrough</title>');
    writeFileSync(join(root, 'main-ABCD1234.js'), 'console.log(1)');
    writeFileSync(join(root, 'main-ABCD1234.js.br'), brotliCompressSync('console.log(1)'));
    stage = await openStage({ webRoot: root });
  });
  afterAll(async () => {
    await stage.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('gives its one page for every address of a screen, fresh each time', async () => {
    for (const path of ['/', '/northmoor/plan?status=off_track', '/sign-in', '/apiary']) {
      const said = await get(path).expect(200);
      expect(said.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(said.headers['cache-control']).toBe('no-cache');
    }
  });

  it('keeps hashed files for ever and sends the compressed copy to those who take it', async () => {
    const said = await get('/main-ABCD1234.js').set('accept-encoding', 'br').expect(200);
    expect(said.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'br' });
    await get('/main-ABCD1234.js').set('accept-encoding', 'identity').expect(200, 'console.log(1)');
  });

  it('refuses what is no screen with a coded problem', async () => {
    for (const path of ['/api/v1/nothing', '/api', '/main-GONE0000.js', '/../etc/passwd.txt']) {
      const said = await get(path).expect(404);
      expect(said.headers['content-type']).toContain('application/problem+json');
    }
  });
});
