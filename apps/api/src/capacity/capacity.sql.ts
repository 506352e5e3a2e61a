import { CapacityAction } from '@followthrough/contracts';
import { columns } from '../kernel/select';
import { statement } from '../kernel/statement';
import { capacityOf } from './demand';

// As a sub-select it is worked out once, not once for every row.
const TODAY = '(select coalesce($1::date, today()))';

const cells = `(select json_agg(json_build_object('month', to_char(l.month, 'YYYY-MM'), 'needed', trim_scale(l.needed), 'confirmed', trim_scale(l.confirmed), 'percent', l.percent, 'band', l.band) order by l.month)
  from capacity_load l where l.organisation_id is not distinct from c.id)`;

const counts = (of: string): string => `count(*) filter (where w.days_needed is null) as not_estimated, count(*) filter (where w.days_needed is not null and w.due_on is null) as undated from capacity_work w ${of}`;

/** $1: today, null for the real one. Organisations with most need first, so that the page opens on what matters. */
export const capacityPage = statement(
  'capacity.page',
  `with ${capacityOf(TODAY)}
   select json_build_object(
     'months', (select json_agg(to_char(m.first, 'YYYY-MM') order by m.first) from capacity_month m),
     'openActions', t.open_actions, 'notEstimated', t.not_estimated, 'undated', t.undated,
     'rows', (select coalesce(json_agg(json_build_object('organisationId', c.id, 'name', c.name, 'notEstimated', n.not_estimated, 'undated', n.undated, 'months', ${cells}) order by c.id is null, lower(c.name)), '[]')
       from capacity_carrier c cross join lateral (select ${counts('where w.organisation_id is not distinct from c.id')}) n)
   )::text as answer
   from (select count(*) as open_actions, ${counts('')}) t`,
);

/** $1: today, $2: organisation or null, $3: first of the month. */
export const capacityActions = statement(
  'capacity.actions',
  `with ${capacityOf(TODAY)}
   select json_build_object('items', (select coalesce(json_agg(t), '[]') from (
     select ${columns(CapacityAction, 'a', { needed: 'trim_scale(s.hundredths::numeric / 100)', isOverdue: `a.due_on < ${TODAY}` })}
     from capacity_share s join action a on a.id = s.id
     where s.organisation_id is not distinct from $2::uuid and s.month = $3::date and s.hundredths > 0 order by s.hundredths desc, a.ref limit 200) t))::text as answer`,
);
