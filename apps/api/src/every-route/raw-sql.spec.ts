import { Client } from 'pg';
import { LoadClock } from '../assessments/load-clock';
import { everyRoute } from './calls';
import { openPlaces, type Places, succeed } from './every-route';

/** Tables that stay empty in these tests, each with its reason. */
const EMPTY: Readonly<Record<string, string>> = { 'kernel.import_progress': 'its rows last while an import runs' };

/** Tables of which each person sees their own rows alone. */
const PERSONAL: readonly string[] = ['snooze', 'update_draft'];

describe('the API’s own role, with SQL of its choosing', () => {
  let places: Places;
  let api: Client;
  let tables: string[];
  let here: string;
  let there: string;

  beforeAll(async () => {
    places = await openPlaces();
    // Something in every table, of both localities.
    for (const entry of everyRoute) for (const place of [places.north, places.east]) await succeed(entry, place);
    await places.stage.owner.query('select kernel.seal_settled()');
    await places.stage.app.get(LoadClock).tick({ atOnce: true });
    await places.stage.owner.query(`insert into load_verdict (locality_id, action_id, due_on, owner_id, owner_minutes, owner_given_minutes) select distinct on (a.locality_id) a.locality_id, a.id, today(), p.id, 450, 0 from action a join person p on p.locality_id = a.locality_id on conflict do nothing`);
    tables = (await places.stage.owner.query<{ name: string }>(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'locality_id' where c.relkind in ('r', 'p') and n.nspname in ('public', 'kernel') order by 1`)).rows.map(({ name }) => name);
    const { rows } = await places.stage.owner.query<{ slug: string; id: string }>('select slug, id from locality');
    here = rows.find(({ slug }) => slug === 'eastvale')?.id ?? '';
    there = rows.find(({ slug }) => slug === 'northmoor')?.id ?? '';
    api = new Client({ connectionString: places.stage.apiUrl });
    await api.connect();
  });
  afterAll(async () => {
    await api.end();
    await places.stage.close();
  });

  const inEastvale = async <T>(work: () => Promise<T>): Promise<T> => {
    await api.query('begin');
    await api.query(`select set_config('app.locality', $1, true)`, [here]);
    try {
      return await work();
    } finally {
      await api.query('rollback');
    }
  };

  it('has something of Northmoor’s to look for in every table', async () => {
    const empty: string[] = [];
    for (const table of tables) if (!(table in EMPTY) && !(await places.stage.owner.query(`select from ${table} where locality_id = $1 limit 1`, [there])).rowCount) empty.push(table);
    expect(empty).toEqual([]);
  });

  it('sees nothing at all outside a context', async () => {
    for (const table of tables) {
      const { rowCount } = await api.query(`select from ${table}`);
      expect({ table, rowCount }).toEqual({ table, rowCount: 0 });
    }
    expect((await api.query('select from locality')).rowCount).toBe(0);
  });

  it('sees its own locality in a context, and of the other nothing', async () => {
    for (const table of tables) {
      const { rows } = await inEastvale(() => api.query<{ of: string }>(`select distinct locality_id as of from ${table}`));
      expect({ table, seen: rows.map(({ of }) => of).filter((id) => id !== here) }).toEqual({ table, seen: [] });
    }
    expect((await inEastvale(() => api.query<{ id: string }>('select id from locality'))).rows).toEqual([{ id: here }]);
  });

  it('can change, move and delete nothing of the other', async () => {
    for (const table of tables)
      for (const sql of [`update ${table} set locality_id = locality_id where locality_id = '${there}'`, `delete from ${table} where locality_id = '${there}'`, `update ${table} set locality_id = '${there}'`]) {
        const changed = await inEastvale(() => api.query(sql).then(({ rowCount }) => rowCount, (refused: unknown) => String(refused)));
        // Nothing to change, no right to, append-only, or a row that may not leave its locality.
        if (changed !== 0) expect(`${table}: ${changed}`).toMatch(/permission denied|append-only|cannot change in that way|violates row-level security policy|violates foreign key/);
      }
  });

  it('can put nothing into the other', async () => {
    for (const table of tables.filter((one) => !(one in EMPTY))) {
      const { rows } = await places.stage.owner.query<{ columns: string }>(
        `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '' and attname not in ('id', 'locality_id')`,
        [table],
      );
      // Whose own rows nobody else sees: asked as one of them.
      const { rows: owners } = PERSONAL.includes(table) ? await places.stage.owner.query<{ id: string }>(`select person_id as id from ${table} where locality_id = $1 limit 1`, [here]) : { rows: [] };
      const asOwner = () => api.query(`select set_config('app.person', $1, true)`, [owners[0]?.id ?? '']);
      // A copy of a row of its own, but for the locality.
      const refused = await inEastvale(async () => {
        await asOwner();
        return api.query(`insert into ${table} (locality_id, ${rows[0]?.columns}) select '${there}', ${rows[0]?.columns} from ${table} limit 1`).then(({ rowCount }) => `inserted ${rowCount}`, (error: unknown) => String(error));
      });
      expect(`${table}: ${refused}`).toMatch(/permission denied|violates row-level security policy/);
    }
  });

  it('is told the same by the functions it may call', async () => {
    const { rows } = await places.stage.owner.query<{ name: string; args: string }>(`
      select p.oid::regproc::text as name, pg_get_function_arguments(p.oid) as args from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('public', 'kernel') and p.prosecdef and has_function_privilege('followthrough_api', p.oid, 'execute') and p.prorettype <> 'trigger'::regtype order by 1`);
    // Each of these looks past row security, so each is a promise of its own: enter and its like are tried by the tests of identity, search by those of search.
    expect(rows.map(({ name, args }) => `${name}(${args})`)).toMatchSnapshot();
  });
});
