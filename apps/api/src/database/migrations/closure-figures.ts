/** What has ended otherwise than done leaves the dashboard's figures in the month in which it ended, for migration 0044. See 0004. */
export const FIGURES = `
  -- The day from which an action is no longer counted; null while it is, and for what is done.
  create function kernel.ended_on(one action) returns date language sql immutable
    return case when one.disposition in ('transferred', 'stopped', 'superseded') then one.closed_on end;

  drop function kernel.figures_of(uuid, uuid, date, uuid[], uuid[]);
  create function kernel.figures_of(place uuid, which uuid, born date, unseen uuid[] default '{}', kept uuid[] default '{}', ended date default null)
  returns table (month date, status text, net integer) language sql stable as $$
    with told as (
      select u.id, u.as_of, u.status, lag(u.status) over (order by u.as_of, u.id) as was
      from status_update u
      where u.locality_id = place and u.action_id = which and (u.withdrawn_at is null or u.id = any (kept)) and u.id <> all (unseen)
    )
    select date_trunc('month', least(born, min(as_of)))::date, 'not_started', 1 from told
    union all select date_trunc('month', as_of)::date, status, 1 from told
    union all select date_trunc('month', as_of)::date, coalesce(was, 'not_started'), -1 from told
    union all select date_trunc('month', greatest(ended, born, max(as_of)))::date, coalesce((array_agg(status order by as_of desc, id desc))[1], 'not_started'), -1 from told having ended is not null
  $$;

  create or replace procedure kernel.rebuild_figures(place uuid default null) language sql as $$
    delete from plan_figure where place is null or locality_id = place;
    with told as (
      select u.locality_id, u.action_id, u.id, u.as_of, u.status, lag(u.status) over (partition by u.locality_id, u.action_id order by u.as_of, u.id) as was
      from status_update u where u.withdrawn_at is null and (place is null or u.locality_id = place)
    ), born as (
      select a.locality_id, a.id, least(a.created_on, min(t.as_of)) as day from action a left join told t on t.locality_id = a.locality_id and t.action_id = a.id
      where place is null or a.locality_id = place group by a.locality_id, a.id
    ), ended as (
      select a.locality_id, a.id, greatest(kernel.ended_on(a), a.created_on, max(t.as_of)) as day, coalesce((array_agg(t.status order by t.as_of desc, t.id desc) filter (where t.id is not null))[1], 'not_started') as status
      from action a left join told t on t.locality_id = a.locality_id and t.action_id = a.id
      where kernel.ended_on(a) is not null and (place is null or a.locality_id = place) group by a.locality_id, a.id
    ), change as (
      select locality_id, id, day, 'not_started' as status, 1 as net from born
      union all select locality_id, action_id, as_of, status, 1 from told
      union all select locality_id, action_id, as_of, coalesce(was, 'not_started'), -1 from told
      union all select locality_id, id, day, status, -1 from ended
    )
    insert into plan_figure (locality_id, plan_id, month, horizon, status, slot, net)
    select a.locality_id, a.plan_id, date_trunc('month', c.day)::date, a.horizon, c.status, 0, sum(c.net)
    from change c join action a on a.locality_id = c.locality_id and a.id = c.id and a.withdrawn_at is null
    group by 1, 2, 3, 4, 5 having sum(c.net) <> 0
  $$;

  create or replace procedure kernel.count_figures(one action, by integer) language sql as $$
    insert into plan_figure (locality_id, plan_id, month, horizon, status, slot, net)
    select (one).locality_id, (one).plan_id, month, (one).horizon, status, kernel.figure_slot((one).plan_id), sum(net) * by
    from kernel.figures_of((one).locality_id, (one).id, (one).created_on, ended => kernel.ended_on(one)) group by month, status having sum(net) <> 0
    order by month, status
    on conflict (locality_id, plan_id, month, horizon, status, slot) do update set net = plan_figure.net + excluded.net
  $$;

  create or replace function kernel.figures_of_action() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.horizon = old.horizon and new.plan_id = old.plan_id and new.created_on = old.created_on and (new.withdrawn_at is null) = (old.withdrawn_at is null)
      and kernel.ended_on(new) is not distinct from kernel.ended_on(old) then return null; end if;
    if old.withdrawn_at is null then call kernel.count_figures(old, -1); end if;
    if new.withdrawn_at is null then call kernel.count_figures(new, 1); end if;
    return null;
  end $$;
  drop trigger figures on action;
  create trigger figures after update of horizon, plan_id, created_on, withdrawn_at, disposition, closed_on on action for each row execute function kernel.figures_of_action();

  create or replace procedure kernel.count_updates(place uuid, actions uuid[], unseen uuid[], kept uuid[]) language plpgsql as $$
  begin
    perform from action a where a.locality_id = place and a.id = any (actions) order by a.id for no key update;
    insert into plan_figure (locality_id, plan_id, month, horizon, status, slot, net)
    select place, d.plan_id, d.month, d.horizon, d.status, kernel.figure_slot(d.plan_id), d.net
    from (
      select a.plan_id, f.month, a.horizon, f.status, sum(f.net * f.by) as net
      from action a, lateral (
        select *, 1 as by from kernel.figures_of(place, a.id, a.created_on, ended => kernel.ended_on(a))
        union all select *, -1 from kernel.figures_of(place, a.id, a.created_on, unseen, kept, kernel.ended_on(a))
      ) f
      where a.locality_id = place and a.id = any (actions) and a.withdrawn_at is null
      group by 1, 2, 3, 4 order by 1, 2, 3, 4
    ) d where d.net <> 0
    on conflict (locality_id, plan_id, month, horizon, status, slot) do update set net = plan_figure.net + excluded.net;
  end $$;
`;

