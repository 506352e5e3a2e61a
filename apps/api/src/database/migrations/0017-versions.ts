import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a board approved, frozen; why a plan changed since; and what the next board said of each change. */
export class Versions1763700000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(REASONS);
    await db.query(VERSIONS);
    await db.query(GUARDS);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const REASONS = `
  -- Why something changed, in the words of who changed it. The deed says it for its whole transaction.
  create function current_reason() returns text language sql stable parallel safe
    return nullif(current_setting('app.reason', true), '');
  alter table audit add column reason text;
  alter table audit alter column reason set default current_reason();

  -- Hashed with the words, so that a redaction can drop it too. Where none was given the digest is as it always was: older seals hold.
  create or replace function kernel.digest(one audit) returns bytea language sql immutable
    return sha256(convert_to(jsonb_build_array(one.locality_id, one.position, (extract(epoch from one.at) * 1000000)::bigint, one.actor_id, one.request_id,
      one.table_name, one.row_id, one.row_version, one.change)::text, 'UTF8')
      || sha256(convert_to((jsonb_build_array(one.salt, one.before, one.after) || case when one.reason is null then '[]'::jsonb else jsonb_build_array(one.reason) end)::text, 'UTF8')));

  -- Links come and go, so their history is looked for by table: who linked what to an action since a version. See versions.sql.ts.
  create index audit_links on audit (locality_id, position) where table_name in ('action_cause', 'action_finding', 'action_organisation', 'action_outcome');
`;

const VERSIONS = `
  -- A plan as a board approved it. Its parts are the plan itself (no action) and every action as they stood that moment:
  -- 'state' is compared, 'names' is what people, organisations and findings were called then.
  create table plan_version (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    plan_id uuid not null,
    number integer not null check (number > 0),
    board text not null check (length(board) between 1 and 200),
    approved_on date not null check (approved_on <= today()),
    note text check (length(note) between 1 and 2000),
    recorded_by uuid default current_person(),
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (locality_id, id),
    unique (locality_id, plan_id, number),
    foreign key (locality_id, plan_id) references plan (locality_id, id),
    foreign key (locality_id, recorded_by) references person (locality_id, id)
  );
  call kernel.make_tenant('plan_version', 'append_only');

  create table plan_version_part (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version_id uuid not null,
    action_id uuid,
    state jsonb not null check (jsonb_typeof(state) = 'object'),
    names jsonb not null check (jsonb_typeof(names) = 'object'),
    primary key (locality_id, id),
    unique nulls not distinct (locality_id, version_id, action_id),
    foreign key (locality_id, version_id) references plan_version (locality_id, id),
    foreign key (locality_id, action_id) references action (locality_id, id)
  );
  call kernel.make_tenant('plan_version_part', 'append_only');

  -- What a board said of one change since a version. 'position' is the change's last row in the audit: another edit of the same
  -- thing is another change, which nobody has decided yet. The words are kept as the board read them.
  create table amendment_decision (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    plan_id uuid not null,
    version_id uuid not null,
    action_id uuid,
    change text not null check (change in ('added', 'removed', 'changed')),
    field text not null,
    item uuid,
    position bigint not null,
    ref text,
    title text not null,
    before text,
    after text,
    why text,
    decision text not null check (decision in ('approved', 'declined')),
    board text not null check (length(board) between 1 and 200),
    decided_on date not null check (decided_on <= today()),
    note text check (length(note) between 1 and 2000),
    recorded_by uuid default current_person(),
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (locality_id, id),
    foreign key (locality_id, plan_id) references plan (locality_id, id),
    foreign key (locality_id, version_id) references plan_version (locality_id, id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, recorded_by) references person (locality_id, id)
  );
  create index amendment_decision_version on amendment_decision (locality_id, version_id, position);
  create index amendment_decision_plan on amendment_decision (locality_id, plan_id, id);
  call kernel.make_tenant('amendment_decision', 'append_only');
`;

const GUARDS = `
  -- What a board approved never changes silently: after the first version every change of it says why. A change that meets an
  -- approval waits for it at the plan's row, so none slips between the two.
  create function kernel.say_why(place uuid, plan uuid) returns void language plpgsql as $$
  begin
    if current_reason() is not null then return; end if;
    perform from plan p where p.locality_id = place and p.id = plan for key share;
    if exists (select from plan_version v where v.locality_id = place and v.plan_id = plan) then
      raise exception 'A board approved this plan: say why it changes' using errcode = 'FT422';
    end if;
  end $$;

  create function kernel.guard_agreed_action() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      perform kernel.say_why(new.locality_id, new.plan_id);
    elsif (old.plan_id, old.ref, old.title, old.description, old.horizon, old.priority, old.theme, old.owner_id, old.accountable_person_id, old.accountable_organisation_id, old.start_on, old.start_text, old.due_on, old.due_text, old.success_measure, old.resources, old.days_needed, old.withdrawn_at is null)
      is distinct from (new.plan_id, new.ref, new.title, new.description, new.horizon, new.priority, new.theme, new.owner_id, new.accountable_person_id, new.accountable_organisation_id, new.start_on, new.start_text, new.due_on, new.due_text, new.success_measure, new.resources, new.days_needed, new.withdrawn_at is null) then
      perform kernel.say_why(old.locality_id, old.plan_id);
    end if;
    return new;
  end $$;
  create trigger guard_agreed before insert or update of plan_id, ref, title, description, horizon, priority, theme, owner_id, accountable_person_id, accountable_organisation_id, start_on, start_text, due_on, due_text, success_measure, resources, days_needed, withdrawn_at
    on action for each row execute function kernel.guard_agreed_action();

  create function kernel.guard_agreed_plan() returns trigger language plpgsql as $$
  begin
    if (old.title, old.aim, old.board) is distinct from (new.title, new.aim, new.board) then perform kernel.say_why(old.locality_id, old.id); end if;
    return new;
  end $$;
  create trigger guard_agreed before update of title, aim, board on plan for each row execute function kernel.guard_agreed_plan();

  -- Deferred to the end of the statement, when the action of a new link is there.
  create function kernel.guard_agreed_link() returns trigger language plpgsql as $$
  declare
    link record := coalesce(new, old); plan uuid;
  begin
    if current_reason() is not null then return null; end if;
    select a.plan_id into plan from action a where a.locality_id = link.locality_id and a.id = link.action_id;
    perform kernel.say_why(link.locality_id, plan);
    return null;
  end $$;
  create trigger guard_agreed after insert or delete on action_finding for each row execute function kernel.guard_agreed_link();
  create trigger guard_agreed after insert or delete on action_organisation for each row execute function kernel.guard_agreed_link();
`;
