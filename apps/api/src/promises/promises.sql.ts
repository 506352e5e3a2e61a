import { Choice, OrganisationPromise } from '@followthrough/contracts';
import { isOpen } from '../closures/published';
import { isOwed, withCycle } from '../cycles/published';
import { ME } from '../demand/published';
import { nameOf } from '../kernel/person';
import { jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';
import { isOurs, productiveTimeHere } from '../supply/published';
import { commitmentFacts, commitmentLinesHere, sponsorIsHere } from './published';

/** Finished work of organisation `o` of which updates say what it took, with who was down for it or else owned it. */
const finished = `(select coalesce(json_agg(x), '[]') from (
  select coalesce(a.closed_on, a.status_on) as "endedOn", coalesce(e.minutes, (a.days_needed * 450)::bigint, 0) as estimated, u.minutes as spent,
    coalesce((select array_agg(distinct t.person_id) from effort l join assignment t on t.effort_id = l.id and t.withdrawn_at is null where l.action_id = a.id and l.withdrawn_at is null and l.purpose = 'deliver'), array_remove(array[a.owner_id], null)) as people
  from action a
  cross join lateral (select (sum(s.days_spent) * 450)::bigint as minutes from status_update s where s.action_id = a.id and s.withdrawn_at is null and not exists (select from status_update c where c.corrects_id = s.id and c.withdrawn_at is null)) u
  cross join lateral (select sum(l.likely_minutes) as minutes from effort l where l.action_id = a.id and l.withdrawn_at is null and l.purpose = 'deliver') e
  where a.accountable_organisation_id = o.id and a.withdrawn_at is null and not ${isOpen('a')} and coalesce(a.disposition, 'done') = 'done' and u.minutes is not null order by 1, a.id) x)`;

const waiting = `(select count(*) from promise p where p.organisation_id = o.id and p.state = 'requested' and p.withdrawn_at is null)`;
const row = `o.id as "organisationId", o.name, f.facts, ${finished} as finished, ${waiting} as waiting`;

/** The facts of every organisation; the domain says what they come to. */
export const promisePage = statement(
  'promises.page',
  `with ${ME}, ${commitmentFacts()}
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
  `with ${ME}, ${commitmentFacts('o.id = $1')}
   select json_build_object('today', today(), 'time', ${productiveTimeHere}, 'lines', ${commitmentLinesHere}, 'isOurs', (select ${isOurs('k')} from (select $1::uuid as id, $1::uuid as organisation_id) k),
     'promises', ${promises}, 'owes', ${owes}, 'item', (select to_json(x) from (select ${row}) x),
     'plans', ${jsonList(Choice, 'p', { name: 'p.title' }, 'from plan p where p.withdrawn_at is null and p.closed_on is null order by lower(p.title) limit 500')},
     'people', ${jsonList(Choice, 'w', {}, 'from person w where w.organisation_id = o.id and w.withdrawn_at is null and w.expected_on is null and (select me.leads from me) order by w.name collate as_counted, w.id limit 2000')})::text as answer
   from commitment f join organisation o on o.id = f.organisation_id`,
);

export const commitmentLines = statement('promises.lines', `select ${commitmentLinesHere}::text as answer`);
