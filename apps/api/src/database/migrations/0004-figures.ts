import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The figures that the dashboard reads instead of history, kept by triggers. The history stays the record. */
export class Figures1763700000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
    await db.query(DEFINITION);
    await db.query(UPKEEP);
    await db.query(NOW);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const TABLE = `
  -- Net changes a month: the sum up to a month is the state at its end, so nothing has to be carried forward.
  -- Slots keep writers of one plan from queueing behind one row.
  create table plan_figure (
    locality_id uuid not null default current_locality() references locality,
    plan_id uuid not null,
    month date not null,
    horizon text not null,
    status text not null,
    slot smallint not null,
    net integer not null,
    primary key (locality_id, plan_id, month, horizon, status, slot)
  ) with (fillfactor = 50);
  alter table plan_figure enable row level security;
  alter table plan_figure force row level security;
  create policy tenancy on plan_figure using (locality_id = current_locality()) with check (locality_id = current_locality());
  grant select on plan_figure to followthrough_api;

  -- A slot that no other running transaction counts in. Where writers are few there is one slot, so there is one row to read.
  create function kernel.figure_slot(plan uuid) returns integer language plpgsql as $$
  declare
    own integer := pg_backend_pid() % 8;
  begin
    for slot in 0..7 loop
      if pg_try_advisory_xact_lock(hashtext(plan::text), slot) then return slot; end if;
    end loop;
    perform pg_advisory_xact_lock(hashtext(plan::text), own);
    return own;
  end $$;
`;

const DEFINITION = `
  -- The definition: the months in which one action came to and left each state. It is there, not started, from the day
  -- it was made or from its first update, whichever came first. The updates in 'unseen' count as not there, withdrawn
  -- ones in 'kept' as there still: so a change can be told from what was before it.
  create function kernel.figures_of(place uuid, which uuid, born date, unseen uuid[] default '{}', kept uuid[] default '{}')
  returns table (month date, status text, net integer) language sql stable as $$
    with told as (
      select u.as_of, u.status, lag(u.status) over (order by u.as_of, u.id) as was
      from status_update u
      where u.locality_id = place and u.action_id = which and (u.withdrawn_at is null or u.id = any (kept)) and u.id <> all (unseen)
    )
    select date_trunc('month', least(born, min(as_of)))::date, 'not_started', 1 from told
    union all select date_trunc('month', as_of)::date, status, 1 from told
    union all select date_trunc('month', as_of)::date, coalesce(was, 'not_started'), -1 from told
  $$;

  -- Counts everything again, for back-fills made with the triggers off. All localities when none is named.
  create procedure kernel.rebuild_figures(place uuid default null) language sql as $$
    delete from plan_figure where place is null or locality_id = place;
    with told as (
      select u.locality_id, u.action_id, u.as_of, u.status, lag(u.status) over (partition by u.locality_id, u.action_id order by u.as_of, u.id) as was
      from status_update u where u.withdrawn_at is null and (place is null or u.locality_id = place)
    ), born as (
      select a.locality_id, a.id, least(a.created_on, min(t.as_of)) as day from action a left join told t on t.locality_id = a.locality_id and t.action_id = a.id
      where place is null or a.locality_id = place group by a.locality_id, a.id
    ), change as (
      select locality_id, id, day, 'not_started' as status, 1 as net from born
      union all select locality_id, action_id, as_of, status, 1 from told
      union all select locality_id, action_id, as_of, coalesce(was, 'not_started'), -1 from told
    )
    insert into plan_figure (locality_id, plan_id, month, horizon, status, slot, net)
    select a.locality_id, a.plan_id, date_trunc('month', c.day)::date, a.horizon, c.status, 0, sum(c.net)
    from change c join action a on a.locality_id = c.locality_id and a.id = c.id and a.withdrawn_at is null
    group by 1, 2, 3, 4, 5 having sum(c.net) <> 0
  $$;
`;

