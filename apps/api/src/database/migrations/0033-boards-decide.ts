import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Approvals and decisions point at the board that made them or is asked for them, a board can be retired, and what has changed since an approval is counted as it changes. */
export class BoardsDecide1763700000033 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(RETIRED);
    await db.query(APPROVED);
    await db.query(ASKED);
    await db.query(LAID_OVER);
    await db.query(AMENDED);
    await db.query(UPKEEP);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const RETIRED = `alter table board add column retired_on date`;

const APPROVED = `
  -- 'board' stays beside the reference: what it was called that day, as the minutes have it. A body that approved is a board.
  insert into board (locality_id, name)
    select locality_id, min(board) from (select locality_id, board from plan_version union select locality_id, board from amendment_decision) said group by locality_id, lower(board)
    on conflict (locality_id, lower(name)) do nothing;
  alter table plan_version add column board_id uuid;
  alter table amendment_decision add column board_id uuid;
  -- Nothing that was recorded changes; it only gets its reference.
  alter table plan_version disable trigger append_only;
  alter table amendment_decision disable trigger append_only;
  update plan_version v set board_id = b.id from board b where b.locality_id = v.locality_id and lower(b.name) = lower(v.board);
  update amendment_decision d set board_id = b.id from board b where b.locality_id = d.locality_id and lower(b.name) = lower(d.board);
  alter table plan_version enable trigger append_only;
  alter table amendment_decision enable trigger append_only;
  alter table plan_version alter column board_id set not null, add foreign key (locality_id, board_id) references board (locality_id, id);
  alter table amendment_decision alter column board_id set not null, add foreign key (locality_id, board_id) references board (locality_id, id);
  create index plan_version_board on plan_version (locality_id, board_id, approved_on);
  create index amendment_decision_board on amendment_decision (locality_id, board_id, decided_on);
`;

const ASKED = `
  -- A decision is asked of a board, or of somebody who is none and is named.
  alter table decision_request add column board_id uuid, alter column from_whom drop not null;
  update decision_request d set board_id = b.id, from_whom = null from board b where b.locality_id = d.locality_id and lower(b.name) = lower(d.from_whom);
  alter table decision_request add foreign key (locality_id, board_id) references board (locality_id, id), add constraint asked_of_one check (num_nonnulls(board_id, from_whom) = 1);
  create index decision_request_board on decision_request (locality_id, board_id) where board_id is not null;
`;

const LAID_OVER = `
  -- Objects laid one over another in the order given. Rebuilding a plan puts back what thousands of edits replaced.
  create aggregate kernel.laid_over(jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}', parallel = safe);
`;

