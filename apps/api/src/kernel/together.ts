import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';

/**
 * Statements that leave as one packet: a write to the socket for each would cost more than all else that a read does here.
 * Answers in the order asked, those that failed among them.
 */
export function together<const Asked extends readonly unknown[]>(client: PoolClient, ask: () => Asked): Promise<{ -readonly [K in keyof Asked]: PromiseSettledResult<Awaited<Asked[K]>> }> {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection;
  stream.cork();
  try {
    return Promise.allSettled(ask());
  } finally {
    stream.uncork();
  }
}
