import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Named sets of changes over the live plan: drafted, proposed to whom they touch, agreed, applied. */
export class Scenarios1763700000055 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(SCENARIOS);
    await db.query(CHANGES);
    await db.query(ANSWERS);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const SCENARIOS = `
  create table scenario (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    name text not null check (length(name) between 1 and 120),
    why text check (length(why) between 1 and 1000),
    state text not null default 'draft' check (state in ('draft', 'proposed', 'agreed', 'applied', 'withdrawn')),
    made_by uuid default current_person(),
    made_at timestamptz not null default now(),
    proposed_at timestamptz,
    applied_by uuid,
    applied_at timestamptz,
    -- What it wrote, as people read it.
    did text[] not null default '{}',
    primary key (locality_id, id),
    foreign key (locality_id, made_by) references person (locality_id, id),
    foreign key (locality_id, applied_by) references person (locality_id, id),
    constraint scenario_applied check ((state = 'applied') = (applied_at is not null)),
    constraint scenario_proposed check (state not in ('proposed', 'agreed', 'applied') or proposed_at is not null)
  );
  create unique index scenario_name on scenario (locality_id, lower(name)) where state <> 'withdrawn';
  create index scenario_last on scenario (locality_id, made_at desc);
  call kernel.make_tenant('scenario', 'editable');
`;

const CHANGES = `
  -- One change and what it saw of the plan when it was made; which columns say it, its kind decides. Minutes are those of what
  -- is left, of a part that is split off, of a person's part, or of a week of a post.
  create table scenario_change (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    scenario_id uuid not null,
    kind text not null check (kind in ('move', 'hand_over', 'estimate', 'split', 'drop', 'assign', 'reassign', 'remove', 'hire')),
    action_id uuid,
    effort_id uuid,
    person_id uuid,
    to_person_id uuid,
    organisation_id uuid,
    to_on date,
    minutes integer check (minutes between 1 and 900000),
    title text check (length(title) between 1 and 120),
    from_on date,
    from_minutes bigint check (from_minutes >= 0),
    from_organisation_id uuid,
    primary key (locality_id, id),
    foreign key (locality_id, scenario_id) references scenario (locality_id, id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, effort_id) references effort (locality_id, id),
    foreign key (locality_id, person_id) references person (locality_id, id),
    foreign key (locality_id, to_person_id) references person (locality_id, id),
    foreign key (locality_id, organisation_id) references organisation (locality_id, id),
    foreign key (locality_id, from_organisation_id) references organisation (locality_id, id),
    constraint scenario_change_says_it check (
      (action_id is not null) = (kind <> 'hire')
      and (effort_id is not null) = (kind in ('assign', 'reassign', 'remove')) and (person_id is not null) = (effort_id is not null)
      and (to_person_id is not null) = (kind = 'reassign') and (organisation_id is not null) = (kind in ('hand_over', 'hire'))
      and (to_on is not null) = (kind in ('move', 'split', 'hire')) and (minutes is not null) = (kind in ('estimate', 'split', 'assign', 'hire'))
      and (title is not null) = (kind = 'hire') and (from_on is null or kind = 'move') and (from_organisation_id is null or kind = 'hand_over'))
  );
  create index scenario_change_of on scenario_change (locality_id, scenario_id);
  create index scenario_change_action on scenario_change (locality_id, action_id);
  call kernel.make_tenant('scenario_change', 'link');
  grant update (from_on, from_minutes, from_organisation_id) on scenario_change to followthrough_api;
`;

const ANSWERS = `
  -- What each organisation says whose actions or people it touches.
  create table scenario_answer (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    scenario_id uuid not null,
    organisation_id uuid not null,
    answer text not null default 'asked' check (answer in ('asked', 'agreed', 'declined')),
    reason text check (length(reason) between 1 and 1000),
    answered_by uuid,
    answered_at timestamptz,
    primary key (locality_id, id),
    constraint scenario_answer_once unique (locality_id, scenario_id, organisation_id),
    foreign key (locality_id, scenario_id) references scenario (locality_id, id),
    foreign key (locality_id, organisation_id) references organisation (locality_id, id),
    foreign key (locality_id, answered_by) references person (locality_id, id),
    constraint scenario_answer_said check ((answer = 'asked') = (answered_at is null) and (answered_at is null) = (answered_by is null)),
    constraint scenario_answer_declined check (answer <> 'declined' or reason is not null)
  );
  create index scenario_answer_waits on scenario_answer (locality_id, organisation_id) where answer = 'asked';
  call kernel.make_tenant('scenario_answer', 'link');
  grant update (answer, reason, answered_by, answered_at) on scenario_answer to followthrough_api;

  -- Its changes are those that were agreed: they are said while it is a draft, and what is applied or given up stays.
  create function kernel.guard_scenario_change() returns trigger language plpgsql as $$
  declare
    one record := coalesce(new, old);
  begin
    if exists (select from scenario s where s.locality_id = one.locality_id and s.id = one.scenario_id and s.state <> 'draft') then
      raise exception 'Only a draft is changed: take the proposal back first' using errcode = 'FT422';
    end if;
    return one;
  end $$;
  create trigger guard_scenario_change before insert or update or delete on scenario_change for each row execute function kernel.guard_scenario_change();

  create function kernel.guard_scenario_answer() returns trigger language plpgsql as $$
  declare
    one record := coalesce(new, old);
  begin
    if exists (select from scenario s where s.locality_id = one.locality_id and s.id = one.scenario_id and s.state in ('applied', 'withdrawn')) then
      raise exception 'What was said to a scenario that is applied or given up stays' using errcode = 'FT422';
    end if;
    if tg_op <> 'DELETE' and new.answer <> 'asked' and exists (select from person p where p.locality_id = new.locality_id and p.id = new.answered_by and p.organisation_id is distinct from new.organisation_id) then
      raise exception 'An organisation answers by its own people' using errcode = 'FT422';
    end if;
    return one;
  end $$;
  create trigger guard_scenario_answer before insert or update or delete on scenario_answer for each row execute function kernel.guard_scenario_answer();

  create function kernel.guard_scenario() returns trigger language plpgsql as $$
  begin
    if old.state in ('applied', 'withdrawn') then raise exception 'A scenario that is applied or given up stays as it is' using errcode = 'FT422'; end if;
    if new.state in ('agreed', 'applied') and exists (select from scenario_answer a where a.locality_id = new.locality_id and a.scenario_id = new.id and a.answer <> 'agreed') then
      raise exception 'Not everybody who is asked has agreed' using errcode = 'FT422';
    end if;
    if new.state = 'applied' and old.state <> 'agreed' then raise exception 'What is applied was agreed before' using errcode = 'FT422'; end if;
    return new;
  end $$;
  create trigger guard_scenario before update on scenario for each row execute function kernel.guard_scenario();
`;
