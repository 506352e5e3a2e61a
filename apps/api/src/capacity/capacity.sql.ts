import { CapacityAction } from '@followthrough/contracts';
import { columns } from '../kernel/select';
import { statement } from '../kernel/statement';

/** Working days (Mondays to Fridays) from Monday 1 January 1900 until the day before. */
const before = (day: string): string => `(5 * ((${day} - date '1900-01-01') / 7) + least((${day} - date '1900-01-01') % 7, 5))`;

/** Of a whole in hundredths, what has fallen due when `done` of `total` working days are over: half up, so months add up. */
const until = (done: string): string => `((2 * w.hundredths * (${done}) + w.total) / nullif(2 * w.total, 0))`;

/**
 * The SQL twin of `demandOverSupply` in libs/domain, as common table expressions for any statement. `today` is a date as
 * SQL. `capacity_share`: hundredths of a person-day by action, organisation and month; `capacity_load`: one row for each
 * organisation that is a partner now or carries work, and each of twelve months, with its band.
 */
export const capacityOf = (today: string): string => `
  capacity_month as (
    select f::date as first, (f + interval '1 month')::date as next
    from generate_series(date_trunc('month', ${today})::timestamp, date_trunc('month', ${today})::timestamp + interval '11 months', interval '1 month') f
  ),
  capacity_work as (
    select a.id, a.accountable_organisation_id as organisation_id, a.days_needed, a.due_on from action a
    where a.withdrawn_at is null and a.status not in ('complete', 'embedded')
  ),
  capacity_span as (
    select s.*, ${before('s.ends')} - ${before('s.starts')} as total
    from (
      select a.id, a.accountable_organisation_id as organisation_id, (a.days_needed * 100)::bigint as hundredths, greatest(a.start_on, ${today}) as starts, a.due_on + 1 as ends
      from action a where a.withdrawn_at is null and a.status not in ('complete', 'embedded') and a.days_needed > 0 and a.due_on is not null
    ) s
  ),
  capacity_share as (
    select w.id, w.organisation_id, m.first as month,
      case when w.ends <= w.starts or w.total <= 0 then w.hundredths
        else ${until(`${before('least(w.ends, m.next)')} - ${before('w.starts')}`)} - ${until(`${before('greatest(w.starts, m.first)')} - ${before('w.starts')}`)} end as hundredths
    from capacity_span w join capacity_month m
      on m.next > w.starts and case when w.ends <= w.starts or w.total <= 0 then m.first <= w.starts else m.first < w.ends end
  ),
  capacity_carrier as (
    select o.id, o.name from organisation o
    where o.withdrawn_at is null and (o.valid_to is null or o.valid_to >= ${today} or exists (select from capacity_work w where w.organisation_id = o.id))
    union all select null, 'No organisation yet' where exists (select from capacity_work w where w.organisation_id is null)
  ),
  capacity_load as (
    select t.*, case when t.confirmed is null then 'unknown' when t.confirmed = 0 then case when t.needed > 0 then 'unresourced' else 'spare' end
      when t.percent < 70 then 'spare' when t.percent < 85 then 'healthy' when t.percent <= 100 then 'tight' else 'over' end as band
    from (
      select c.id as organisation_id, c.name, m.first as month, coalesce(s.hundredths, 0)::numeric / 100 as needed, d.days as confirmed,
        case when d.days > 0 then div(20 * coalesce(s.hundredths, 0) + d.days * 10, 2 * d.days * 10)::bigint end as percent
      from capacity_carrier c cross join capacity_month m
      left join (select organisation_id, month, sum(hundredths) as hundredths from capacity_share group by organisation_id, month) s
        on s.organisation_id is not distinct from c.id and s.month = m.first
      left join confirmed_days d on d.organisation_id = c.id and d.month = m.first
    ) t
  )`;

const TODAY = 'coalesce($1::date, today())';

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
