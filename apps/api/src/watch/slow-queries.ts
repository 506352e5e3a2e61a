import { EventEmitter } from 'node:events';
import type { Pool, PoolClient } from 'pg';
import type { Log } from './log';

interface Said {
  readonly name?: string;
  readonly text?: string;
}

/** Logs every statement that takes longer than that, by its name or its text, never with its values. */
export function logSlowQueries(pool: Pool, slowMs: number, log: Log): void {
  pool.on('connect', (client: PoolClient) => {
    const query = client.query.bind(client) as (...said: unknown[]) => unknown;
    const timed = (...said: unknown[]): unknown => {
      const since = performance.now();
      const answered = query(...said);
      const done = (): void => note(log, slowMs, since, said[0]);
      if (answered instanceof Promise) answered.then(done, done);
      else if (answered instanceof EventEmitter) answered.once('end', done);
      return answered;
    };
    Object.assign(client, { query: timed });
  });
}

function note(log: Log, slowMs: number, since: number, said: unknown): void {
  const ms = Math.round(performance.now() - since);
  if (ms < slowMs) return;
  const { name, text } = typeof said === 'string' ? ({ text: said } satisfies Said) as Said : (said as Said);
  log.warn({ slow: name ?? text?.replace(/\s+/g, ' ').trim().slice(0, 200), ms }, 'database');
}