const UPKEEP = `
  create function kernel.figures_of_new_actions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into plan_figure (locality_id, plan_id, month, horizon, status, slot, net)
    select d.locality_id, d.plan_id, d.month, d.horizon, d.status, kernel.figure_slot(d.plan_id), d.net
    from (
      select a.locality_id, a.plan_id, f.month, a.horizon, f.status, sum(f.net) as net
      from fresh a, kernel.figures_of(a.locality_id, a.id, a.created_on) f
      where a.withdrawn_at is null group by 1, 2, 3, 4, 5 order by 2, 3, 4, 5
    ) d where d.net <> 0
    on conflict (locality_id, plan_id, month, horizon, status, slot) do update set net = plan_figure.net + excluded.net;
    return null;
  end $$;
  create trigger figures_of_new after insert on action referencing new table as fresh for each statement execute function kernel.figures_of_new_actions();

  create procedure kernel.count_figures(one action, by integer) language sql as $$
    insert into plan_figure (locality_id, plan_id, month, horizon, status, slot, net)
    select (one).locality_id, (one).plan_id, month, (one).horizon, status, kernel.figure_slot((one).plan_id), sum(net) * by
    from kernel.figures_of((one).locality_id, (one).id, (one).created_on) group by month, status having sum(net) <> 0
    order by month, status
    on conflict (locality_id, plan_id, month, horizon, status, slot) do update set net = plan_figure.net + excluded.net
  $$;

  -- A row at a time, because only such a trigger can leave edits of other columns alone.
  create function kernel.figures_of_action() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.horizon = old.horizon and new.plan_id = old.plan_id and new.created_on = old.created_on and (new.withdrawn_at is null) = (old.withdrawn_at is null) then return null; end if;
    if old.withdrawn_at is null then call kernel.count_figures(old, -1); end if;
    if new.withdrawn_at is null then call kernel.count_figures(new, 1); end if;
    return null;
  end $$;
  create trigger figures after update of horizon, plan_id, created_on, withdrawn_at on action for each row execute function kernel.figures_of_action();

  -- What the actions of some updates were before and are after. The actions are locked first, so that two who report on
  -- one action at once count one after the other; each statement here sees what the one before it committed.
  create procedure kernel.count_updates(place uuid, actions uuid[], unseen uuid[], kept uuid[]) language plpgsql as $$
  begin
    perform from action a where a.locality_id = place and a.id = any (actions) order by a.id for no key update;
    insert into plan_figure (locality_id, plan_id, month, horizon, status, slot, net)
    select place, d.plan_id, d.month, d.horizon, d.status, kernel.figure_slot(d.plan_id), d.net
    from (
      select a.plan_id, f.month, a.horizon, f.status, sum(f.net * f.by) as net
      from action a, lateral (
        select *, 1 as by from kernel.figures_of(place, a.id, a.created_on)
        union all select *, -1 from kernel.figures_of(place, a.id, a.created_on, unseen, kept)
      ) f
      where a.locality_id = place and a.id = any (actions) and a.withdrawn_at is null
      group by 1, 2, 3, 4 order by 1, 2, 3, 4
    ) d where d.net <> 0
    on conflict (locality_id, plan_id, month, horizon, status, slot) do update set net = plan_figure.net + excluded.net;
  end $$;

  create function kernel.figures_of_new_updates() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    said record; early text;
  begin
    -- What a sheet says of an action may be older than the action here; what a person reports may not.
    select a.ref into early from fresh u join action a on a.locality_id = u.locality_id and a.id = u.action_id where u.import_id is null and u.as_of < a.created_on limit 1;
    if early is not null then raise exception 'an update of % is older than the action itself', early using errcode = 'FT422'; end if;
    for said in select locality_id, array_agg(distinct action_id) as actions, array_agg(id) as updates from fresh where withdrawn_at is null group by 1 loop
      call kernel.count_updates(said.locality_id, said.actions, said.updates, '{}');
    end loop;
    return null;
  end $$;
  create trigger figures_of_new after insert on status_update referencing new table as fresh for each statement execute function kernel.figures_of_new_updates();

  create function kernel.figures_of_withdrawn_updates() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    gone record;
  begin
    for gone in
      select n.locality_id, array_agg(distinct n.action_id) as actions, array_agg(n.id) as updates
      from fresh n join stale o on o.locality_id = n.locality_id and o.id = n.id where n.withdrawn_at is not null and o.withdrawn_at is null group by 1
    loop
      call kernel.count_updates(gone.locality_id, gone.actions, '{}', gone.updates);
    end loop;
    return null;
  end $$;
  create trigger figures_of_withdrawn after update on status_update referencing old table as stale new table as fresh for each statement execute function kernel.figures_of_withdrawn_updates();
`;

const NOW = `
  -- All that the dashboard and the capacity page count of an action now: the count is a scan of this index alone, 20,000 actions in some milliseconds.
  create index action_standing on action (locality_id, status, due_on, id)
    include (plan_id, horizon, accountable_organisation_id, status_on, last_update_id, start_on, days_needed) where withdrawn_at is null;
  create index action_withdrawn on action (locality_id, id) where withdrawn_at is not null;
  create index action_unresolved on action (locality_id, plan_id) where withdrawn_at is null and due_on is null and due_text is not null and not due_text_kept;
`;
