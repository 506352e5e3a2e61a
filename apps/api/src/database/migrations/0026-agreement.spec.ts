import { cloneDatabase } from '@followthrough/testing';
import { Client } from 'pg';
import { migrationSource } from '../data-source';
import { ensureRoles, ROLES } from '../roles';
import { Agreement1763700000026 } from './0026-agreement';
import { migrations } from './index';

describe('the migration of boards', () => {
  it('makes one board of each name, with the plans that reported to it and the day on which it meets', async () => {
    const { url, drop } = await cloneDatabase('template1');
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await ensureRoles(client, { api: 'test-api', identity: 'test-identity' });
      await client.query(`grant create on database ${new URL(url).pathname.slice(1)} to ${ROLES.owner}; alter schema public owner to ${ROLES.owner}`);
      const before = await migrationSource(url).setOptions({ migrations: migrations.slice(0, migrations.indexOf(Agreement1763700000026)) }).initialize();
      await before.runMigrations();
      await before.destroy();
      const { rows } = await client.query<{ id: string }>(`insert into locality (slug, name) values ('north', 'North'), ('south', 'South') returning id`);
      const [a, b] = rows.map(({ id }) => id);
      for (const [place, title, board, day] of [[a, 'One', 'The Board', '2027-01-01'], [a, 'Two', 'the board', '2027-02-01'], [a, 'Three', null, null], [b, 'One', 'The Board', null], [b, 'Two', null, '2027-03-01']])
        await client.query('insert into plan (locality_id, title, board, next_board_on) values ($1, $2, $3, $4)', [place, title, board, day]);
      const after = await migrationSource(url).initialize();
      await after.runMigrations();
      await after.destroy();
      const found = await client.query<{ line: string }>(`
        select l.slug || ' ' || lower(p.title) || ': ' || lower(b.name) || coalesce(' ' || (select string_agg(m.held_on::text, ' ' order by m.held_on) from board_meeting m where m.locality_id = b.locality_id and m.board_id = b.id), '') as line
        from plan_board r join plan p on p.locality_id = r.locality_id and p.id = r.plan_id join board b on b.locality_id = r.locality_id and b.id = r.board_id join locality l on l.id = p.locality_id order by 1`);
      expect(found.rows.map(({ line }) => line)).toEqual(['north one: the board 2027-01-01 2027-02-01', 'north two: the board 2027-01-01 2027-02-01', 'south one: the board 2027-03-01', 'south two: the board 2027-03-01']);
    } finally {
      await client.end();
      await drop();
    }
  });
});
