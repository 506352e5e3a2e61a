import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { nextCycles, type PlannedCycle, type Rule } from '@followthrough/domain';
import { factsForAll, judged } from '../../assessments/published';
import { isOpen } from '../../closures/published';
import { FREEZE, PUBLISH } from '../../cycles/snapshot.sql';
import { ROLES } from '../roles';
import { later } from './life';
import { put } from './put';

interface Around {
  readonly owner: ClientBase;
  readonly planId: string;
  readonly leadId: string;
  readonly today: string;
}

/** Opens as soon as the one before is frozen, so that one is open on any day. */
const RULE: Rule = { every: 'month', boardId: null, startsOn: '', clearDays: 5, publishAfter: 8, freezeBefore: 2, dueBefore: 3, openBefore: 20, grace: 2 };

/** A plan that is reported on each month: four published reports and one that is open. */
export async function demoCycles({ owner, planId, leadId, today }: Around): Promise<void> {
  const rule = { ...RULE, startsOn: `${later(today, -200).slice(0, 7)}-01` };
  await put(owner, 'reporting_cadence', [{ id: randomUUID(), version: 1, plan_id: planId, every: rule.every, board_id: null, starts_on: rule.startsOn, clear_days: rule.clearDays, publish_after: rule.publishAfter, freeze_before: rule.freezeBefore, due_before: rule.dueBefore, open_before: rule.openBefore, grace: rule.grace }]);
  const all = nextCycles(rule, [], { today: rule.startsOn, last: null, count: 12 });
  const over = all.filter((one) => one.publishesOn < today);
  const [past, [open]] = [over.slice(-4), all.slice(over.length)];
  // The demo is half a year old from its first minute: only here are freezes written as of a day that has been.
  for (const table of ['reporting_cycle', 'cycle_part']) await owner.query(`alter table ${table} disable trigger user`);
  for (const [at, one] of past.entries()) await publish(owner, one, { planId, leadId, number: at + 1, since: past[at - 1]?.freezesOn ?? one.opensOn });
  if (open) await put(owner, 'reporting_cycle', [row(open, { planId, number: past.length + 1, state: 'open', countsFrom: moment(past.at(-1)?.freezesOn ?? open.opensOn) })]);
  for (const table of ['reporting_cycle', 'cycle_part']) await owner.query(`alter table ${table} enable trigger user`);
}

const moment = (day: string): string => `${day}T14:05:00Z`;

const row = (one: PlannedCycle, { planId, number, state, countsFrom }: { readonly planId: string; readonly number: number; readonly state: string; readonly countsFrom: string }) => ({
  id: randomUUID(), version: 1, plan_id: planId, number, name: one.name, period_from: one.periodFrom, period_to: one.periodTo, opens_on: one.opensOn, due_on: one.dueOn, escalates_on: one.escalatesOn, freezes_on: one.freezesOn,
  publishes_on: one.publishesOn, meets_on: one.meetsOn, adjusted: false, state, counts_from: countsFrom, edition: 0, frozen_at: null as string | null, frozen_by: null as string | null,
});

async function publish(owner: ClientBase, one: PlannedCycle, { planId, leadId, number, since }: { readonly planId: string; readonly leadId: string; readonly number: number; readonly since: string }): Promise<void> {
  const cycle = { ...row(one, { planId, number, state: 'frozen', countsFrom: moment(since) }), edition: 1, frozen_at: moment(one.freezesOn), frozen_by: leadId };
  await put(owner, 'reporting_cycle', [cycle]);
  // Statements of the screens rely on row security, which the owner of the tables is above.
  await owner.query(`set local role ${ROLES.api}`);
  await owner.query(FREEZE, [planId, cycle.id]);
  const { rows } = await owner.query(THEN, [cycle.id, one.freezesOn, moment(since)]);
  await owner.query(`set local role ${ROLES.owner}`);
  await owner.query('delete from cycle_part x using action a where x.cycle_id = $1 and a.locality_id = x.locality_id and a.id = x.action_id and a.created_on > $2', [cycle.id, one.freezesOn]);
  await owner.query('update cycle_part x set state = x.state || t.state, content = x.content || t.content from jsonb_to_recordset($2) as t(action_id uuid, state jsonb, content jsonb) where x.cycle_id = $1 and x.action_id = t.action_id', [cycle.id, JSON.stringify(rows)]);
  await owner.query(ITS_FIGURES, [cycle.id, one.freezesOn]);
  await owner.query(PUBLISH, [cycle.id]);
  await owner.query('update reporting_cycle set published_at = $2, published_by = $3 where id = $1', [cycle.id, moment(one.publishesOn), leadId]);
}

