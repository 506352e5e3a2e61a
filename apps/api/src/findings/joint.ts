/**
 * The actions of finding `f`, as `j`: how many, the joint state, and the place in a list that shows the worst first.
 * The SQL twin of `jointState` and `findingRank` in libs/domain; the spec compares them for every state.
 */
const counted = `count(*) as actions, min(case a.status when 'off_track' then 1 when 'at_risk' then 3 when 'not_started' then 4 when 'on_track' then 5 when 'complete' then 6 else 7 end) as worst
      from action_finding l join action a on a.id = l.action_id and a.withdrawn_at is null`;
const stood = `cross join lateral (
    select coalesce(n.actions, 0) as actions, case n.worst when 1 then 'off_track' when 3 then 'at_risk' when 4 then 'not_started' when 5 then 'on_track' when 6 then 'complete' when 7 then 'embedded' else 'no_action' end as joint,
      coalesce(n.worst, case when f.kind in ('area_for_improvement', 'challenge') then 2 else 8 end) as rank
  ) j`;

/** Of one finding. */
export const JOINT = `cross join lateral (select ${counted} where l.finding_id = f.id) n ${stood}`;

/** Of many: counted once for all, as the CTE `answers`, not by looking up each finding's. */
export const ANSWERS = `answers as materialized (select l.finding_id, ${counted} group by l.finding_id)`;
export const JOINT_OF_MANY = `left join answers n on n.finding_id = f.id ${stood}`;
