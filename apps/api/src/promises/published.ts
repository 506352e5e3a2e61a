import { AskedPromise, CommitmentLinesShown, UPDATE_EVERY } from '@followthrough/contracts';
import { FEWEST_SHOWN, MONTHS_AHEAD, MONTHS_BACK, usualCommitmentLines } from '@followthrough/domain';
import { isOpen } from '../closures/published';
import { nameOf } from '../kernel/person';
import { columns, jsonList } from '../kernel/select';
import { gives, isNamed, list } from '../loads/published';
import { isOurs } from '../supply/published';

/** How many of the last meetings, and of the last cycles of a plan, are looked at. */
const LAST = 3;

/**
 * Minutes that updates say were spent, by organisation, plan and month. Whoever is down for an action gave it, in proportion to
 * their parts; of an action that nobody is down for it was the accountable organisation, and its owner.
 */
const SPENT = `
  with said as (
    select u.action_id, to_char(u.as_of, 'YYYY-MM') as month, sum(u.days_spent) * 450 as minutes from status_update u cross join promise_span s
    where u.days_spent > 0 and u.withdrawn_at is null and u.as_of >= s.back and not exists (select from status_update c where c.corrects_id = u.id and c.withdrawn_at is null) group by 1, 2
  ), part as (
    select e.action_id, w.organisation_id, sum(t.minutes) as minutes, array_agg(distinct w.id) as people from effort e join assignment t on t.effort_id = e.id and t.withdrawn_at is null join person w on w.id = t.person_id and w.organisation_id is not null
    where e.withdrawn_at is null and e.purpose = 'deliver' and e.action_id in (select d.action_id from said d) group by 1, 2
  ), whole as (select p.action_id, sum(p.minutes) as minutes from part p group by 1)
  select x.organisation_id, x.plan_id, x.month, round(sum(x.minutes)) as minutes, array(select distinct y from unnest(string_to_array(string_agg(x.people, ','), ',')) y order by 1) as people
  from (
    select coalesce(p.organisation_id, a.accountable_organisation_id) as organisation_id, a.plan_id, d.month, d.minutes * coalesce(p.minutes::numeric / n.minutes, 1) as minutes, array_to_string(coalesce(p.people, array[a.owner_id]), ',') as people
    from said d join action a on a.id = d.action_id and a.withdrawn_at is null left join part p on p.action_id = a.id left join whole n on n.action_id = a.id) x
  where x.organisation_id is not null group by 1, 2, 3`;

/**
 * Updates due and in time, by organisation: of the last reports of a plan, as they were frozen; in a plan without a rhythm,
 * whether an open action has one that is not too old.
 */
const UPDATES = `
  select (x.state ->> 'organisationId')::uuid as organisation_id, count(*) as due, count(*) filter (where (x.state ->> 'reported')::boolean) as in_time
  from (select c.id, c.edition, row_number() over (partition by c.plan_id order by c.due_on desc) as n from reporting_cycle c where c.state in ('frozen', 'published')) c
  join cycle_part x on x.cycle_id = c.id and x.edition = c.edition and x.action_id is not null
  where c.n <= ${LAST} and x.state ->> 'organisationId' is not null and ((x.state ->> 'reported')::boolean or (x.state ->> 'owed')::boolean) group by 1
  union all
  select a.accountable_organisation_id, count(*), count(*) filter (where a.last_update_id is not null and a.status_on >= today() - ${UPDATE_EVERY})
  from action a where a.withdrawn_at is null and ${isOpen('a')} and a.created_on < today() - ${UPDATE_EVERY} and a.accountable_organisation_id is not null and not exists (select from reporting_cadence k where k.plan_id = a.plan_id) group by 1`;

/**
 * CTEs with the raw facts of what organisations promised, for `commitmentOf(promisedOf(facts, time, today), lines)` of the domain.
 * `commitment` has a row for each organisation: `organisation_id`, and `facts`, JSON as `CommitmentFacts` describes it, with what
 * the asker may see: of fewer than three people in a month their days are left out for all but leads.
 * Needs `me` (`ME` of demand) before it. `which`: a condition on organisation `o`.
 */
