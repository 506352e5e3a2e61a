import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The plan as an agreement: who signed its aim, who stands behind it, where it is reported, what opens the way to what. */
export class Agreement1763700000026 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(BOARDS);
    await db.query(SIGNED);
    await db.query(DEPENDENCIES);
    await db.query(AROUND);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const BOARDS = `
  -- A board belongs to the locality: several plans may report to it, and a plan to several.
  create table board (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    name text not null check (length(name) between 1 and 200),
    primary key (locality_id, id)
  );
  create unique index board_name on board (locality_id, lower(name));
  call kernel.make_tenant('board', 'editable');

  create table board_meeting (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    board_id uuid not null,
    held_on date not null,
    primary key (locality_id, id),
    constraint board_meeting_once unique (locality_id, board_id, held_on),
    foreign key (locality_id, board_id) references board (locality_id, id)
  );
  call kernel.make_tenant('board_meeting', 'link');

  create table plan_board (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    plan_id uuid not null,
    board_id uuid not null,
    primary key (locality_id, id),
    unique (locality_id, plan_id, board_id),
    foreign key (locality_id, plan_id) references plan (locality_id, id),
    foreign key (locality_id, board_id) references board (locality_id, id)
  );
  create index plan_board_back on plan_board (locality_id, board_id);
  call kernel.make_tenant('plan_board', 'link');

  -- Plans had one board as text and its next date beside it; a date without a board keeps a plain name.
  insert into board (locality_id, name)
    select locality_id, min(coalesce(board, 'The board')) from plan where board is not null or next_board_on is not null group by locality_id, lower(coalesce(board, 'The board'));
  insert into plan_board (locality_id, plan_id, board_id)
    select p.locality_id, p.id, b.id from plan p join board b on b.locality_id = p.locality_id and lower(b.name) = lower(coalesce(p.board, 'The board')) where p.board is not null or p.next_board_on is not null;
  insert into board_meeting (locality_id, board_id, held_on)
    select distinct p.locality_id, l.board_id, p.next_board_on from plan p join plan_board l on l.locality_id = p.locality_id and l.plan_id = p.id where p.next_board_on is not null;
  -- What a board approved is the plan's title and aim; where it is reported may change without asking that board.
  drop trigger guard_agreed on plan;
  create or replace function kernel.guard_agreed_plan() returns trigger language plpgsql as $$
  begin
    if (old.title, old.aim) is distinct from (new.title, new.aim) then perform kernel.say_why(old.locality_id, old.id); end if;
    return new;
  end $$;
  create trigger guard_agreed before update of title, aim on plan for each row execute function kernel.guard_agreed_plan();
  alter table plan drop column board, drop column next_board_on;
`;

const SIGNED = `
  -- A signature keeps the wording that was signed. It is never changed: one recorded by mistake is taken back, and says why.
  create table plan_signature (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    plan_id uuid not null,
    organisation_id uuid not null,
    aim text not null check (length(aim) between 1 and 2000),
    signed_by text not null check (length(signed_by) between 1 and 200),
    role text not null check (length(role) between 1 and 200),
    signed_on date not null,
    recorded_by uuid default current_person(),
    recorded_on date not null default today(),
    taken_back_on date,
    taken_back_why text check (length(taken_back_why) between 1 and 500),
    primary key (locality_id, id),
    foreign key (locality_id, plan_id) references plan (locality_id, id),
    foreign key (locality_id, organisation_id) references organisation (locality_id, id),
    foreign key (locality_id, recorded_by) references person (locality_id, id),
    constraint signed_before_recorded check (signed_on <= recorded_on),
    constraint taken_back_with_a_reason check ((taken_back_on is null) = (taken_back_why is null))
  );
  create unique index plan_signature_once on plan_signature (locality_id, plan_id, organisation_id, md5(aim)) where taken_back_on is null;
  call kernel.make_tenant('plan_signature', 'editable');
  revoke update on plan_signature from followthrough_api;
  grant update (taken_back_on, taken_back_why) on plan_signature to followthrough_api;

  -- Who stands behind the plan in an organisation: somebody by name, a role by its words, or both.
  create table plan_sponsor (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    plan_id uuid not null,
    organisation_id uuid not null,
    person_id uuid,
    role text check (length(role) between 1 and 200),
    primary key (locality_id, id),
    constraint plan_sponsor_once unique nulls not distinct (locality_id, plan_id, organisation_id, person_id, role),
    foreign key (locality_id, plan_id) references plan (locality_id, id),
    foreign key (locality_id, organisation_id) references organisation (locality_id, id),
    foreign key (locality_id, person_id) references person (locality_id, id),
    constraint sponsor_named check (num_nonnulls(person_id, role) > 0)
  );
  call kernel.make_tenant('plan_sponsor', 'link');
`;

