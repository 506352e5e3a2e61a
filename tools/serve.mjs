import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { API_FLAGS, apiFolder } from './build-api.mjs';
import { built, webFolder } from './built.mjs';
import { database } from './database.mjs';
import { dataFolder, secrets } from './secrets.mjs';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** Everything from nothing to a page one can sign in to. Ends when the server ends. */
export async function serve() {
  const stopping = untilAsked();
  await built();
  const { env, folder, stop } = await database();
  try {
    const settings = await settingsFor(env);
    await command('migrate', settings);
    if (settings.FOLLOWTHROUGH_DEMO === 'on') await command('demo', settings);
    if (stopping.asked()) return;
    await running(settings, stopping, folder);
  } finally {
    await stop();
  }
}

/** What the server is told. Whatever is set already stays as it is. */
export async function settingsFor(env) {
  const keys = secrets();
  const host = process.env.HOST ?? '127.0.0.1';
  const port = process.env.PORT ?? String(await freeFrom(4000, host));
  const address = `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
  return {
    FOLLOWTHROUGH_SECRET: keys.server,
    FOLLOWTHROUGH_DEMO: LOOPBACK.includes(host) ? 'on' : 'off',
    FOLLOWTHROUGH_DEMO_PASSWORD: keys.demo,
    ...(existsSync(webFolder) ? { WEB_ROOT: webFolder } : {}),
    PUBLIC_URL: address,
    LOG_LEVEL: 'warn',
    ...process.env,
    ...env,
    HOST: host,
    PORT: port,
  };
}

/** One of the bundled commands of apps/api/src/commands, to its end. */
export function command(name, env, args = []) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', join(apiFolder, `${name}.mjs`), ...args], { env, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${name} failed; what it said is above.`))));
  });
}

/** The server itself, in a process group of its own: Ctrl C reaches us, we ask it to end, and then the database goes. */
async function running(settings, stopping, folder) {
  const server = spawn(process.execPath, [...API_FLAGS, join(apiFolder, 'main.mjs')], { env: settings, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = new Promise((resolve) => server.on('close', (code) => resolve(code ?? 1)));
  server.once('message', (said) => said === 'serving' && announce(settings, folder));
  stopping.then(() => server.kill('SIGTERM'));
  const code = await ended;
  if (!stopping.asked()) {
    console.error(`The server ended by itself (${code}).`);
    process.exitCode = code || 1;
  }
}

export function announce({ PUBLIC_URL, FOLLOWTHROUGH_DEMO, FOLLOWTHROUGH_DEMO_PASSWORD }, folder) {
  console.log(`\nFollowthrough is at ${PUBLIC_URL}`);
  if (FOLLOWTHROUGH_DEMO === 'on') {
    console.log(`\nDemo sign-ins, all with the password ${FOLLOWTHROUGH_DEMO_PASSWORD}\n`);
    // Roles and localities as apps/api/src/database/demo has them.
    const roles = { lead: 'Locality lead', executive: 'Executive', friend: 'Critical friend', expert: 'Expert by experience', admin: 'Administrator', visitor: 'Visitor' };
    for (const [word, role] of Object.entries(roles)) console.log(`  ${role.padEnd(22)}${['northmoor', 'eastvale', 'harbourside'].map((locality) => `${word}@${locality}.example`.padEnd(31)).join('')}`.trimEnd());
  }
  const kept = folder === undefined ? 'The database is that of DATABASE_URL' : folder.startsWith(dataFolder) ? 'Everything is kept in .data' : `Everything is kept in .data and, since PostgreSQL may not enter this folder, in ${folder}`;
  console.log(`\nCtrl C stops it. ${kept}.`);
}

/** Resolves when somebody asks us to stop; a second Ctrl C does not wait. */
export function untilAsked() {
  let asked = false;
  const promise = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => {
        if (asked && signal === 'SIGINT') process.exit(1);
        asked = true;
        resolve();
      });
  });
  return Object.assign(promise, { asked: () => asked });
}

async function freeFrom(port, host) {
  for (let next = port; next < port + 50; next += 1) if (await isFree(next, host)) return next;
  throw new Error(`No port from ${port} to ${port + 49} is free. Set PORT.`);
}

const isFree = (port, host) =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
