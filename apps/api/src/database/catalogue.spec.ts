import { Client } from 'pg';
import { openStage, type Stage } from '../testing/stage';
import { ROLES } from './roles';

/** Tables that are not a tenant's, each with its reason. A new table belongs to a locality unless it is argued here. */
const NOT_A_TENANTS: Readonly<Record<string, string>> = {
  'public.locality': 'the tenant itself: its id is the locality',
  'public.migration': 'what has been migrated; the API has no right to it',
  'kernel.role_deed': 'the table of access, the same for all; the API has no right to it',
  'kernel.idempotency': 'kept by account, which may be in several localities; row security by actor',
  'identity.user': 'accounts are people, who may be in several localities; the identity role alone reads them',
  'identity.session': 'as identity.user',
  'identity.account': 'as identity.user',
  'identity.verification': 'as identity.user',
  'identity.attempt': 'counts tries at sign-in, by digest; no API right to it',
  'kernel.outbox': 'mail about an account belongs to no locality; row security lets the API see its own locality’s alone',
};

/** Tables without the audit trigger, each with its reason. */
const NOT_AUDITED: Readonly<Record<string, string>> = {
  audit: 'it is the audit',
  seal: 'made of the audit',
  plan_figure: 'counted by trigger from rows that are audited',
  plan_amended: 'as plan_figure',
  load_verdict: 'reckoned from rows that are audited',
  load_reckoning: 'when that was',
  event: 'tells open screens of what has its own history, and goes after two days',
  guest_session: 'a browser of a participant, who is audited',
  support: 'whoever asks without a name is not to be found in the history',
  poll_voter: 'when somebody voted would tell which secret ballot is theirs',
  ballot: 'as poll_voter',
  update_draft: 'nobody has said it yet: its writer’s alone until it is sent',
  snooze: 'what somebody puts off for themselves is nobody else’s affair',
  partner_view: 'unseen until the reveal, which writes it into the history',
};

/** Keys that must be unique across localities, so do not begin with one. */
const UNIQUE_EVERYWHERE = ['invitation_token_digest_key', 'room_code'];

const APPEND_ONLY = ['audit', 'seal', 'status_update', 'due_move', 'answer', 'chase', 'import_file', 'import_source', 'file', 'file_content', 'outcome_origin', 'criterion_score', 'clock_entry', 'quotation_correction', 'plan_version', 'plan_version_part', 'amendment_decision', 'cycle_part', 'cycle_reopening'];

interface Table {
  readonly schema: string;
  readonly name: string;
  readonly whole: string;
  readonly secured: boolean;
  readonly forced: boolean;
  readonly policies: readonly string[];
  readonly columns: readonly string[];
  readonly locality_default: string | null;
  readonly triggers: readonly string[];
  readonly readable: boolean;
}

const TABLES = `
  select n.nspname as schema, c.relname as name, n.nspname || '.' || c.relname as whole, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
    array(select coalesce(pg_get_expr(polqual, polrelid), '') || ' / ' || coalesce(pg_get_expr(polwithcheck, polrelid), '') from pg_policy where polrelid = c.oid) as policies,
    array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
    (select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum where d.adrelid = c.oid and a.attname = 'locality_id') as locality_default,
    array(select tgname::text from pg_trigger where tgrelid = c.oid and not tgisinternal) as triggers,
    has_table_privilege('${ROLES.api}', c.oid, 'select') and has_schema_privilege('${ROLES.api}', n.oid, 'usage') as readable
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'pgboss') order by 1, 2`;

