import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A summit before, during and after: its agenda, who is asked and who was there, and a record that stays once published. */
export class Summits1763700000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(SUMMIT);
    await db.query(AGENDA);
    await db.query(OUTCOMES);
    await db.query(PEOPLE);
    await db.query(MATERIALS);
    await db.query(PUBLISHED);
    await db.query(MAIL);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const SUMMIT = `
  -- Summits that were there before were held: they are closed.
  alter table summit
    add column starts_at text check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    add column purpose text check (length(purpose) between 1 and 2000),
    add column state text not null default 'closed' check (state in ('draft', 'open', 'closed', 'published')),
    add column opened_at timestamptz,
    add column closed_at timestamptz,
    add column published_at timestamptz,
    add constraint published_when check ((state = 'published') = (published_at is not null));
  alter table summit alter column state set default 'draft';
`;

const AGENDA = `
  create table agenda_item (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    summit_id uuid not null,
    title text not null check (length(title) between 1 and 200),
    minutes integer not null check (minutes between 1 and 480),
    lead text check (length(lead) between 1 and 200),
    position integer not null check (position > 0),
    begun_at timestamptz,
    primary key (locality_id, id),
    unique (locality_id, id, summit_id),
    -- Items change places within a transaction.
    constraint agenda_item_position unique (locality_id, summit_id, position) deferrable initially deferred,
    foreign key (locality_id, summit_id) references summit (locality_id, id)
  );
  call kernel.make_tenant('agenda_item', 'editable');
  grant delete on agenda_item to followthrough_api;

  create table agenda_item_finding (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    agenda_item_id uuid not null,
    finding_id uuid not null,
    primary key (locality_id, id),
    unique (locality_id, agenda_item_id, finding_id),
    foreign key (locality_id, agenda_item_id) references agenda_item (locality_id, id) on delete cascade,
    foreign key (locality_id, finding_id) references finding (locality_id, id)
  );
  create index agenda_item_finding_back on agenda_item_finding (locality_id, finding_id);
  call kernel.make_tenant('agenda_item_finding', 'link');
`;

const OUTCOMES = `
  -- An outcome can be about several findings.
  create table outcome_finding (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    outcome_id uuid not null,
    finding_id uuid not null,
    primary key (locality_id, id),
    unique (locality_id, outcome_id, finding_id),
    foreign key (locality_id, outcome_id) references outcome (locality_id, id),
    foreign key (locality_id, finding_id) references finding (locality_id, id)
  );
  create index outcome_finding_back on outcome_finding (locality_id, finding_id);
  call kernel.make_tenant('outcome_finding', 'link');
  insert into outcome_finding (locality_id, outcome_id, finding_id) select locality_id, id, finding_id from outcome where finding_id is not null;

  alter table outcome
    drop column finding_id,
    add column organisation_id uuid,
    add column agenda_item_id uuid,
    add column no_action text check (length(no_action) between 1 and 500),
    add column captured_at timestamptz not null default now(),
    add foreign key (locality_id, organisation_id) references organisation (locality_id, id),
    -- An item of the same summit's agenda.
    add foreign key (locality_id, agenda_item_id, summit_id) references agenda_item (locality_id, id, summit_id);
  -- Nobody was asked whose commitment it was: it was one of those who agreed.
  update outcome o set organisation_id = (select l.organisation_id from outcome_organisation l where l.locality_id = o.locality_id and l.outcome_id = o.id order by l.id limit 1) where kind = 'commitment';
  alter table outcome add constraint commitment_by check (kind <> 'commitment' or organisation_id is not null) not valid;
`;

const PEOPLE = `
  create table invitee (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    summit_id uuid not null,
    person_id uuid not null,
    answer text check (answer in ('coming', 'not_coming')),
    -- What the last mail told them (a digest of title, day, times and place), and its number: calendars take the highest.
    told text,
    told_at timestamptz,
    sequence integer not null default 0 check (sequence >= 0),
    primary key (locality_id, id),
    unique (locality_id, summit_id, person_id),
    foreign key (locality_id, summit_id) references summit (locality_id, id),
    foreign key (locality_id, person_id) references person (locality_id, id),
    check ((told is null) = (told_at is null))
  );
  create index invitee_person on invitee (locality_id, person_id);
  call kernel.make_tenant('invitee', 'editable');
  grant delete on invitee to followthrough_api;

  create table attendance (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    summit_id uuid not null,
    organisation_id uuid not null,
    people integer not null check (people between 1 and 500),
    names text check (length(names) between 1 and 500),
    primary key (locality_id, id),
    unique (locality_id, summit_id, organisation_id),
    foreign key (locality_id, summit_id) references summit (locality_id, id),
    foreign key (locality_id, organisation_id) references organisation (locality_id, id)
  );
  call kernel.make_tenant('attendance', 'editable');
  grant delete on attendance to followthrough_api;
`;

