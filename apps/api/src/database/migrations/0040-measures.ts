import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is counted to see whether anything changes: measures, their figures, and the actions, findings and whys that they belong to. */
export class Measures1763700000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(MEASURES);
    await db.query(LINKS);
    await db.query(EVIDENCE);
    await db.query(PAST);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const MEASURES = `
  create table measure (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    title text not null check (length(title) between 1 and 300),
    unit text not null check (length(unit) between 1 and 40),
    direction text not null check (direction in ('up', 'down', 'none')),
    target numeric(14, 4),
    target_on date,
    source text check (length(source) between 1 and 500),
    retired_on date,
    replaced_by_id uuid,
    withdrawn_at timestamptz,
    -- Kept at every write of a point, so that lists and status rules read a column.
    variation text check (variation in ('improvement', 'concern', 'common', 'neutral')),
    assurance text check (assurance in ('pass', 'fail', 'inconsistent')),
    latest_value numeric(14, 4),
    latest_on date,
    baseline_value numeric(14, 4),
    primary key (locality_id, id),
    foreign key (locality_id, replaced_by_id) references measure (locality_id, id),
    constraint measure_target_date check (target_on is null or target is not null),
    constraint measure_target_direction check (target is null or direction <> 'none'),
    constraint measure_replaced check (replaced_by_id is null or (retired_on is not null and replaced_by_id <> id)),
    constraint measure_latest check ((latest_value is null) = (latest_on is null) and (latest_value is null) = (baseline_value is null))
  );
  create unique index measure_title on measure (locality_id, lower(title)) where withdrawn_at is null;
  create index measure_replacing on measure (locality_id, replaced_by_id) where replaced_by_id is not null;
  call kernel.make_tenant('measure', 'editable');

  -- A figure is never changed: a correction is a point more that names the one it corrects. Without a value there is none any more.
  create table measure_point (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    measure_id uuid not null,
    on_day date not null,
    value numeric(14, 4),
    note text check (length(note) between 1 and 500),
    corrects_id uuid,
    added_by uuid default current_person(),
    added_on date not null default today(),
    primary key (locality_id, id),
    unique (locality_id, measure_id, id),
    foreign key (locality_id, measure_id) references measure (locality_id, id),
    foreign key (locality_id, measure_id, corrects_id) references measure_point (locality_id, measure_id, id),
    foreign key (locality_id, added_by) references person (locality_id, id),
    constraint point_has_value check (value is not null or corrects_id is not null),
    constraint point_corrects_another check (corrects_id <> id)
  );
  create index measure_point_day on measure_point (locality_id, measure_id, on_day);
  -- Each is corrected once; what corrected it can be corrected in turn.
  create unique index measure_point_corrects on measure_point (locality_id, corrects_id) where corrects_id is not null;
  call kernel.make_tenant('measure_point', 'append_only');
`;

const LINKS = `
  create table action_measure (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    action_id uuid not null,
    measure_id uuid not null,
    primary key (locality_id, id),
    unique (locality_id, action_id, measure_id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, measure_id) references measure (locality_id, id)
  );
  create index action_measure_back on action_measure (locality_id, measure_id);
  call kernel.make_tenant('action_measure', 'link');

  create table finding_measure (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    finding_id uuid not null,
    measure_id uuid not null,
    primary key (locality_id, id),
    unique (locality_id, finding_id, measure_id),
    foreign key (locality_id, finding_id) references finding (locality_id, id),
    foreign key (locality_id, measure_id) references measure (locality_id, id)
  );
  create index finding_measure_back on finding_measure (locality_id, measure_id);
  call kernel.make_tenant('finding_measure', 'link');
`;

const EVIDENCE = `
  -- What a why rests on may be a measure that is kept here; its figure says how it stood then.
  alter table why_evidence add column measure_id uuid, drop constraint evidence_measure,
    add constraint evidence_measure check ((kind = 'measure') = (figure is not null or measure_id is not null)),
    add foreign key (locality_id, measure_id) references measure (locality_id, id);
  create index why_evidence_measure on why_evidence (locality_id, measure_id) where measure_id is not null;
`;

const PAST = `
  -- A version keeps by what its actions are measured.
  drop index audit_links;
  create index audit_links on audit (locality_id, position) where table_name in ('action_cause', 'action_finding', 'action_measure', 'action_organisation', 'action_outcome', 'action_programme', 'dependency');
`;
