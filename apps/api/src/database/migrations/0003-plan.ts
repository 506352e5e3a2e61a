import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The thread of the mission: review, finding, summit outcome, plan, action, update, and the talk and days around them. */
export class Plan1763700000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(IMPORTS);
    await db.query(REVIEWS);
    await db.query(PLANS);
    await db.query(ACTIONS);
    await db.query(UPDATES);
    await db.query(SUMMITS);
    await db.query(AROUND);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const IMPORTS = `
  -- One workbook on its way in. The steps are kept on the row, so leaving the page loses nothing.
  create table import (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    plan_id uuid,
    file_name text not null,
    size integer not null check (size between 1 and 10485760),
    digest bytea not null,
    -- What the lead chose: sheet, header rows, columns, status words, people, organisations, splits, resolutions.
    choices jsonb not null default '{}',
    state text not null default 'uploaded' check (state in ('uploaded', 'previewed', 'applied', 'undone', 'discarded')),
    report jsonb,
    created_by uuid default current_actor(),
    created_at timestamptz not null default now(),
    applied_at timestamptz,
    undone_at timestamptz,
    primary key (locality_id, id)
  );
  call kernel.make_tenant('import', 'editable');

  -- The file and the cells read from it, under its import's id: apart, so that saving a choice does not carry them along.
  create table import_file (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    content bytea not null,
    sheets jsonb not null,
    primary key (locality_id, id),
    foreign key (locality_id, id) references import (locality_id, id)
  );
  call kernel.make_tenant('import_file', 'append_only');

  -- How far the applying of an import has come. Written beside its transaction, so that others can see it before it ends.
  create table kernel.import_progress (
    locality_id uuid not null default current_locality() references locality,
    import_id uuid not null,
    percent smallint not null check (percent between 0 and 100),
    at timestamptz not null default clock_timestamp(),
    primary key (locality_id, import_id)
  );
  alter table kernel.import_progress enable row level security;
  alter table kernel.import_progress force row level security;
  create policy tenancy on kernel.import_progress using (locality_id = current_locality()) with check (locality_id = current_locality());
  grant select, insert, update, delete on kernel.import_progress to followthrough_api;

  -- Choices kept for the locality by the look of the header, so that next month's sheet needs no mapping.
  create table import_mapping (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    header_digest text not null,
    choices jsonb not null,
    primary key (locality_id, id),
    unique (locality_id, header_digest)
  );
  call kernel.make_tenant('import_mapping', 'editable');

  alter table organisation add foreign key (locality_id, import_id) references import (locality_id, id);
  alter table person add foreign key (locality_id, import_id) references import (locality_id, id);
`;

const REVIEWS = `
  create table framework (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    code text not null,
    edition text not null,
    title text not null,
    publisher text not null,
    -- Where it comes from and how sure we are: 'published', 'based_on' (our restating) or 'own'.
    provenance text not null check (provenance in ('published', 'based_on', 'own')),
    source text,
    scoring jsonb,
    primary key (locality_id, id),
    unique (locality_id, code, edition)
  );
  call kernel.make_tenant('framework', 'editable');

  create table criterion (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    framework_id uuid not null,
    domain text not null,
    title text not null,
    position integer not null,
    primary key (locality_id, id),
    foreign key (locality_id, framework_id) references framework (locality_id, id),
    unique (locality_id, framework_id, position)
  );
  call kernel.make_tenant('criterion', 'editable');

  create table review (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    framework_id uuid not null,
    title text not null,
    body text,
    fieldwork_from date,
    fieldwork_to date,
    published_on date,
    report_url text check (report_url ~ '^https?://'),
    import_id uuid,
    withdrawn_at timestamptz,
    primary key (locality_id, id),
    foreign key (locality_id, framework_id) references framework (locality_id, id),
    foreign key (locality_id, import_id) references import (locality_id, id),
    check (fieldwork_from <= fieldwork_to)
  );
  call kernel.make_tenant('review', 'editable');

  create table finding (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    review_id uuid not null,
    ref text not null collate as_counted,
    quotation text not null check (length(quotation) between 1 and 10000),
    page text,
    kind text not null default 'area_for_improvement' check (kind in ('strength', 'area_for_improvement', 'good_practice', 'challenge')),
    force text not null default 'should' check (force in ('must', 'should')),
    themes text[] not null default '{}' check (cardinality(themes) <= 20),
    import_id uuid,
    withdrawn_at timestamptz,
    search tsvector generated always as (to_tsvector('english', ref || ' ' || quotation)) stored,
    primary key (locality_id, id),
    foreign key (locality_id, review_id) references review (locality_id, id),
    foreign key (locality_id, import_id) references import (locality_id, id)
  );
  create unique index finding_ref on finding (locality_id, review_id, ref) where withdrawn_at is null;
  create index finding_search on finding using gin (locality_id, search);
  create index finding_trigram on finding using gin (locality_id, quotation gin_trgm_ops);
  call kernel.make_tenant('finding', 'editable');
  -- The quotation is locked: it is what the review said.
  revoke update on finding from followthrough_api;
  grant update (ref, page, kind, force, themes, import_id, withdrawn_at) on finding to followthrough_api;

  create table finding_criterion (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    finding_id uuid not null,
    criterion_id uuid not null,
    primary key (locality_id, id),
    unique (locality_id, finding_id, criterion_id),
    foreign key (locality_id, finding_id) references finding (locality_id, id),
    foreign key (locality_id, criterion_id) references criterion (locality_id, id)
  );
  call kernel.make_tenant('finding_criterion', 'link');
`;