describe('the catalogue', () => {
  let stage: Stage;
  let api: Client;
  let tables: Table[];
  let tenants: Table[];
  beforeAll(async () => {
    stage = await openStage();
    tables = (await stage.owner.query<Table>(TABLES)).rows;
    tenants = tables.filter(({ whole }) => !(whole in NOT_A_TENANTS));
    api = new Client({ connectionString: stage.apiUrl });
    await api.connect();
  });
  afterAll(async () => {
    await api.end();
    await stage.close();
  });
  const found = async (sql: string): Promise<string[]> => (await stage.owner.query<{ found: string }>(sql)).rows.map((row) => row.found);

  it('has no stale exception', () => {
    const all = tables.map(({ whole }) => whole);
    expect(Object.keys(NOT_A_TENANTS).filter((one) => !all.includes(one))).toEqual([]);
  });

  it('gives every tenant table its locality, by default the one of the transaction', () => {
    expect(tenants.length).toBeGreaterThan(25);
    expect(tenants.filter(({ locality_default }) => locality_default !== 'current_locality()').map(({ whole }) => whole)).toEqual([]);
  });

  it('forces row security by locality on every tenant table, and on whatever else the API may read', () => {
    expect(tenants.filter(({ secured, forced, policies }) => !secured || !forced || !policies.some((one) => one.split(' / ').every((half) => half.includes('locality_id = current_locality()')))).map(({ whole }) => whole)).toEqual([]);
    expect(tables.filter(({ readable, secured, forced, policies }) => readable && !(secured && forced && policies.length > 0)).map(({ whole }) => whole)).toEqual([]);
  });

  it('begins every key of a tenant table with the locality', async () => {
    const keys = await found(`
      select conname as found from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = 'public' and c.contype in ('p', 'u') and t.relname <> all (array['locality', 'migration'])
        and (select attname from pg_attribute where attrelid = t.oid and attnum = c.conkey[1]) <> 'locality_id' order by 1`);
    expect(keys).toEqual(UNIQUE_EVERYWHERE);
    const references = await found(`
      select conname as found from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class f on f.oid = c.confrelid join pg_namespace n on n.oid = f.relnamespace
      where n.nspname = 'public' and c.contype = 'f' and f.relname <> 'locality'
        and ((select attname from pg_attribute where attrelid = t.oid and attnum = c.conkey[1]) <> 'locality_id' or (select attname from pg_attribute where attrelid = f.oid and attnum = c.confkey[1]) <> 'locality_id')`);
    expect(references).toEqual([]);
    const indexes = await found(`
      select i.indexrelid::regclass::text as found from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = 'public' and i.indisunique and t.relname <> all (array['locality', 'migration'])
        and coalesce((select attname from pg_attribute where attrelid = t.oid and attnum = i.indkey[0]), '') <> 'locality_id' order by 1`);
    expect(indexes).toEqual(UNIQUE_EVERYWHERE);
  });

  it('audits every change of every tenant table', () => {
    expect(tenants.filter(({ schema, name, triggers }) => schema === 'public' && !(name in NOT_AUDITED) && !triggers.includes('audit')).map(({ name }) => name)).toEqual([]);
  });

  it('lets the API own nothing, see past nothing and make nothing', async () => {
    const { rows } = await stage.owner.query(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname in ('${ROLES.api}', '${ROLES.identity}')`);
    expect(rows).toEqual(Array(2).fill({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false }));
    expect(await found(`select relname as found from pg_class where relowner in ('${ROLES.api}'::regrole, '${ROLES.identity}'::regrole) union all select proname from pg_proc where proowner in ('${ROLES.api}'::regrole, '${ROLES.identity}'::regrole)`)).toEqual([]);
    expect(await found(`select g.rolname as found from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member in ('${ROLES.api}'::regrole, '${ROLES.identity}'::regrole)`)).toEqual([]);
    for (const sql of ['create table mine (id integer)', 'create schema mine', 'create function mine() returns integer language sql return 1', `set role ${ROLES.owner}`, 'set session_replication_role = replica', 'set row_security = off; select * from organisation', 'select * from identity."user"', 'select * from kernel.verify_seals()', 'select * from kernel.role_deed'])
      await expect(api.query(sql)).rejects.toThrow(/permission denied|must be|query would be affected by row-level security/);
  });

  it('lets the owner’s functions be called only where they look at nothing they should not', async () => {
    expect(await found(`select proname as found from pg_proc p join pg_namespace n on n.oid = p.pronamespace where prosecdef and n.nspname in ('public', 'kernel', 'identity') and not exists (select from unnest(coalesce(proconfig, '{}')) as setting where setting like 'search_path=%')`)).toEqual([]);
  });

  it('refuses any change of what is append-only, by the API and by the owner', async () => {
    for (const table of APPEND_ONLY)
      for (const sql of [`update ${table} set locality_id = locality_id`, `delete from ${table}`, `truncate ${table} cascade`]) {
        await expect(api.query(sql)).rejects.toThrow(/permission denied/);
        if (sql.startsWith('truncate')) await expect(stage.owner.query(sql)).rejects.toThrow(/append-only/);
      }
    // Row triggers speak only where there is a row.
    expect(await found(`select relname as found from pg_trigger t join pg_class c on c.oid = t.tgrelid where tgname = 'append_only' and tgtype & 2 = 2 and tgtype & 8 = 8 and tgtype & 16 = 16 order by 1`)).toEqual(expect.arrayContaining(APPEND_ONLY));
  });
});
