import { Leave, Release, SuppliedPerson, SupplyTeam, WorkingPattern } from '@followthrough/contracts';
import { columns, jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';
import { isOurs, productiveTimeHere, seesFigures } from './published';

const who = { organisationName: '(select o.name from organisation o where o.id = p.organisation_id)' };
const patterns = (where: string): string => jsonList(WorkingPattern, 'w', {}, `from working_pattern w where w.person_id = p.id and ${where} order by w.from_on desc limit 200`);
const leave = (where: string): string => jsonList(Leave, 'l', {}, `from leave l where l.person_id = p.id and ${where} order by l.from_on desc limit 1000`);
const releases = (where: string): string =>
  jsonList(
    Release,
    'r',
    { requestedByName: '(select q.name from person q where q.id = r.requested_by)', confirmedByName: '(select q.name from person q where q.id = r.confirmed_by)', isMine: 'coalesce(r.requested_by = current_person(), false)' },
    `from release r where r.person_id = p.id and r.withdrawn_at is null and ${where} order by r.from_on desc limit 500`,
  );
const teams = jsonList(SupplyTeam, 'k', { id: 't.id', name: 't.name', kind: 't.kind' }, `from team_member k join team t on t.id = k.team_id and t.withdrawn_at is null where k.person_id = p.id and coalesce(k.to_on >= today(), true) order by k.from_on, t.name limit 200`);

/** $1: person. What they can give by month is worked out from it by the domain; see `supply-months.ts`. */
export const personSupply = statement(
  'supply.person',
  `select to_json(t)::text as answer from (
     select ${columns(SuppliedPerson, 'p', who)}, today() as today, p.id = current_person() as "isMe", s.sees as "isShown", ${isOurs('p')} as "isOurs",
       case when s.sees then p.funded_until end as "fundedUntil", ${patterns('s.sees')} as patterns, ${leave('s.sees')} as leave, ${releases('(s.sees or r.requested_by = current_person())')} as releases, ${teams} as teams, ${productiveTimeHere} as time
     from person p cross join lateral (select ${seesFigures('p')} as sees) s where p.id = coalesce($1::uuid, current_person()) and p.withdrawn_at is null) t`,
);

/** The people of the asker's organisation, for its leads alone. */
export const ourSupply = statement(
  'supply.ours',
  `select json_build_object(
     'today', today(), 'time', ${productiveTimeHere}, 'organisationName', (select o.name from organisation o where o.id = my_organisation()),
     'all', (select count(*) from person p where p.withdrawn_at is null and ${isOurs('p')}),
     'people', (select coalesce(json_agg(t), '[]') from (
       select ${columns(SuppliedPerson, 'p', who)}, p.funded_until as "fundedUntil", ${patterns('true')} as patterns, ${leave('l.to_on >= today() - 366')} as leave, ${releases('true')} as releases
       from person p where p.withdrawn_at is null and ${isOurs('p')} order by p.name collate as_counted, p.id limit 500) t))::text as answer`,
);

export const productiveTime = statement('supply.time', `select ${productiveTimeHere}::text as answer`);
