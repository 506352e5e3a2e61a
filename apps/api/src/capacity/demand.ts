import { isOpen } from '../closures/published';

/** Working days (Mondays to Fridays) from Monday 1 January 1900 until the day before. */
const before = (day: string): string => `(5 * ((${day} - date '1900-01-01') / 7) + least((${day} - date '1900-01-01') % 7, 5))`;

/** Of a whole in hundredths, what has fallen due when `done` of `total` working days are over: half up, so months add up. */
const until = (done: string): string => `((2 * w.hundredths * (${done}) + w.total) / nullif(2 * w.total, 0))`;

/** Stands for no organisation, so that rows can be joined by hash. */
export const NOBODY = `'00000000-0000-0000-0000-000000000000'::uuid`;

/**
 * The SQL twin of `demandOverSupply` in libs/domain, as common table expressions for any statement. `today` is a date as
 * SQL. `capacity_share`: hundredths of a person-day by action, carrier and month; `capacity_load`: one row for each
 * organisation that is a partner now or carries work, and each of twelve months, with its band.
 */
export const capacityOf = (today: string): string => `
  capacity_day as materialized (select ${today} as today),
  capacity_month as materialized (
    select f::date as first, (f + interval '1 month')::date as next
    from capacity_day, generate_series(date_trunc('month', today)::timestamp, date_trunc('month', today)::timestamp + interval '11 months', interval '1 month') f
  ),
  capacity_work as materialized (
    select a.id, coalesce(a.accountable_organisation_id, ${NOBODY}) as carrier, a.days_needed, a.start_on, a.due_on from action a
    where a.withdrawn_at is null and ${isOpen('a')}
  ),
  capacity_span as materialized (
    select s.id, s.carrier, s.hundredths, s.starts, s.ends, case when s.ends > s.starts then ${before('s.ends')} - ${before('s.starts')} else 0 end as total
    from (
      select w.id, w.carrier, (w.days_needed * 100)::bigint as hundredths, greatest(w.start_on, (select today from capacity_day)) as starts, w.due_on + 1 as ends
      from capacity_work w where w.days_needed > 0 and w.due_on is not null
    ) s
  ),
  capacity_share as (
    select w.id, w.carrier, m.first as month,
      case when w.total = 0 then w.hundredths
        else ${until(`${before('least(w.ends, m.next)')} - ${before('w.starts')}`)} - ${until(`${before('greatest(w.starts, m.first)')} - ${before('w.starts')}`)} end as hundredths
    from capacity_span w join capacity_month m on m.next > w.starts and m.first < case when w.total = 0 then w.starts + 1 else w.ends end
  ),
  capacity_demand as materialized (select carrier, month, sum(hundredths) as hundredths from capacity_share group by carrier, month),
  capacity_count as materialized (
    select carrier, count(*) as open_actions, count(*) filter (where days_needed is null) as not_estimated, count(*) filter (where days_needed is not null and due_on is null) as undated
    from capacity_work group by carrier
  ),
  capacity_carrier as materialized (
    select o.id as carrier, o.name from organisation o left join capacity_count n on n.carrier = o.id
    where o.withdrawn_at is null and (o.valid_to is null or o.valid_to >= (select today from capacity_day) or n.carrier is not null)
    union all select n.carrier, 'No organisation yet' from capacity_count n where n.carrier = ${NOBODY}
  ),
  capacity_load as (
    select t.*, case when t.confirmed is null then 'unknown' when t.confirmed = 0 then case when t.needed > 0 then 'unresourced' else 'spare' end
      when t.percent < 70 then 'spare' when t.percent < 85 then 'healthy' when t.percent <= 100 then 'tight' else 'over' end as band
    from (
      select c.carrier, m.first as month, coalesce(s.hundredths, 0)::numeric / 100 as needed, d.days as confirmed,
        case when d.days > 0 then div(20 * coalesce(s.hundredths, 0) + d.days * 10, 2 * d.days * 10)::bigint end as percent
      from capacity_carrier c cross join capacity_month m
      left join capacity_demand s on s.carrier = c.carrier and s.month = m.first
      left join confirmed_days d on d.organisation_id = c.carrier and d.month = m.first
    ) t
  )`;
