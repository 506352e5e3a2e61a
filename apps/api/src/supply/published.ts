import { AskedRelease, ProductiveTimeShown } from '@followthrough/contracts';
import { access, usualProductiveTime } from '@followthrough/domain';
import { isMember } from '../kernel/person';
import { columns, jsonList } from '../kernel/select';

const keeps = `exists (select from membership m where ${isMember('current_person()')} and m.roles && '{${access['supply.keep'].join()}}'::text[])`;

/** Whether a lead of the employer of `person` asks: who may see and keep their figures, and release them. */
export const isOurs = (person: string): string => `(coalesce(${person}.organisation_id = my_organisation(), false) and ${keeps})`;

/** A person's own figures are theirs and their employer's leads'. */
export const seesFigures = (person: string): string => `(${person}.id = current_person() or ${isOurs(person)})`;

/** What waits for the organisation of the person asking, what begins first coming first. */
export const askedReleases = jsonList(
  AskedRelease,
  'r',
  { name: 'p.name', requestedByName: 'q.name', requestedByOrganisation: '(select o.name from organisation o where o.id = q.organisation_id)' },
  `from release r join person p on p.id = r.person_id and p.withdrawn_at is null left join person q on q.id = r.requested_by
    where r.state = 'requested' and r.withdrawn_at is null and ${isOurs('p')} order by r.from_on, lower(p.name), r.id limit 50`,
);

const usual = Object.entries({ ...usualProductiveTime, version: 0 }).map(([key, days]) => `'${key}', ${days}`).join(', ');
/** How a year goes here: what this locality says, else the usual. */
export const productiveTimeHere = `coalesce((select to_json(t) from (select ${columns(ProductiveTimeShown, 'y')} from productive_time y) t), json_build_object(${usual}))`;
