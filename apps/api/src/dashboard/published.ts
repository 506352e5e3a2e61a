import { type Contract, Dashboard, LatestMove, MonthStanding, MovedDates, MovedFor, OpenChallenge, OpenChallenges, OpenDecision, OpenDecisions, OrganisationStanding, Standing, StatusCount, WorstAction } from '@followthrough/contracts';
import { firstBoard, nextMeeting } from '../boards/published';
import { isOpen } from '../closures/published';
import { askedOf } from '../decisions/published';
import { columns, jsonList } from '../kernel/select';
import { shownWords } from '../status-words/published';
import { raisedByFriend } from '../threads/published';

/**
 * The whole dashboard in one statement. What is now comes from one pass over the index `action_standing`, which holds all
 * that is counted here and is never more than a few megabytes; what was comes from `plan_figure`. History is not read.
 * The same select tells of a moment that has been, where it is given the rows as they were: those that have not changed since
 * are counted as they are now, from the same index, and the few that have are counted beside them.
 */
export interface Seen {
  /** SQL of the plan; null for all plans together. */
  readonly plan: string | null;
  readonly today: string;
  /** The tables, or what together holds their rows as they were: each row once. */
  readonly actions: readonly string[];
  readonly decisions: readonly string[];
  readonly threads: readonly string[];
  /** Joins the one row with the id, as `as`: for the few that are listed. */
  readonly row: (table: 'action' | 'decision_request', id: string, as: string) => string;
  /** The row `of` is of an action that is counted, or of none. */
  readonly onAction: (of: string, plan: string | null) => string;
  readonly isPast: boolean;
  readonly organisation: (id: string) => string;
}

export const NOW: Omit<Seen, 'plan'> = {
  today: 'today()',
  actions: ['action'],
  decisions: ['decision_request'],
  threads: ['thread'],
  // The withdrawn are few and have an index: for all plans together no action is read.
  onAction: (of, plan) => (plan === null ? `not exists (select from action a where a.id = ${of}.action_id and a.withdrawn_at is not null)` : `exists (select from action a where a.id = ${of}.action_id and a.withdrawn_at is null and a.plan_id = ${plan})`),
  row: (table, id, as) => `join ${table} ${as} on ${as}.id = ${id}`,
  isPast: false,
  organisation: (id) => `(select o.name from organisation o where o.id = ${id})`,
};

/** One select over every place that the rows come from. */
const fromEach = (places: readonly string[], select: (place: string) => string): string => places.map((place) => `(${select(place)})`).join(' union all ');

const open = isOpen('a');
const object = (contract: Contract, alias: string, made: Readonly<Record<string, string>>): string => `(select to_json(o) from (select ${columns(contract, alias, made)}) o)`;

const months = jsonList(MonthStanding, 'm', { month: `to_char(m.month, 'YYYY-MM')`, standings: jsonList(Standing, 'f', {}, 'from standing f where f.month = m.month and f.actions > 0 order by f.horizon, f.status') }, 'from month m order by m.month');

const organisations = ({ organisation }: Seen): string => jsonList(
  OrganisationStanding,
  'g',
  { name: organisation('g.organisation_id'), statuses: jsonList(StatusCount, 's', {}, 'from (select c.status, sum(c.actions) as actions from counted c where c.organisation_id is not distinct from g.organisation_id group by c.status) s order by s.status') },
  `from (select c.organisation_id, sum(c.actions) as actions, sum(c.overdue) as overdue, coalesce(sum(c.actions) filter (where c.status = 'off_track'), 0) as off_track
     from counted c group by c.organisation_id order by off_track desc, overdue desc, actions desc, c.organisation_id limit 200) g`,
);

const worst = (seen: Seen): string => jsonList(
  WorstAction,
  'a',
  { daysOverdue: `case when a.due_on < (select ${seen.today}) then (select ${seen.today}) - a.due_on end`, organisationName: seen.organisation('a.accountable_organisation_id') },
  `from late l ${seen.row('action', 'l.id', 'a')} order by l.rank, a.due_on, a.id`,
);

