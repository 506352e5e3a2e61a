import { access } from '@followthrough/domain';
import { Client } from 'pg';
import { migrationSource } from './data-source';
import { ensureRoles, ROLES } from './roles';

/**
 * Brings a database up to date: roles, owner, migrations, and the table role x deed as the domain has it.
 * `url` is somebody who may create roles in that cluster; the API never uses it.
 */
export async function migrate(url: string, passwords: { readonly api: string; readonly identity: string }): Promise<void> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    await ensureRoles(admin, passwords);
    const { rows } = await admin.query<{ name: string }>('select quote_ident(current_database()) as name');
    await admin.query(`alter database ${rows[0]?.name ?? ''} owner to ${ROLES.owner}`);
    await admin.query(`alter schema public owner to ${ROLES.owner}`);
  } finally {
    await admin.end();
  }
  const source = await migrationSource(url).initialize();
  try {
    await source.runMigrations();
    const pairs = Object.entries(access).flatMap(([deed, roles]) => roles.map((role) => ({ role, deed })));
    await source.transaction(async (db) => {
      await db.query('delete from kernel.role_deed');
      await db.query('insert into kernel.role_deed select role, deed from jsonb_to_recordset($1) as t(role text, deed text)', [JSON.stringify(pairs)]);
    });
  } finally {
    await source.destroy();
  }
}
