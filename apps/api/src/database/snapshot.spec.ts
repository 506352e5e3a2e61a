import { openStage, type Stage } from '../testing/stage';

/**
 * The schema as PostgreSQL has it, reviewed in every change: what TypeORM's own comparison knows nothing of.
 * Renew it with `npm test -- apps/api/src/database/snapshot -u` and read the difference.
 */
const PARTS: Readonly<Record<string, string>> = {
  columns: `select table_schema || '.' || table_name || '.' || column_name || ': ' || format('%s%s%s%s', c.udt_name, case when is_nullable = 'NO' then ' not null' else '' end, coalesce(' default ' || column_default, ''), coalesce(' as ' || generation_expression, '')) as line
    from information_schema.columns c where table_schema in ('public', 'kernel', 'identity') and table_name <> 'migration'`,
  constraints: `select conrelid::regclass || ' ' || conname || ': ' || pg_get_constraintdef(oid) as line from pg_constraint where connamespace in ('public'::regnamespace, 'kernel'::regnamespace, 'identity'::regnamespace) and contype <> 'n' and conrelid <> 0 and conrelid <> 'public.migration'::regclass`,
  indexes: `select indexdef as line from pg_indexes where schemaname in ('public', 'kernel', 'identity') and tablename <> 'migration'`,
  policies: `select schemaname || '.' || tablename || ' ' || policyname || ' to ' || array_to_string(roles, ', ') || ' for ' || cmd || ': ' || coalesce(qual, '') || ' / ' || coalesce(with_check, '') as line from pg_policies where schemaname in ('public', 'kernel', 'identity')`,
  triggers: `select tgrelid::regclass || ' ' || pg_get_triggerdef(oid) as line from pg_trigger where not tgisinternal`,
  functions: `select p.oid::regprocedure || case when prosecdef then ' security definer' else '' end || ' owned by ' || pg_get_userbyid(proowner) || ': ' || left(encode(sha256(convert_to(coalesce(pg_get_functiondef(p.oid), ''), 'UTF8')), 'hex'), 16) as line
    from pg_proc p where pronamespace in ('public'::regnamespace, 'kernel'::regnamespace, 'identity'::regnamespace) and prokind in ('f', 'p') and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  rights: `select grantee || ' may ' || string_agg(privilege_type, ', ' order by privilege_type) || ' ' || table_schema || '.' || table_name as line from information_schema.role_table_grants where grantee like 'followthrough%' and grantee <> 'followthrough_owner' and table_schema in ('public', 'kernel', 'identity') group by grantee, table_schema, table_name`,
};

describe('the schema', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it.each(Object.entries(PARTS))('has the %s that were reviewed', async (_, sql) => {
    const { rows } = await stage.owner.query<{ line: string }>(sql);
    expect(rows.map(({ line }) => line).sort().join('\n')).toMatchSnapshot();
  });
});
