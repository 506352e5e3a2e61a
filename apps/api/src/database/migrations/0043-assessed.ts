import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How sure whoever reports is, where a locality draws the lines of the assessment, and flags that somebody overrode. */
export class Assessed1763700000043 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(CONFIDENCE);
    await db.query(LINES);
    await db.query(OVERRIDES);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const CONFIDENCE = `
  -- A judgement of whoever reports, on that day: it belongs to the update.
  alter table status_update
    add column delivery_confidence text check (delivery_confidence in ('high', 'medium', 'low')),
    add column outcome_confidence text check (outcome_confidence in ('high', 'medium', 'low'));
  -- Whether a report was corrected since, and when somebody's access ended.
  create index status_update_corrects on status_update (locality_id, corrects_id) where corrects_id is not null;
  create index membership_of_person on membership (locality_id, person_id);
`;

const LINES = `
  create table assessment_setting (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    grace_days integer not null default 0 check (grace_days between 0 and 90),
    alarm_days integer not null default 28 check (alarm_days between 1 and 365),
    silent_rhythms numeric(3, 1) not null default 1.5 check (silent_rhythms between 1 and 6),
    moves_too_many integer not null default 2 check (moves_too_many between 1 and 20),
    same_words_reports integer not null default 3 check (same_words_reports between 2 and 12),
    begin_days integer not null default 14 check (begin_days between 0 and 180),
    override_days integer not null default 35 check (override_days between 1 and 92),
    all_well_from integer not null default 5 check (all_well_from between 2 and 1000),
    primary key (locality_id, id),
    constraint assessment_setting_one unique (locality_id)
  );
  call kernel.make_tenant('assessment_setting', 'editable');
  revoke insert on assessment_setting from followthrough_api;
  insert into assessment_setting (locality_id) select id from locality;

  -- Every locality has its lines from its first day, so that no statement has to know the usual ones.
  create function kernel.draw_lines() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into assessment_setting (locality_id) values (new.id);
    return null;
  end $$;
  create trigger draw_lines after insert on locality for each row execute function kernel.draw_lines();
`;

const OVERRIDES = `
  -- Somebody says why a flag does not count. Never changed: a row that names another in ends_id lets that flag count again.
  create table flag_override (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    action_id uuid not null,
    flag text not null check (flag in ('past_due', 'forecast_late', 'not_begun', 'blocked', 'measure_concern', 'measure_fail', 'silent', 'moved_often', 'same_words', 'no_owner', 'owner_left', 'low_confidence', 'no_path', 'no_evidence')),
    reason text check (length(reason) between 1 and 1000),
    until_on date,
    ends_id uuid,
    person_id uuid default current_person(),
    overridden_at timestamptz not null default now(),
    primary key (locality_id, id),
    unique (locality_id, action_id, flag, id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, person_id) references person (locality_id, id),
    foreign key (locality_id, action_id, flag, ends_id) references flag_override (locality_id, action_id, flag, id),
    constraint flag_override_says_why check ((ends_id is null) = (reason is not null) and (ends_id is null) = (until_on is not null))
  );
  create unique index flag_override_ended on flag_override (locality_id, ends_id) where ends_id is not null;
  call kernel.make_tenant('flag_override', 'append_only');
`;
