import { agreedFields, type VersionField, workingFields } from '@followthrough/contracts';

/**
 * What of a plan a version keeps, defined once: the same SQL freezes it, reads it as it is now, and rebuilds it for a past
 * day from the audit. A field more is a line here and a word in the contract; older versions lack it, which is no change.
 */

/** A field, the columns that it is made of, and how it is made from them: `r` is the row as JSON, keyed by column. */
export interface Kept {
  readonly columns: readonly string[];
  readonly made?: string;
  /** It names a person or an organisation. */
  readonly names?: true;
}

export const OF_PLAN: Readonly<Partial<Record<VersionField, Kept>>> = { title: { columns: ['title'] }, aim: { columns: ['aim'] } };

export const OF_ACTION: Readonly<Partial<Record<VersionField, Kept>>> = {
  ref: { columns: ['ref'] },
  title: { columns: ['title'] },
  description: { columns: ['description'] },
  horizon: { columns: ['horizon'] },
  priority: { columns: ['priority'] },
  theme: { columns: ['theme'] },
  owner: { columns: ['owner_id'], names: true },
  accountablePerson: { columns: ['accountable_person_id'], names: true },
  accountableOrganisation: { columns: ['accountable_organisation_id'], names: true },
  start: { columns: ['start_on', 'start_text'], made: `to_jsonb(coalesce(r ->> 'start_on', r ->> 'start_text'))` },
  due: { columns: ['due_on', 'due_text'], made: `to_jsonb(coalesce(r ->> 'due_on', r ->> 'due_text'))` },
  // As text on the action, kept by trigger: what of its milestones was planned.
  milestones: { columns: ['milestones'] },
  successMeasure: { columns: ['success_measure'] },
  evidenceKind: { columns: ['evidence_kind'] },
  resources: { columns: ['resources'] },
  daysNeeded: { columns: ['days_needed'] },
  risks: { columns: ['risks'] },
  nextSteps: { columns: ['next_steps'] },
};

/** Kept to be read, never compared: where the action stood, its baseline, and what of it is restricted. */
const ALSO_KEPT: Readonly<Record<string, string>> = { status: 'status', statusOn: 'status_on', baselineDue: 'baseline_due_on', restricted: 'restricted' };

/** Lists of an action that are rows of their own: whose they are, and to what they lead. The index `audit_links` has the same tables. */
export const LINKS: Readonly<Partial<Record<VersionField, { readonly table: string; readonly of?: string; readonly to: string }>>> = {
  contributing: { table: 'action_organisation', to: 'organisation_id' },
  findings: { table: 'action_finding', to: 'finding_id' },
  causes: { table: 'action_cause', to: 'cause_id' },
  outcomes: { table: 'action_outcome', to: 'outcome_id' },
  opens: { table: 'dependency', of: 'first_id', to: 'then_id' },
  programmes: { table: 'action_programme', to: 'programme_id' },
  measures: { table: 'action_measure', to: 'measure_id' },
};

/** In the order in which people read them. */
export const ORDER: readonly VersionField[] = [...agreedFields, ...workingFields];

const linked = Object.entries(LINKS).map(([field, { table, of = 'action_id', to }]) => ({ field, table, of, to }));
const tables = linked.map(({ table }) => `'${table}'`).join(', ');
const unique = (columns: readonly string[]): readonly string[] => [...new Set(columns)];
const planColumns = unique(Object.values(OF_PLAN).flatMap((one) => one.columns));
const actionColumns = unique([...Object.values(OF_ACTION).flatMap((one) => one.columns), ...Object.values(ALSO_KEPT), 'withdrawn_at']);

/** An audit row `h` that came after a point `p`: by place in the history for a version, by the clock for a day. Nothing comes after now. */
export const after = (h: string, p: string): string => `${h}.position > ${p}.position and ${h}.at >= ${p}.since`;

/** The place in the history of what is yet to come. */
export const NOW = '9223372036854775807';

/** The row `a` as it was at the point `p`: what changed since is put back. Its `later` says that it was not there yet. */
const rowAt = (a: string, columns: readonly string[], p: string): string => `lateral (
  select jsonb_build_object(${columns.map((one) => `'${one}', ${a}.${one}`).join(', ')}) || was.fields as r, was.later is true as later
  from (
    -- The latest change first, so that what an earlier one puts back lies over it.
    select kernel.laid_over(h.before order by h.position desc) filter (where h.change = 'update') as fields, bool_or(h.change = 'insert') as later
    from audit h where ${p}.position < ${NOW} and h.row_id = ${a}.id and ${after('h', p)}
  ) was
  -- Kept apart: else the whole row would be made again for every field that is taken from it.
  offset 0)`;

/** The value of a column as JSON `said` holds it. */
export const asColumn = (said: string, column: string, type: string): string => (type === 'text[]' ? `array(select jsonb_array_elements_text(${said} -> '${column}'))` : `(${said} ->> '${column}')${type === 'text' ? ' collate "default"' : `::${type}`}`);

/** The columns (with their types) of the row `a` where `c.fields` is laid over it. */
export const overlaid = (columns: Readonly<Record<string, string>>): string => Object.entries(columns).map(([column, type]) => `case when c.fields ? '${column}' then ${asColumn('c.fields', column, type)} else a.${column} end as ${column}`).join(', ');

/**
 * The same for who reads every row: those of a table as they were at the CTE `moment`, each column (with its type) by its name.
 * What changed since is read once and laid over; rows that came later are left out. `which` narrows the row `a`.
 */
