import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';

/** The tests' cluster, which `npm test` starts and names here. */
export function clusterUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('Run tests with `npm test` (or `npm test -- path`): it starts the database they need.');
  return url;
}

/** The same cluster's database of another name. */
export function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.toString();
}

/** The same database as somebody else. */
export function asRole(url: string, role: string, password: string): string {
  const address = new URL(url);
  address.username = role;
  address.password = password;
  return address.toString();
}

async function once<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the template `name` once, by whichever test file comes first; the others wait for it. */
export async function ensureTemplate(name: string, prepare: (url: string) => Promise<void>): Promise<void> {
  const url = clusterUrl();
  await once(url, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('followthrough.template'))`);
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [name]);
    if (rowCount) return;
    await client.query(`drop database if exists ${escapeIdentifier(name)}`);
    await client.query(`create database ${escapeIdentifier(name)}`);
    await prepare(inDatabase(url, name));
    await client.query(`alter database ${escapeIdentifier(name)} with is_template true`);
  });
}

/** A database of one test file's own, cloned from a template in a fraction of a second. */
export async function cloneDatabase(template: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const url = clusterUrl();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await once(url, (client) => client.query(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)} strategy file_copy`));
  return { url: inDatabase(url, name), drop: () => once(url, (client) => dropped(client, name)) };
}

/** Pools say that they have ended while their last connections still close; one that was ended by force would fail the test that it was in. */
async function dropped(client: Client, name: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await client.query<{ many: string }>(`select count(*) as many from pg_stat_activity where datname = $1 and backend_type = 'client backend'`, [name]);
    if (rows[0]?.many === '0') break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
}