const PLANS = `
  -- A locality's own words, colours and shapes over the canonical states.
  create table status_word (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    status text not null check (status in ('not_started', 'on_track', 'at_risk', 'off_track', 'complete', 'embedded')),
    word text not null check (length(word) between 1 and 40),
    definition text not null check (length(definition) between 1 and 500),
    colour text not null check (colour in ('grey', 'green', 'amber', 'red', 'light_blue', 'blue', 'purple', 'white')),
    mark text not null check (mark in ('circle', 'disc', 'triangle', 'square', 'tick', 'diamond')),
    position integer not null,
    primary key (locality_id, id),
    -- One word a state for now; the composite key lets rows prove that word and state agree.
    unique (locality_id, status),
    unique (locality_id, id, status)
  );
  create unique index status_word_word on status_word (locality_id, lower(word));
  call kernel.make_tenant('status_word', 'editable');

  create table plan (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    title text not null check (length(title) between 1 and 200),
    aim text,
    board text,
    next_board_on date,
    import_id uuid,
    withdrawn_at timestamptz,
    primary key (locality_id, id),
    foreign key (locality_id, import_id) references import (locality_id, id)
  );
  create unique index plan_title on plan (locality_id, lower(title)) where withdrawn_at is null;
  call kernel.make_tenant('plan', 'editable');
  alter table import add foreign key (locality_id, plan_id) references plan (locality_id, id);
`;

