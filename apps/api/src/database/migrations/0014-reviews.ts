import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SHIPPED } from '../frameworks/shipped';

/** Frameworks with versions and drafts, reviews with scores and a clock, quotations that are confirmed and corrected. */
export class Reviews1763700000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(FRAMEWORKS);
    // What came with the localities that are there already gets what a new locality gets.
    for (const { code, edition, scoring, clock } of SHIPPED)
      await db.query('update framework set shipped = true, published_at = now(), scoring = $3, clock = $4 where code = $1 and edition = $2', [code, edition, scoring && JSON.stringify(scoring), JSON.stringify(clock)]);
    await db.query(VERSIONS);
    await db.query(SCORES);
    await db.query(CLOCK);
    await db.query(QUOTATIONS);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const FRAMEWORKS = `
  alter table framework
    add column state text not null default 'published' check (state in ('draft', 'published')),
    add column shipped boolean not null default false,
    add column based_on_id uuid,
    -- What should follow a review: steps, each some months after the fieldwork, the report or an earlier step.
    add column clock jsonb not null default '[]',
    -- A draft's outline. Publishing makes criteria of it.
    add column domains jsonb,
    add column published_at timestamptz,
    add column withdrawn_at timestamptz,
    add foreign key (locality_id, based_on_id) references framework (locality_id, id),
    drop constraint framework_locality_id_code_edition_key;
  create unique index framework_edition on framework (locality_id, code, edition) where withdrawn_at is null;
`;

const VERSIONS = `
  update framework set published_at = now() where published_at is null;
  alter table framework
    alter column state set default 'draft',
    add constraint framework_draft_or_published check ((state = 'published') = (published_at is not null) and (state = 'draft') = (domains is not null)),
    add constraint framework_published_stays check (state = 'draft' or withdrawn_at is null);

  create function kernel.keep_published() returns trigger language plpgsql as $$
  begin
    raise exception 'A published framework is append-only: make a new version of it' using errcode = 'FT422';
  end $$;
  create trigger published_stays before update or delete on framework for each row when (old.state = 'published') execute function kernel.keep_published();

  -- Criteria come with publishing, in its transaction, and stay.
  create trigger published_stays before update or delete on criterion for each row execute function kernel.keep_published();
  create function kernel.check_criterion() returns trigger language plpgsql as $$
  begin
    if not exists (select from framework f where f.locality_id = new.locality_id and f.id = new.framework_id and f.state = 'draft') then
      raise exception 'A published framework is append-only: make a new version of it' using errcode = 'FT422';
    end if;
    return null;
  end $$;
  create trigger added_to_a_draft after insert on criterion for each row execute function kernel.check_criterion();
  revoke update on criterion from followthrough_api;

  create function kernel.check_review_framework() returns trigger language plpgsql as $$
  declare
    found framework;
  begin
    select * into found from framework f where f.locality_id = new.locality_id and f.id = new.framework_id;
    if found.state = 'draft' then
      raise exception 'A draft cannot be reviewed with: publish the framework first' using errcode = 'FT422';
    end if;
    if new.scoring_method is not null and not coalesce(found.scoring -> 'methods' @> jsonb_build_array(jsonb_build_object('code', new.scoring_method)), false) then
      raise exception 'The framework has no such method of scoring' using errcode = 'FT422';
    end if;
    return null;
  end $$;
  alter table review
    add column scoring_method text,
    add constraint review_report_after_fieldwork check (published_on >= coalesce(fieldwork_to, fieldwork_from)),
    add constraint review_of_framework unique (locality_id, id, framework_id);
  update review r set scoring_method = f.scoring -> 'methods' -> 0 ->> 'code' from framework f where f.locality_id = r.locality_id and f.id = r.framework_id and f.scoring is not null;
  create trigger framework_checked after insert or update of framework_id, scoring_method on review for each row execute function kernel.check_review_framework();
  -- A review keeps the version it was made with.
  create trigger framework_stays before update of framework_id on review for each row when (old.framework_id is distinct from new.framework_id) execute function kernel.refuse_change();
  alter table criterion add constraint criterion_of_framework unique (locality_id, id, framework_id);
`;

