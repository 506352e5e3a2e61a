import { type ActionFilter, BulkEdit, MOST_IN_BULK } from '@followthrough/contracts';
import { filtered, lookedInto } from '../actions/published';
import { nameOf } from '../kernel/person';
import { jsonList, jsonRow } from '../kernel/select';
import { type Statement, statement } from '../kernel/statement';

const made = {
  actions: `(select count(*) from jsonb_array_elements(e.changed) c(one) where not c.one ? 'along')`,
  along: `(select count(*) from jsonb_array_elements(e.changed) c(one) where c.one ? 'along')`,
  refs: `array(select c.one ->> 'ref' from jsonb_array_elements(e.changed) with ordinality c(one, at) where not c.one ? 'along' order by c.at limit 12)`,
  editedByName: nameOf('e.edited_by'),
  undoneByName: nameOf('e.undone_by'),
};
export const bulkEdit = statement('bulk-edits.one', jsonRow(BulkEdit, 'e', made, 'from bulk_edit e where e.id = $1'));
export const bulkEdits = statement('bulk-edits.list', `select json_build_object('items', ${jsonList(BulkEdit, 'e', made, 'from bulk_edit e order by e.edited_at desc, e.id desc limit 50')})::text as answer`);

/** What the rules need of each picked action, and what people and organisations are called: those there now, and those of the change (`ids`), if they are here still. */
const facts = (picked: string, ids: string): string => `
  'actions', (select coalesce(json_agg(json_build_object(
      'id', a.id, 'version', a.version, 'ref', a.ref, 'title', a.title, 'ownerId', a.owner_id, 'accountablePersonId', a.accountable_person_id, 'accountableOrganisationId', a.accountable_organisation_id,
      'contributing', array(select c.organisation_id from action_organisation c where c.action_id = a.id order by c.organisation_id),
      'theme', a.theme, 'priority', a.priority, 'horizon', a.horizon, 'restricted', a.restricted, 'startOn', a.start_on, 'baselineDueOn', a.baseline_due_on, 'dueOn', a.due_on, 'dueText', a.due_text, 'dueTextKept', a.due_text_kept,
      'approvedBy', (select v.board from plan_version v where v.plan_id = a.plan_id order by v.number desc limit 1), 'isWithdrawn', a.withdrawn_at is not null) order by a.ref collate as_counted, a.id), '[]')
    from ${picked} k join action a on a.id = k.id),
  'names', (select coalesce(json_object_agg(n.id, n.name), '{}') from (
    select p.id, p.name from person p where p.id = any (${ids}) or p.id in (select unnest(array[a.owner_id, a.accountable_person_id]) from ${picked} k join action a on a.id = k.id)
    union all select o.id, o.name from organisation o where o.id = any (${ids}) or o.id in (select a.accountable_organisation_id from ${picked} k join action a on a.id = k.id) or o.id in (select c.organisation_id from ${picked} k join action_organisation c on c.action_id = k.id)) n),
  'here', (select coalesce(json_agg(n.id), '[]') from (select p.id from person p where p.id = any (${ids}) and p.withdrawn_at is null union all select o.id from organisation o where o.id = any (${ids}) and o.withdrawn_at is null) n)`;

/** $1 the actions, $2 who and what the change names. */
export const factsOfThese = statement('bulk-edits.facts', `with picked as materialized (select unnest($1::uuid[]) as id) select json_build_object(${facts('picked', '$2::uuid[]')})::text as answer`);

/** The same of all that the filters find; one more than can be changed, to see that there are too many. */
export function factsOfMatching(filter: ActionFilter, ids: readonly string[]): { readonly statement: Statement; readonly values: readonly unknown[] } {
  const values: unknown[] = [];
  const value = (one: unknown, type: string): string => `$${values.push(one)}::${type}`;
  const where = filtered(filter, value);
  const ctes = lookedInto(filter, value).map((one) => `${one}, `).join('');
  const text = `with ${ctes}picked as materialized (select a.id from action a where a.withdrawn_at is null ${where} limit ${MOST_IN_BULK + 1}) select json_build_object(${facts('picked', value(ids, 'uuid[]'))})::text as answer`;
  return { statement: { name: '', text }, values };
}

/** $1: actions, each with the version that was looked at. Which of their columns were written since, and by whom last. */
export const touchedSince = `
  select h.row_id as id, k.name as column, (array_agg(u.name order by h.position desc))[1] as who
  from jsonb_to_recordset($1) t(id uuid, version integer) join audit h on h.row_id = t.id and h.table_name = 'action' and h.change = 'update' and h.row_version > t.version
  cross join lateral jsonb_object_keys(h.before) k(name)
  left join membership m on m.user_id = h.actor_id left join person u on u.id = m.person_id
  group by 1, 2`;

/** $1 the edit, $2 its actions. What was frozen since with what it changed. */
export const frozenSince = `
  with plans as (select distinct a.plan_id as id from action a where a.id = any ($2::uuid[]))
  select 'Version ' || v.number || ' was approved since' as what from bulk_edit e, plans p join plan_version v on v.plan_id = p.id where e.id = $1 and v.recorded_at > e.edited_at
  union all select 'The ' || c.name || ' report was frozen since' from bulk_edit e, plans p join reporting_cycle c on c.plan_id = p.id where e.id = $1 and c.state in ('frozen', 'published') and c.frozen_at > e.edited_at`;

/** $1: moves. Each is recorded before its date is written. */
export const recordMoves = `insert into due_move (action_id, from_on, to_on, reason, agreed_by, note) select action_id, from_on, to_on, reason, agreed_by, note from jsonb_to_recordset($1) t(action_id uuid, from_on date, to_on date, reason text, agreed_by text, note text)`;

/** $1: actions. Why each moved last. */
export const lastMoves = 'select distinct on (m.action_id) m.action_id as id, m.reason, m.agreed_by as "agreedBy" from due_move m where m.action_id = any ($1::uuid[]) and m.milestone_id is null order by m.action_id, m.id desc';

/** The columns of an action that a bulk edit writes, by the names of its fields. */
export const COLUMNS: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {
  ownerId: { name: 'owner_id', type: 'uuid' },
  accountablePersonId: { name: 'accountable_person_id', type: 'uuid' },
  accountableOrganisationId: { name: 'accountable_organisation_id', type: 'uuid' },
  theme: { name: 'theme', type: 'text' },
  priority: { name: 'priority', type: 'text' },
  horizon: { name: 'horizon', type: 'text' },
  restricted: { name: 'restricted', type: 'text[]' },
  dueOn: { name: 'due_on', type: 'date' },
};

/** $1: actions with the named fields as they become. */
export const setFields = (fields: readonly string[]): string => {
  const known = fields.flatMap((field) => (COLUMNS[field] ? [COLUMNS[field]] : []));
  return `update action a set ${known.map(({ name }) => `${name} = t.${name}`).join(', ')} from jsonb_to_recordset($1) t(id uuid, ${known.map(({ name, type }) => `${name} ${type}`).join(', ')}) where a.id = t.id`;
};

const LINKS = 'jsonb_to_recordset($1) t(action_id uuid, organisation_id uuid)';
export const unlink = `delete from action_organisation l using ${LINKS} where l.action_id = t.action_id and l.organisation_id = t.organisation_id`;
export const link = `insert into action_organisation (action_id, organisation_id) select action_id, organisation_id from ${LINKS} on conflict do nothing`;
