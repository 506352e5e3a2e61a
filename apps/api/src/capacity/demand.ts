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
