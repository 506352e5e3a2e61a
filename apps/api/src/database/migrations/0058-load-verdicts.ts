import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What capacity says of single actions, kept because it is reckoned day by day and lists ask it of thousands at once. */
export class LoadVerdicts1763700000058 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table assessment_setting add column resource_days integer not null default 90 check (resource_days between 0 and 366)`);
    await db.query(`
      alter table flag_override drop constraint flag_override_flag_check, add constraint flag_override_flag_check
        check (flag in ('past_due', 'milestone_late', 'forecast_late', 'not_begun', 'blocked', 'measure_concern', 'measure_fail', 'silent', 'moved_often', 'same_words', 'no_owner', 'owner_left', 'unresourced', 'owner_over', 'low_confidence', 'no_path', 'no_evidence'))`);
    await db.query(VERDICTS);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const VERDICTS = `
  -- Rows only of actions that something speaks against. What they were reckoned for is kept with them: of another due day,
  -- owner or organisation they say nothing.
  create table load_verdict (
    locality_id uuid not null default current_locality() references locality,
    action_id uuid not null,
    due_on date not null,
    organisation_id uuid,
    owner_id uuid,
    unstaffed_minutes integer check (unstaffed_minutes > 0),
    owner_minutes integer,
    owner_given_minutes integer,
    primary key (locality_id, action_id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, organisation_id) references organisation (locality_id, id),
    foreign key (locality_id, owner_id) references person (locality_id, id),
    constraint load_verdict_unstaffed check (unstaffed_minutes is null or organisation_id is not null),
    constraint load_verdict_owner check ((owner_minutes is null) = (owner_given_minutes is null) and (owner_minutes is null or (owner_id is not null and owner_minutes > owner_given_minutes))),
    constraint load_verdict_says_something check (unstaffed_minutes is not null or owner_minutes is not null)
  );
  -- When that was, and which transactions it had seen: what another wrote is news.
  create table load_reckoning (
    locality_id uuid not null default current_locality() primary key references locality,
    on_day date not null,
    at timestamptz not null default now(),
    took_ms integer not null,
    seen pg_snapshot not null
  );
${['load_verdict', 'load_reckoning'].map((table) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy tenancy on ${table} using (locality_id = current_locality()) with check (locality_id = current_locality());
  grant select, insert, update, delete on ${table} to followthrough_api;`).join('\n')}
`;
