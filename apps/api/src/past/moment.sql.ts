import { AsAt } from '@followthrough/contracts';
import { asColumn, nameAt, rowsThen } from '../versions/published';
import { columns } from '../kernel/select';

/**
 * A moment that has been, as CTEs: a published report, read from what was frozen, or the end of a day, rebuilt from the rows
 * and their audit as versions are compared. $1 report or null, $2 day or null, $3 plan or null.
 */
export const MOMENT = `
  moment as materialized (
    select c.id as cycle_id, c.name as cycle_name, c.edition, coalesce(c.plan_id, $3::uuid) as plan_id, c.plan_id as of_plan, p.title as plan_title,
      coalesce((c.frozen_at at time zone 'Europe/London')::date, $2::date) as day, coalesce(c.frozen_at, ($2::date + 1)::timestamp at time zone 'Europe/London') as since, 0::bigint as position
    from (select 1) one left join reporting_cycle c on c.id = $1::uuid and c.state = 'published' left join plan p on p.id = c.plan_id
    where ($1::uuid is null or c.id is not null) and ($3::uuid is null or coalesce(c.plan_id, $3::uuid) = $3::uuid) and ($3::uuid is null or exists (select from plan x where x.id = $3::uuid))
  ),
  head as materialized (select x.state, x.content from moment m join cycle_part x on x.cycle_id = m.cycle_id and x.edition = m.edition and x.action_id is null)`;

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

/** CTE `was`: actions at the moment, of its plan or of one, with the part of the report that they are in, if any. */
export function actionsThen(wanted: readonly ActionColumn[], which = 'true'): string {
  const some = Object.fromEntries(wanted.map((one) => [one, OF_ACTION[one] ?? 'text']));
  return `
  was as materialized (
    select t.*, null::jsonb as state, null::jsonb as content from (${rowsThen('action', some, `${OF_DAY} and ((select m.plan_id from moment m) is null or a.plan_id = (select m.plan_id from moment m)) and ${which}`)}) t
    union all
    select ${wanted.map((one) => `${asColumn('q.action', one, OF_ACTION[one] ?? 'text')} as ${one}`).join(', ')}, x.state, x.content
    from moment m join cycle_part x on x.cycle_id = m.cycle_id and x.edition = m.edition and x.action_id is not null
    -- Kept apart: else the content would be unpacked again for every column.
    cross join lateral (select x.content -> 'action' as action offset 0) q where not ${OF_DAY} and ${which.replaceAll('a.id', 'x.action_id')}
  )`;
}

/** What the dashboard counts, all of it in the index `action_standing`, so that what has not changed is read from there alone. */
const COUNTED: readonly ActionColumn[] = ['id', 'plan_id', 'horizon', 'accountable_organisation_id', 'due_on', 'status', 'status_on', 'last_update_id', 'disposition'];
const overlaid = (column: string): string => `case when c.fields ? '${column}' then ${asColumn('c.fields', column, OF_ACTION[column] ?? 'text')} else a.${column} end`;
const ofPlan = '((select m.plan_id from moment m) is null or a.plan_id = (select m.plan_id from moment m))';
const unresolved = (column: (name: string) => string): string => `${column('due_on')} is null and ${column('due_text')} is not null and not ${column('due_text_kept')}`;

/** CTEs `changed` and `was`: every action at the moment, as narrow as the dashboard counts. What changed since is laid over; all else is as it is now. */
export const COUNTED_THEN = `
  changed as materialized (
    select h.row_id, kernel.laid_over(h.before order by h.position desc) filter (where h.change = 'update') as fields, bool_or(h.change = 'insert') as later
    from audit h where ${OF_DAY} and h.table_name = 'action' and h.at >= (select m.since from moment m) group by h.row_id),
  was as materialized (
    select ${COUNTED.map((one) => `a.${one}`).join(', ')}, null::timestamptz as withdrawn_at, a.id in (select a.id from action a where a.withdrawn_at is null and ${unresolved((one) => `a.${one}`)}) as is_unresolved, null::jsonb as state
    from action a where ${OF_DAY} and ${ofPlan} and a.withdrawn_at is null
      -- As NOT IN it is hashed: how many changed is not known beforehand, and a join would be tried one by one.
      and a.id not in (select c.row_id from changed c)
    union all
    select ${COUNTED.map(overlaid).join(', ')}, ${overlaid('withdrawn_at')}, ${unresolved(overlaid)}, null
    from changed c join action a on a.id = c.row_id where c.later is not true and ${ofPlan}
    union all
    select ${COUNTED.map((one) => asColumn('q.action', one, OF_ACTION[one] ?? 'text')).join(', ')}, null, ${unresolved((one) => asColumn('q.action', one, OF_ACTION[one] ?? 'text'))}, x.state
    from moment m join cycle_part x on x.cycle_id = m.cycle_id and x.edition = m.edition and x.action_id is not null
    cross join lateral (select x.content -> 'action' as action offset 0) q where not ${OF_DAY}
  )`;

const named = (column: string): string => `coalesce(w.state ->> '${column}', (select ${overlaid(column)} from action a left join changed c on c.row_id = a.id where a.id = w.id)) as ${column}`;
/** Those with what they were called, looked up for the few that are listed. */
export const NAMED_THEN = `(select w.*, ${named('ref')}, ${named('title')} from was w)`;

/** CTEs `decision_then` and `thread_then`: what was asked and raised by then, in the state of that moment. */
export const TALK_THEN = `
  decision_then as materialized (${rowsThen('decision_request', { id: 'uuid', action_id: 'uuid', what: 'text', from_whom: 'text', board_id: 'uuid', needed_by: 'date', state: 'text', asked_on: 'date', withdrawn_at: 'timestamptz' })}),
  thread_then as materialized (${rowsThen('thread', { id: 'uuid', action_id: 'uuid', finding_id: 'uuid', raised_by: 'uuid', state: 'text', raised_at: 'timestamptz' })})`;
