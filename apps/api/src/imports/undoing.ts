import type { BuiltOn } from '@followthrough/contracts';
import { because } from '../kernel/because';
import { Refusal } from '../kernel/refusal';
import { COLUMNS, SETS, setContributing, settleStatus, TYPES } from './applying';
import { builtOn } from './imports.sql';
import type { Loaded } from './loaded';
import type { Db } from './worker/db';

/**
 * Takes an applied import back as a whole: what it made is withdrawn (the rows stay, marked, outside every view and total),
 * what it changed is as it was. Refused with its reasons once something was built on it.
 */
export async function undoImport(db: Db, { import: { id, report, fileName } }: Loaded): Promise<void> {
  const others = await db.query<BuiltOn[]>(builtOn, [id]);
  if (others.length > 0) throw new Refusal('rule', { detail: `Something was built on this import, so it cannot be undone: ${others.map((one) => one.what).join('; ')}.`, fields: others.map((one) => ({ field: one.actionId ?? '', code: 'rule', message: one.what })) });
  await because(db, `The import of ${fileName} was undone`);
  const changed = report?.changed ?? [];
  await db.query('update status_update set withdrawn_at = now() where import_id = $1 and withdrawn_at is null', [id]);
  for (const table of ['action', 'finding', 'person', 'organisation', 'plan', 'review']) await db.query(`update ${table} set withdrawn_at = now() where import_id = $1 and withdrawn_at is null`, [id]);
  const before = JSON.stringify(changed.map((one) => ({ id: one.id, ...one.before })));
  // The way back of a date is a move as well: nothing about a due date is silent.
  await db.query(
    `insert into due_move (action_id, from_on, to_on, reason, note, agreed_by, import_id)
     select a.id, a.due_on, t.due_on, coalesce(m.reason, 'external'), $3, coalesce(m.agreed_by, 'The undo of an import'), $2
     from jsonb_to_recordset($1) as t(id uuid, due_on date) join action a on a.id = t.id
     left join lateral (select reason, agreed_by from due_move d where d.action_id = a.id and d.milestone_id is null and d.import_id = $2 order by d.id desc limit 1) m on true
     where a.due_on is not null and a.due_on is distinct from t.due_on`,
    [before, id, `The import of ${fileName} was undone`],
  );
  // The lines of what it made stay with that; on what was here before, its own go and those that gave way come back, as new ones that nobody has touched.
  await db.query('update effort e set withdrawn_at = now() where e.import_id = $1 and e.withdrawn_at is null and e.action_id = any ($2)', [id, changed.map((one) => one.id)]);
  await db.query('insert into effort (action_id, low_minutes, likely_minutes, high_minutes, import_id) select e.action_id, e.low_minutes, e.likely_minutes, e.high_minutes, e.import_id from effort e where e.id = any ($1)', [report?.ended ?? []]);
  await db.query(`update action a set ${SETS} from jsonb_to_recordset($1) as t(id uuid, ${TYPES}) where a.id = t.id and row(${COLUMNS.split(', ').map((name) => `a.${name}`).join(', ')}) is distinct from row(${COLUMNS.split(', ').map((name) => `t.${name}`).join(', ')})`, [before]);
  await setContributing(db, changed.flatMap((one) => (one.contributing ? [{ id: one.id, to: one.contributing }] : [])));
  await settleStatus(db, changed.map((one) => one.id));
  await db.query('delete from action_finding l using jsonb_to_recordset($1) as t("actionId" uuid, "findingId" uuid) where l.action_id = t."actionId" and l.finding_id = t."findingId"', [JSON.stringify(report?.linked ?? [])]);
  await db.query('insert into action_finding (action_id, finding_id) select "actionId", "findingId" from jsonb_to_recordset($1) as t("actionId" uuid, "findingId" uuid) on conflict do nothing', [JSON.stringify(report?.unlinked ?? [])]);
  await db.query(`update import set state = 'undone', undone_at = now(), report = report || jsonb_build_object('xacts', (report -> 'xacts') || to_jsonb(pg_current_xact_id()::text)) where id = $1`, [id]);
}
