// The dashboard as it would be without current rows and maintained figures: the same answer, worked out from the updates.

const COUNTED = (live) => `counted as materialized (
  select a.accountable_organisation_id as organisation_id, a.horizon, coalesce(u.status, 'not_started') as status, count(*) as actions,
    count(*) filter (where a.due_on < (select today()) and coalesce(u.status, 'not_started') not in ('complete', 'embedded')) as overdue,
    count(*) filter (where (u.as_of is null or u.as_of < (select s.stale from since s)) and coalesce(u.status, 'not_started') not in ('complete', 'embedded')) as not_updated
  from action a left join lateral (select s.status, s.as_of from status_update s where s.action_id = a.id and s.withdrawn_at is null order by s.as_of desc, s.id desc limit 1) u on true
  where ${live} group by 1, 2, 3)`;

const STANDING = (live) => `told as materialized (
  select u.action_id, u.status, u.as_of, lead(u.as_of) over (partition by u.action_id order by u.as_of, u.id) as until from status_update u where u.withdrawn_at is null),
standing as materialized (
  select month, horizon, status, sum(actions) as actions from (
    select m.month, a.horizon, t.status, count(*) as actions from told t join action a on a.id = t.action_id join month m on t.as_of < m.month + interval '1 month' and (t.until is null or t.until >= m.month + interval '1 month')
      where ${live} group by 1, 2, 3
    union all
    select m.month, a.horizon, 'not_started', count(*) from action a join month m on a.created_on < m.month + interval '1 month'
      where ${live} and not exists (select from status_update u where u.action_id = a.id and u.withdrawn_at is null and u.as_of < m.month + interval '1 month') group by 1, 2
  ) every group by 1, 2, 3)`;

/** @param {string} text the dashboard's own statement */
export function fromHistory(text) {
  const live = 'a.withdrawn_at is null';
  const swapped = text.replace(/counted as materialized \(\([\s\S]*?group by 1, 2, 3\)\)/, COUNTED(live)).replace(/standing as materialized \([\s\S]*?group by 1, 2, 3\)/, STANDING(live));
  if (!swapped.includes('s.as_of from status_update s') || !swapped.includes('told as materialized')) throw new Error('the dashboard statement has changed its form: tools/bench/history.mjs must follow');
  return swapped;
}