/** The kind of evidence is agreed with the plan, so changing it is an amendment and is counted as one. See 0033. */
export const AMENDED = `
  create or replace function kernel.agreed_of(place uuid, plan uuid, item uuid) returns jsonb language sql stable as $$
    select jsonb_build_object('title', p.title, 'aim', p.aim) from plan p where item = plan and p.locality_id = place and p.id = plan
    union all
    select jsonb_build_object('ref', a.ref, 'title', a.title, 'description', a.description, 'horizon', a.horizon, 'priority', a.priority, 'theme', a.theme,
      'owner', a.owner_id, 'accountablePerson', a.accountable_person_id, 'accountableOrganisation', a.accountable_organisation_id,
      'start', coalesce(a.start_on::text, a.start_text), 'due', coalesce(a.due_on::text, a.due_text), 'milestones', a.milestones, 'successMeasure', a.success_measure, 'evidenceKind', a.evidence_kind, 'resources', a.resources, 'daysNeeded', a.days_needed,
      'contributing', (select coalesce(jsonb_agg(l.organisation_id order by l.organisation_id), '[]') from action_organisation l where l.locality_id = place and l.action_id = a.id),
      'findings', (select coalesce(jsonb_agg(l.finding_id order by l.finding_id), '[]') from action_finding l where l.locality_id = place and l.action_id = a.id),
      'outcomes', (select coalesce(jsonb_agg(l.outcome_id order by l.outcome_id), '[]') from action_outcome l where l.locality_id = place and l.action_id = a.id))
    from action a where item <> plan and a.locality_id = place and a.id = item and a.plan_id = plan and a.withdrawn_at is null
  $$;
  drop function kernel.agreed_before_milestones;
  drop trigger amended on action;
  create trigger amended after update of plan_id, ref, title, description, horizon, priority, theme, owner_id, accountable_person_id, accountable_organisation_id, start_on, start_text, due_on, due_text, success_measure, evidence_kind, resources, days_needed, withdrawn_at
    on action for each row execute function kernel.amended_action();
`;