export const commitmentFacts = (which = 'true'): string => `
  promise_span as materialized (
    select today() as today, (date_trunc('month', today()::timestamp) - interval '${MONTHS_BACK} months')::date as back, (date_trunc('month', today()::timestamp) + interval '${MONTHS_AHEAD} months' - interval '1 day')::date as last),
  promise_month as materialized (select f::date as first, (f + interval '1 month' - interval '1 day')::date as last from promise_span s, generate_series(date_trunc('month', s.today::timestamp), s.last::timestamp, interval '1 month') f),
  promiser as materialized (select o.id from organisation o where o.withdrawn_at is null and (o.valid_to is null or o.valid_to >= today()) and ${which}),
  promise_person as materialized (select w.id, w.organisation_id, w.expected_on, w.funded_until from person w join promiser o on o.id = w.organisation_id where w.withdrawn_at is null and (${isNamed})),
  promise_few as materialized (
    select distinct x.organisation_id from (
      select w.organisation_id, m.first from promise_person w cross join promise_month m where not (select me.leads from me) and (w.expected_on is null or w.expected_on <= m.last) and (w.funded_until is null or w.funded_until >= m.first) and ${gives} group by 1, 2 having count(*) < ${FEWEST_SHOWN}) x),
  promise_spent as materialized (${SPENT}),
  promise_came as materialized (
    select x.organisation_id, count(*) as meetings, count(*) filter (where x.came) as attended
    from (select t.organisation_id, t.came, row_number() over (partition by t.organisation_id order by m.held_on desc, m.id) as n from board_attendance t join board_meeting m on m.id = t.board_meeting_id where m.held_on <= today()) x
    where x.n <= ${LAST} group by 1),
  promise_update as materialized (select x.organisation_id, sum(x.due) as due, sum(x.in_time) as in_time from (${UPDATES}) x group by 1),
  commitment as materialized (
    select o.id as organisation_id, json_build_object(
      'promises', ${list(`
        select p.plan_id as "planId", p.minutes, (p.money * 100)::bigint as "moneyPence", (p.money_confirmed * 100)::bigint as "moneyConfirmedPence", p.from_on as "fromOn", p.to_on as "toOn", ${sponsorIsHere('p')} as "hasSponsor"
        from promise p cross join promise_span s where p.organisation_id = o.id and p.state = 'confirmed' and p.withdrawn_at is null and p.from_on <= s.last and (p.to_on is null or p.to_on >= s.back) order by p.from_on, p.id`)},
      'people', case when exists (select from promise_few f where f.organisation_id = o.id) then null else ${list(`
        select w.expected_on as "expectedOn", w.funded_until as "fundedUntil",
          ${list('select p.from_on as "from", p.to_on as "to", p.minutes from working_pattern p where p.person_id = w.id order by p.from_on')} as patterns,
          ${list(`select l.from_on as "from", l.to_on as "to", l.part from leave l where l.person_id = w.id and l.to_on >= today() - 366`)} as leave,
          ${list(`select r.from_on as "from", r.to_on as "to", r.percent, r.state from release r where r.person_id = w.id and r.withdrawn_at is null and r.state = 'confirmed' and (r.to_on is null or r.to_on >= today())`)} as releases
        from promise_person w where w.organisation_id = o.id`)} end,
      'confirmedDays', ${list(`select to_char(d.month, 'YYYY-MM') as month, d.days from confirmed_days d cross join promise_span s where d.organisation_id = o.id and d.month between s.back and s.last order by d.month`)},
      'spent', ${list(`select x.plan_id as "planId", x.month, x.minutes, x.people from promise_spent x where x.organisation_id = o.id order by x.month, x.plan_id`)},
      'isWhole', (select me.leads from me),
      'meetings', coalesce((select c.meetings from promise_came c where c.organisation_id = o.id), 0), 'attended', coalesce((select c.attended from promise_came c where c.organisation_id = o.id), 0),
      'updatesDue', coalesce((select u.due from promise_update u where u.organisation_id = o.id), 0), 'updatesInTime', coalesce((select u.in_time from promise_update u where u.organisation_id = o.id), 0)) as facts
    from promiser o)`;

/** Somebody is named as sponsor of promise `p` and is still with its organisation. */
export const sponsorIsHere = (p: string): string => `exists (select from person q where q.id = ${p}.sponsor_person_id and q.organisation_id = ${p}.organisation_id and q.withdrawn_at is null)`;

/** Where a promise counts as kept here: what this locality says, else the usual. */
export const commitmentLinesHere = `coalesce((select to_json(t) from (select ${columns(CommitmentLinesShown, 'l')} from commitment_lines l) t), json_build_object(${Object.entries({ ...usualCommitmentLines, version: 0 }).map(([key, value]) => `'${key}', ${value}`).join(', ')}))`;

/** What waits for the organisation of the person asking, oldest first; nothing for who is no lead there. */
export const promisesForMe = jsonList(
  AskedPromise,
  'r',
  { planTitle: '(select x.title from plan x where x.id = r.plan_id)', sponsorName: nameOf('r.sponsor_person_id'), requestedByName: nameOf('r.requested_by'), organisationName: '(select o.name from organisation o where o.id = r.organisation_id)' },
  `from promise r where r.state = 'requested' and r.withdrawn_at is null and ${isOurs('r')} order by r.requested_on, r.id limit 50`,
);
