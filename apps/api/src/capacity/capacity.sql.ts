import { CapacityAction, type Contract } from '@followthrough/contracts';
import { columns } from '../kernel/select';
import { statement } from '../kernel/statement';
import { capacityOf, NOBODY } from './demand';

// As a sub-select it is worked out once, not once for every row.
const TODAY = '(select coalesce($1::date, today()))';

/** The heat map on a day, behind CTEs that a caller may have; what more its answer says is in `also`. */
export const loadsOn = (today: string, before = '', also: Readonly<Record<string, string>> = {}): string =>
  `with ${before} ${capacityOf(today)}
   select json_build_object(
     ${Object.entries(also).map(([field, sql]) => `'${field}', ${sql},`).join(' ')}
     'months', (select json_agg(to_char(m.first, 'YYYY-MM') order by m.first) from capacity_month m),
     'openActions', t.open_actions, 'notEstimated', t.not_estimated, 'undated', t.undated,
     'rows', (
       select coalesce(json_agg(json_build_object('organisationId', nullif(c.carrier, ${NOBODY}), 'name', c.name, 'notEstimated', coalesce(n.not_estimated, 0), 'undated', coalesce(n.undated, 0), 'months', l.months) order by c.carrier = ${NOBODY}, lower(c.name)), '[]')
       from capacity_carrier c
       join (
         select carrier, json_agg(json_build_object('month', to_char(month, 'YYYY-MM'), 'needed', trim_scale(needed), 'confirmed', trim_scale(confirmed), 'percent', percent, 'band', band) order by month) as months
         from capacity_load group by carrier
       ) l on l.carrier = c.carrier
       left join capacity_count n on n.carrier = c.carrier)
   )::text as answer
   from (select coalesce(sum(open_actions), 0) as open_actions, coalesce(sum(not_estimated), 0) as not_estimated, coalesce(sum(undated), 0) as undated from capacity_count) t`;

/** $1: today, null for the real one. */
export const capacityPage = statement('capacity.page', loadsOn(TODAY));

/** The actions of a month in the same way. $2: organisation or null, $3: first of the month. */
export const sharesOn = (today: string, contract: Contract = CapacityAction, before = '', also: Readonly<Record<string, string>> = {}): string =>
  `with ${before} ${capacityOf(today)}
   select json_build_object(${Object.entries(also).map(([field, sql]) => `'${field}', ${sql},`).join(' ')} 'items', (select coalesce(json_agg(t), '[]') from (
     select ${columns(contract, 'a', { needed: 'trim_scale(s.hundredths::numeric / 100)', isOverdue: `a.due_on < ${today}` })}
     from capacity_share s join action a on a.id = s.id
     where s.carrier = coalesce($2::uuid, ${NOBODY}) and s.month = $3::date and s.hundredths > 0 order by s.hundredths desc, a.ref limit 200) t))::text as answer`;

/** $1: today. */
export const capacityActions = statement('capacity.actions', sharesOn(TODAY));
