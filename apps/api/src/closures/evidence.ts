import type { NewEvidenceItem } from '@followthrough/contracts';
import type { EntityManager } from 'typeorm';
import { refuseField } from '../kernel/refusal';

/** What one action keeps at most. */
const MOST = 200;

/** What is given for one action. `field` says where a refusal belongs: the name of a field of the piece `at`, or of all of them. */
export interface Giving {
  readonly actionId: string;
  readonly given: readonly NewEvidenceItem[];
  /** The update that it came with. */
  readonly updateId: string | null;
  readonly field: (name: string, at: number | null) => string;
}

/** Where evidence is part of an update. `before` leads the field where many are reported. */
export const inUpdate = (before = '') => (name: string, at: number | null): string => (at === null ? `${before}${name}` : `${before}evidence.${at}.${name}`);

/** Keeps what was given for actions, in a deed that has judged it. Who gives it and when is PostgreSQL's to say, so this is no row of ours. */
export async function keepEvidence(db: EntityManager, givings: readonly Giving[]): Promise<void> {
  const each = givings.flatMap((giving) => giving.given.map((one, at) => ({ ...giving, one, at })));
  if (each.length === 0) return;
  const files = await known(db, 'select id from file where id = any ($1::uuid[])', each.map(({ one }) => one.fileId));
  const corrected = await known(db, `select id || ' ' || action_id as id from evidence where id = any ($1::uuid[])`, each.map(({ one }) => one.correctsId));
  for (const { actionId, field, one, at } of each) {
    if (one.fileId && !files.has(one.fileId)) throw refuseField(field('fileId', at), 'That file is not here');
    if (one.correctsId && !corrected.has(`${one.correctsId} ${actionId}`)) throw refuseField(field('correctsId', at), 'The evidence to correct is not of this action');
  }
  const kept = await db.query<{ id: string; many: number }[]>('select action_id as id, count(*)::integer as many from evidence where action_id = any ($1::uuid[]) group by 1', [givings.map((one) => one.actionId)]);
  const full = givings.find(({ actionId, given }) => (kept.find((one) => one.id === actionId)?.many ?? 0) + given.length > MOST);
  if (full) throw refuseField(full.field('evidence', null), `An action has ${MOST} pieces of evidence at most`);
  const rows = each.map(({ actionId, updateId, one: { kind, line, title, url = null, fileId = null, words = null, restricted = false, correctsId = null } }) => ({ action_id: actionId, update_id: updateId, kind, line, title, url, file_id: fileId, words, restricted, corrects_id: correctsId }));
  await db.query(
    `insert into evidence (action_id, kind, line, title, url, file_id, words, restricted, update_id, corrects_id)
     select action_id, kind, line, title, url, file_id, words, restricted, update_id, corrects_id
     from jsonb_to_recordset($1) as t(action_id uuid, kind text, line text, title text, url text, file_id uuid, words text, restricted boolean, update_id uuid, corrects_id uuid)`,
    [JSON.stringify(rows)],
  );
}

/** Those of the ids that there are; nothing is asked where none was given. */
async function known(db: EntityManager, sql: string, ids: readonly (string | null | undefined)[]): Promise<ReadonlySet<string>> {
  const given = ids.filter((one) => one !== null && one !== undefined);
  return new Set(given.length === 0 ? [] : (await db.query<{ id: string }[]>(sql, [given])).map((one) => one.id));
}
