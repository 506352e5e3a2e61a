import * as contracts from '@followthrough/contracts';
import { type Contract, fieldsOf } from '@followthrough/contracts';
import { DataSource } from 'typeorm';
import { openStage, type Stage } from '../testing/stage';
import { snake } from './data-source';
import { rows } from './rows';

/** Tables that no row class writes, each with its reason. */
const WITHOUT_A_ROW: Readonly<Record<string, string>> = {
  audit: 'written by trigger',
  seal: 'written by the sealer, inside PostgreSQL',
  plan_figure: 'written by trigger',
  plan_amended: 'written by trigger',
  load_verdict: 'reckoned of a whole locality and written in one statement',
  load_reckoning: 'as load_verdict',
  migration: 'written by TypeORM',
  criterion: 'made of a draft’s outline when it is published, in one statement',
  event: 'told through tell()',
  participant: 'comes in through join_room()',
  guest_session: 'as participant',
  support: 'a guest’s vote, through support_question()',
  poll_voter: 'a guest’s vote, through cast_ballot()',
  ballot: 'as poll_voter',
  partner_view: 'a partner’s own view, through write_view()',
  file_content: 'the bytes of a file, written beside its row in one statement',
  chase: 'noted for many people in one statement',
  import_mapping: 'kept by the importer in one statement',
  cycle_part: 'frozen in one statement, with its cycle',
  plan_version_part: 'frozen in one statement, with its version',
  evidence: 'given in one statement, which leaves who and when to PostgreSQL',
  closure: 'as evidence, and by trigger',
  sustain_check: 'made and followed by trigger',
  transfer: 'as evidence',
  retrospective: 'as evidence',
  amendment_decision: 'recorded in one statement, from the changes themselves',
  update_draft: 'kept in one statement, which decides which of two is newer',
  snooze: 'kept in one statement, which finds the thing and its last day',
  import_source: 'written by the importer, many rows in one statement',
};

/** Columns that rows leave to PostgreSQL, in any table. */
const LEFT_TO_THE_DATABASE = ['search', 'xact', 'milestones'];

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly fallback: string | null;
  readonly generated: boolean;
}

const COLUMNS = `
  select c.relname as table_name, a.attname as column_name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
    pg_get_expr(d.adbin, d.adrelid) as fallback, a.attgenerated <> '' or a.attidentity <> '' as generated
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`;

