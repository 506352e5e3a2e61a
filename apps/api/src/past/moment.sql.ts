import { AsAt } from '@followthrough/contracts';
import type { Seen } from '../dashboard/published';
import { columns } from '../kernel/select';
import { asColumn, nameAt, organisationAt, overlaid, rowsThen } from '../versions/published';

/**
 * A moment that has been, as CTEs: a published report, read from what was frozen, or the end of a day, rebuilt from the rows
 * and their audit as versions are compared. Each argument is the SQL of a value that may be null; one of report and day is.
 */
export const momentOf = (report: string, day: string, plan: string): string => `
  moment as materialized (
    select c.id as cycle_id, c.name as cycle_name, c.edition, coalesce(c.plan_id, ${plan}::uuid) as plan_id, c.plan_id as of_plan, p.title as plan_title,
      coalesce((c.frozen_at at time zone 'Europe/London')::date, ${day}::date) as day, coalesce(c.frozen_at, (${day}::date + 1)::timestamp at time zone 'Europe/London') as since, 0::bigint as position
    from (select 1) one left join reporting_cycle c on c.id = ${report}::uuid and c.state = 'published' left join plan p on p.id = c.plan_id
    where (${report}::uuid is null or c.id is not null) and (${plan}::uuid is null or coalesce(c.plan_id, ${plan}::uuid) = ${plan}::uuid) and (${plan}::uuid is null or exists (select from plan x where x.id = ${plan}::uuid))
  ),
  head as materialized (select x.state, x.content from moment m join cycle_part x on x.cycle_id = m.cycle_id and x.edition = m.edition and x.action_id is null)`;

/** $1 report, $2 day, $3 plan. */
export const MOMENT = momentOf('$1', '$2', '$3');

/** The day of the moment. */
export const DAY = '(select m.day from moment m)';

/** The move `m` was made by then. A report knows the moment within its day from the move's own id, where that has a time. */
export const MADE = `(m.moved_on <= ${DAY} and ((select x.cycle_id from moment x) is null or coalesce(uuid_extract_timestamp(m.id) < (select x.since from moment x), true)))`;

/** What somebody or something was called at the moment. */
export const nameThen = (id: string): string => `(select ${nameAt(id, 'moment')} from moment)`;

export const RECORDED_FROM = `(select (min(h.at) at time zone 'Europe/London')::date from audit h)`;

/** The moment as a field of an answer. */
export const asAt = `(select to_json(t) from (select ${columns(AsAt, 'm', { on: 'm.day', cycleId: 'm.cycle_id', cycleName: 'm.cycle_name', planId: 'm.of_plan', planTitle: 'm.plan_title', recordedFrom: RECORDED_FROM })} from moment m) t)`;

/** The columns of an action that a past screen may read, each with its type. */
const OF_ACTION: Readonly<Record<string, string>> = {
  id: 'uuid', plan_id: 'uuid', ref: 'text', title: 'text', description: 'text', horizon: 'text', priority: 'text', theme: 'text', owner_id: 'uuid', accountable_person_id: 'uuid', accountable_organisation_id: 'uuid',
  start_on: 'date', start_text: 'text', baseline_due_on: 'date', due_on: 'date', due_text: 'text', due_text_kept: 'boolean', success_measure: 'text', evidence_kind: 'text', resources: 'text', risks: 'text', next_steps: 'text', days_needed: 'numeric',
  milestones: 'text', restricted: 'text[]', status: 'text', status_on: 'date', last_update_id: 'uuid', closure_state: 'text', disposition: 'text', closed_on: 'date', withdrawn_at: 'timestamptz', created_on: 'date',
};
type ActionColumn = keyof typeof OF_ACTION & string;

/** Asked once, so that the way that is not taken costs nothing. */
const OF_DAY = '((select m.cycle_id from moment m) is null)';

/** The plan of the moment: the report's, or the one that was asked for; null for all. */
export const PLAN = '(select m.plan_id from moment m)';
// As CASE it is reckoned to hold for half of the rows; as OR for hardly any, and then what counts them is sorted first.
const ofPlan = `case when ${PLAN} is null then true else a.plan_id = ${PLAN} end`;
/** Those columns, with their types. */
const some = (wanted: readonly ActionColumn[]): Readonly<Record<string, string>> => Object.fromEntries(wanted.map((one) => [one, OF_ACTION[one] ?? 'text']));

/** CTE `was`: actions at the moment, of its plan or of one, with the part of the report that they are in, if any. */
export function actionsThen(wanted: readonly ActionColumn[], which = 'true'): string {
  return `
  was as materialized (
    select t.*, null::jsonb as state, null::jsonb as content from (${rowsThen('action', some(wanted), `${OF_DAY} and ${ofPlan} and ${which}`)}) t
    union all
    select ${wanted.map((one) => `${asColumn('q.action', one, OF_ACTION[one] ?? 'text')} as ${one}`).join(', ')}, x.state, x.content
    from moment m join cycle_part x on x.cycle_id = m.cycle_id and x.edition = m.edition and x.action_id is not null
    -- Kept apart: else the content would be unpacked again for every column.
    cross join lateral (select x.content -> 'action' as action offset 0) q where not ${OF_DAY} and ${which.replaceAll('a.id', 'x.action_id')}
  )`;
}

