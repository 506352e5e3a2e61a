import { MyAssignment } from '@followthrough/contracts';
import type { EntityManager } from 'typeorm';
import { isMember, nameOf } from '../kernel/person';
import { jsonList } from '../kernel/select';
import { isOurs } from '../supply/published';

/** Who is asking, as a CTE: `me.leads` where they are a lead or an administrator. */
export const ME = `me as materialized (
  select p.id, exists (select from membership m where ${isMember('p.id')} and m.roles && array['administrator', 'lead']) as leads
  from person p where p.id = current_person())`;

/** The length of a person's day in minutes, as their employer counts it. */
export const dayOf = (person: string): string => `coalesce((select d.full_time_minutes from working_pattern d where d.person_id = ${person} and d.from_on <= today() order by d.from_on desc limit 1), 450)`;

/**
 * The SQL twin of `leftOf` in libs/domain: one row of an action `a`, as a lateral join: `spent_minutes` and `left_minutes`, each
 * null while nobody has said, and `estimated_on`, the day of the last new estimate.
 */
export const leftOf = `(
  with said as (
    select u.as_of, u.id, (u.days_spent * 450)::bigint as spent, (u.days_left * 450)::bigint as left_then from status_update u
    where u.action_id = a.id and u.withdrawn_at is null and (u.days_spent is not null or u.days_left is not null)
      and not exists (select from status_update c where c.corrects_id = u.id and c.withdrawn_at is null)
  ), again as (select s.* from said s where s.left_then is not null order by s.as_of desc, s.id desc limit 1)
  select (select sum(s.spent) from said s) as spent_minutes,
    (select g.as_of from again g) as estimated_on,
    case when f.minutes is not null then greatest(0, f.minutes - (select coalesce(sum(s.spent), 0) from said s where not exists (select from again g where (g.as_of, g.id) >= (s.as_of, s.id)))) end as left_minutes
  from (select coalesce((select g.left_then from again g), (select sum(e.likely_minutes) from effort e where e.action_id = a.id and e.purpose = 'deliver' and e.withdrawn_at is null), (a.days_needed * 450)::bigint) as minutes) f)`;

/** The same of all actions together, where most are asked for: CTEs, their join to an action `a`, and what is left of it then. */
export const leftOfAll = {
  tables: `
    said as materialized (
      select u.action_id, u.as_of, u.id, (u.days_spent * 450)::bigint as spent, (u.days_left * 450)::bigint as left_then from status_update u
      where u.withdrawn_at is null and (u.days_spent is not null or u.days_left is not null) and not exists (select from status_update c where c.corrects_id = u.id and c.withdrawn_at is null)),
    again as materialized (select distinct on (s.action_id) s.action_id, s.as_of, s.id, s.left_then from said s where s.left_then is not null order by s.action_id, s.as_of desc, s.id desc),
    spent as materialized (
      select s.action_id, coalesce(sum(s.spent) filter (where g.id is null or (s.as_of, s.id) > (g.as_of, g.id)), 0) as minutes, max(g.left_then) as left_then
      from said s left join again g on g.action_id = s.action_id group by s.action_id),
    estimate as materialized (select e.action_id, sum(e.likely_minutes) as minutes from effort e where e.withdrawn_at is null and e.purpose = 'deliver' group by e.action_id)`,
  joins: 'left join spent on spent.action_id = a.id left join estimate on estimate.action_id = a.id',
  minutes: `(select case when f.minutes is not null then greatest(0, f.minutes - coalesce(spent.minutes, 0)) end from (select coalesce(spent.left_then, estimate.minutes, (a.days_needed * 450)::bigint) as minutes) f)`,
} as const;

/** What the organisation of the person asking is asked to confirm, oldest first; nothing for who is no lead there. */
export const assignmentsForMe = jsonList(
  MyAssignment,
  's',
  { personName: 'w.name', ref: 'a.ref', title: 'a.title', dayMinutes: dayOf('w.id'), actionId: 'a.id', requestedByName: nameOf('s.requested_by'), dueOn: 'a.due_on' },
  `from assignment s join person w on w.id = s.person_id
     join effort e on e.id = s.effort_id and e.withdrawn_at is null join action a on a.id = e.action_id and a.withdrawn_at is null and a.disposition is null
   where s.withdrawn_at is null and s.state = 'requested' and ${isOurs('w')}
   order by s.requested_on, s.id limit 50`,
);

/** Whether the days that an action needs are the sum of its lines, so that nobody types them. */
export async function hasEffort(db: EntityManager, actionId: string): Promise<boolean> {
  return (await db.query<unknown[]>(`select from effort e where e.action_id = $1 and e.purpose = 'deliver' and e.withdrawn_at is null limit 1`, [actionId])).length > 0;
}
