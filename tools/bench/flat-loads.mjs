// The heat map of people by hand: one flat query for tables that belong to nobody, without row security, with everything that it knows
// written into the text. It answers the same cells: what open work asks of each of them in each month, and what they can give.

/**
 * Of the people of one organisation. What is spread by milestones is spread evenly here, which is less to do; everything else
 * comes to the same minutes.
 * @param {{ place: string, organisation: string, today: string, holidays: readonly string[], months: number }} said
 */
export const flatLoads = ({ place, organisation, today, holidays, months }) => `
with day as materialized (
  select d::date as on_, (extract(year from d) * 12 + extract(month from d))::int - ${monthNumber(today)} as month, (extract(isodow from d))::int as dow,
    extract(isodow from d) < 6 and d::date <> all ('{${holidays.join()}}'::date[]) as works, (extract(year from d - interval '3 months'))::int as leave_year,
    count(*) filter (where extract(isodow from d) < 6 and d::date <> all ('{${holidays.join()}}'::date[])) over (order by d) as n
  from generate_series('${today}'::timestamp, date_trunc('month', '${today}'::timestamp) + interval '${months} months' - interval '1 day', interval '1 day') d),
month as materialized (select month, to_char(min(on_), 'YYYY-MM') as name, min(n) - count(*) filter (where works and on_ = first) as begins, max(n) as ends from (select *, min(on_) over (partition by month) as first from day) d group by month),
who as materialized (select id, name, job_title from person where locality_id = '${place}' and organisation_id = '${organisation}' and withdrawn_at is null),
away as materialized (
  select l.person_id, d::date as on_, case l.part when 'whole' then 2 else 1 end as halves, extract(isodow from d)::int as dow, (extract(year from d - interval '3 months'))::int as leave_year
  from leave l cross join lateral generate_series(l.from_on::timestamp, l.to_on::timestamp, interval '1 day') d where l.locality_id = '${place}' and l.person_id in (select id from who) and l.to_on >= '${today}'::date - 366),
pattern as materialized (select person_id, from_on, coalesce(to_on, 'infinity') as to_on, minutes, (select sum(x) from unnest(minutes) x) as week from working_pattern where locality_id = '${place}' and person_id in (select id from who)),
share_of as materialized (
  select a.person_id, a.leave_year, round(200000 / (252 - least(25, round(sum(w.minutes[a.dow] * a.halves * 2.5 / w.week), 2))))::int as thousandths
  from away a join pattern w on w.person_id = a.person_id and w.from_on <= a.on_ and w.to_on >= a.on_ where a.on_ <> all ('{${holidays.join()}}'::date[]) group by 1, 2),
supply as (
  select w.person_id, d.month, sum(case when d.works or d.dow > 5 then w.minutes[d.dow] * (2 - coalesce(l.halves, 0)) * coalesce(r.percent, 0) * coalesce(e.thousandths, 794) else 0 end) as exact
  from pattern w join day d on w.from_on <= d.on_ and w.to_on >= d.on_ and w.minutes[d.dow] > 0
    left join away l on l.person_id = w.person_id and l.on_ = d.on_
    left join (select person_id, from_on, coalesce(to_on, 'infinity') as to_on, percent from release where locality_id = '${place}' and withdrawn_at is null and state = 'confirmed') r on r.person_id = w.person_id and r.from_on <= d.on_ and r.to_on >= d.on_
    left join share_of e on e.person_id = w.person_id and e.leave_year = d.leave_year
  group by 1, 2),
given as (
  select person_id, month, (sum(exact) over (partition by person_id order by month))::bigint / 200000 - coalesce((sum(exact) over (partition by person_id order by month rows between unbounded preceding and 1 preceding))::bigint / 200000, 0) as minutes from supply),
said as materialized (
  select action_id, as_of, id, (days_spent * 450)::int as spent, (days_left * 450)::int as left_then from status_update u where locality_id = '${place}' and withdrawn_at is null and (days_spent is not null or days_left is not null)
    and not exists (select from status_update c where c.locality_id = u.locality_id and c.corrects_id = u.id and c.withdrawn_at is null)),
again as (select distinct on (action_id) action_id, as_of, id, left_then from said where left_then is not null order by action_id, as_of desc, id desc),
spent as (select s.action_id, coalesce(sum(spent) filter (where g.id is null or (s.as_of, s.id) > (g.as_of, g.id)), 0) as minutes, max(g.left_then) as left_then from said s left join again g on g.action_id = s.action_id group by 1),
line as materialized (select e.id, e.action_id, e.purpose, e.shape, e.likely_minutes as likely, sum(e.likely_minutes) filter (where e.purpose = 'deliver') over (partition by e.action_id) as whole, sum(e.likely_minutes) filter (where e.purpose = 'deliver') over (partition by e.action_id order by e.id) as until from effort e where e.locality_id = '${place}' and e.withdrawn_at is null),
estimate as (select distinct action_id, whole from line),
open_work as materialized (
  select a.id, a.start_on, a.due_on, greatest(0, coalesce(s.left_then, e.whole, (a.days_needed * 450)::int) - coalesce(s.minutes, 0))::float8 as left_, coalesce(s.left_then, e.whole, a.days_needed * 450) is not null as estimated
  from action a left join spent s on s.action_id = a.id left join estimate e on e.action_id = a.id where a.locality_id = '${place}' and a.withdrawn_at is null and a.status not in ('complete', 'embedded') and a.disposition is null),
asked as materialized (
  select s.person_id, s.minutes, s.effort_id, sum(s.minutes) over (partition by s.effort_id order by s.id) as until, l.action_id, l.shape, l.likely,
    case when l.purpose = 'absorb' then l.likely else floor(l.until * o.left_ / l.whole + 0.5) - floor((l.until - l.likely) * o.left_ / l.whole + 0.5) end as left_, greatest('${today}'::date, o.start_on) as begins, o.due_on
  from assignment s join line l on l.id = s.effort_id join open_work o on o.id = l.action_id where s.locality_id = '${place}' and s.withdrawn_at is null),
part as (
  select a.person_id, a.shape, case when a.left_ < a.likely then floor(a.until * a.left_ / a.likely + 0.5) - floor((a.until - a.minutes) * a.left_ / a.likely + 0.5) else a.minutes end::bigint as minutes, greatest('${today}'::date, least(a.begins, a.due_on)) as begins, greatest('${today}'::date, a.due_on) as due
  from asked a where a.due_on is not null and a.person_id in (select id from who)),
placed as (
  select p.person_id, p.shape, p.minutes, b.month as first, least(e.month, ${months - 1}) as last, b.n - b.works::int as before, e.n - b.n + b.works::int as total from part p join day b on b.on_ = p.begins join day e on e.on_ = p.due),
share as (
  select p.person_id, m.month, p.shape, p.minutes, p.total, case when p.total = 0 then 0 else least(p.total, greatest(0, m.begins - p.before)) end as n0, case when p.total = 0 then 1 else least(p.total, m.ends - p.before) end as n1
  from placed p cross join lateral generate_series(p.first, case when p.total = 0 then p.first else p.last end) g join month m on m.month = g),
needed as (
  select person_id, month, sum(case when total = 0 then minutes else
    ((2 * minutes * (case when shape = 'front' then case when 2 * n1 <= total then 4 * n1 else total + 2 * n1 end when shape = 'back' then case when 2 * n1 <= total then 2 * n1 else 4 * n1 - total end else 3 * n1 end) + 3 * total) / (6 * total))
    - ((2 * minutes * (case when shape = 'front' then case when 2 * n0 <= total then 4 * n0 else total + 2 * n0 end when shape = 'back' then case when 2 * n0 <= total then 2 * n0 else 4 * n0 - total end else 3 * n0 end) + 3 * total) / (6 * total)) end) as minutes
  from share group by 1, 2),
cell as (
  select w.id, m.month, m.name, coalesce(n.minutes, 0)::bigint as needed, g.minutes::bigint as given from who w cross join month m left join needed n on n.person_id = w.id and n.month = m.month left join given g on g.person_id = w.id and g.month = m.month)
select json_build_object('by', 'person',
  'coverage', (select json_build_object('open', count(*), 'estimated', count(*) filter (where estimated), 'percent', round(100.0 * count(*) filter (where estimated) / count(*)), 'nobody', count(*) filter (where a.action_id is null), 'undated', count(*) filter (where due_on is null)) from open_work o left join (select distinct action_id from asked) a on a.action_id = o.id),
  'rows', (select json_agg(json_build_object('id', w.id, 'name', w.name, 'detail', w.job_title, 'people', 1, 'personDay', 450, 'months', c.months) order by w.name) from who w join (
    select id, json_agg(json_build_object('month', name, 'needed', needed, 'given', given, 'difference', given - needed, 'percent', case when given > 0 then (200 * needed + given) / (2 * given) end,
      'band', case when given is null then 'unknown' when given = 0 then case when needed > 0 then 'unresourced' else 'spare' end when 100 * needed > 100 * given then 'over' when 100 * needed >= 85 * given then 'tight' when 100 * needed >= 70 * given then 'healthy' else 'spare' end,
      'unknown', (given is null)::int, 'promised', null, 'isFew', false) order by month) as months from cell group by id) c on c.id = w.id))::text as answer`;

const monthNumber = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
