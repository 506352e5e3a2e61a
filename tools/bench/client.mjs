// So many connections kept alive, each asking again as soon as it is answered. Written over sockets, because a client
// that costs as much as a server would measure itself.
import { connect } from 'node:net';

/**
 * @param {{ port: number, connections: number, seconds: number, request: (turn: number) => string }} load
 * @returns {Promise<{ rps: number, times: number[], failed: number }>} times in milliseconds
 */
export async function press({ port, connections, seconds, request }) {
  const times = [];
  let failed = 0;
  let turn = 0;
  const until = performance.now() + seconds * 1000;
  const from = performance.now();
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise((resolve, reject) => {
          const socket = connect(port, '127.0.0.1');
          socket.setNoDelay(true);
          let started = 0;
          let parts = [];
          let have = 0;
          let need = -1;
          const ask = () => {
            if (performance.now() >= until) return socket.end();
            parts = [];
            have = 0;
            need = -1;
            started = performance.now();
            socket.write(request(turn++));
          };
          socket.on('connect', ask);
          socket.on('data', (part) => {
            parts.push(part);
            have += part.length;
            if (need < 0) {
              const head = Buffer.concat(parts).toString('latin1');
              const end = head.indexOf('\r\n\r\n');
              if (end < 0) return;
              const length = /\r\ncontent-length: (\d+)/i.exec(head.slice(0, end + 2));
              if (!length) return reject(new Error(`an answer without a length: ${head.slice(0, 200)}`));
              need = end + 4 + Number(length[1]);
              if (!/^HTTP\/1\.1 20\d /.test(head)) {
                failed += 1;
                if (failed === 1) console.error(head.slice(0, 1200));
              }
            }
            if (have < need) return;
            times.push(performance.now() - started);
            ask();
          });
          socket.on('error', reject);
          socket.on('close', resolve);
        }),
    ),
  );
  return { rps: (1000 * times.length) / (performance.now() - from), times, failed };
}

/** @param {number[]} times @param {number} share */
export const quantile = (times, share) => {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};
