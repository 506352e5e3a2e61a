// The database that the commands work on: the one of DATABASE_URL, else the embedded one in .data.
import { join } from 'node:path';
import { startCluster } from './cluster.mjs';
import { dataFolder, secrets } from './secrets.mjs';

/** The addresses the server's processes need, each for its own role, where its files are when it is ours, and how to let it go. */
export async function database() {
  const keys = secrets();
  const api = process.env.API_PASSWORD ?? keys.api;
  const identity = process.env.IDENTITY_PASSWORD ?? keys.identity;
  const { url, folder, stop } = process.env.DATABASE_URL ? { url: process.env.DATABASE_URL, folder: undefined, stop: async () => {} } : await embedded(keys.postgres);
  const env = { DATABASE_URL: url, API_PASSWORD: api, IDENTITY_PASSWORD: identity, API_DATABASE_URL: as(url, 'followthrough_api', api), IDENTITY_DATABASE_URL: as(url, 'followthrough_identity', identity) };
  return { env, folder, stop };
}

async function embedded(password) {
  const cluster = await startCluster(join(dataFolder, 'postgres'), { password, keep: true });
  const url = new URL(cluster.url);
  url.pathname = '/followthrough';
  const { default: pg } = await import('pg');
  const admin = new pg.Client({ connectionString: cluster.url });
  await admin.connect();
  const { rowCount } = await admin.query(`select from pg_database where datname = 'followthrough'`);
  if (!rowCount) await admin.query('create database followthrough');
  await admin.end();
  return { url: url.toString(), folder: cluster.folder, stop: cluster.stop };
}

function as(url, role, password) {
  const address = new URL(url);
  address.username = role;
  address.password = password;
  return address.toString();
}
