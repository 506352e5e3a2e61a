import { Choice, OrganisationPromise } from '@followthrough/contracts';
import { isOpen } from '../closures/published';
import { isOwed, withCycle } from '../cycles/published';
import { ME } from '../demand/published';
import { nameOf } from '../kernel/person';
import { jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';
import { isOurs, productiveTimeHere } from '../supply/published';
import { commitmentFacts, commitmentLinesHere, sponsorIsHere } from './published';

/**
 * CTEs with finished work of which updates say what it took, and who was down for it or else owned it. Sums are made of all
 * actions at once: one by one they would be looked up thousands of times.
 */
const FINISHED = `
  took as materialized (
    select s.action_id, (sum(s.days_spent) * 450)::bigint as minutes from status_update s
    where s.days_spent is not null and s.withdrawn_at is null and s.id not in (select c.corrects_id from status_update c where c.corrects_id is not null and c.withdrawn_at is null) group by 1),
  thought as materialized (select l.action_id, sum(l.likely_minutes) as minutes from effort l where l.withdrawn_at is null and l.purpose = 'deliver' group by 1),
  down as materialized (select l.action_id, array_agg(distinct t.person_id) as people from effort l join assignment t on t.effort_id = l.id and t.withdrawn_at is null where l.withdrawn_at is null and l.purpose = 'deliver' group by 1),
  finished as materialized (
    select a.accountable_organisation_id as organisation_id, json_agg(json_build_object('endedOn', coalesce(a.closed_on, a.status_on), 'estimated', coalesce(h.minutes, (a.days_needed * 450)::bigint, 0), 'spent', u.minutes,
      'people', coalesce(d.people, array_remove(array[a.owner_id], null))) order by coalesce(a.closed_on, a.status_on), a.id) as work
    from action a join took u on u.action_id = a.id left join thought h on h.action_id = a.id left join down d on d.action_id = a.id
    where a.withdrawn_at is null and not ${isOpen('a')} and coalesce(a.disposition, 'done') = 'done' group by 1)`;

const waiting = `(select count(*) from promise p where p.organisation_id = o.id and p.state = 'requested' and p.withdrawn_at is null)`;
const row = `o.id as "organisationId", o.name, f.facts, coalesce((select n.work from finished n where n.organisation_id = o.id), '[]') as finished, ${waiting} as waiting`;

/** The facts of every organisation; the domain says what they come to. */
export const promisePage = statement(
  'promises.page',
  `with ${ME}, ${commitmentFacts()}, ${FINISHED}
   select json_build_object('today', today(), 'time', ${productiveTimeHere}, 'lines', ${commitmentLinesHere},
     'items', (select coalesce(json_agg(x), '[]') from (select ${row} from commitment f join organisation o on o.id = f.organisation_id order by lower(o.name) limit 2000) x))::text as answer`,
);

const promises = jsonList(
  OrganisationPromise,
  'r',
  {
    planTitle: '(select x.title from plan x where x.id = r.plan_id)',
    sponsorName: nameOf('r.sponsor_person_id'),
    sponsorIsHere: sponsorIsHere('r'),
    requestedByName: nameOf('r.requested_by'),
    confirmedByName: nameOf('r.confirmed_by'),
    isMine: 'coalesce(r.requested_by = current_person(), false)',
  },
  'from promise r where r.organisation_id = o.id and r.withdrawn_at is null order by r.from_on desc, r.id limit 200',
);

const asked = (table: string, person: string): string => `(select count(*) from ${table} where ${person} = any (array(select w.id from person w where w.organisation_id = o.id and w.withdrawn_at is null)))`;
const owes = `json_build_object(
  'promises', ${waiting},
  'releases', ${asked(`(select r.person_id from release r where r.state = 'requested' and r.withdrawn_at is null) r`, 'r.person_id')},
  'assignments', ${asked(`(select s.person_id from assignment s join effort e on e.id = s.effort_id and e.withdrawn_at is null join action a on a.id = e.action_id and a.withdrawn_at is null and a.disposition is null where s.state = 'requested' and s.withdrawn_at is null) s`, 's.person_id')},
  'updates', (select count(*) from action a ${withCycle('a')} where a.accountable_organisation_id = o.id and a.withdrawn_at is null and ${isOpen('a')} and ${isOwed('a')}))`;

/** $1 organisation. */
export const organisationPromises = statement(
  'promises.organisation',
  `with ${ME}, ${commitmentFacts('o.id = $1')}, ${FINISHED}
   select json_build_object('today', today(), 'time', ${productiveTimeHere}, 'lines', ${commitmentLinesHere}, 'isOurs', (select ${isOurs('k')} from (select $1::uuid as id, $1::uuid as organisation_id) k),
     'promises', ${promises}, 'owes', ${owes}, 'item', (select to_json(x) from (select ${row}) x),
     'plans', ${jsonList(Choice, 'p', { name: 'p.title' }, 'from plan p where p.withdrawn_at is null and p.closed_on is null order by lower(p.title) limit 500')},
     'people', ${jsonList(Choice, 'w', {}, 'from person w where w.organisation_id = o.id and w.withdrawn_at is null and w.expected_on is null and (select me.leads from me) order by w.name collate as_counted, w.id limit 2000')})::text as answer
   from commitment f join organisation o on o.id = f.organisation_id`,
);

export const commitmentLines = statement('promises.lines', `select ${commitmentLinesHere}::text as answer`);
