import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Role } from '@followthrough/contracts';
import { access } from '@followthrough/domain';
import { asRole, Caller, cloneDatabase, ensureTemplate } from '@followthrough/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { openLocality } from '../database/locality';
import { migrate } from '../database/migrate';
import { ROLES } from '../database/roles';
import type { Env } from '../env';
import { Accounts } from '../identity/accounts';
import { SESSION_COOKIE, signed } from '../kernel/session-cookie';
import { makeServer } from '../server';

const PASSWORDS = { api: 'test-api', identity: 'test-identity' };
const SECRET = 'a secret of the tests, which guards nothing';
const ORIGIN = 'http://localhost:4000';

/** The real server on a database of this test file's own, with two localities in it: `northmoor` and `eastvale`. */
export interface Stage {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** The same database as the API's role. */
  readonly apiUrl: string;
  readonly secret: string;
  /** What its server was made with. */
  readonly env: Env;
  /** The owner's connection, for what a test must see or arrange behind the API. */
  readonly owner: Client;
  /** Somebody with these roles there, signed in. */
  person(roles: readonly Role[], locality?: string, organisationId?: string): Promise<Caller>;
  /** The same person, signed in with the same session, in another locality too. */
  also(who: Caller, roles: readonly Role[], locality: string): Promise<Caller>;
  /** Somebody with a password, not signed in. */
  account(name: string, roles?: readonly Role[], locality?: string): Promise<{ readonly email: string; readonly password: string; readonly userId: string; readonly personId: string }>;
  /** Whoever the cookies of an answer say. */
  browser(cookies: readonly string[], locality?: string): Caller;
  /** Nobody: not signed in. */
  nobody(locality?: string): Caller;
  close(): Promise<void>;
}

export async function openStage(more: Partial<Env> = {}): Promise<Stage> {
  const template = `template_${migrationsDigest()}`;
  await ensureTemplate(template, prepare);
  const database = await cloneDatabase(template);
  const env: Env = {
    databaseUrl: asRole(database.url, ROLES.api, PASSWORDS.api),
    identityUrl: asRole(database.url, ROLES.identity, PASSWORDS.identity),
    secret: SECRET,
    host: '127.0.0.1',
    port: 0,
    publicUrl: ORIGIN,
    trustProxy: null,
    smtpUrl: null,
    mailFrom: 'Followthrough <no-reply@followthrough.example>',
    demo: false,
    webRoot: null,
    logLevel: 'silent',
    slowQueryMs: 10_000,
    heartbeatMs: 25_000,
    metricsToken: null,
    virusScan: null,
    fileStore: null,
    ...more,
  };
  const app = await makeServer(env);
  const server = app.getHttpServer() as unknown as Server;
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  return {
    app,
    url: database.url,
    apiUrl: env.databaseUrl,
    secret: SECRET,
    env,
    owner,
    person: async (roles, locality = 'northmoor', organisationId) => {
      const { personId, token } = await member(owner, locality, roles, organisationId ?? null);
      return new Caller(server, env.publicUrl, locality, `${SESSION_COOKIE}=${signed(token, SECRET)}`, personId);
    },
    also: async (who, roles, locality) => {
      const { rows } = await owner.query<{ person_id: string }>(
        `with known as (select m.user_id, p.name, p.email from membership m join person p on p.id = m.person_id where p.id = $1),
          body as (insert into person (locality_id, name, email) select l.id, k.name, k.email from known k, locality l where l.slug = $2 returning id, locality_id)
         insert into membership (locality_id, user_id, person_id, roles) select body.locality_id, known.user_id, body.id, $3 from body, known returning person_id`,
        [who.personId, locality, roles],
      );
      if (!rows[0]) throw new Error(`nobody to be in ${locality} too`);
      return new Caller(server, env.publicUrl, locality, who.cookie, rows[0].person_id);
    },
    account: async (name, roles = ['lead'], locality = 'northmoor') => {
      const { personId, userId, email } = await member(owner, locality, roles, null, name);
      const password = 'copper kettle umbrella';
      await owner.query(`insert into identity.account ("userId", "accountId", "providerId", password) values ($1::uuid, $1::text, 'credential', $2)`, [userId, await app.get(Accounts).digest(password)]);
      return { email, password, userId, personId };
    },
    browser: (cookies, locality = 'northmoor') => new Caller(server, env.publicUrl, locality, cookies.map((one) => one.split(';')[0]).join('; ')),
    nobody: (locality = 'northmoor') => new Caller(server, env.publicUrl, locality, null),
    close: async () => {
      await owner.end();
      await app.close();
      await database.drop();
    },
  };
}

async function prepare(url: string): Promise<void> {
  await migrate(url, PASSWORDS);
  const client = new Client({ connectionString: url });
  await client.connect();
  await openLocality(client, { slug: 'northmoor', name: 'Northmoor' });
  await openLocality(client, { slug: 'eastvale', name: 'Eastvale' });
  await client.end();
}

async function member(owner: Client, locality: string, roles: readonly Role[], organisationId: string | null, name = `Test ${roles.join(' and ')}`): Promise<{ personId: string; userId: string; email: string; token: string }> {
  const token = randomBytes(24).toString('base64url');
  const email = `${randomBytes(6).toString('hex')}@people.example`;
  const { rows } = await owner.query<{ person_id: string; user_id: string }>(
    `with place as (select id from locality where slug = $1),
      who as (insert into identity."user" (name, email) values ($2, $3) returning id),
      open as (insert into identity.session ("userId", token, "expiresAt") select id, $4, now() + interval '1 day' from who),
      body as (insert into person (locality_id, name, email, organisation_id) select place.id, $2, $3, $6 from place returning id, locality_id)
     insert into membership (locality_id, user_id, person_id, roles) select body.locality_id, who.id, body.id, $5 from body, who returning person_id, user_id`,
    [locality, name, email, token, roles, organisationId],
  );
  if (!rows[0]) throw new Error(`no locality called ${locality}`);
  return { personId: rows[0].person_id, userId: rows[0].user_id, email, token };
}

/** Another migration, or another table of access, is another template. */
function migrationsDigest(): string {
  const folder = join(import.meta.dirname, '../database');
  const hash = createHash('sha256').update(JSON.stringify(access));
  for (const name of readdirSync(folder, { recursive: true }).map(String).filter((one) => one.endsWith('.ts')).sort()) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}
