import type { ClientBase } from 'pg';
import { escapeIdentifier, escapeLiteral } from 'pg';

/**
 * Roles belong to the cluster, not to a database. The owner makes tables and may look past row security, so that
 * back-fills work; it cannot log in. The API's role owns nothing and is bound by row security always.
 */
export const ROLES = { owner: 'followthrough_owner', api: 'followthrough_api', identity: 'followthrough_identity', search: 'followthrough_search' } as const;

export async function ensureRoles(admin: ClientBase, passwords: { readonly api: string; readonly identity: string }): Promise<void> {
  const wanted: readonly (readonly [string, string])[] = [
    [ROLES.owner, 'nologin bypassrls'],
    [ROLES.search, 'nologin bypassrls'],
    [ROLES.api, `login nobypassrls password ${escapeLiteral(passwords.api)}`],
    [ROLES.identity, `login nobypassrls password ${escapeLiteral(passwords.identity)}`],
  ];
  // Two set-ups at once would collide in the catalogue.
  await admin.query(`select pg_advisory_lock(hashtext('followthrough.roles'))`);
  try {
    for (const [role, rights] of wanted) {
      const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
      await admin.query(`${rowCount ? 'alter' : 'create'} role ${escapeIdentifier(role)} with ${rights}`);
    }
    await admin.query(`grant ${ROLES.owner}, ${ROLES.search} to current_user`);
    // The owner hands search functions over to the search role.
    await admin.query(`grant ${ROLES.search} to ${ROLES.owner}`);
  } finally {
    await admin.query(`select pg_advisory_unlock(hashtext('followthrough.roles'))`);
  }
}