const SCORES = `
  -- The latest by criterion and part counts; a null takes it back. Both keys carry the framework, so a score cannot be of another's criterion.
  create table criterion_score (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    review_id uuid not null,
    framework_id uuid not null,
    criterion_id uuid not null,
    part text,
    score integer,
    given_by uuid default current_person(),
    given_at timestamptz not null default clock_timestamp(),
    primary key (locality_id, id),
    foreign key (locality_id, review_id, framework_id) references review (locality_id, id, framework_id),
    foreign key (locality_id, criterion_id, framework_id) references criterion (locality_id, id, framework_id),
    foreign key (locality_id, given_by) references person (locality_id, id)
  );
  create index criterion_score_latest on criterion_score (locality_id, review_id, given_at desc, id desc);
  call kernel.make_tenant('criterion_score', 'append_only');

  create function kernel.check_score() returns trigger language plpgsql as $$
  declare
    scheme jsonb;
  begin
    select f.scoring into scheme from framework f where f.locality_id = new.locality_id and f.id = new.framework_id;
    if new.score is not null and not coalesce(scheme -> 'levels' @> jsonb_build_array(jsonb_build_object('score', new.score)), false) then
      raise exception 'That score is not on the framework’s scale' using errcode = 'FT422';
    end if;
    if new.part is not null and not exists (select from jsonb_array_elements(scheme -> 'methods') m where m -> 'parts' ? new.part) then
      raise exception 'The framework scores no such part' using errcode = 'FT422';
    end if;
    return null;
  end $$;
  create trigger scale_checked after insert on criterion_score for each row execute function kernel.check_score();
`;

const CLOCK = `
  -- What people said of a step: the latest of its kind counts; without a day it is taken back.
  create table clock_entry (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    review_id uuid not null,
    step text not null check (length(step) between 1 and 40),
    kind text not null check (kind in ('due', 'done')),
    "on" date,
    reason text check (length(reason) between 1 and 1000),
    said_by uuid default current_person(),
    said_at timestamptz not null default clock_timestamp(),
    primary key (locality_id, id),
    foreign key (locality_id, review_id) references review (locality_id, id),
    foreign key (locality_id, said_by) references person (locality_id, id),
    constraint clock_entry_move_has_its_reason check (kind = 'done' or reason is not null),
    constraint clock_entry_done_has_been check (kind = 'due' or "on" <= (said_at at time zone 'Europe/London')::date)
  );
  create index clock_entry_latest on clock_entry (locality_id, review_id, said_at desc, id desc);
  call kernel.make_tenant('clock_entry', 'append_only');

  create function kernel.check_step() returns trigger language plpgsql as $$
  begin
    if not exists (select from review r join framework f on f.locality_id = r.locality_id and f.id = r.framework_id where r.locality_id = new.locality_id and r.id = new.review_id and f.clock @> jsonb_build_array(jsonb_build_object('code', new.step))) then
      raise exception 'The review’s framework has no such step' using errcode = 'FT422';
    end if;
    return null;
  end $$;
  create trigger step_checked after insert on clock_entry for each row execute function kernel.check_step();
`;

const QUOTATIONS = `
  -- What is there was locked when it was written: it counts as confirmed.
  alter table finding add column confirmed_at timestamptz default now(), add column confirmed_by uuid;
  alter table finding alter column confirmed_at drop default, add foreign key (locality_id, confirmed_by) references person (locality_id, id);
  create index finding_unconfirmed on finding (locality_id, review_id) where confirmed_at is null and withdrawn_at is null;
  grant update (quotation, confirmed_at, confirmed_by) on finding to followthrough_api;

  create function kernel.lock_quotation() returns trigger language plpgsql as $$
  begin
    if (new.quotation, new.page, new.review_id, new.confirmed_at, new.confirmed_by) is distinct from (old.quotation, old.page, old.review_id, old.confirmed_at, old.confirmed_by) then
      raise exception 'The quotation was confirmed and is locked: add a correction' using errcode = 'FT422';
    end if;
    return new;
  end $$;
  create trigger quotation_locked before update on finding for each row when (old.confirmed_at is not null) execute function kernel.lock_quotation();

  create table quotation_correction (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    finding_id uuid not null,
    quotation text not null check (length(quotation) between 1 and 10000),
    page text check (length(page) <= 40),
    reason text not null check (length(reason) between 1 and 1000),
    corrected_by uuid default current_person(),
    corrected_at timestamptz not null default clock_timestamp(),
    primary key (locality_id, id),
    foreign key (locality_id, finding_id) references finding (locality_id, id),
    foreign key (locality_id, corrected_by) references person (locality_id, id)
  );
  create index quotation_correction_of on quotation_correction (locality_id, finding_id, id);
  call kernel.make_tenant('quotation_correction', 'append_only');
`;
