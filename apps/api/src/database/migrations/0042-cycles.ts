import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a plan is reported on, and each report as it was frozen: published, it never changes again. */
export class Cycles1763700000042 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(OWNED);
    await db.query(CADENCE);
    await db.query(CYCLES);
    await db.query(GUARDS);
    await db.query(CLOCK);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const OWNED = `
  -- Since when its owner has had it: somebody newly responsible owes nothing from before.
  alter table action add column owned_since date;
  update action a set owned_since = coalesce((select max((h.at at time zone 'Europe/London')::date) from audit h where h.locality_id = a.locality_id and h.row_id = a.id and h.change = 'update' and h.before ? 'owner_id'), a.created_on);
  alter table action alter column owned_since set default today(), alter column owned_since set not null;
  create function kernel.note_owner() returns trigger language plpgsql as $$
  begin
    if new.owner_id is distinct from old.owner_id then new.owned_since := today(); end if;
    return new;
  end $$;
  create trigger note_owner before update of owner_id on action for each row execute function kernel.note_owner();
`;

const CADENCE = `
  create table reporting_cadence (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    plan_id uuid not null,
    every text not null check (every in ('month', 'two_months', 'quarter', 'board')),
    board_id uuid,
    starts_on date not null,
    -- Working days, all of them.
    clear_days integer not null check (clear_days between 0 and 30),
    publish_after integer not null check (publish_after between 0 and 60),
    freeze_before integer not null check (freeze_before between 0 and 30),
    due_before integer not null check (due_before between 0 and 30),
    open_before integer not null check (open_before between 1 and 60),
    grace integer not null check (grace between 1 and 30),
    primary key (locality_id, id),
    unique (locality_id, plan_id),
    foreign key (locality_id, plan_id) references plan (locality_id, id),
    foreign key (locality_id, board_id) references board (locality_id, id),
    constraint names_its_board check (every <> 'board' or board_id is not null)
  );
  call kernel.make_tenant('reporting_cadence', 'editable');
  grant delete on reporting_cadence to followthrough_api;
`;

const CYCLES = `
  create table reporting_cycle (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    plan_id uuid not null,
    -- Given when it opens: until then its place may change.
    number integer check (number > 0),
    name text not null check (length(name) between 1 and 60),
    period_from date not null,
    period_to date not null,
    opens_on date not null,
    due_on date not null,
    escalates_on date not null,
    freezes_on date not null,
    publishes_on date not null,
    board_id uuid,
    board_meeting_id uuid,
    meets_on date,
    adjusted boolean not null default false,
    state text not null default 'planned' check (state in ('planned', 'open', 'frozen', 'published')),
    -- Reports since then are for this cycle: since it opened, or since the one before was frozen if that was later.
    counts_from timestamptz,
    -- How often it was frozen. The parts of each freeze are kept.
    edition integer not null default 0 check (edition >= 0),
    frozen_at timestamptz,
    frozen_by uuid,
    published_at timestamptz,
    published_by uuid,
    compares_to_id uuid,
    digest text check (digest ~ '^[0-9a-f]{64}$'),
    primary key (locality_id, id),
    unique (locality_id, plan_id, number),
    foreign key (locality_id, plan_id) references plan (locality_id, id),
    foreign key (locality_id, board_id) references board (locality_id, id),
    foreign key (locality_id, board_meeting_id) references board_meeting (locality_id, id) on delete set null (board_meeting_id),
    foreign key (locality_id, frozen_by) references person (locality_id, id),
    foreign key (locality_id, published_by) references person (locality_id, id),
    foreign key (locality_id, compares_to_id) references reporting_cycle (locality_id, id),
    constraint dates_in_order check (period_from <= period_to and opens_on <= due_on and due_on <= freezes_on and freezes_on <= publishes_on and due_on < escalates_on and (meets_on is null or publishes_on < meets_on)),
    constraint opened check ((state = 'planned') = (number is null) and (state = 'planned') = (counts_from is null)),
    constraint frozen check ((state in ('frozen', 'published')) = (frozen_at is not null) and (frozen_at is null or edition > 0)),
    constraint published check ((state = 'published') = (published_at is not null) and (state = 'published') = (digest is not null))
  );
  create unique index cycle_open on reporting_cycle (locality_id, plan_id) where state = 'open';
  create index cycle_opens on reporting_cycle (locality_id, plan_id, opens_on);
  call kernel.make_tenant('reporting_cycle', 'editable');
  grant delete on reporting_cycle to followthrough_api;

  -- A freeze: the plan's own part (no action) and every action. 'state' is what is compared and listed; 'content' is everything
  -- else, which the audit leaves out, because the cycle's digest vouches for it.
  create table cycle_part (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    cycle_id uuid not null,
    edition integer not null check (edition > 0),
    action_id uuid,
    state jsonb not null check (jsonb_typeof(state) = 'object'),
    content jsonb not null check (jsonb_typeof(content) = 'object'),
    primary key (locality_id, id),
    constraint part_once unique nulls not distinct (locality_id, cycle_id, edition, action_id),
    foreign key (locality_id, cycle_id) references reporting_cycle (locality_id, id),
    foreign key (locality_id, action_id) references action (locality_id, id)
  );
  call kernel.make_tenant('cycle_part', 'append_only');

  create table cycle_reopening (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    cycle_id uuid not null,
    edition integer not null check (edition > 0),
    reason text not null check (length(reason) between 1 and 1000),
    reopened_by uuid default current_person(),
    reopened_at timestamptz not null default now(),
    frozen_at timestamptz not null,
    frozen_by uuid,
    xact xid8 not null default pg_current_xact_id(),
    primary key (locality_id, id),
    unique (locality_id, cycle_id, edition),
    foreign key (locality_id, cycle_id) references reporting_cycle (locality_id, id),
    foreign key (locality_id, reopened_by) references person (locality_id, id),
    foreign key (locality_id, frozen_by) references person (locality_id, id)
  );
  call kernel.make_tenant('cycle_reopening', 'append_only');
`;