describe('drift', () => {
  let stage: Stage;
  let catalogue: Map<string, Map<string, Column>>;
  let source: DataSource;
  beforeAll(async () => {
    stage = await openStage();
    source = stage.app.get(DataSource, { strict: false });
    catalogue = new Map();
    for (const column of (await stage.owner.query<Column>(COLUMNS)).rows) {
      const table = catalogue.get(column.table_name) ?? new Map<string, Column>();
      catalogue.set(column.table_name, table.set(column.column_name, column));
    }
  });
  afterAll(() => stage.close());

  it('finds every column of every row in the schema, with the same type, nullability and default', () => {
    const said: string[] = [];
    for (const { tableName, columns } of source.entityMetadatas)
      for (const column of columns) {
        const real = catalogue.get(tableName)?.get(column.databaseName);
        const at = `${tableName}.${column.databaseName}`;
        if (!real) said.push(`${at} is in the row and not in the schema`);
        else {
          if (typeOf(column) !== bare(real.type)) said.push(`${at} is ${typeOf(column)} in the row and ${bare(real.type)} in the schema`);
          if (column.isNullable !== real.nullable) said.push(`${at} is ${column.isNullable ? 'nullable' : 'needed'} in the row and ${real.nullable ? 'nullable' : 'needed'} in the schema`);
          if (hasDefault(column) !== (real.fallback !== null)) said.push(`${at} has ${hasDefault(column) ? 'a' : 'no'} default in the row and ${real.fallback ?? 'none'} in the schema`);
        }
      }
    expect(said).toEqual([]);
  });

  it('finds every column of the schema in its row, and a row for every table', () => {
    const byTable = new Map(source.entityMetadatas.map((one) => [one.tableName, new Set(one.columns.map((column) => column.databaseName))]));
    const said: string[] = [];
    for (const [table, columns] of catalogue) {
      const known = byTable.get(table);
      if (!known) {
        if (!(table in WITHOUT_A_ROW)) said.push(`${table} has no row class`);
      } else for (const name of columns.keys()) if (!known.has(name) && !LEFT_TO_THE_DATABASE.includes(name)) said.push(`${table}.${name} is in the schema and not in the row`);
    }
    expect(said).toEqual([]);
    expect(source.entityMetadatas).toHaveLength(rows.length);
  });

  it('has a column for every field that people edit, as long and as nullable', () => {
    const said: string[] = [];
    for (const [name, contract, table] of editable()) {
      for (const [key, shape] of fieldsOf(contract)) {
        const column = catalogue.get(table)?.get(snake(key));
        if (!column) {
          if (!isOtherRows(name, key)) said.push(`${name}.${key} has no column in ${table}`);
        } else if (shape.nullable === true && !column.nullable) said.push(`${name}.${key} may be null and ${table}.${snake(key)} may not`);
        else if (KINDS[shape.kind] && !KINDS[shape.kind]?.includes(bare(column.type).replace('[]', ''))) said.push(`${name}.${key} is ${shape.kind} and ${table}.${snake(key)} is ${column.type}`);
      }
    }
    expect(said).toEqual([]);
    expect(editable().length).toBeGreaterThan(0);
  });

  it('has the words of every closed list in its CHECK', async () => {
    const { rows: checks } = await stage.owner.query<{ table: string; columns: string[]; definition: string }>(`
      select t.relname as table, pg_get_constraintdef(c.oid) as definition, array(select a.attname::text from unnest(c.conkey) k join pg_attribute a on a.attrelid = t.oid and a.attnum = k) as columns
      from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace where c.contype = 'c' and n.nspname = 'public'`);
    const said: string[] = [];
    for (const [name, contract, table] of everyTable())
      for (const [key, shape] of fieldsOf(contract)) {
        const column = snake(key);
        if (!shape.words || !catalogue.get(table)?.has(column)) continue;
        const lists = checks.filter((one) => one.table === table && one.columns.length === 1 && one.columns[0] === column).map(({ definition }) => [...definition.matchAll(/'([^']*)'::text/g)].map(([, word]) => word ?? ''));
        const wanted = [...shape.words].sort().join(' ');
        if (!lists.some((list) => [...new Set(list)].sort().join(' ') === wanted)) said.push(`${name}.${key} knows ${wanted}, and the CHECK of ${table}.${column} ${lists.map((list) => list.join(' ')).join(' or ') || 'nothing'}`);
      }
    expect(said).toEqual([]);
  });
});

/** What a field's kind may be stored as. */
const KINDS: Partial<Record<contracts.Shape['kind'], readonly string[]>> = { id: ['uuid'], date: ['date'], month: ['date'], instant: ['timestamp with time zone'], number: ['integer', 'bigint', 'smallint', 'numeric'], flag: ['boolean'], text: ['text'], word: ['text'], json: ['jsonb'] };

/** Fields of an edit that are rows of another table: what is added to a list or removed from it, the cells of a grid, and the reason, which goes to the audit. */
const isOtherRows = (name: string, key: string): boolean => /^(add|remove)[A-Z]/.test(key) || `${name}.${key}` === 'ConfirmedDaysEdit.cells' || key === 'reason';

/** Contracts that say how a row is edited, by their names: `ActionEdit` edits `action`. */
const editable = (): (readonly [string, Contract, string])[] => named(/^(\w+)Edit$/);
/** Contracts named like a table, and what makes and edits it. */
const everyTable = (): (readonly [string, Contract, string])[] => [...named(/^(\w+)Edit$/), ...named(/^New(\w+)$/), ...named(/^(\w+)$/)];

function named(form: RegExp): (readonly [string, Contract, string])[] {
  const tables = new Set(rows.map((row) => snake(row.name.replace(/Row$/, '')).slice(1)));
  return Object.entries(contracts).flatMap(([name, value]) => {
    const found = form.exec(name)?.[1];
    const table = found && snake(found).slice(1);
    return table && tables.has(table) && typeof value === 'function' && fieldsOf(value as Contract).size > 0 ? [[name, value as Contract, table] as const] : [];
  });
}

/** `numeric(7,1)` is numeric here: the row says its digits in words of TypeORM's own. */
const bare = (type: string): string => type.replace(/\(.*\)/, '').replace('character varying', 'text');

function typeOf({ type, isArray }: { readonly type: unknown; readonly isArray: boolean }): string {
  const names: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone', int: 'integer', int4: 'integer', varchar: 'text' };
  const name = String(type);
  return `${names[name] ?? name}${isArray ? '[]' : ''}`;
}

const hasDefault = ({ default: fallback, isGenerated }: { readonly default?: unknown; readonly isGenerated: boolean }): boolean => isGenerated || (fallback !== undefined && fallback !== null);