const ACTIONS = `
  -- Worst first: what needs somebody above the owner comes before what needs the owner.
  create function kernel.urgency(status text) returns integer language sql immutable parallel safe
    return array_position(array['off_track', 'at_risk', 'not_started', 'on_track', 'complete', 'embedded'], status);
  create function kernel.weight(priority text) returns integer language sql immutable parallel safe
    return coalesce(array_position(array['high', 'medium', 'low'], priority), 4);
  grant execute on function kernel.urgency, kernel.weight to followthrough_api;

  create table action (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    plan_id uuid not null,
    ref text not null collate as_counted check (length(ref) between 1 and 40),
    title text not null check (length(title) between 1 and 500),
    description text,
    horizon text not null default 'medium' check (horizon in ('quick_win', 'medium', 'deep_rooted')),
    priority text check (priority in ('high', 'medium', 'low')),
    theme text,
    owner_id uuid,
    accountable_person_id uuid,
    accountable_organisation_id uuid,
    start_on date,
    baseline_due_on date,
    due_on date,
    -- What the plan said where it gave no date ("Ongoing"): kept, and listed until somebody resolves it.
    start_text text,
    due_text text,
    -- Somebody decided that the text says enough: it is no longer listed to resolve.
    due_text_kept boolean not null default false,
    success_measure text,
    resources text,
    risks text,
    next_steps text,
    -- Person-days of the accountable employer; null is "not estimated", which is not zero.
    days_needed numeric(7, 1) check (days_needed >= 0),
    -- The narratives that the public version leaves out.
    restricted text[] not null default '{}' check (restricted <@ array['description', 'resources', 'risks', 'nextSteps']),
    -- The latest status update, kept on the row for lists; status_update is the record.
    status text not null default 'not_started' check (status in ('not_started', 'on_track', 'at_risk', 'off_track', 'complete', 'embedded')),
    status_on date not null default today(),
    last_update_id uuid,
    import_id uuid,
    withdrawn_at timestamptz,
    created_on date not null default today(),
    search tsvector generated always as (
      to_tsvector('english', ref || ' ' || title || ' ' || coalesce(success_measure, '') || ' ' || case when 'description' = any (restricted) then '' else coalesce(description, '') end)) stored,
    primary key (locality_id, id),
    foreign key (locality_id, plan_id) references plan (locality_id, id),
    foreign key (locality_id, owner_id) references person (locality_id, id),
    foreign key (locality_id, accountable_person_id) references person (locality_id, id),
    foreign key (locality_id, accountable_organisation_id) references organisation (locality_id, id),
    foreign key (locality_id, import_id) references import (locality_id, id),
    foreign key (locality_id, status) references status_word (locality_id, status),
    check (start_on <= due_on)
  );
  create unique index action_ref on action (locality_id, plan_id, ref) where withdrawn_at is null;
  -- One index for each order of the plan table, so that a page is read in order and never sorted. See actions.sql.ts.
  create index action_by_ref on action (locality_id, plan_id, ref, id) where withdrawn_at is null;
  create index action_by_title on action (locality_id, plan_id, (title collate as_counted), id) where withdrawn_at is null;
  create index action_by_due on action (locality_id, plan_id, (coalesce(due_on, 'infinity')), id) where withdrawn_at is null;
  create index action_by_status on action (locality_id, plan_id, kernel.urgency(status), id) where withdrawn_at is null;
  create index action_by_update on action (locality_id, plan_id, (case when last_update_id is null then '-infinity' else status_on end), id) where withdrawn_at is null;
  create index action_by_priority on action (locality_id, plan_id, kernel.weight(priority), id) where withdrawn_at is null;
  create index action_theme on action (locality_id, theme) where withdrawn_at is null;
  create index action_owner on action (locality_id, owner_id) where withdrawn_at is null;
  create index action_accountable_person on action (locality_id, accountable_person_id) where withdrawn_at is null;
  create index action_accountable on action (locality_id, accountable_organisation_id) where withdrawn_at is null;
  create index action_search on action using gin (locality_id, search);
  create index action_trigram on action using gin (locality_id, title gin_trgm_ops);
  create index action_import on action (locality_id, import_id) where import_id is not null;
  call kernel.make_tenant('action', 'editable');

  create table action_organisation (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    action_id uuid not null,
    organisation_id uuid not null,
    primary key (locality_id, id),
    unique (locality_id, action_id, organisation_id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, organisation_id) references organisation (locality_id, id)
  );
  create index action_organisation_back on action_organisation (locality_id, organisation_id);
  call kernel.make_tenant('action_organisation', 'link');

  -- note: how the plan said it, such as "addressed through 1.3".
  create table action_finding (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    action_id uuid not null,
    finding_id uuid not null,
    note text,
    primary key (locality_id, id),
    unique (locality_id, action_id, finding_id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, finding_id) references finding (locality_id, id)
  );
  create index action_finding_back on action_finding (locality_id, finding_id);
  call kernel.make_tenant('action_finding', 'link');

  create table due_move (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    action_id uuid not null,
    from_on date not null,
    to_on date,
    reason text not null check (reason in ('capacity', 'dependency', 'decision', 'funding', 'scope', 'external')),
    note text,
    agreed_by text not null check (length(agreed_by) between 1 and 200),
    moved_by uuid default current_person(),
    moved_on date not null default today(),
    xact xid8 not null default pg_current_xact_id(),
    import_id uuid,
    primary key (locality_id, id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, moved_by) references person (locality_id, id),
    check (from_on is distinct from to_on)
  );
  create index due_move_action on due_move (locality_id, action_id, id);
  create index due_move_when on due_move (locality_id, moved_on);
  call kernel.make_tenant('due_move', 'append_only');

  -- A due date never changes silently, and a baseline never changes at all.
  create function kernel.guard_due() returns trigger language plpgsql as $$
  begin
    if old.baseline_due_on is not null and new.baseline_due_on is distinct from old.baseline_due_on then
      raise exception 'the baseline of % is fixed', new.ref using errcode = 'FT422';
    end if;
    if old.due_on is not null and new.due_on is distinct from old.due_on
      and not exists (select from due_move m where m.locality_id = new.locality_id and m.action_id = new.id and m.from_on = old.due_on and m.to_on is not distinct from new.due_on and m.xact = pg_current_xact_id()) then
      raise exception 'the due date of % moved without a recorded move', new.ref using errcode = 'FT422';
    end if;
    return new;
  end $$;
  create trigger guard_due before update of due_on, baseline_due_on on action for each row execute function kernel.guard_due();

  create table decision_request (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    action_id uuid not null,
    what text not null check (length(what) between 1 and 1000),
    from_whom text not null check (length(from_whom) between 1 and 200),
    needed_by date,
    state text not null default 'open' check (state in ('open', 'taken', 'deferred')),
    note text,
    settled_on date,
    settled_by uuid,
    asked_by uuid default current_person(),
    asked_on date not null default today(),
    import_id uuid,
    withdrawn_at timestamptz,
    primary key (locality_id, id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, asked_by) references person (locality_id, id),
    foreign key (locality_id, settled_by) references person (locality_id, id),
    check ((state = 'open') = (settled_on is null))
  );
  create index decision_request_action on decision_request (locality_id, action_id);
  create index decision_request_open on decision_request (locality_id, needed_by) where state = 'open' and withdrawn_at is null;
  call kernel.make_tenant('decision_request', 'editable');
`;

