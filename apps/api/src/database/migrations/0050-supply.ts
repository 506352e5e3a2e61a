import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people can give: patterns, leave and releases that never overlap, posts that are being filled, teams, and how a year goes. */
export class Supply1763700000050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(POSTS);
    await db.query(SUPPLY);
    await db.query(RELEASES);
    await db.query(TEAMS);
    await db.query(TIME);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const POSTS = `
  alter table person
    add column profession text check (length(profession) between 1 and 200),
    -- Not null: nobody yet. The post is being filled, counts from that day, and cannot sign in.
    add column expected_on date,
    add column funded_until date,
    add constraint person_funded check (expected_on is null or funded_until is null or expected_on <= funded_until);

  create function kernel.refuse_placeholder() returns trigger language plpgsql as $$
  begin
    if exists (select from person p where p.locality_id = new.locality_id and p.id = new.person_id and p.expected_on is not null) then
      raise exception 'This post is still being filled: name the person who has it first' using errcode = 'FT422';
    end if;
    return new;
  end $$;
  create trigger refuse_placeholder before insert on membership for each row execute function kernel.refuse_placeholder();
  create trigger refuse_placeholder before insert on invitation for each row execute function kernel.refuse_placeholder();
`;

const SUPPLY = `
  create table working_pattern (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    person_id uuid not null,
    from_on date not null,
    to_on date,
    -- Monday to Sunday.
    minutes integer[] not null check (array_ndims(minutes) = 1 and array_length(minutes, 1) = 7 and array_position(minutes, null) is null and 0 <= all (minutes) and 1440 >= all (minutes)),
    -- The employer's person-day.
    full_time_minutes integer not null default 450 check (full_time_minutes between 300 and 600),
    primary key (locality_id, id),
    foreign key (locality_id, person_id) references person (locality_id, id),
    constraint pattern_forwards check (from_on <= to_on),
    constraint pattern_once exclude using gist (locality_id with =, person_id with =, daterange(from_on, to_on, '[]') with &&)
  );
  call kernel.make_tenant('working_pattern', 'editable');
  grant delete on working_pattern to followthrough_api;

  -- Without a reason: it could be about somebody's health.
  create table leave (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    person_id uuid not null,
    from_on date not null,
    to_on date not null,
    part text not null check (part in ('whole', 'half')),
    primary key (locality_id, id),
    foreign key (locality_id, person_id) references person (locality_id, id),
    constraint leave_forwards check (from_on <= to_on),
    constraint leave_once exclude using gist (locality_id with =, person_id with =, daterange(from_on, to_on, '[]') with &&)
  );
  call kernel.make_tenant('leave', 'link');
`;

const RELEASES = `
  create table release (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    person_id uuid not null,
    from_on date not null,
    to_on date,
    percent integer not null check (percent between 1 and 100),
    state text not null default 'requested' check (state in ('requested', 'confirmed')),
    funded_until date,
    requested_by uuid default current_person(),
    requested_at timestamptz not null default now(),
    confirmed_by uuid,
    confirmed_at timestamptz,
    withdrawn_at timestamptz,
    primary key (locality_id, id),
    foreign key (locality_id, person_id) references person (locality_id, id),
    foreign key (locality_id, requested_by) references person (locality_id, id),
    foreign key (locality_id, confirmed_by) references person (locality_id, id),
    constraint release_forwards check (from_on <= to_on and from_on <= funded_until),
    constraint release_confirmed check ((state = 'confirmed') = (confirmed_at is not null)),
    constraint release_once exclude using gist (locality_id with =, person_id with =, daterange(from_on, to_on, '[]') with &&) where (withdrawn_at is null)
  );
  create index release_waiting on release (locality_id, person_id) where state = 'requested' and withdrawn_at is null;
  call kernel.make_tenant('release', 'editable');

  -- Nobody releases somebody else's staff, and what was released to whom stays as it was said: it ends, or is withdrawn.
  create function kernel.guard_release() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and to_jsonb(new) - array['version', 'to_on', 'state', 'confirmed_by', 'confirmed_at', 'withdrawn_at'] <> to_jsonb(old) - array['version', 'to_on', 'state', 'confirmed_by', 'confirmed_at', 'withdrawn_at'] then
      raise exception 'A release cannot change in that way: end it and ask for another' using errcode = 'FT422';
    end if;
    if new.state = 'confirmed' and (tg_op = 'INSERT' or old.state <> 'confirmed') and current_person() is not null
      and (select p.organisation_id from person p where p.locality_id = new.locality_id and p.id = new.person_id) is distinct from my_organisation() then
      raise exception 'Only their own organisation can release somebody' using errcode = 'FT422';
    end if;
    return new;
  end $$;
  create trigger guard_release before insert or update on release for each row execute function kernel.guard_release();
`;

const TEAMS = `
  create table team (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    name text not null check (length(name) between 1 and 200),
    kind text not null check (kind in ('team', 'multi_disciplinary')),
    organisation_id uuid,
    withdrawn_at timestamptz,
    primary key (locality_id, id),
    foreign key (locality_id, organisation_id) references organisation (locality_id, id)
  );
  create unique index team_name on team (locality_id, lower(name)) where withdrawn_at is null;
  call kernel.make_tenant('team', 'editable');

  create table team_member (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    team_id uuid not null,
    person_id uuid not null,
    from_on date not null,
    to_on date,
    primary key (locality_id, id),
    foreign key (locality_id, team_id) references team (locality_id, id),
    foreign key (locality_id, person_id) references person (locality_id, id),
    constraint team_member_forwards check (from_on <= to_on),
    constraint team_member_once exclude using gist (locality_id with =, team_id with =, person_id with =, daterange(from_on, to_on, '[]') with &&)
  );
  create index team_member_person on team_member (locality_id, person_id);
  call kernel.make_tenant('team_member', 'editable');
  grant delete on team_member to followthrough_api;
`;

const TIME = `
  -- How a year of 260 working days goes here, in days. Without a row the usual one holds.
  create table productive_time (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    usual_leave integer not null check (usual_leave between 0 and 252),
    training integer not null check (training between 0 and 252),
    administration integer not null check (administration between 0 and 252),
    sickness integer not null check (sickness between 0 and 252),
    buffer integer not null check (buffer between 0 and 252),
    primary key (locality_id, id),
    unique (locality_id),
    constraint productive_time_leaves_something check (usual_leave + training + administration + sickness + buffer < 252)
  );
  call kernel.make_tenant('productive_time', 'editable');
`;
