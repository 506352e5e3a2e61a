import type { NewEvidenceItem } from '@followthrough/contracts';
import type { EntityManager } from 'typeorm';
import { refuseField } from '../kernel/refusal';

/** What one action keeps at most. */
const MOST = 200;

/**
 * Keeps what was given for an action, in a deed that has judged it. Who gives it and when is PostgreSQL's to say, so this is
 * no row of ours. `at` leads the field of a refusal where several are given at once.
 */
export async function keepEvidence(db: EntityManager, actionId: string, given: readonly NewEvidenceItem[], updateId: string | null = null): Promise<void> {
  if (given.length === 0) return;
  for (const [at, { fileId, correctsId }] of given.entries()) {
    const field = (name: string): string => (updateId ? `evidence.${at}.${name}` : name);
    if (fileId && (await db.query<unknown[]>('select id from file where id = $1', [fileId])).length === 0) throw refuseField(field('fileId'), 'That file is not here');
    if (correctsId && (await db.query<unknown[]>('select id from evidence where id = $1 and action_id = $2', [correctsId, actionId])).length === 0) throw refuseField(field('correctsId'), 'The evidence to correct is not of this action');
  }
  const [row] = await db.query<{ many: number }[]>('select count(*)::integer as many from evidence where action_id = $1', [actionId]);
  if ((row?.many ?? 0) + given.length > MOST) throw refuseField('evidence', `An action has ${MOST} pieces of evidence at most`);
  const rows = given.map(({ kind, line, title, url = null, fileId = null, words = null, restricted = false, correctsId = null }) => ({ kind, line, title, url, file_id: fileId, words, restricted, corrects_id: correctsId }));
  await db.query(
    `insert into evidence (action_id, kind, line, title, url, file_id, words, restricted, update_id, corrects_id)
     select $1, kind, line, title, url, file_id, words, restricted, $2::uuid, corrects_id
     from jsonb_to_recordset($3) as t(kind text, line text, title text, url text, file_id uuid, words text, restricted boolean, corrects_id uuid)`,
    [actionId, updateId, JSON.stringify(rows)],
  );
}
