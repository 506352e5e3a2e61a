import { routes } from '@followthrough/contracts';
import { Client } from 'pg';
import { openStage, type Stage } from '../testing/stage';
import { Sealer } from './sealer';
import { verifySeals } from './verify';

const HERE = `locality_id = (select id from locality where slug = 'northmoor')`;

interface Verified {
  readonly slug: string;
  readonly seals: string;
  readonly broken: readonly string[];
  readonly unsealed: string;
}

describe('seals of the history', () => {
  let stage: Stage;
  let sealer: Sealer;
  beforeAll(async () => {
    stage = await openStage();
    sealer = stage.app.get(Sealer, { strict: false });
  });
  afterAll(() => stage.close());

  const add = async (name: string) => {
    const lead = await stage.person(['lead']);
    return lead.ask(routes.organisations.add, { body: { name, kind: 'other', aliases: [] } });
  };
  const verified = async (slug = 'northmoor'): Promise<Verified> => {
    const { rows } = await stage.owner.query<Verified>('select l.slug, v.seals, v.broken::text[] as broken, v.unsealed from kernel.verify_seals() v join locality l on l.id = v.locality_id where l.slug = $1', [slug]);
    if (!rows[0]) throw new Error(`no history of ${slug}`);
    return rows[0];
  };
  /** Other databases of the cluster may hold transactions open that are older than ours: what is not settled yet will be. */
  const allSealed = async () => {
    for (let tries = 0; tries < 300 && (await verified()).unsealed !== '0'; tries += 1) {
      await sealer.seal();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return verified();
  };
  /** What only somebody with the run of the database could do. */
  const behindTheTriggers = async (sql: string) => {
    await stage.owner.query('begin');
    await stage.owner.query('set local session_replication_role = replica');
    const { rowCount } = await stage.owner.query(sql);
    await stage.owner.query('commit');
    expect(rowCount).toBe(1);
  };

  it('counts what waits for a seal, and seals it', async () => {
    await add('First partner');
    expect(Number((await verified()).unsealed)).toBeGreaterThan(0);
    expect(await allSealed()).toMatchObject({ broken: [], unsealed: '0' });
    await add('Second partner');
    expect(await allSealed()).toMatchObject({ broken: [], unsealed: '0' });
    expect(Number((await verified()).seals)).toBeGreaterThan(1);
  });

  it('holds when two write and two seal at once', async () => {
    await Promise.all([...Array(8).keys()].flatMap((at) => [add(`Partner ${at} at once`), sealer.seal()]));
    expect(await allSealed()).toMatchObject({ broken: [], unsealed: '0' });
  });

  it('does not seal what a running transaction may still be writing', async () => {
    const slow = new Client({ connectionString: stage.url });
    await slow.connect();
    await slow.query('begin');
    await slow.query(`insert into organisation (locality_id, name, kind) select id, 'Slow writer', 'other' from locality where slug = 'northmoor'`);
    await add('Quick writer');
    await sealer.seal();
    await slow.query('commit');
    await slow.end();
    expect(Number((await verified()).unsealed)).toBeGreaterThan(1);
    expect(await allSealed()).toMatchObject({ broken: [], unsealed: '0' });
  });

  /** The seal over the first partner: the second, when the clock had sealed what the stage itself wrote. */
  const sealOfFirst = async () => (await stage.owner.query<{ number: string }>(`select min(s.number)::text as number from seal s where s.${HERE} and s.to_xact > (select a.xact from audit a where a.table_name = 'organisation' and a.${HERE} order by a.position limit 1)`)).rows[0]?.number;

  it.each([
    ['a changed word', `update audit set after = jsonb_set(after, '{name}', '"Never said"') where position = (select min(position) from audit where after ->> 'name' = 'First partner')`],
    ['another author', `update audit set actor_id = gen_random_uuid() where position = (select min(position) from audit where after ->> 'name' = 'First partner')`],
    ['another moment', `update audit set at = at - interval '1 second' where position = (select min(position) from audit where table_name = 'organisation')`],
    ['a dropped row', `delete from audit where position = (select max(a.position) from audit a join seal s on s.locality_id = a.locality_id and s.number = 1 and a.xact < s.to_xact where s.${HERE})`],
    ['a row slipped in', `insert into audit (locality_id, table_name, row_id, change, xact) select locality_id, 'organisation', gen_random_uuid(), 'insert', (to_xact::text::bigint - 1)::text::xid8 from seal where number = 1 and ${HERE}`],
    ['a seal with other limits', `update seal set rows = rows + 1 where number = 1 and ${HERE}`],
  ])('names the seal broken by %s', async (_, sql) => {
    await allSealed();
    const wasBroken = (await verified()).broken;
    await stage.owner.query('begin');
    await stage.owner.query('set local session_replication_role = replica');
    expect((await stage.owner.query(sql)).rowCount).toBe(1);
    const { broken } = await verified();
    await stage.owner.query('rollback');
    expect(wasBroken).toEqual([]);
    expect(broken).toContain(sql.includes('number = 1') ? '1' : await sealOfFirst());
  });

  it('tells the owner in a line for each locality', async () => {
    await allSealed();
    expect((await verifySeals(stage.owner)).lines.join('\n')).toMatch(/^northmoor: all \d+ seals match; 0 rows wait for a seal$/m);
    await behindTheTriggers(`update audit set after = '{}' where position = (select min(position) from audit where after ->> 'name' = 'First partner')`);
    const { lines, isWhole } = await verifySeals(stage.owner);
    expect(isWhole).toBe(false);
    expect(lines.join('\n')).toMatch(new RegExp(`^northmoor: BROKEN seal ${await sealOfFirst()} of \\d+; 0 rows`, 'm'));
  });

  it('can be neither read across localities nor altered by the API or the owner', async () => {
    for (const sql of ['update audit set actor_id = null', 'delete from audit', 'truncate audit', 'update seal set rows = 0', 'delete from seal', 'truncate seal'])
      await expect(stage.owner.query(sql)).rejects.toThrow(/append-only/);
  });
});
