import type { Conflict } from '@followthrough/contracts';
import type { EntityManager, ObjectLiteral } from 'typeorm';
import { Refusal } from './refusal';

type Edit<Row> = Partial<Omit<Row, 'version'>> & { readonly version: number };

/** A row as it is and as it would be after an edit, with only what really changes. */
export interface Merged<Row> {
  readonly current: Row;
  readonly next: Row;
  readonly changes: Partial<Row>;
}

interface Since {
  readonly before: Record<string, unknown> | null;
  readonly who: string | null;
}

/**
 * Lays an edit over the row as it is now. The row is locked. A stale edit merges when nobody touched its fields since
 * its version; otherwise it is refused with base, theirs and yours for each field touched by both.
 * The caller checks the rules on `next` and then writes `changes`.
 */
export async function merge<Row extends ObjectLiteral & { id: string; version: number }>(db: EntityManager, row: new () => Row, id: string, edit: Edit<Row>): Promise<Merged<Row>> {
  const metadata = db.connection.getMetadata(row);
  const current = await db.createQueryBuilder(row, 'r').where('r.id = :id', { id }).setLock('pessimistic_write').getOne();
  if (!current || (current as { withdrawnAt?: unknown }).withdrawnAt) throw new Refusal('not_found');
  if (edit.version > current.version) throw new Refusal('bad_input', { fields: [{ field: 'version', code: 'too_large', message: 'That version does not exist yet' }] });
  const changes: Partial<Row> = {};
  for (const [key, value] of Object.entries(edit)) if (key !== 'version' && value !== undefined && !same(value, current[key])) Object.assign(changes, { [key]: value });

  if (edit.version < current.version) {
    const since = await db.query<Since[]>(
      `select a.before, u.name as who from audit a left join person u on u.locality_id = a.locality_id and u.id = (select m.person_id from membership m where m.locality_id = a.locality_id and m.user_id = a.actor_id)
       where a.row_id = $1 and a.table_name = $2 and a.change = 'update' and a.row_version > $3 order by a.position`,
      [id, metadata.tableName, edit.version],
    );
    const clashes: Conflict['fields'][number][] = [];
    for (const [field, yours] of Object.entries(changes)) {
      const column = metadata.findColumnWithPropertyName(field)?.databaseName ?? field;
      const touched = since.filter((step) => step.before !== null && column in step.before);
      // The first change after the edit's version holds what the editor saw; the last says who has it now.
      if (touched[0]) clashes.push({ field, base: touched[0].before?.[column] ?? null, theirs: current[field] as unknown, yours, by: touched.at(-1)?.who ?? null });
    }
    if (clashes.length > 0) throw new Refusal('stale', { conflict: { version: current.version, fields: clashes } });
  }
  return { current, next: Object.assign(new row(), current, changes), changes };
}

/** Writes what a merge found to have changed, if anything. */
export async function write<Row extends ObjectLiteral & { id: string; version: number }>(db: EntityManager, row: new () => Row, { current, changes }: Merged<Row>): Promise<void> {
  if (Object.keys(changes).length > 0) await db.createQueryBuilder().update(row).set(changes).where('id = :id', { id: current.id }).execute();
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
