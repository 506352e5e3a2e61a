import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STARTING_SKILLS } from '../skills';

/** What an action asks of people: effort by skill, who gives it, and how many of the days are gone. All in whole minutes. */
export class Demand1763700000051 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(SKILLS);
    await db.query('insert into skill (locality_id, name) select l.id, s.name from locality l cross join unnest($1::text[]) as s(name)', [STARTING_SKILLS]);
    await db.query(EFFORT);
    await db.query(HEADLINE);
    await db.query(ASSIGNMENTS);
    await db.query(SPENT);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const SKILLS = `
  create table skill (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    name text not null check (length(name) between 1 and 100),
    withdrawn_at timestamptz,
    primary key (locality_id, id)
  );
  create unique index skill_name on skill (locality_id, lower(name)) where withdrawn_at is null;
  call kernel.make_tenant('skill', 'editable');

  -- 1 aware, 2 with support, 3 able, 4 can teach. A skill that somebody does not have has no row.
  create table person_skill (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    person_id uuid not null,
    skill_id uuid not null,
    level integer not null check (level between 1 and 4),
    primary key (locality_id, id),
    constraint person_skill_one unique (locality_id, person_id, skill_id),
    foreign key (locality_id, person_id) references person (locality_id, id),
    foreign key (locality_id, skill_id) references skill (locality_id, id)
  );
  create index person_skill_back on person_skill (locality_id, skill_id, level);
  call kernel.make_tenant('person_skill', 'link');
  grant update (level) on person_skill to followthrough_api;
`;

const EFFORT = `
  -- A line of work: to deliver the action, or to take in what it changes. Whose: null is the accountable organisation; of
  -- what is absorbed, the service that receives it.
  create table effort (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    action_id uuid not null,
    milestone_id uuid,
    skill_id uuid,
    level integer check (level between 1 and 4),
    purpose text not null default 'deliver' check (purpose in ('deliver', 'absorb')),
    organisation_id uuid,
    low_minutes integer not null check (low_minutes >= 0),
    likely_minutes integer not null check (likely_minutes between 1 and 900000),
    high_minutes integer not null check (high_minutes <= 900000),
    shape text not null default 'even' check (shape in ('even', 'front', 'back', 'milestones')),
    withdrawn_at timestamptz,
    primary key (locality_id, id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, milestone_id, action_id) references milestone (locality_id, id, action_id),
    foreign key (locality_id, skill_id) references skill (locality_id, id),
    foreign key (locality_id, organisation_id) references organisation (locality_id, id),
    constraint effort_in_order check (low_minutes <= likely_minutes and likely_minutes <= high_minutes),
    constraint effort_level_of_a_skill check (level is null or skill_id is not null),
    constraint effort_absorbed_by_a_service check (purpose = 'deliver' or organisation_id is not null)
  );
  create index effort_action on effort (locality_id, action_id) where withdrawn_at is null;
  create index effort_skill on effort (locality_id, skill_id) where withdrawn_at is null;
  call kernel.make_tenant('effort', 'editable');
`;

const HEADLINE = `
  -- The days needed that plan table, versions and reports know are the likely sum of the lines to deliver, where there are
  -- any. A person-day is 450 minutes as long as nobody is named. With the last line the estimate goes: nobody has one then.
  create function kernel.effort_days(place uuid, item uuid) returns numeric language sql stable
    return (select round(sum(e.likely_minutes)::numeric / 450, 1) from effort e where e.locality_id = place and e.action_id = item and e.purpose = 'deliver' and e.withdrawn_at is null);
  revoke execute on function kernel.effort_days from public;
  grant execute on function kernel.effort_days to followthrough_api;

  create function kernel.say_effort() returns trigger language plpgsql as $$
  begin
    if not ((new.purpose = 'deliver' and new.withdrawn_at is null) or (tg_op = 'UPDATE' and old.purpose = 'deliver' and old.withdrawn_at is null)) then return null; end if;
    update action a set days_needed = s.days from (select kernel.effort_days(new.locality_id, new.action_id) as days) s
    where a.locality_id = new.locality_id and a.id = new.action_id and a.days_needed is distinct from s.days;
    return null;
  end $$;
  create trigger say_effort after insert or update of purpose, likely_minutes, withdrawn_at on effort for each row execute function kernel.say_effort();

  create function kernel.guard_effort() returns trigger language plpgsql as $$
  begin
    if new.action_id <> old.action_id then raise exception 'a line of effort stays with its action' using errcode = 'FT422'; end if;
    return new;
  end $$;
  create trigger guard_effort before update of action_id on effort for each row execute function kernel.guard_effort();

  create function kernel.guard_days() returns trigger language plpgsql as $$
  declare
    days numeric;
  begin
    if new.days_needed is not distinct from old.days_needed then return new; end if;
    days := kernel.effort_days(new.locality_id, new.id);
    if days is not null and new.days_needed is distinct from days then
      raise exception 'The days of % are the sum of its effort: change the lines there', new.ref using errcode = 'FT422';
    end if;
    return new;
  end $$;
  create trigger guard_days before update of days_needed on action for each row execute function kernel.guard_days();
`;

const ASSIGNMENTS = `
  -- Who gives how much of a line. Asked for by a lead, confirmed by the person's own organisation.
  create table assignment (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    effort_id uuid not null,
    person_id uuid not null,
    minutes integer not null check (minutes between 1 and 900000),
    state text not null default 'requested' check (state in ('requested', 'confirmed')),
    requested_by uuid default current_person(),
    requested_on date not null default today(),
    confirmed_by uuid,
    confirmed_at timestamptz,
    withdrawn_at timestamptz,
    primary key (locality_id, id),
    foreign key (locality_id, effort_id) references effort (locality_id, id),
    foreign key (locality_id, person_id) references person (locality_id, id),
    foreign key (locality_id, requested_by) references person (locality_id, id),
    foreign key (locality_id, confirmed_by) references person (locality_id, id),
    constraint assignment_confirmed check ((state = 'confirmed') = (confirmed_at is not null) and (confirmed_at is null) = (confirmed_by is null))
  );
  create unique index assignment_once on assignment (locality_id, effort_id, person_id) where withdrawn_at is null;
  create index assignment_person on assignment (locality_id, person_id) where withdrawn_at is null;
  call kernel.make_tenant('assignment', 'editable');
  -- What was asked stays as it was asked: another figure is another request.
  revoke update on assignment from followthrough_api;
  grant update (state, confirmed_by, confirmed_at, withdrawn_at) on assignment to followthrough_api;

  create function kernel.guard_assignment() returns trigger language plpgsql as $$
  begin
    if new.state = 'confirmed' and (tg_op = 'INSERT' or old.state <> 'confirmed') and not exists (
      select from person who join person own on own.locality_id = who.locality_id and own.organisation_id = who.organisation_id
      where who.locality_id = new.locality_id and who.id = new.person_id and own.id = new.confirmed_by) then
      raise exception 'what a person gives is confirmed by their own organisation' using errcode = 'FT422';
    end if;
    return new;
  end $$;
  create trigger guard_assignment before insert or update of state on assignment for each row execute function kernel.guard_assignment();

  alter table snooze drop constraint snooze_kind_check,
    add constraint snooze_kind_check check (kind in ('update', 'decision', 'view', 'verification', 'look', 'amendment', 'assignment'));
`;

const SPENT = `
  -- Person-days since the last update, and what is left by a new estimate; null: not said.
  alter table status_update
    add column days_spent numeric(7, 1) check (days_spent >= 0),
    add column days_left numeric(7, 1) check (days_left >= 0);
`;
