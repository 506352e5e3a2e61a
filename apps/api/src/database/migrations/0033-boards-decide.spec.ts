import { cloneDatabase } from '@followthrough/testing';
import { Client } from 'pg';
import { migrationSource } from '../data-source';
import { ensureRoles, ROLES } from '../roles';
import { BoardsDecide1763700000033 } from './0033-boards-decide';
import { migrations } from './index';

describe('the migration of approvals and decisions to boards', () => {
  it('finds each board by its name in its own locality, makes one of whoever approved, and leaves other words as they are', async () => {
    const { url, drop } = await cloneDatabase('template1');
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await ensureRoles(client, { api: 'test-api', identity: 'test-identity' });
      await client.query(`grant create on database ${new URL(url).pathname.slice(1)} to ${ROLES.owner}; alter schema public owner to ${ROLES.owner}`);
      const before = await migrationSource(url).setOptions({ migrations: migrations.slice(0, migrations.indexOf(BoardsDecide1763700000033)) }).initialize();
      await before.runMigrations();
      await before.destroy();
      const { rows } = await client.query<{ id: string }>(`insert into locality (slug, name) values ('north', 'North'), ('south', 'South') returning id`);
      await client.query(`insert into status_word (locality_id, status, word, definition, colour, mark, position) select id, 'not_started', 'Not started', 'Not started', 'grey', 'circle', 0 from locality`);
      for (const { id } of rows) await client.query(`with p as (insert into plan (locality_id, title) values ($1, 'Plan') returning id) insert into action (locality_id, plan_id, ref, title) select $1, id, '1', 'One' from p`, [id]);
      const [north, south] = rows.map(({ id }) => id);
      await client.query(`insert into board (locality_id, name) values ($1, 'The Board'), ($2, 'The Board')`, [north, south]);
      for (const [place, number, board] of [[north, 1, 'the board'], [north, 2, 'Cabinet'], [south, 1, 'The Board']])
        await client.query(`insert into plan_version (locality_id, plan_id, number, board, approved_on) select $1, id, $2, $3, '2026-01-01' from plan where locality_id = $1`, [place, number, board]);
      await client.query(`insert into amendment_decision (locality_id, plan_id, version_id, change, field, position, title, decision, board, decided_on) select locality_id, plan_id, id, 'changed', 'aim', 1, 'Plan', 'approved', 'CABINET', '2026-02-01' from plan_version where locality_id = $1 and number = 1`, [north]);
      for (const [place, whom] of [[north, 'THE BOARD'], [north, 'The chief executive'], [south, 'Cabinet']])
        await client.query(`insert into decision_request (locality_id, action_id, what, from_whom) select $1, id, 'Fund it', $2 from action where locality_id = $1`, [place, whom]);
      const after = await migrationSource(url).initialize();
      await after.runMigrations();
      await after.destroy();

      const found = await client.query<{ line: string }>(`
        select l.slug || ' ' || x.what || ': ' || x.said || ' is ' || coalesce(b.name, 'no board') as line from (
          select locality_id, 'version ' || number as what, board as said, board_id from plan_version
          union all select locality_id, 'amendment', board, board_id from amendment_decision
          union all select locality_id, 'decision', coalesce(from_whom, '-'), board_id from decision_request
        ) x join locality l on l.id = x.locality_id left join board b on b.locality_id = x.locality_id and b.id = x.board_id order by 1`);
      expect(found.rows.map(({ line }) => line.replace(/Cabinet$/i, 'Cabinet'))).toEqual([
        'north amendment: CABINET is Cabinet',
        'north decision: - is The Board',
        'north decision: The chief executive is no board',
        'north version 1: the board is The Board',
        'north version 2: Cabinet is Cabinet',
        'south decision: Cabinet is no board',
        'south version 1: The Board is The Board',
      ]);
      await expect(client.query(`update plan_version set board = 'Another'`)).rejects.toThrow('append-only');
    } finally {
      await client.end();
      await drop();
    }
  });
});
