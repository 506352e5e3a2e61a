/**
 * What the facts say of every action of a place, written by hand for tables that belong to nobody: no row security, sets
 * joined once, and the lines written into the text. It counts what the doubts of a dashboard count.
 * @param {string} place
 */
export const flatDoubts = (place) => `
  with moved as (select action_id, count(*) as times from due_move where locality_id = '${place}' and milestone_id is null group by 1),
  missed as (select distinct action_id from milestone where locality_id = '${place}' and withdrawn_at is null and done_on is null and due_on < current_date),
  blocked as (
    select distinct d.then_id as id from dependency d join action o on o.locality_id = d.locality_id and o.id = d.first_id join action t on t.locality_id = d.locality_id and t.id = d.then_id
    where d.locality_id = '${place}' and d.kind = 'blocks' and o.withdrawn_at is null and o.status not in ('complete', 'embedded') and o.disposition is null and (o.due_on < current_date or o.due_on > t.due_on)),
  gone as (select p.id from person p left join organisation g on g.locality_id = p.locality_id and g.id = p.organisation_id
    left join (select person_id, max(least(ended_at::date, valid_to, 'infinity')) as left_on from membership where locality_id = '${place}' group by 1) m on m.person_id = p.id
    where p.locality_id = '${place}' and least(m.left_on, g.valid_to, p.withdrawn_at::date) < current_date),
  shown as (select distinct action_id from status_update where locality_id = '${place}' and status in ('complete', 'embedded') and evidence is not null and withdrawn_at is null union select action_id from evidence where locality_id = '${place}'),
  flagged as (
    select a.id, a.status, a.plan_id, array_remove(array[
      case when o.open and a.due_on < current_date then 'past_due' end,
      case when o.open and n.action_id is not null then 'milestone_late' end,
      case when o.open and u.forecast_on > a.due_on then 'forecast_late' end,
      case when a.status = 'not_started' and a.start_on < current_date - 14 then 'not_begun' end,
      case when o.open and b.id is not null then 'blocked' end,
      case when o.open and k.concern then 'measure_concern' end,
      case when o.open and k.failing then 'measure_fail' end,
      case when o.open and current_date - coalesce(u.as_of, a.created_on) > 42 then 'silent' end,
      case when o.open and m.times >= 2 then 'moved_often' end,
      case when a.status = 'on_track' and u.narrative is not null and (select count(*) filter (where x.status = 'on_track' and (x.narrative = u.narrative or lower(btrim(regexp_replace(x.narrative, '\\s+', ' ', 'g'))) = lower(btrim(regexp_replace(u.narrative, '\\s+', ' ', 'g')))))
        from (select y.narrative, y.status from status_update y where y.locality_id = a.locality_id and y.action_id = a.id and y.withdrawn_at is null
          and not exists (select from status_update c where c.locality_id = y.locality_id and c.corrects_id = y.id and c.withdrawn_at is null) order by y.as_of desc, y.id desc limit 3) x) >= 3 then 'same_words' end,
      case when o.open and a.owner_id is null then 'no_owner' end,
      case when o.open and g.id is not null then 'owner_left' end,
      case when o.open and a.due_on between current_date and current_date + 90 and v.unstaffed_minutes is not null and v.organisation_id = a.accountable_organisation_id then 'unresourced' end,
      case when o.open and a.due_on between current_date and current_date + 90 and v.owner_minutes is not null and v.owner_id = a.owner_id then 'owner_over' end,
      case when a.status in ('not_started', 'on_track') and (u.delivery_confidence = 'low' or u.outcome_confidence = 'low') then 'low_confidence' end,
      case when o.open and u.status in ('at_risk', 'off_track') and u.path_to_green is null then 'no_path' end,
      case when not o.open and s.action_id is null then 'no_evidence' end], null) as flags,
      o.open and (a.due_on <= current_date - 28 or u.forecast_on >= a.due_on + 28) as alarm
    from action a cross join lateral (select a.status not in ('complete', 'embedded') as open) o left join status_update u on u.locality_id = a.locality_id and u.id = a.last_update_id left join moved m on m.action_id = a.id left join missed n on n.action_id = a.id left join load_verdict v on v.locality_id = a.locality_id and v.action_id = a.id and v.due_on = a.due_on
    left join (select l.action_id, bool_or(m.variation = 'concern') as concern, bool_or(m.assurance = 'fail') as failing from action_measure l join measure m on m.locality_id = l.locality_id and m.id = l.measure_id
      where l.locality_id = '${place}' and m.withdrawn_at is null and m.retired_on is null group by 1) k on k.action_id = a.id
    left join blocked b on b.id = a.id left join gone g on g.id = a.owner_id left join shown s on s.action_id = a.id
    where a.locality_id = '${place}' and a.withdrawn_at is null and coalesce(a.disposition, 'done') = 'done'),
  judged as (select f.*, case when alarm then 'off_track' when flags <> '{}' and status <> 'off_track' then 'at_risk' else status end as assessed from flagged f)
  select json_build_object(
    'statuses', (select json_agg(t) from (select status, count(*) as actions, count(*) filter (where assessed <> status) as doubtful from judged group by 1) t),
    'flags', (select json_agg(t) from (select x as flag, count(*) as actions from judged, unnest(flags) x group by 1 order by 2 desc) t))::text as answer`;
