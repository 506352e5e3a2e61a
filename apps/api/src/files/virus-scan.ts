import { spawn } from 'node:child_process';
import { connect } from 'node:net';

export type Found = 'clean' | 'infected' | 'unknown';
/** Looks at some bytes. It never throws: whatever goes wrong is `unknown`, and what is unknown is not kept. */
export type Scan = (content: Buffer) => Promise<Found>;

/** A scanner that takes longer has said nothing. In milliseconds. */
const PATIENCE = 30_000;
/** Bytes that are sent to clamd at once; it takes less than its own `StreamMaxLength` in all. */
const CHUNK = 65_536;

/** `clamd:HOST:PORT` and `clamd:/PATH` speak ClamAV's own protocol; anything else is a command with its words apart, run without a shell. */
export function scanWith(told: string): Scan {
  if (!told.startsWith('clamd:')) return byCommand(told.split(/\s+/).filter(Boolean));
  const where = told.slice('clamd:'.length);
  const at = where.lastIndexOf(':');
  return byClamd(where.startsWith('/') ? { path: where } : { host: where.slice(0, at), port: Number(where.slice(at + 1)) });
}

/** The file comes on standard input. It ends with 0 when the file is clean and 1 when it is not, as clamscan does; all else is unknown. */
function byCommand([program = '', ...words]: readonly string[]): Scan {
  return (content) =>
    new Promise((resolve) => {
      const scanner = spawn(program, words, { stdio: ['pipe', 'ignore', 'ignore'], timeout: PATIENCE, killSignal: 'SIGKILL' });
      scanner.on('error', () => resolve('unknown'));
      scanner.on('close', (code) => resolve(code === 0 ? 'clean' : code === 1 ? 'infected' : 'unknown'));
      // One that has seen enough stops reading: what it says still counts.
      scanner.stdin.on('error', () => undefined);
      scanner.stdin.end(content);
    });
}

/** `INSTREAM`: chunks led by their length, an empty one at the end, and one line as the answer. */
function byClamd(where: { readonly path: string } | { readonly host: string; readonly port: number }): Scan {
  return (content) =>
    new Promise((resolve) => {
      const socket = connect(where);
      let said = '';
      const done = (): void => {
        socket.destroy();
        resolve(/: OK\0?\s*$/.test(said) ? 'clean' : / FOUND\0?\s*$/.test(said) ? 'infected' : 'unknown');
      };
      socket.setTimeout(PATIENCE, done);
      socket.on('error', done);
      socket.on('close', done);
      socket.on('data', (part: Buffer) => {
        said += part.toString('utf8');
        if (said.includes('\0') || said.length > 1_000) done();
      });
      socket.on('connect', () => {
        socket.write('zINSTREAM\0');
        for (let at = 0; at < content.length; at += CHUNK) {
          const part = content.subarray(at, at + CHUNK);
          const length = Buffer.alloc(4);
          length.writeUInt32BE(part.length);
          socket.write(length);
          socket.write(part);
        }
        socket.write(Buffer.alloc(4));
      });
    });
}