const AMENDED = `
  -- In how many ways an action, or the plan itself, differs from the last version: kept by trigger, so that a plan's page can
  -- say how many amendments there are without comparing. The comparison (changes.sql.ts) is the record; a property test holds the two together.
  create table plan_amended (
    locality_id uuid not null default current_locality() references locality,
    plan_id uuid not null,
    item_id uuid not null,
    changes integer not null check (changes >= 0),
    primary key (locality_id, plan_id, item_id)
  );
  alter table plan_amended enable row level security;
  alter table plan_amended force row level security;
  create policy tenancy on plan_amended using (locality_id = current_locality()) with check (locality_id = current_locality());
  grant select on plan_amended to followthrough_api;

  -- What is agreed of an action, as versions keep it; null when it is not in that plan.
  create function kernel.agreed_of(place uuid, plan uuid, item uuid) returns jsonb language sql stable as $$
    select jsonb_build_object('title', p.title, 'aim', p.aim) from plan p where item = plan and p.locality_id = place and p.id = plan
    union all
    select jsonb_build_object('ref', a.ref, 'title', a.title, 'description', a.description, 'horizon', a.horizon, 'priority', a.priority, 'theme', a.theme,
      'owner', a.owner_id, 'accountablePerson', a.accountable_person_id, 'accountableOrganisation', a.accountable_organisation_id,
      'start', coalesce(a.start_on::text, a.start_text), 'due', coalesce(a.due_on::text, a.due_text), 'successMeasure', a.success_measure, 'resources', a.resources, 'daysNeeded', a.days_needed,
      'contributing', (select coalesce(jsonb_agg(l.organisation_id order by l.organisation_id), '[]') from action_organisation l where l.locality_id = place and l.action_id = a.id),
      'findings', (select coalesce(jsonb_agg(l.finding_id order by l.finding_id), '[]') from action_finding l where l.locality_id = place and l.action_id = a.id),
      'outcomes', (select coalesce(jsonb_agg(l.outcome_id order by l.outcome_id), '[]') from action_outcome l where l.locality_id = place and l.action_id = a.id))
    from action a where item <> plan and a.locality_id = place and a.id = item and a.plan_id = plan and a.withdrawn_at is null
  $$;

  create function kernel.count_amended(place uuid, plan uuid, item uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    version uuid; was jsonb; has jsonb;
  begin
    select v.id into version from plan_version v where v.locality_id = place and v.plan_id = plan order by v.number desc limit 1;
    if version is null then return; end if;
    -- Its row is taken first: whoever changes the same action in another way waits here, and then counts what both did.
    insert into plan_amended (locality_id, plan_id, item_id, changes) values (place, plan, item, 0)
      on conflict (locality_id, plan_id, item_id) do update set changes = plan_amended.changes;
    if item = plan then select x.state into was from plan_version_part x where x.locality_id = place and x.version_id = version and x.action_id is null;
    else select x.state into was from plan_version_part x where x.locality_id = place and x.version_id = version and x.action_id = item; end if;
    has := kernel.agreed_of(place, plan, item);
    update plan_amended set changes = case when was is null and has is null then 0 when was is null or has is null then 1 else (
      select coalesce(sum(case when jsonb_typeof(h.value) <> 'array' then 1 else
        (select count(*) from jsonb_array_elements_text(h.value) x where not (was -> h.key) ? x) + (select count(*) from jsonb_array_elements_text(was -> h.key) x where not h.value ? x) end), 0)
      from jsonb_each(has) h where was ? h.key and was -> h.key is distinct from h.value) end
    where locality_id = place and plan_id = plan and item_id = item;
  end $$;
  revoke execute on function kernel.count_amended, kernel.agreed_of from public;

  -- Counts everything again, for back-fills made with the triggers off. All localities when none is named.
  create procedure kernel.rebuild_amended(place uuid default null) language sql as $$
    delete from plan_amended where place is null or locality_id = place;
    select kernel.count_amended(i.locality_id, i.plan_id, i.id) from (
      select locality_id, id as plan_id, id from plan union select locality_id, plan_id, id from action
      union select v.locality_id, v.plan_id, x.action_id from plan_version v join plan_version_part x on x.locality_id = v.locality_id and x.version_id = v.id and x.action_id is not null
    ) i where place is null or i.locality_id = place;
  $$;
  call kernel.rebuild_amended();
`;

const UPKEEP = `
  create function kernel.amended_action() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform kernel.count_amended(new.locality_id, new.plan_id, new.id);
    if tg_op = 'UPDATE' and old.plan_id <> new.plan_id then perform kernel.count_amended(old.locality_id, old.plan_id, old.id); end if;
    return null;
  end $$;
  create trigger amended_new after insert on action for each row execute function kernel.amended_action();
  create trigger amended after update of plan_id, ref, title, description, horizon, priority, theme, owner_id, accountable_person_id, accountable_organisation_id, start_on, start_text, due_on, due_text, success_measure, resources, days_needed, withdrawn_at
    on action for each row execute function kernel.amended_action();

  create function kernel.amended_link() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    link record := coalesce(new, old); plan uuid;
  begin
    select a.plan_id into plan from action a where a.locality_id = link.locality_id and a.id = link.action_id;
    perform kernel.count_amended(link.locality_id, plan, link.action_id);
    return null;
  end $$;
  create trigger amended after insert or delete on action_organisation for each row execute function kernel.amended_link();
  create trigger amended after insert or delete on action_finding for each row execute function kernel.amended_link();
  create trigger amended after insert or delete on action_outcome for each row execute function kernel.amended_link();

  create function kernel.amended_plan() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform kernel.count_amended(new.locality_id, new.id, new.id);
    return null;
  end $$;
  create trigger amended after update of title, aim on plan for each row execute function kernel.amended_plan();

  -- A new version is the plan as it is: nothing differs from it.
  create function kernel.amended_no_more() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    delete from plan_amended where locality_id = new.locality_id and plan_id = new.plan_id;
    return null;
  end $$;
  create trigger amended after insert on plan_version for each row execute function kernel.amended_no_more();
`;