const UPDATES = `
  create table status_update (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    action_id uuid not null,
    status text not null check (status in ('not_started', 'on_track', 'at_risk', 'off_track', 'complete', 'embedded')),
    as_of date not null default today(),
    narrative text,
    path_to_green text,
    forecast_on date,
    decision_id uuid,
    evidence text,
    restricted boolean not null default false,
    reported_by uuid default current_person(),
    -- Whose report it is when a lead enters it for an owner without an account.
    on_behalf_of uuid,
    reported_at timestamptz not null default now(),
    corrects_id uuid,
    import_id uuid,
    withdrawn_at timestamptz,
    primary key (locality_id, id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, decision_id) references decision_request (locality_id, id),
    foreign key (locality_id, reported_by) references person (locality_id, id),
    foreign key (locality_id, on_behalf_of) references person (locality_id, id),
    foreign key (locality_id, corrects_id) references status_update (locality_id, id),
    foreign key (locality_id, import_id) references import (locality_id, id),
    -- An import records what was said; a person must say the way back, and what they need from whom.
    constraint way_back check (import_id is not null or status not in ('at_risk', 'off_track') or (narrative is not null and path_to_green is not null)),
    constraint decision_named check (import_id is not null or status <> 'off_track' or decision_id is not null),
    constraint embedded_evidence check (status <> 'embedded' or (import_id is null and evidence is not null))
  );
  create index status_update_action on status_update (locality_id, action_id, as_of desc, id desc);
  create index status_update_import on status_update (locality_id, import_id) where import_id is not null;
  call kernel.make_tenant('status_update', 'editable');
  drop trigger version on status_update;

  -- Append-only, but for the mark that the undo of an import leaves.
  create function kernel.only_withdraw() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null and old.import_id is not null
      and to_jsonb(new) - 'withdrawn_at' = to_jsonb(old) - 'withdrawn_at' then return new; end if;
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'FT422';
  end $$;
  create trigger append_only before update or delete on status_update for each row execute function kernel.only_withdraw();
  create trigger append_only_whole before truncate on status_update for each statement execute function kernel.refuse_change();
  revoke update on status_update from followthrough_api;
  grant update (withdrawn_at) on status_update to followthrough_api;

  -- Who was asked for an update, once a day at most.
  create table chase (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    person_id uuid not null,
    chased_on date not null default today(),
    actions integer not null check (actions > 0),
    chased_by uuid default current_person(),
    primary key (locality_id, id),
    constraint chase_once_a_day unique (locality_id, person_id, chased_on),
    foreign key (locality_id, person_id) references person (locality_id, id),
    foreign key (locality_id, chased_by) references person (locality_id, id)
  );
  call kernel.make_tenant('chase', 'append_only');

  -- An import writes actions and then their updates, so it may look at this at its end.
  alter table action add constraint action_last_update foreign key (locality_id, last_update_id) references status_update (locality_id, id) deferrable initially immediate;
`;