const moved = (seen: Seen): string => object(MovedDates, 'm', {
  since: '(select s.day from since s)',
  actions: '(select count(distinct m.action_id) from move m)',
  reasons: jsonList(MovedFor, 'r', {}, 'from (select m.reason, count(distinct m.action_id) as actions, coalesce(sum(m.days) filter (where m.days > 0), 0) as days from move m group by m.reason) r order by r.actions desc, r.reason'),
  latest: jsonList(LatestMove, 'm', { ref: 'a.ref', title: 'a.title' }, `from (select id from move order by moved_on desc, id desc limit 5) n join due_move m on m.id = n.id ${seen.row('action', 'm.action_id', 'a')} order by m.moved_on desc, m.id desc`),
});

const decisions = (seen: Seen): string => object(OpenDecisions, 'd', {
  open: '(select count(*) from decision)',
  oldestOn: '(select min(d.asked_on) from decision d)',
  items: jsonList(
    OpenDecision,
    'd',
    { fromWhom: askedOf, ref: 'a.ref', title: 'a.title', isLate: `coalesce(d.needed_by < (select ${seen.today}), false)` },
    `from (select id from decision order by needed_by, asked_on, id limit 5) n ${seen.row('decision_request', 'n.id', 'd')} ${seen.row('action', 'd.action_id', 'a')} order by d.needed_by, d.asked_on, d.id`,
  ),
});

const challenges = (seen: Seen): string => object(OpenChallenges, 't', {
  open: '(select count(*) from challenge)',
  oldestOn: `(select (min(t.raised_at) at time zone 'Europe/London')::date from challenge t)`,
  items: jsonList(
    OpenChallenge,
    't',
    { ref: `coalesce((select x.ref from (select t.action_id as id) i ${seen.row('action', 'i.id', 'x')}), f.ref)`, text: 'left(t.text, 300)', raisedOn: `(t.raised_at at time zone 'Europe/London')::date` },
    `from (select id from challenge order by raised_at, id limit 3) n join thread t on t.id = n.id left join finding f on f.id = t.finding_id order by t.raised_at, t.id`,
  ),
});

const answer = (seen: Seen) => ({
  today: seen.today,
  planId: `${seen.plan ?? 'null'}::uuid`,
  // Boards meet when they meet now: a moment that has been does not know.
  board: seen.isPast ? 'null::text' : firstBoard(seen.plan ?? 'null'),
  nextBoardOn: seen.isPast ? 'null::date' : `(select min(${nextMeeting('l.board_id')}) from plan_board l where l.plan_id = ${seen.plan ?? 'null'})`,
  plans: `(select coalesce(json_agg(json_build_object('id', p.id, 'name', p.title) order by lower(p.title)), '[]') from plan p where p.withdrawn_at is null)`,
  words: shownWords,
  actions: '(select coalesce(sum(c.actions), 0) from counted c)',
  overdue: '(select coalesce(sum(c.overdue), 0) from counted c)',
  notUpdatedSince: '(select s.stale from since s)',
  notUpdated: '(select coalesce(sum(c.not_updated), 0) from counted c)',
  unresolvedDates: '(select u.actions from unresolved u)',
  now: jsonList(Standing, 's', {}, 'from (select c.horizon, c.status, sum(c.actions) as actions from counted c group by c.horizon, c.status) s order by s.horizon, s.status'),
  months,
  moved: moved(seen),
  organisations: organisations(seen),
  worst: worst(seen),
  decisions: decisions(seen),
  challenges: challenges(seen),
});