export const rowsThen = (table: string, columns: Readonly<Record<string, string>>, which = 'true'): string => `
  select ${overlaid(columns)}
  from ${table} a left join (
    select h.row_id, kernel.laid_over(h.before order by h.position desc) filter (where h.change = 'update') as fields, bool_or(h.change = 'insert') as later
    from audit h where h.table_name = '${table}' and h.at >= (select m.since from moment m) group by h.row_id
  ) c on c.row_id = a.id
  where c.later is not true and ${which}`;

const stateOf = (kept: Readonly<Record<string, Kept | undefined>>): string => Object.entries(kept).map(([field, one]) => `'${field}', ${one?.made ?? `r -> '${one?.columns[0] ?? ''}'`}`).join(', ');
const also = Object.entries(ALSO_KEPT).map(([field, column]) => `'${field}', r -> '${column}'`).join(', ');

/**
 * CTEs over `point` (side, version_id, position, since; $1 is the plan): `part` is the plan (no action) and each of its
 * actions at every point, frozen where the point is a version that is not `rebuilt`, else made from the rows and their audit.
 */
export const PARTS = `
  link_change as materialized (
    select h.position, h.at, h.change, h.row_id, h.actor_id, h.reason, k.field, (coalesce(h.after, h.before) ->> k.of)::uuid as action_id, (coalesce(h.after, h.before) ->> k.target)::uuid as target
    from (select position, since from point order by side limit 1) p
    join audit h on h.table_name in (${tables}) and ${after('h', 'p')}
    join (values ${linked.map(({ field, table, of, to }) => `('${table}', '${field}', '${of}', '${to}')`).join(', ')}) k(name, field, of, target) on k.name = h.table_name
    -- As a value this is hashed once; as a join it would be tried one by one, since what is in the JSON is no column.
    where ((coalesce(h.after, h.before) ->> k.of)::uuid in (select a.id from action a where a.plan_id = $1)) is true
  ),
  link as materialized (
    select p.side, l.field, l.action_id, l.target
    from point p cross join (${linked.map(({ field, table, of, to }) => `select '${field}' as field, l.id, l.${of} as action_id, l.${to} as target from ${table} l join action a on a.id = l.${of} where a.plan_id = $1`).join(' union all ')}) l
    where p.is_made and not exists (select from link_change c where c.row_id = l.id and c.change = 'insert' and ${after('c', 'p')})
    union all
    select p.side, c.field, c.action_id, c.target from point p join link_change c on c.change = 'delete' and ${after('c', 'p')}
    where p.is_made and not exists (select from link_change i where i.row_id = c.row_id and i.change = 'insert' and ${after('i', 'p')})
  ),
  links as materialized (
    select side, action_id, jsonb_object_agg(field, targets) as fields
    from (select side, action_id, field, jsonb_agg(distinct target order by target) as targets from link group by 1, 2, 3) l group by 1, 2
  ),
  part as materialized (
    select p.side, x.action_id, x.state, x.names from point p join plan_version_part x on x.version_id = p.version_id where not p.is_made
    union all
    select p.side, null, jsonb_build_object(${stateOf(OF_PLAN)}), null
    from point p join plan a on a.id = $1 cross join ${rowAt('a', planColumns, 'p')} x where p.is_made and not x.later
    union all
    -- An action and its lists come together by grouping: the planner cannot know how many there are, and would join them one by one.
    select side, id, (array_agg(state) filter (where state is not null))[1] || coalesce((array_agg(fields) filter (where fields is not null))[1], '{}'), null
    from (
      select p.side, a.id, jsonb_build_object(${stateOf(OF_ACTION)}, ${also}, ${linked.map(({ field }) => `'${field}', '[]'::jsonb`).join(', ')}) as state, null::jsonb as fields
      from point p join action a on a.plan_id = $1 cross join ${rowAt('a', actionColumns, 'p')} x where p.is_made and not x.later and r ->> 'withdrawn_at' is null
      union all select side, action_id, null, fields from links
    ) made group by side, id having count(state) > 0
  )`;

const namedAt = (id: string, p: string) => (table: string, columns: readonly string[], says: string): string => `(select ${says} from ${table} n cross join ${rowAt('n', columns, p)} x where n.id = ${id})`;
export const organisationAt = (id: string, p: string): string => namedAt(id, p)('organisation', ['name'], `r ->> 'name'`);

/** What somebody or something that a part names was called at the point `p`. */
export function nameAt(id: string, p: string): string {
  const named = namedAt(id, p);
  return `coalesce(${named('person', ['name'], `r ->> 'name'`)}, ${named('organisation', ['name'], `r ->> 'name'`)}, ${named('finding', ['ref', 'quotation'], `(r ->> 'ref') || ' ' || left(r ->> 'quotation', 160)`)}, ${named('cause', ['text'], `r ->> 'text'`)}, ${named('programme', ['name'], `r ->> 'name'`)}, ${named('measure', ['title'], `r ->> 'title'`)}, ${named('action', ['ref', 'title'], `left((r ->> 'ref') || ' ' || (r ->> 'title'), 200)`)}, ${named('outcome', ['text'], `left(r ->> 'text', 160)`)})`;
}

const NAMING = Object.entries(OF_ACTION).flatMap(([field, one]) => (one.names ? [field] : []));

/** Every name that the parts of the point `p` need, by id. */
export const namesOf = (p: string): string => `(
  select coalesce(jsonb_object_agg(i.id, ${nameAt('i.id', p)}), '{}') from (
    select distinct t.id::uuid as id from part x cross join lateral (
      ${NAMING.map((field) => `select x.state ->> '${field}' as id`).join(' union all ')}
      ${linked.map(({ field }) => `union all select jsonb_array_elements_text(coalesce(x.state -> '${field}', '[]'))`).join(' ')}
    ) t where x.side = ${p}.side and t.id is not null
  ) i)`;