const SUMMITS = `
  create table summit (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    title text not null check (length(title) between 1 and 200),
    held_on date not null,
    place text,
    primary key (locality_id, id)
  );
  call kernel.make_tenant('summit', 'editable');

  create table outcome (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    summit_id uuid not null,
    agreed_on date not null,
    kind text not null check (kind in ('decision', 'commitment', 'quick_win', 'deep_rooted_priority')),
    text text not null check (length(text) between 1 and 2000),
    finding_id uuid,
    primary key (locality_id, id),
    foreign key (locality_id, summit_id) references summit (locality_id, id),
    foreign key (locality_id, finding_id) references finding (locality_id, id)
  );
  create index outcome_summit on outcome (locality_id, summit_id);
  call kernel.make_tenant('outcome', 'editable');

  create table outcome_organisation (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    outcome_id uuid not null,
    organisation_id uuid not null,
    primary key (locality_id, id),
    unique (locality_id, outcome_id, organisation_id),
    foreign key (locality_id, outcome_id) references outcome (locality_id, id),
    foreign key (locality_id, organisation_id) references organisation (locality_id, id)
  );
  call kernel.make_tenant('outcome_organisation', 'link');

  create table action_outcome (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    action_id uuid not null,
    outcome_id uuid not null,
    primary key (locality_id, id),
    unique (locality_id, action_id, outcome_id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, outcome_id) references outcome (locality_id, id)
  );
  create index action_outcome_back on action_outcome (locality_id, outcome_id);
  call kernel.make_tenant('action_outcome', 'link');
`;

const AROUND = `
  create table thread (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    action_id uuid,
    finding_id uuid,
    kind text not null check (kind in ('comment', 'question', 'challenge', 'suggestion', 'commendation')),
    text text not null check (length(text) between 1 and 4000),
    respond_by date,
    state text not null default 'open' check (state in ('open', 'answered', 'closed')),
    raised_by uuid not null default current_person(),
    raised_at timestamptz not null default now(),
    primary key (locality_id, id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, finding_id) references finding (locality_id, id),
    foreign key (locality_id, raised_by) references person (locality_id, id),
    check (num_nonnulls(action_id, finding_id) = 1)
  );
  create index thread_action on thread (locality_id, action_id, id);
  create index thread_finding on thread (locality_id, finding_id, id);
  create index thread_open on thread (locality_id, respond_by) where state = 'open';
  call kernel.make_tenant('thread', 'editable');
  revoke update on thread from followthrough_api;
  grant update (state) on thread to followthrough_api;

  create table answer (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    thread_id uuid not null,
    kind text not null check (kind in ('accepted', 'partly', 'not_accepted', 'done', 'reply')),
    text text not null check (length(text) between 1 and 4000),
    answered_by uuid not null default current_person(),
    answered_at timestamptz not null default now(),
    primary key (locality_id, id),
    foreign key (locality_id, thread_id) references thread (locality_id, id),
    foreign key (locality_id, answered_by) references person (locality_id, id)
  );
  create index answer_thread on answer (locality_id, thread_id, id);
  call kernel.make_tenant('answer', 'append_only');

  -- Person-days an organisation has confirmed for a month. No row: unknown, which is not zero.
  create table confirmed_days (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    organisation_id uuid not null,
    month date not null check (extract(day from month) = 1),
    days numeric(7, 1) not null check (days >= 0),
    primary key (locality_id, id),
    unique (locality_id, organisation_id, month),
    foreign key (locality_id, organisation_id) references organisation (locality_id, id)
  );
  call kernel.make_tenant('confirmed_days', 'editable');
  grant delete on confirmed_days to followthrough_api;

  -- What an import last said of an action, field by field: the base of the three-way merge with edits made here.
  create table import_source (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    import_id uuid not null,
    action_id uuid not null,
    sheet text not null,
    row_number integer not null,
    said jsonb not null,
    primary key (locality_id, id),
    foreign key (locality_id, import_id) references import (locality_id, id),
    foreign key (locality_id, action_id) references action (locality_id, id)
  );
  create index import_source_action on import_source (locality_id, action_id, id desc);
  create index import_source_import on import_source (locality_id, import_id);
  call kernel.make_tenant('import_source', 'append_only');
`;
