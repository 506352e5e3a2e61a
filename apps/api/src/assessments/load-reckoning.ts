import { type KnownGiver, loadSpan, type LoadVerdict, loadVerdicts } from '@followthrough/domain';
import { isOpen } from '../closures/published';
import { factsOf, type LoadsAnswer, reckoned } from '../loads/published';

/** How far ahead work is judged: as far as the heat map looks. */
const MONTHS = 24;
/** Not again within this time, nor within so many times what it takes: nobody's request waits for it long. */
const REST_SECONDS = 60;
const TIMES = 100;

/** What a verdict is made of. */
const TABLES = ['action', 'effort', 'assignment', 'status_update', 'milestone', 'working_pattern', 'leave', 'release', 'confirmed_days', 'person', 'organisation', 'productive_time'];

/** Whether something was written since, or a day began, and whether it is time. `seen`: the transactions that can be seen now. */
const STATE = `
  select pg_current_snapshot()::text as seen,
    r.on_day is null or ((r.on_day < today() or exists (select from audit h where h.xact >= pg_snapshot_xmin(r.seen) and not pg_visible_in_snapshot(h.xact, r.seen) and h.table_name = any ($1)))
      and ($2 or r.at < now() - greatest(make_interval(secs => ${REST_SECONDS}), ${TIMES} * make_interval(secs => r.took_ms / 1000.0)))) as "isDue"
  from (select) one left join load_reckoning r on true`;

const OWNERS = `select a.id, a.owner_id as "ownerId" from action a where a.withdrawn_at is null and ${isOpen('a')} and a.owner_id is not null`;

/** $1: what is said now. What is not said any more goes. */
const KEEP = `
  with said as materialized (
    select s.* from jsonb_to_recordset($1) as s("actionId" uuid, "dueOn" date, "organisationId" uuid, "ownerId" uuid, unstaffed integer, needed integer, given integer)
  ), gone as (delete from load_verdict v where not exists (select from said s where s."actionId" = v.action_id))
  insert into load_verdict as v (action_id, due_on, organisation_id, owner_id, unstaffed_minutes, owner_minutes, owner_given_minutes)
  select s."actionId", s."dueOn", s."organisationId", s."ownerId", s.unstaffed, s.needed, s.given from said s
  on conflict (locality_id, action_id) do update set due_on = excluded.due_on, organisation_id = excluded.organisation_id, owner_id = excluded.owner_id, unstaffed_minutes = excluded.unstaffed_minutes, owner_minutes = excluded.owner_minutes, owner_given_minutes = excluded.owner_given_minutes
    where (v.due_on, v.organisation_id, v.owner_id, v.unstaffed_minutes, v.owner_minutes, v.owner_given_minutes) is distinct from (excluded.due_on, excluded.organisation_id, excluded.owner_id, excluded.unstaffed_minutes, excluded.owner_minutes, excluded.owner_given_minutes)`;

const NOTE = `
  insert into load_reckoning (on_day, took_ms, seen) values ($1, $2, $3::pg_snapshot)
  on conflict (locality_id) do update set on_day = excluded.on_day, at = now(), took_ms = excluded.took_ms, seen = excluded.seen`;

/** Answers rows, in a transaction whose context is one locality. */
export type Query = <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/**
 * Says anew what capacity says of each action of the locality, where what it is made of has changed. The facts are those of the
 * heat map and the rule is the domain's: supply has no twin in SQL. `atOnce`: without a rest since the last time. Answers
 * whether it was due.
 */
export async function reckonLoads(query: Query, atOnce = false): Promise<boolean> {
  const [state] = await query<{ seen: string; isDue: boolean }>(STATE, [TABLES, atOnce]);
  if (!state?.isDue) return false;
  const began = Date.now();
  const [facts] = await query<{ answer: string }>(factsOf.organisation.text, [MONTHS, true]);
  const { said } = reckoned(JSON.parse(facts?.answer ?? '') as LoadsAnswer, 'organisation', MONTHS);
  const owners = new Map((await query<{ id: string; ownerId: string }>(OWNERS)).map((one) => [one.id, one.ownerId]));
  const organisations = said.rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }]));
  const people = new Map<string, KnownGiver>(said.people.map((one) => [one.id, one]));
  const work = said.work.map((one) => ({ ...one, ownerId: owners.get(one.id) ?? null }));
  const found = loadVerdicts({ span: loadSpan(said.today, MONTHS), time: said.time, people, organisations, work });
  const accountable = new Map(work.map((one) => [one.id, one.organisationId]));
  await query(KEEP, [JSON.stringify(found.map((one) => row(one, accountable.get(one.actionId) ?? null, owners.get(one.actionId) ?? null)))]);
  await query(NOTE, [said.today, Date.now() - began, state.seen]);
  return true;
}

const row = ({ actionId, dueOn, unstaffed, owner }: LoadVerdict, organisationId: string | null, ownerId: string | null) => ({ actionId, dueOn, organisationId, ownerId, unstaffed, needed: owner?.needed ?? null, given: owner?.given ?? null });
