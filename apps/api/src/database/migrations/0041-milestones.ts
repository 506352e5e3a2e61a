import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Points on the way of an action, each with a baseline. Their dates move as the action's own does, and what was planned of them is agreed with the plan. */
export class Milestones1763700000041 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(MILESTONES);
    await db.query(MOVES);
    await db.query(AGREED);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const MILESTONES = `
  create table milestone (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    action_id uuid not null,
    title text not null check (length(title) between 1 and 200),
    baseline_on date not null,
    due_on date not null,
    done_on date,
    position integer not null,
    withdrawn_at timestamptz,
    primary key (locality_id, id),
    unique (locality_id, id, action_id),
    foreign key (locality_id, action_id) references action (locality_id, id)
  );
  create index milestone_action on milestone (locality_id, action_id, position) where withdrawn_at is null;
  create index milestone_open on milestone (locality_id, due_on) include (action_id) where withdrawn_at is null and done_on is null;
  call kernel.make_tenant('milestone', 'editable');
`;

const MOVES = `
  -- The moves of both in one history; a milestone's says which, and always has a day that it moves to.
  alter table due_move add column milestone_id uuid,
    add foreign key (locality_id, milestone_id, action_id) references milestone (locality_id, id, action_id),
    add constraint milestone_keeps_a_date check (milestone_id is null or to_on is not null);
  create index due_move_milestone on due_move (locality_id, milestone_id) where milestone_id is not null;

  create or replace function kernel.guard_due() returns trigger language plpgsql as $$
  begin
    if old.baseline_due_on is not null and new.baseline_due_on is distinct from old.baseline_due_on then
      raise exception 'the baseline of % is fixed', new.ref using errcode = 'FT422';
    end if;
    if old.due_on is not null and new.due_on is distinct from old.due_on
      and not exists (select from due_move m where m.locality_id = new.locality_id and m.action_id = new.id and m.milestone_id is null and m.from_on = old.due_on and m.to_on is not distinct from new.due_on and m.xact = pg_current_xact_id()) then
      raise exception 'the due date of % moved without a recorded move', new.ref using errcode = 'FT422';
    end if;
    return new;
  end $$;

  create function kernel.guard_milestone() returns trigger language plpgsql as $$
  begin
    if new.baseline_on <> old.baseline_on or new.action_id <> old.action_id then
      raise exception 'the baseline of a milestone is fixed, and so is whose it is' using errcode = 'FT422';
    end if;
    if new.due_on <> old.due_on
      and not exists (select from due_move m where m.locality_id = new.locality_id and m.milestone_id = new.id and m.from_on = old.due_on and m.to_on = new.due_on and m.xact = pg_current_xact_id()) then
      raise exception 'the date of a milestone moved without a recorded move' using errcode = 'FT422';
    end if;
    return new;
  end $$;
  create trigger guard_milestone before update of due_on, baseline_on, action_id on milestone for each row execute function kernel.guard_milestone();
`;

const AGREED = `
  -- What was planned of the milestones, as text on the action: what a board approved is compared, guarded and rebuilt for a
  -- past day like every other field of it. Whether they are done, and their order, is no part of it.
  alter table action add column milestones text;

  create function kernel.say_milestones() returns trigger language plpgsql as $$
  begin
    update action a set milestones = s.says
    from (select string_agg(to_char(m.due_on, 'FMDD Mon YYYY') || ' ' || m.title, E'\\n' order by m.due_on, m.title, m.id) as says from milestone m
      where m.locality_id = new.locality_id and m.action_id = new.action_id and m.withdrawn_at is null) s
    where a.locality_id = new.locality_id and a.id = new.action_id and a.milestones is distinct from s.says;
    return null;
  end $$;
  create trigger say_milestones after insert or update of title, due_on, withdrawn_at on milestone for each row execute function kernel.say_milestones();

  create function kernel.guard_agreed_milestones() returns trigger language plpgsql as $$
  begin
    if old.milestones is distinct from new.milestones then perform kernel.say_why(old.locality_id, old.plan_id); end if;
    return new;
  end $$;
  create trigger guard_agreed_milestones before update of milestones on action for each row execute function kernel.guard_agreed_milestones();
  create trigger amended_milestones after update of milestones on action for each row execute function kernel.amended_action();

  -- Beside what was agreed of an action before there were milestones.
  alter function kernel.agreed_of rename to agreed_before_milestones;
  create function kernel.agreed_of(place uuid, plan uuid, item uuid) returns jsonb language sql stable as $$
    select b.agreed || coalesce((select jsonb_build_object('milestones', a.milestones) from action a where item <> plan and a.locality_id = place and a.id = item), '{}')
    from (select kernel.agreed_before_milestones(place, plan, item) as agreed) b
  $$;
  revoke execute on function kernel.agreed_of from public;
`;