const MATERIALS = `
  create table material (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    summit_id uuid not null,
    title text not null check (length(title) between 1 and 200),
    url text check (url ~ '^https?://' and length(url) <= 1000),
    file_id uuid,
    primary key (locality_id, id),
    foreign key (locality_id, summit_id) references summit (locality_id, id),
    foreign key (locality_id, file_id) references file (locality_id, id),
    constraint link_or_file check (num_nonnulls(url, file_id) = 1)
  );
  create index material_summit on material (locality_id, summit_id, id);
  call kernel.make_tenant('material', 'link');
`;

const PUBLISHED = `
  -- What was published stays as it is: the summit, and everything that its record says.
  create function kernel.guard_summit() returns trigger language plpgsql as $$
  begin
    if old.state = 'published' then raise exception 'A published summit stays as it is' using errcode = 'FT422'; end if;
    if old.state <> 'draft' and new.state = 'draft' then raise exception 'A summit that was held is no draft any more' using errcode = 'FT422'; end if;
    return new;
  end $$;
  create trigger guard_published before update on summit for each row execute function kernel.guard_summit();

  -- The summit is held for the length of the change, so that it is not published meanwhile.
  create function kernel.guard_record() returns trigger language plpgsql as $$
  declare
    part jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end); found text;
  begin
    select s.state into found from summit s where s.locality_id = (part ->> 'locality_id')::uuid and s.id = coalesce(
      (part ->> 'summit_id')::uuid,
      (select o.summit_id from outcome o where o.locality_id = s.locality_id and o.id = (part ->> 'outcome_id')::uuid),
      (select i.summit_id from agenda_item i where i.locality_id = s.locality_id and i.id = (part ->> 'agenda_item_id')::uuid)) for share;
    if found = 'published' then raise exception 'A published summit stays as it is' using errcode = 'FT422'; end if;
    return case when tg_op = 'DELETE' then old else new end;
  end $$;
  create trigger guard_published before insert or update or delete on outcome for each row execute function kernel.guard_record();
  create trigger guard_published before insert or update or delete on outcome_finding for each row execute function kernel.guard_record();
  create trigger guard_published before insert or update or delete on outcome_organisation for each row execute function kernel.guard_record();
  create trigger guard_published before insert or update or delete on agenda_item for each row execute function kernel.guard_record();
  create trigger guard_published before insert or update or delete on agenda_item_finding for each row execute function kernel.guard_record();
  create trigger guard_published before insert or update or delete on invitee for each row execute function kernel.guard_record();
  create trigger guard_published before insert or update or delete on attendance for each row execute function kernel.guard_record();
  create trigger guard_published before insert or update or delete on material for each row execute function kernel.guard_record();
  -- An action can still be found to come from a published outcome; that it came from one is never taken back.
  create trigger guard_published before delete on action_outcome for each row execute function kernel.guard_record();
`;

const MAIL = `
  -- A calendar file that goes with a mail: what it asks of a calendar (REQUEST or CANCEL), and its text.
  alter table kernel.outbox
    add column calendar_method text check (calendar_method in ('REQUEST', 'CANCEL')),
    add column calendar text check (length(calendar) <= 100000),
    add constraint calendar_whole check ((calendar_method is null) = (calendar is null));
  -- When the words of a mail are wiped, so is its calendar.
  create function kernel.wipe_calendar() returns trigger language plpgsql as $$
  begin
    if new.body = '' then new.calendar := null; new.calendar_method := null; end if;
    return new;
  end $$;
  create trigger wipe_calendar before update on kernel.outbox for each row execute function kernel.wipe_calendar();
`;
