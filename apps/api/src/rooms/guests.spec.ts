import { Client } from 'pg';
import { guestDigest } from '../kernel/guest-cookie';
import { openStage, type Stage } from '../testing/stage';
import { aGuest, anOpenPoll, anOpenRoom } from '../testing/room-builder';

describe('a guest, with SQL of their choosing', () => {
  let stage: Stage;
  let api: Client;
  let tables: string[];
  beforeAll(async () => {
    stage = await openStage();
    const lead = await stage.person(['lead']);
    await anOpenRoom(lead, 'Another summit').then(({ code }) => aGuest(stage, code, 'Said elsewhere'));
    const { summitId, code } = await anOpenRoom(lead, 'Their summit');
    await anOpenPoll(lead, summitId);
    await aGuest(stage, code, 'Asked by another');
    const { guest } = await aGuest(stage, code, 'Asked by them');
    tables = (await stage.owner.query<{ name: string }>(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('public', 'kernel') and has_table_privilege('followthrough_api', c.oid, 'select')`)).rows.map(({ name }) => name);
    api = new Client({ connectionString: stage.apiUrl });
    await api.connect();
    await api.query('begin');
    await api.query('select * from enter_as_guest($1, $2, null)', [code, guestDigest(guest.cookie?.split('=')[1] ?? '')]);
  });
  afterAll(async () => {
    await api.end();
    await stage.close();
  });

  it('sees their room, what all may see in it, and themselves', async () => {
    const seen: Record<string, number> = {};
    for (const name of tables) {
      const { rowCount } = await api.query(`select from ${name}`);
      if (rowCount) seen[name] = rowCount;
    }
    expect(seen).toEqual({ event: 3, participant: 1, poll: 1, question: 2, room: 1, support: 1 });
  });

  it('changes and removes nothing', async () => {
    for (const name of tables) {
      const said: string[] = [];
      for (const sql of [`delete from ${name}`, `update ${name} set ${name === 'locality' ? 'name = name' : name === 'kernel.idempotency' ? 'key = key' : 'locality_id = locality_id'}`]) {
        await api.query('savepoint s');
        said.push(await api.query(sql).then(({ rowCount }) => `${rowCount} rows`, (error: unknown) => String(error)));
        await api.query('rollback to s');
      }
      expect(said.map((one) => `${name}: ${one}`).join('\n')).toMatch(/^(.*(: 0 rows|permission denied.*|append-only.*)\n?)+$/);
    }
  });
});
