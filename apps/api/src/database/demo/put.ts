import { type ClientBase, escapeIdentifier } from 'pg';

/** Puts rows of one shape into a table, many at a time. Columns that are not said take their defaults. */
export async function put(owner: ClientBase, table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).map(escapeIdentifier).join(', ');
  const name = table.split('.').map(escapeIdentifier).join('.');
  for (let from = 0; from < rows.length; from += 2_000)
    await owner.query(`insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, $1)`, [JSON.stringify(rows.slice(from, from + 2_000))]);
}