/** As on that day: an assessment asks for today in one way only. */
const onThatDay = (sql: string): string => sql.replaceAll('today()', '$2::date');

/** What was said, where the date stood and what spoke against the report on that day. $1 cycle, $2 day, $3 since when reports counted. */
const THEN = `
  select x.action_id,
    jsonb_build_object('status', a.status, 'statusOn', coalesce(u.as_of, a.created_on), 'due', coalesce(a.due_on::text, a.due_text),
      'overdue', ${isOpen('a')} and coalesce(a.due_on < $2::date, false),
      'reported', coalesce(u.as_of >= ($3::timestamptz)::date, false), 'owed', ${isOpen('a')} and coalesce(u.as_of < ($3::timestamptz)::date, true),
      'assessed', j.assessed, 'flags', j.flags, 'overridden', j.overridden, 'deliveryConfidence', u.delivery_confidence, 'outcomeConfidence', u.outcome_confidence) as state,
    jsonb_build_object('action', to_jsonb(a) - 'search', 'update', to_jsonb(u), 'decision', to_jsonb(d), 'reportedBy', (select p.name from person p where p.id = u.reported_by),
      'moves', (select coalesce(jsonb_agg(to_jsonb(b) - 'xact' order by b.id), '[]') from due_move b where b.action_id = a.id and b.moved_on <= $2::date),
      'facts', case when j.flags <> '{}' then ${onThatDay(factsForAll)} end) as content
  from cycle_part x join action n on n.id = x.action_id
  left join lateral (select s.* from status_update s where s.action_id = n.id and s.as_of <= $2::date and s.withdrawn_at is null order by s.as_of desc, s.id desc limit 1) u on true
  left join decision_request d on d.id = u.decision_id
  left join lateral (select b.from_on from due_move b where b.action_id = n.id and b.milestone_id is null and b.moved_on > $2::date order by b.moved_on, b.id limit 1) m on true
  cross join lateral jsonb_populate_record(n, jsonb_build_object('status', coalesce(u.status, 'not_started'), 'status_on', coalesce(u.as_of, n.created_on), 'last_update_id', u.id, 'due_on', coalesce(m.from_on, n.due_on),
    'closure_state', case when n.closed_on <= $2::date then n.closure_state end, 'disposition', case when n.closed_on <= $2::date then n.disposition end, 'closed_on', case when n.closed_on <= $2::date then n.closed_on end)) a
  ${onThatDay(judged)}
  where x.cycle_id = $1`;

/** The figures of the whole, once its actions are as they were. The amendments that waited then are in the versions, not here. */
const ITS_FIGURES = `
  update cycle_part h set state = h.state || f.figures, content = (h.content - 'dashboard') || '{"amendments": [], "amendmentCount": 0}' || jsonb_build_object('doubts', f.doubts)
  from (select jsonb_build_object('actions', count(*), 'overdue', count(*) filter (where (state ->> 'overdue')::boolean), 'reported', count(*) filter (where (state ->> 'reported')::boolean), 'owed', count(*) filter (where (state ->> 'owed')::boolean),
      'frozenOn', $2::date, 'doubtful', count(*) filter (where state ->> 'assessed' <> state ->> 'status'),
      ${['status', 'assessed'].map((one) => `'${one === 'status' ? 'byStatus' : 'byAssessed'}', (select jsonb_object_agg(s.status, s.many) from (select state ->> '${one}' as status, count(*) as many from cycle_part where cycle_id = $1 and action_id is not null group by 1) s)`).join(', ')}) as figures,
      (select jsonb_agg(to_jsonb(s)) from (select state ->> 'status' as status, count(*) as actions, count(*) filter (where state ->> 'assessed' <> state ->> 'status') as doubtful from cycle_part where cycle_id = $1 and action_id is not null group by 1) s) as doubts
    from cycle_part where cycle_id = $1 and action_id is not null) f
  where h.cycle_id = $1 and h.action_id is null`;