/** The select of a dashboard as `answer`, a JSON text; one that says more has its fields in `also`. Of a moment that has been, the rows given are those of the plan already. */
export function dashboardOf(seen: Seen, contract: Contract = Dashboard, also: Readonly<Record<string, string>> = {}): string {
  const { plan, today, actions, isPast } = seen;
  const onePlan = plan !== null && !isPast;
  const TODAY = `(select ${today})`;
  const live = `a.withdrawn_at is null${onePlan ? ` and a.plan_id = ${plan}` : ''}`;
  // What was transferred, stopped or superseded is counted no more.
  const counts = `${live} and (a.disposition is null or a.disposition = 'done')`;
  const counted = fromEach(actions, (place) => `
       select a.accountable_organisation_id as organisation_id, a.horizon, a.status, count(*) as actions,
         count(*) filter (where a.due_on < ${TODAY} and ${open}) as overdue,
         count(*) filter (where (a.last_update_id is null or a.status_on < (select s.stale from since s)) and ${open}) as not_updated
       from ${place} a where ${counts} group by 1, 2, 3`);
  const unresolved = fromEach(actions, (place) => `select count(*) as actions from ${place} a where a.due_on is null and a.due_text is not null and not a.due_text_kept and ${counts}`);
  // Sums of net changes know how a month ended; a month that was not over is counted from its rows.
  const monthly = `select m.month, f.horizon, f.status, sum(f.net) as actions from month m join figure f on f.month <= m.month group by 1, 2, 3`;
  return `with since as materialized (select (${today} - interval '3 months')::date as day, ${today} - 35 as stale, date_trunc('month', ${today})::date as month),
     counted as materialized (${actions.length > 1 ? `select c.organisation_id, c.horizon, c.status, sum(c.actions) as actions, sum(c.overdue) as overdue, sum(c.not_updated) as not_updated from (${counted}) c group by 1, 2, 3` : counted}),
     unresolved as (select sum(u.actions) as actions from (${unresolved}) u),
     month as (select (s.month - n * interval '1 month')::date as month from since s, generate_series(0, 12) n),
     figure as materialized (select f.month, f.horizon, f.status, sum(f.net) as net from plan_figure f ${plan ? `where ${isPast ? `${plan} is null or ` : ''}f.plan_id = ${plan}` : ''} group by 1, 2, 3),
     standing as materialized (${isPast ? `select x.* from (${monthly}) x where x.month < (select s.month from since s) union all select s.month, c.horizon, c.status, sum(c.actions) from since s, counted c group by 1, 2, 3` : monthly}),
     -- A state at a time, worst first, each in the order of its due dates: a few entries of the index, however large the plan.
     late as (
       select a.id, s.rank from unnest(array['off_track', 'at_risk', 'on_track', 'not_started']) with ordinality as s(status, rank),
         lateral (${fromEach(actions, (place) => `select a.id, a.due_on from ${place} a where a.status = s.status and ${counts} and (s.status = 'off_track' or a.due_on < ${TODAY}) order by a.due_on, a.id limit 10`)}) a
       order by s.rank, a.due_on, a.id limit 10),
     move as materialized (select m.id, m.action_id, m.reason, m.moved_on, m.to_on - m.from_on as days from due_move m where m.milestone_id is null and m.moved_on >= (select s.day from since s)${isPast ? ` and m.moved_on <= ${TODAY}` : ''} and ${seen.onAction('m', plan)}),
     decision as materialized (${fromEach(seen.decisions, (place) => `select d.id, d.needed_by, d.asked_on from ${place} d where d.state = 'open' and d.withdrawn_at is null and ${seen.onAction('d', plan)}`)}),
     challenge as materialized (${fromEach(seen.threads, (place) => `
       select t.id, t.raised_at from ${place} t
       where t.state = 'open' and ${raisedByFriend} and ${seen.onAction('t', plan)} and not exists (select from finding f where f.id = t.finding_id and f.withdrawn_at is not null)`)})
   select to_json(t)::text as answer from (select ${columns(contract, 'd', { ...answer(seen), ...also })}) t
   ${onePlan ? `where exists (select from plan p where p.id = ${plan} and p.withdrawn_at is null)` : ''}`;
}
