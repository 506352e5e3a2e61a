import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routes } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';
import { scanWith } from './virus-scan';

const { attach } = routes.files;
/** What the scanners of this file take for a virus. */
const BAD = 'THIS-IS-A-VIRUS-OF-THE-TESTS';
const note = (text: string) => ({ name: 'note.txt', content: Buffer.from(text) });

/** A scanner with the manners of clamscan: clean is 0, infected is 1, and 2 is that it could not. */
const SCANNER = `#!/bin/sh
said=$(cat)
case "$said" in *${BAD}*) exit 1;; *CANNOT*) exit 2;; esac
exit 0
`;

describe('a scanner for viruses', () => {
  let folder: string;
  let scanner: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ft-scan-'));
    scanner = join(folder, 'scan.sh');
    writeFileSync(scanner, SCANNER);
    chmodSync(scanner, 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is a command that reads the file, and what it cannot say is unknown', async () => {
    const scan = scanWith(scanner);
    expect([await scan(Buffer.from('A note')), await scan(Buffer.from(`x ${BAD} x`)), await scan(Buffer.from('CANNOT'))]).toEqual(['clean', 'infected', 'unknown']);
    expect(await scanWith('/no/such/scanner')(Buffer.from('A note'))).toBe('unknown');
    // Its words are words: no shell reads them.
    expect(await scanWith(`${scanner} ; exit 0`)(Buffer.from(BAD))).toBe('infected');
  });

  it('is clamd, which takes the file in chunks', async () => {
    const clamd = await listening();
    try {
      const { port } = clamd.address() as { port: number };
      const scan = scanWith(`clamd:127.0.0.1:${port}`);
      expect(await scan(Buffer.alloc(200_000, 'a'))).toBe('clean');
      expect(await scan(Buffer.concat([Buffer.alloc(150_000, 'a'), Buffer.from(BAD)]))).toBe('infected');
      expect(await scan(Buffer.from('CANNOT'))).toBe('unknown');
    } finally {
      clamd.close();
    }
    expect(await scanWith('clamd:127.0.0.1:1')(Buffer.from('A note'))).toBe('unknown');
    expect(await scanWith('clamd:/no/such/socket')(Buffer.from('A note'))).toBe('unknown');
  });

  it('keeps what is infected or unknown out, with a sentence, and nothing of it is written', async () => {
    const stage: Stage = await openStage({ virusScan: scanner });
    try {
      const lead = await stage.person(['lead']);
      expect(await lead.ask(attach, { file: note('A note') })).toMatchObject({ name: 'note.txt' });
      expect((await lead.try(attach, { file: note(`x ${BAD}`) })).problem).toMatchObject({ status: 422, code: 'rule', fields: [{ field: 'file', message: 'A virus was found in this file, so it was not kept.' }] });
      expect((await lead.try(attach, { file: note('CANNOT') })).problem).toMatchObject({ status: 503, code: 'unavailable', detail: expect.stringContaining('could not be checked') });
      expect((await stage.owner.query('select count(*)::int as n from file')).rows).toEqual([{ n: 1 }]);
    } finally {
      await stage.close();
    }
  });
});

/** A small scanner that speaks clamd's INSTREAM. */
function listening(): Promise<Server> {
  const server = createServer((socket) => {
    let held = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      held = Buffer.concat([held, part]);
      const content: Buffer[] = [];
      let at = held.indexOf(0) + 1;
      for (;;) {
        if (at === 0 || held.length < at + 4) return;
        const length = held.readUInt32BE(at);
        if (length === 0) break;
        if (held.length < at + 4 + length) return;
        content.push(held.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
      const text = Buffer.concat(content).toString('utf8');
      socket.end(text.includes(BAD) ? 'stream: Test.Virus FOUND\0' : text.includes('CANNOT') ? 'INSTREAM size limit exceeded. ERROR\0' : 'stream: OK\0');
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
