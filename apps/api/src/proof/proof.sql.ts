import type { ProofOf } from '@followthrough/contracts';
import { isOpen } from '../closures/published';
import { leftOf, ME } from '../demand/published';
import { type Statement, statement } from '../kernel/statement';
import { gives, giversIn, kinds, lines, list } from '../loads/published';
import { productiveTimeHere, seesFigures } from '../supply/published';

/** The last day to which an action `a` can be put off: when the first open one that it blocks is due. */
const waitedForOn = `(select min(t.due_on) from dependency d join action t on t.id = d.then_id and t.withdrawn_at is null and ${isOpen('t')} where d.first_id = a.id and d.kind = 'blocks')`;

/** Open actions in `ids` as the domain reckons with them. */
export const workIn = (ids: string): string => list(`
  select a.id, a.ref, a.title, a.start_on as "startOn", a.due_on as "dueOn", a.accountable_organisation_id as "organisationId", d.left_minutes as "left", ${waitedForOn} as "waitedForOn",
    array(select m.due_on from milestone m where m.action_id = a.id and m.withdrawn_at is null order by m.due_on) as milestones, ${lines} as lines
  from action a cross join lateral ${leftOf} d where a.id in (${ids}) and a.withdrawn_at is null and ${isOpen('a')} order by a.id`);

/** Twelve months from today. */
export const SPAN = `span as materialized (select today() as today, (date_trunc('month', today()::timestamp) + interval '12 months' - interval '1 day')::date as last)`;
export const WHO = `who as materialized (select p.id, p.name, p.job_title, p.profession, p.organisation_id, p.expected_on, p.funded_until, ${seesFigures('p')} as is_seen from person p where p.withdrawn_at is null)`;

/** The ids of actions that somebody in `people` is down for. */
export const givenTo = (people: string): string => `select e.action_id from assignment s join effort e on e.id = s.effort_id and e.withdrawn_at is null where s.withdrawn_at is null and s.person_id in (${people})`;

/**
 * The facts of one row of the heat map ($1), under the rule of that row: where a month of it may not be seen, of nothing. With
 * the colleagues who could help, as far as the asker may see their figures, and what they have to do.
 */
function factsOf(of: ProofOf): Statement {
  const { rows, members, isWhole, isFew } = kinds[of];
  const confirmed = of === 'organisation' ? list(`select to_char(d.month, 'YYYY-MM') as month, d.days from confirmed_days d cross join span s where d.organisation_id = $1 and d.month between date_trunc('month', s.today)::date and s.last`) : `'[]'::json`;
  const theirs = of === 'organisation' ? ` union select a.id from action a where a.accountable_organisation_id = $1 union select e.action_id from effort e where e.organisation_id = $1 and e.withdrawn_at is null` : '';
  return statement(
    `proof.${of}`,
    `with ${ME}, ${SPAN},
     month as materialized (select f::date as first, (f + interval '1 month' - interval '1 day')::date as last from span s, generate_series(date_trunc('month', s.today::timestamp), s.last::timestamp, interval '1 month') f),
     ${WHO},
     member as materialized (select x.* from (${members}) x where x.row_id = $1),
     row_of as materialized (select x.* from (${rows}) x where x.id = $1),
     giving as materialized (
       select k.row_id, m.first, count(distinct w.id) filter (where ${gives}) as n, count(distinct w.id) filter (where not w.is_seen) as hidden from member k join who w on w.id = k.person_id
       join month m on (k.to_on is null or k.to_on >= m.first) and (k.from_on is null or k.from_on <= m.last) and (w.expected_on is null or w.expected_on <= m.last) and (w.funded_until is null or w.funded_until >= m.first)
       group by k.row_id, m.first
     ),
     told as materialized (
       select r.*, ${isWhole} as is_whole, not ${isWhole} and exists (select from (select coalesce(g.n, 0) as n, coalesce(g.hidden, 0) as hidden from month m left join giving g on g.first = m.first) v where ${isFew}) as is_few from row_of r
     ),
     helper as materialized (
       select w.id from who w where w.is_seen and w.organisation_id in (select p.organisation_id from member k join who p on p.id = k.person_id) and w.id not in (select k.person_id from member k) order by w.id limit 300
     ),
     giver as materialized (select k.person_id as id from member k union select h.id from helper h)
     select json_build_object(
       'today', (select s.today from span s), 'time', ${productiveTimeHere}, 'id', t.id, 'name', t.name, 'isWhole', t.is_whole, 'isFew', t.is_few, 'confirmed', ${confirmed},
       'members', case when t.is_few then '[]' else ${list('select k.person_id as "personId", k.from_on as "from", k.to_on as "to" from member k order by k.person_id, k.from_on')} end,
       'people', case when t.is_few then '[]' else ${giversIn('select g.id from giver g')} end,
       'skills', case when t.is_few then '[]' else ${list('select k.person_id as "personId", k.skill_id as "skillId", k.level from person_skill k where k.person_id in (select h.id from helper h)')} end,
       'work', case when t.is_few then '[]' else ${workIn(`${givenTo('select g.id from giver g')}${theirs}`)} end
     )::text as answer from told t`,
  );
}

export const proofFacts: Readonly<Record<ProofOf, Statement>> = { person: factsOf('person'), team: factsOf('team'), organisation: factsOf('organisation') };
