import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say of their own last week, beside what was planned of it: one row a person and week. */
export class DaysCheck1763700000056 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(DAYS_CHECK);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const DAYS_CHECK = `
  create table days_check (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    person_id uuid not null,
    -- Its Monday.
    week date not null check (extract(isodow from week) = 1),
    -- What the plan had in that week when it was said.
    planned_minutes integer not null check (planned_minutes between 0 and 10080),
    answer text not null check (answer in ('as_planned', 'less', 'more')),
    -- Null: as planned.
    minutes integer check (minutes between 0 and 10080),
    primary key (locality_id, id),
    foreign key (locality_id, person_id) references person (locality_id, id),
    constraint days_check_once unique (locality_id, person_id, week),
    constraint days_check_says check (case answer when 'as_planned' then minutes is null when 'less' then minutes is not null and minutes < planned_minutes else minutes is not null and minutes > planned_minutes end)
  );
  call kernel.make_tenant('days_check', 'editable');

  -- Somebody says it of themselves, of a week that is over.
  create function kernel.guard_days_check() returns trigger language plpgsql as $$
  begin
    if current_person() is not null and new.person_id <> current_person() then raise exception 'Only they themselves can say how their week went' using errcode = 'FT422'; end if;
    if new.week + 7 > today() then raise exception 'That week is not over yet' using errcode = 'FT422'; end if;
    if tg_op = 'UPDATE' and (new.person_id, new.week) is distinct from (old.person_id, old.week) then raise exception 'A week stays the week of who said it' using errcode = 'FT422'; end if;
    return new;
  end $$;
  create trigger guard_days_check before insert or update on days_check for each row execute function kernel.guard_days_check();
`;
