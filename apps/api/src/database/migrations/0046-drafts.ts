import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody has begun to say, what they have put off, and edits of many actions at once, which can be taken back as a whole. */
export class Drafts1763700000046 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(DRAFTS);
    await db.query(SNOOZES);
    await db.query(BULK_EDITS);
    await db.query(TIDY);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const DRAFTS = `
  -- A report that is being written: its writer's alone, and gone once it is sent. No history: nobody has said it yet.
  create table update_draft (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    action_id uuid not null,
    person_id uuid not null default current_person(),
    said jsonb not null check (jsonb_typeof(said) = 'object' and octet_length(said::text) <= 100000),
    -- When it was typed, by the clock of the device: of two, the newer one stays.
    typed_at timestamptz not null,
    primary key (locality_id, id),
    constraint update_draft_one unique (locality_id, person_id, action_id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, person_id) references person (locality_id, id)
  );
  create index update_draft_age on update_draft (typed_at);
  call kernel.make_tenant('update_draft', 'link');
  grant update (said, typed_at) on update_draft to followthrough_api;
  drop trigger audit on update_draft;
  revoke select on update_draft from followthrough_search;
  create policy own on update_draft as restrictive using (person_id = current_person()) with check (person_id = current_person());

  -- However a report is sent, one by one or many at once, the draft of it is done with, and so is having put it off.
  create function kernel.drop_draft() returns trigger language plpgsql as $$
  begin
    delete from update_draft d where d.locality_id = new.locality_id and d.person_id = new.reported_by and d.action_id = new.action_id;
    delete from snooze s where s.locality_id = new.locality_id and s.person_id = new.reported_by and s.kind = 'update' and s.thing_id = new.action_id;
    return null;
  end $$;
  create trigger drop_draft after insert on status_update for each row when (new.import_id is null and new.reported_by is not null) execute function kernel.drop_draft();
`;

const SNOOZES = `
  -- Something of my work that comes back on a day. Nobody else's affair, and so no history.
  create table snooze (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    person_id uuid not null default current_person(),
    kind text not null check (kind in ('update', 'decision', 'view', 'verification', 'look', 'amendment')),
    thing_id uuid not null,
    until_on date not null,
    primary key (locality_id, id),
    constraint snooze_one unique (locality_id, person_id, kind, thing_id),
    foreign key (locality_id, person_id) references person (locality_id, id)
  );
  create index snooze_age on snooze (until_on);
  call kernel.make_tenant('snooze', 'link');
  grant update (until_on) on snooze to followthrough_api;
  drop trigger audit on snooze;
  revoke select on snooze from followthrough_search;
  create policy own on snooze as restrictive using (person_id = current_person()) with check (person_id = current_person());

  -- The daily mail is written while nobody asks, and leaves out what its reader has put off.
  create function kernel.is_snoozed(who uuid, what text, thing uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from snooze s where s.locality_id = current_locality() and s.person_id = who and s.kind = what and s.thing_id = thing and s.until_on > today())
  $$;
  revoke execute on function kernel.is_snoozed from public;
  grant execute on function kernel.is_snoozed to followthrough_api;
`;

const BULK_EDITS = `
  -- Many actions changed in one go. What each was before and became is kept here, so that all of it can be taken back at once.
  create table bulk_edit (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    says text not null check (length(says) between 1 and 2000),
    reason text check (length(reason) between 1 and 1000),
    changed jsonb not null check (jsonb_typeof(changed) = 'array' and jsonb_array_length(changed) between 1 and 500),
    edited_by uuid default current_person(),
    edited_at timestamptz not null default now(),
    undone_by uuid,
    undone_at timestamptz,
    primary key (locality_id, id),
    foreign key (locality_id, edited_by) references person (locality_id, id),
    foreign key (locality_id, undone_by) references person (locality_id, id),
    constraint bulk_edit_undone check (undone_at is not null or undone_by is null)
  );
  create index bulk_edit_last on bulk_edit (locality_id, edited_at desc);
  call kernel.make_tenant('bulk_edit', 'editable');
  -- What was done stays as it was done; all that can follow is that it is undone.
  revoke update on bulk_edit from followthrough_api;
  grant update (undone_by, undone_at) on bulk_edit to followthrough_api;
`;

const TIDY = `
  -- Drafts that nobody went on with for a month, and snoozes that are over.
  alter function kernel.tidy rename to tidy_before_drafts;
  revoke execute on function kernel.tidy_before_drafts from followthrough_api;
  create function kernel.tidy() returns void language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform kernel.tidy_before_drafts();
    delete from update_draft d where d.typed_at < now() - interval '30 days';
    delete from snooze s where s.until_on < current_date - 1;
  end $$;
  revoke execute on function kernel.tidy from public;
  grant execute on function kernel.tidy to followthrough_api;
`;