const GUARDS = `
  -- A cycle goes from planned to open to frozen to published, and back only from frozen to open, with a reason. Published is for ever.
  create function kernel.guard_cycle() returns trigger language plpgsql as $$
  declare
    free text[];
  begin
    if tg_op = 'DELETE' then
      if old.edition > 0 then raise exception 'The % report was frozen: it stays', old.name using errcode = 'FT422'; end if;
      return old;
    end if;
    if old.state = 'published' then raise exception 'The % report is published: it never changes again', old.name using errcode = 'FT422'; end if;
    free := case
      when old.state = 'frozen' and new.state = 'published' and new.published_at = now() then array['state', 'published_at', 'published_by', 'digest', 'compares_to_id']
      when old.state = 'frozen' and new.state = 'open' and exists (select from cycle_reopening r where r.locality_id = new.locality_id and r.cycle_id = new.id and r.edition = old.edition and r.xact = pg_current_xact_id()) then array['state', 'frozen_at', 'frozen_by']
      when old.state = 'open' and new.state = 'frozen' and new.edition = old.edition + 1 and new.frozen_at = now() then array['state', 'edition', 'frozen_at', 'frozen_by']
      when old.state = 'planned' and new.state = 'open' then array['state', 'number', 'counts_from', 'opens_on', 'adjusted']
      when old.state in ('planned', 'open') and new.state = old.state then array['opens_on', 'due_on', 'escalates_on', 'freezes_on', 'publishes_on', 'adjusted', 'board_meeting_id', 'counts_from']
    end;
    if free is null or to_jsonb(new) - free <> to_jsonb(old) - free then raise exception 'The % report cannot change in that way', old.name using errcode = 'FT422'; end if;
    return new;
  end $$;
  create trigger guard_cycle before update or delete on reporting_cycle for each row execute function kernel.guard_cycle();

  -- Parts come with the freeze that they are of, and never afterwards.
  create function kernel.guard_part() returns trigger language plpgsql as $$
  begin
    if exists (select from (select distinct locality_id, cycle_id, edition from fresh) p left join reporting_cycle c on c.locality_id = p.locality_id and c.id = p.cycle_id
      where (c.state = 'frozen' and c.edition = p.edition and c.frozen_at = now()) is not true) then
      raise exception 'What was frozen stays as it is' using errcode = 'FT422';
    end if;
    return null;
  end $$;
  create trigger guard_part after insert on cycle_part referencing new table as fresh for each statement execute function kernel.guard_part();
`;

const CLOCK = `
  -- The localities that the clock goes through. Everything else it does within one of them, under row security like everybody.
  create function kernel.places() returns table (id uuid, slug text, name text) language sql stable security definer set search_path = public, pg_temp as $$
    select l.id, l.slug, l.name from locality l order by l.id
  $$;
  revoke execute on function kernel.places from public;
  grant execute on function kernel.places to followthrough_api;
`;
