import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What organisations promised to the plans, who came to the boards, and where a promise counts as kept. */
export class Promises1763700000054 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(PROMISES);
    await db.query(ATTENDANCE);
    await db.query(LINES);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const PROMISES = `
  create table promise (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    organisation_id uuid not null,
    -- Null: to all work of the locality.
    plan_id uuid,
    -- A month; 450 are a person-day. Null: no days.
    minutes integer check (minutes between 1 and 4500000),
    -- Pounds, for the whole time of the promise; null: no money.
    money numeric(10, 2) check (money > 0),
    money_confirmed numeric(10, 2) check (money_confirmed >= 0),
    sponsor_person_id uuid,
    from_on date not null,
    to_on date,
    state text not null default 'requested' check (state in ('requested', 'confirmed')),
    requested_by uuid default current_person(),
    requested_on date not null default today(),
    confirmed_by uuid,
    confirmed_at timestamptz,
    withdrawn_at timestamptz,
    primary key (locality_id, id),
    foreign key (locality_id, organisation_id) references organisation (locality_id, id),
    foreign key (locality_id, plan_id) references plan (locality_id, id),
    foreign key (locality_id, sponsor_person_id) references person (locality_id, id),
    foreign key (locality_id, requested_by) references person (locality_id, id),
    foreign key (locality_id, confirmed_by) references person (locality_id, id),
    constraint promise_forwards check (from_on <= to_on),
    constraint promise_of_something check (num_nonnulls(minutes, money, sponsor_person_id) > 0),
    constraint promise_money check (money_confirmed is null or money_confirmed <= money),
    constraint promise_confirmed check ((state = 'confirmed') = (confirmed_at is not null)),
    constraint promise_once exclude using gist (locality_id with =, organisation_id with =, (coalesce(plan_id, '00000000-0000-0000-0000-000000000000')) with =, daterange(from_on, to_on, '[]') with &&) where (withdrawn_at is null)
  );
  create index promise_waiting on promise (locality_id, organisation_id) where state = 'requested' and withdrawn_at is null;
  call kernel.make_tenant('promise', 'editable');

  -- Nobody promises for somebody else, and what was promised stays as it was said: it ends, or is taken back.
  create function kernel.guard_promise() returns trigger language plpgsql as $$
  declare
    free constant text[] := array['version', 'to_on', 'state', 'confirmed_by', 'confirmed_at', 'withdrawn_at', 'sponsor_person_id', 'money_confirmed'];
  begin
    if tg_op = 'UPDATE' and to_jsonb(new) - free <> to_jsonb(old) - free then
      raise exception 'A promise cannot change in that way: end it and make another' using errcode = 'FT422';
    end if;
    if new.sponsor_person_id is not null and (tg_op = 'INSERT' or new.sponsor_person_id is distinct from old.sponsor_person_id) and not exists (
      select from person p where p.locality_id = new.locality_id and p.id = new.sponsor_person_id and p.organisation_id = new.organisation_id and p.withdrawn_at is null and p.expected_on is null) then
      raise exception 'The sponsor is somebody of the organisation that promises' using errcode = 'FT422';
    end if;
    if new.state = 'confirmed' and (tg_op = 'INSERT' or old.state <> 'confirmed') and current_person() is not null and new.organisation_id is distinct from my_organisation() then
      raise exception 'Only an organisation itself can promise' using errcode = 'FT422';
    end if;
    return new;
  end $$;
  create trigger guard_promise before insert or update on promise for each row execute function kernel.guard_promise();
`;

const ATTENDANCE = `
  -- Which organisations were at a meeting of a board, and which were asked and did not come. One that nobody expected has no row.
  create table board_attendance (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    board_meeting_id uuid not null,
    organisation_id uuid not null,
    came boolean not null,
    primary key (locality_id, id),
    constraint board_attendance_once unique (locality_id, board_meeting_id, organisation_id),
    foreign key (locality_id, board_meeting_id) references board_meeting (locality_id, id),
    foreign key (locality_id, organisation_id) references organisation (locality_id, id)
  );
  create index board_attendance_organisation on board_attendance (locality_id, organisation_id);
  call kernel.make_tenant('board_attendance', 'link');
`;

const LINES = `
  -- Where a promise counts as kept, and as kept in part, in whole per cent. Without a row the usual lines hold.
  create table commitment_lines (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    green integer not null check (green between 1 and 100),
    amber integer not null check (amber between 1 and 100),
    primary key (locality_id, id),
    unique (locality_id),
    constraint commitment_lines_in_order check (amber <= green)
  );
  call kernel.make_tenant('commitment_lines', 'editable');
`;