const DEPENDENCIES = `
  -- first blocks then: it has to be done before. first enables then: it opens the way to it.
  create table dependency (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    first_id uuid not null,
    then_id uuid not null,
    kind text not null check (kind in ('blocks', 'enables')),
    primary key (locality_id, id),
    constraint dependency_once unique (locality_id, first_id, then_id),
    foreign key (locality_id, first_id) references action (locality_id, id),
    foreign key (locality_id, then_id) references action (locality_id, id),
    constraint not_on_itself check (first_id <> then_id)
  );
  create index dependency_back on dependency (locality_id, then_id);
  call kernel.make_tenant('dependency', 'link');

  -- Nothing comes before itself, however long the way round. libs/domain says the same first, in the same words.
  create function kernel.refuse_circle() returns trigger language plpgsql as $$
  declare
    circle text;
  begin
    -- One at a time in a locality: two that are fine alone could close a circle together.
    perform pg_advisory_xact_lock(hashtext('followthrough.dependency'), hashtext(new.locality_id::text));
    with recursive ahead (id, came_from) as (
      select new.then_id, null::uuid
      union
      select d.then_id, d.first_id from ahead h
        join dependency d on d.locality_id = new.locality_id and d.first_id = h.id and d.id <> new.id
        join action a on a.locality_id = new.locality_id and a.id = d.then_id and a.withdrawn_at is null
    ), back (id, step) as (
      select new.first_id, 0 where exists (select from ahead where id = new.first_id)
      union all
      select (select h.came_from from ahead h where h.id = b.id and h.came_from is not null limit 1), b.step + 1 from back b where b.id <> new.then_id
    )
    select (select f.ref from action f where f.locality_id = new.locality_id and f.id = new.first_id) || ' → ' || string_agg(a.ref, ' → ' order by b.step desc)
      into circle from back b join action a on a.locality_id = new.locality_id and a.id = b.id having count(*) > 0;
    if circle is not null then raise exception 'That would go round in a circle: %', circle using errcode = 'FT422'; end if;
    return new;
  end $$;
  create trigger refuse_circle before insert or update on dependency for each row execute function kernel.refuse_circle();
`;

const AROUND = `
  -- What the locality runs already, so that an action joins it instead of starting beside it.
  create table programme (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    name text not null check (length(name) between 1 and 200),
    about text check (length(about) between 1 and 2000),
    organisation_id uuid,
    ends_on date,
    primary key (locality_id, id),
    foreign key (locality_id, organisation_id) references organisation (locality_id, id)
  );
  create unique index programme_name on programme (locality_id, lower(name));
  call kernel.make_tenant('programme', 'editable');

  create table action_programme (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    action_id uuid not null,
    programme_id uuid not null,
    primary key (locality_id, id),
    unique (locality_id, action_id, programme_id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, programme_id) references programme (locality_id, id)
  );
  create index action_programme_back on action_programme (locality_id, programme_id);
  call kernel.make_tenant('action_programme', 'link');

  -- Somebody looked and found none; not the same as nobody having looked.
  alter table action add column no_programme boolean not null default false;
  create function kernel.guard_programme() returns trigger language plpgsql as $$
  begin
    if tg_table_name = 'action' then
      if new.no_programme and exists (select from action_programme p where p.locality_id = new.locality_id and p.action_id = new.id) then
        raise exception 'a programme is linked to %, so it cannot be said that none touches it', new.ref using errcode = 'FT422';
      end if;
    elsif exists (select from action a where a.locality_id = new.locality_id and a.id = new.action_id and a.no_programme) then
      raise exception 'it was said that no programme touches this action' using errcode = 'FT422';
    end if;
    return new;
  end $$;
  create trigger guard_programme before insert or update of no_programme on action for each row when (new.no_programme) execute function kernel.guard_programme();
  create trigger guard_programme before insert or update on action_programme for each row execute function kernel.guard_programme();

  -- Something done together with people who use services: with whom, what, when. Of the whole plan, or of one action.
  create table co_production_step (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    plan_id uuid,
    action_id uuid,
    with_whom text not null check (length(with_whom) between 1 and 500),
    what text not null check (length(what) between 1 and 2000),
    happens_on date not null,
    primary key (locality_id, id),
    foreign key (locality_id, plan_id) references plan (locality_id, id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    constraint of_plan_or_action check (num_nonnulls(plan_id, action_id) = 1)
  );
  create index co_production_step_plan on co_production_step (locality_id, plan_id) where plan_id is not null;
  create index co_production_step_action on co_production_step (locality_id, action_id) where action_id is not null;
  call kernel.make_tenant('co_production_step', 'editable');
  grant delete on co_production_step to followthrough_api;
`;