// The columns of the rows that the dashboard counts or lists.
const ACTION = some(['ref', 'title', 'horizon', 'accountable_organisation_id', 'due_on', 'due_text', 'due_text_kept', 'status', 'status_on', 'last_update_id', 'disposition', 'withdrawn_at']);
const DECISION = { action_id: 'uuid', what: 'text', from_whom: 'text', board_id: 'uuid', needed_by: 'date', state: 'text', asked_on: 'date', withdrawn_at: 'timestamptz' };
const THREAD = { action_id: 'uuid', finding_id: 'uuid', raised_by: 'uuid', state: 'text', raised_at: 'timestamptz' };

/** What changed of a table since, by row: what an earlier change puts back lies over what a later one does. */
const changes = (table: string): string => `${table}_changed as materialized (
    select h.row_id, kernel.laid_over(h.before order by h.position desc) filter (where h.change = 'update') as fields, bool_or(h.change = 'insert') as later
    from audit h where h.table_name = '${table}' and h.at >= (select m.since from moment m) group by h.row_id)`;
/** As NOT IN it is hashed: how many changed is not known beforehand, and a join would be tried one by one. */
const unchanged = (table: string): string => `a.id not in (select c.row_id from ${table}_changed c)`;
/** The rows that are as they were, with no more than the table: what reads them is answered by the table's indexes. */
const standing = (table: string, which = 'true'): string => `(select * from ${table} a where ${which} and ${unchanged(table)})`;
/** The others, put back. Their rows are found in one walk through the index of ids: a look-up for each costs twice that. */
const putBack = (table: string, columns: Readonly<Record<string, string>>, which = 'true'): string => `
    select a.id, ${overlaid(columns)} from ${table}_changed c join (select * from ${table} a where a.id = any (array(select c.row_id from ${table}_changed c))) a on a.id = c.row_id where c.later is not true and ${which}`;

/** What the dashboard is counted from, as CTEs: the rows that changed since, as they were, and the actions of an older report, which keeps no dashboard. */
export const COUNTED_THEN = `
  ${['action', 'decision_request', 'thread'].map(changes).join(',\n  ')},
  action_then as materialized (${putBack('action', ACTION, `${OF_DAY} and ${ofPlan}`)}
    union all
    select x.action_id, ${Object.entries(ACTION).map(([one, type]) => (one === 'withdrawn_at' ? 'null' : asColumn(one === 'ref' || one === 'title' ? 'x.state' : 'q.action', one, type))).join(', ')}
    from moment m join cycle_part x on x.cycle_id = m.cycle_id and x.edition = m.edition and x.action_id is not null
    -- Kept apart: else the content would be unpacked again for every column.
    cross join lateral (select x.content -> 'action' as action offset 0) q where not ${OF_DAY}),
  -- What was not there, of any plan: few, so that what is about an action is looked up among them.
  gone as materialized (
    select a.id from action a where a.withdrawn_at is not null and ${unchanged('action')}
    union all select c.row_id from action_changed c where c.later
    union all select a.id from action_then a where a.withdrawn_at is not null),
  decision_then as materialized (${putBack('decision_request', DECISION)}),
  thread_then as materialized (${putBack('thread', THREAD)})`;

const BEFORE = { action: { name: 'action_then', columns: ACTION }, decision_request: { name: 'decision_then', columns: DECISION } };

/** The dashboard of the moment, over those. */
export const SEEN_THEN: Seen = {
  plan: PLAN,
  today: DAY,
  actions: [standing('action', `${OF_DAY} and ${ofPlan}`), 'action_then'],
  decisions: [standing('decision_request'), 'decision_then'],
  threads: [standing('thread'), 'thread_then'],
  onAction: (of) => `case when ${OF_DAY}
    then ${of}.action_id is null and ${PLAN} is null or ${of}.action_id not in (select g.id from gone g) and (${PLAN} is null or exists (select from action a where a.id = ${of}.action_id and a.plan_id = ${PLAN}))
    else ${of}.action_id in (select a.id from action_then a) end`,
  row: (table, id, as) => `left join ${BEFORE[table].name} ${as}_was on ${as}_was.id = ${id} join ${table} ${as}_is on ${as}_is.id = ${id}
    cross join lateral (select ${as}_is.id, ${Object.keys(BEFORE[table].columns).map((one) => `case when ${as}_was.id is null then ${as}_is.${one} else ${as}_was.${one} end as ${one}`).join(', ')}) ${as}`,
  isPast: true,
  organisation: (id) => `(select ${organisationAt(id, 'moment')} from moment)`,
};
