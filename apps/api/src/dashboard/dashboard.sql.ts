import { Dashboard, LatestMove, MonthStanding, MovedDates, MovedFor, OpenChallenge, OpenChallenges, OpenDecision, OpenDecisions, OrganisationStanding, Standing, StatusCount, WorstAction } from '@followthrough/contracts';
import { columns, jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';
import { shownWords } from '../status-words/published';

/**
 * The whole dashboard in one statement. What is now comes from one pass over the index `action_standing`, which holds all
 * that is counted here and is never more than a few megabytes; what was comes from `plan_figure`. History is not read.
 */
const ofPlan = (action: string) => `${action}.withdrawn_at is null and ($1::uuid is null or ${action}.plan_id = $1)`;
const open = (action: string) => `${action}.status not in ('complete', 'embedded')`;
const object = (contract: Parameters<typeof columns>[0], alias: string, made: Readonly<Record<string, string>>, from = '') => `(select to_json(o) from (select ${columns(contract, alias, made)} ${from}) o)`;

const months = jsonList(MonthStanding, 'm', { month: `to_char(m.month, 'YYYY-MM')`, standings: jsonList(Standing, 'f', {}, 'from standing f where f.month = m.month and f.actions > 0') }, 'from month m order by m.month');

const organisations = jsonList(
  OrganisationStanding,
  'g',
  { name: '(select o.name from organisation o where o.id = g.organisation_id)', statuses: jsonList(StatusCount, 's', {}, 'from (select c.status, sum(c.actions) as actions from counted c where c.organisation_id is not distinct from g.organisation_id group by c.status) s') },
  `from (select c.organisation_id, sum(c.actions) as actions, sum(c.overdue) as overdue, coalesce(sum(c.actions) filter (where c.status = 'off_track'), 0) as off_track
     from counted c group by c.organisation_id order by off_track desc, overdue desc, actions desc, c.organisation_id limit 200) g`,
);

// A state at a time, worst first, each in the order of its due dates: a few entries of the index, however large the plan.
const worst = jsonList(
  WorstAction,
  'a',
  { daysOverdue: 'case when a.due_on < today() then today() - a.due_on end', organisationName: '(select o.name from organisation o where o.id = a.accountable_organisation_id)' },
  `from (select a.id, s.rank from unnest(array['off_track', 'at_risk', 'on_track', 'not_started']) with ordinality as s(status, rank),
     lateral (select a.id, a.due_on from action a where a.status = s.status and ${ofPlan('a')} and (s.status = 'off_track' or a.due_on < today()) order by a.due_on, a.id limit 10) a
     order by s.rank, a.due_on, a.id limit 10) w join action a on a.id = w.id order by w.rank, a.due_on, a.id`,
);

const moved = object(MovedDates, 'm', {
  since: '(select day from since)',
  actions: '(select count(distinct m.action_id) from move m)',
  reasons: jsonList(MovedFor, 'r', {}, 'from (select m.reason, count(distinct m.action_id) as actions from move m group by m.reason) r order by r.actions desc, r.reason'),
  latest: jsonList(LatestMove, 'm', { ref: 'a.ref', title: 'a.title' }, 'from (select * from move order by moved_on desc, id desc limit 5) m join action a on a.id = m.action_id order by m.moved_on desc, m.id desc'),
});

const decisions = object(OpenDecisions, 'd', {
  open: '(select count(*) from decision d)',
  oldestOn: '(select min(d.asked_on) from decision d)',
  items: jsonList(OpenDecision, 'd', { ref: 'a.ref', title: 'a.title', isLate: 'coalesce(d.needed_by < today(), false)' }, 'from (select * from decision order by needed_by, asked_on, id limit 5) d join action a on a.id = d.action_id order by d.needed_by, d.asked_on, d.id'),
});

const challenges = object(OpenChallenges, 't', {
  open: '(select count(*) from challenge t)',
  oldestOn: `(select (min(t.raised_at) at time zone 'Europe/London')::date from challenge t)`,
  items: jsonList(
    OpenChallenge,
    't',
    { ref: 'coalesce(a.ref, f.ref)', text: 'left(t.text, 300)', raisedOn: `(t.raised_at at time zone 'Europe/London')::date` },
    'from (select * from challenge order by raised_at, id limit 3) t left join action a on a.id = t.action_id left join finding f on f.id = t.finding_id order by t.raised_at, t.id',
  ),
});

const made = {
  today: 'today()',
  planId: '$1::uuid',
  board: '(select p.board from plan p where p.id = $1)',
  nextBoardOn: '(select p.next_board_on from plan p where p.id = $1)',
  plans: `(select coalesce(json_agg(json_build_object('id', p.id, 'name', p.title) order by lower(p.title)), '[]') from plan p where p.withdrawn_at is null)`,
  words: shownWords,
  actions: '(select coalesce(sum(c.actions), 0) from counted c)',
  overdue: '(select coalesce(sum(c.overdue), 0) from counted c)',
  notUpdatedSince: '(select stale from since)',
  notUpdated: '(select coalesce(sum(c.not_updated), 0) from counted c)',
  unresolvedDates: `(select count(*) from action a where a.due_on is null and a.due_text is not null and not a.due_text_kept and ${ofPlan('a')})`,
  now: jsonList(Standing, 's', {}, 'from (select c.horizon, c.status, sum(c.actions) as actions from counted c group by c.horizon, c.status) s'),
  months,
  moved,
  organisations,
  worst,
  decisions,
  challenges,
};

export const dashboard = statement(
  'dashboard.show',
  `with since as materialized (select (today() - interval '3 months')::date as day, today() - 35 as stale, date_trunc('month', today())::date as month),
     counted as materialized (
       select a.accountable_organisation_id as organisation_id, a.horizon, a.status, count(*) as actions,
         count(*) filter (where a.due_on < today() and ${open('a')}) as overdue,
         count(*) filter (where (a.last_update_id is null or a.status_on < today() - 35) and ${open('a')}) as not_updated
       from action a where ${ofPlan('a')} group by 1, 2, 3),
     month as (select (s.month - n * interval '1 month')::date as month from since s, generate_series(0, 12) n),
     figure as materialized (
       select f.month, f.horizon, f.status, sum(f.net) as net from plan_figure f where $1::uuid is null or f.plan_id = $1 group by 1, 2, 3),
     standing as materialized (
       select m.month, f.horizon, f.status, sum(f.net) as actions from month m join figure f on f.month <= m.month group by 1, 2, 3),
     move as materialized (
       select m.* from due_move m join action a on a.id = m.action_id where m.moved_on >= (select day from since) and ${ofPlan('a')}),
     decision as materialized (
       select d.* from decision_request d join action a on a.id = d.action_id where d.state = 'open' and d.withdrawn_at is null and ${ofPlan('a')}),
     challenge as materialized (
       select t.* from thread t left join action a on a.id = t.action_id
       where t.state = 'open' and exists (select from membership m where m.person_id = t.raised_by and 'critical_friend' = any (m.roles))
         and case when t.action_id is null then $1::uuid is null else ${ofPlan('a')} end)
   select to_json(t)::text as answer from (select ${columns(Dashboard, 'd', made)}) t
   where $1::uuid is null or exists (select from plan p where p.id = $1 and p.withdrawn_at is null)`,
);
