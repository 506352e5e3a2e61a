import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why findings are as they are: causes that findings share and actions answer, and the diagnosis of each finding. */
export class Causes1763700000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(CAUSES);
    await db.query(DIAGNOSES);
    await db.query(AGREED);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const CAUSES = `
  create table cause (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    text text not null check (length(text) between 1 and 300),
    -- The cause behind this one. Each has one at most, so causes are trees whose roots are the deepest.
    deeper_id uuid,
    withdrawn_at timestamptz,
    primary key (locality_id, id),
    foreign key (locality_id, deeper_id) references cause (locality_id, id)
  );
  create unique index cause_text on cause (locality_id, lower(text)) where withdrawn_at is null;
  create index cause_deeper on cause (locality_id, deeper_id);
  call kernel.make_tenant('cause', 'editable');

  -- Two people may each lay a cause behind the other's at once: a locality's causes are laid one after another.
  create function kernel.guard_cause() returns trigger language plpgsql as $$
  declare
    ring text;
  begin
    if new.deeper_id is null then return new; end if;
    perform pg_advisory_xact_lock(hashtextextended('followthrough.cause ' || new.locality_id, 0));
    with recursive way as (
      select new.id, new.deeper_id, new.text, 0 as step
      union all
      select c.id, c.deeper_id, c.text, w.step + 1 from way w join cause c on c.locality_id = new.locality_id and c.id = w.deeper_id where w.step = 0 or w.id <> new.id
    )
    select string_agg('“' || left(text, 60) || '”', ' → ' order by step) into ring from way having count(*) filter (where id = new.id) > 1;
    if ring is not null or new.deeper_id = new.id then
      raise exception 'A cause cannot lie behind itself: %', coalesce(ring, new.text) using errcode = 'FT422';
    end if;
    return new;
  end $$;
  create trigger guard_cause before insert or update of deeper_id on cause for each row execute function kernel.guard_cause();

  -- A cause and everything deeper behind it.
  create function kernel.way_down(cause uuid) returns setof uuid language sql stable parallel safe as $$
    with recursive way as (
      select c.id, c.deeper_id from cause c where c.locality_id = current_locality() and c.id = $1
      union all select c.id, c.deeper_id from way w join cause c on c.locality_id = current_locality() and c.id = w.deeper_id
    ) select id from way
  $$;
  grant execute on function kernel.way_down to followthrough_api;

  create table finding_cause (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    finding_id uuid not null,
    cause_id uuid not null,
    primary key (locality_id, id),
    unique (locality_id, finding_id, cause_id),
    foreign key (locality_id, finding_id) references finding (locality_id, id),
    foreign key (locality_id, cause_id) references cause (locality_id, id)
  );
  create index finding_cause_back on finding_cause (locality_id, cause_id);
  call kernel.make_tenant('finding_cause', 'link');

  create table action_cause (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    action_id uuid not null,
    cause_id uuid not null,
    primary key (locality_id, id),
    unique (locality_id, action_id, cause_id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, cause_id) references cause (locality_id, id)
  );
  create index action_cause_back on action_cause (locality_id, cause_id);
  call kernel.make_tenant('action_cause', 'link');
`;

const DIAGNOSES = `
  create table diagnosis (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    finding_id uuid not null,
    symptom text not null check (length(symptom) between 1 and 2000),
    agreed_text text check (length(agreed_text) between 1 and 4000),
    root_cause_id uuid,
    deep_rooted boolean not null default false,
    state text not null default 'open' check (state in ('open', 'agreed')),
    agreed_on date,
    primary key (locality_id, id),
    unique (locality_id, finding_id),
    foreign key (locality_id, finding_id) references finding (locality_id, id),
    -- The root is one of the finding's own causes, and stays one.
    constraint root_cause_of_finding foreign key (locality_id, finding_id, root_cause_id) references finding_cause (locality_id, finding_id, cause_id),
    check ((state = 'agreed') = (agreed_on is not null)),
    constraint agreed_has_root check (state <> 'agreed' or root_cause_id is not null)
  );
  create index diagnosis_root on diagnosis (locality_id, root_cause_id);
  call kernel.make_tenant('diagnosis', 'editable');

  create table why (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    diagnosis_id uuid not null,
    position integer not null check (position between 1 and 12),
    text text not null check (length(text) between 1 and 1000),
    primary key (locality_id, id),
    -- Places are changed together, and looked at when all have moved.
    constraint why_place unique (locality_id, diagnosis_id, position) deferrable initially deferred,
    foreign key (locality_id, diagnosis_id) references diagnosis (locality_id, id)
  );
  call kernel.make_tenant('why', 'editable');
  grant delete on why to followthrough_api;

  create table why_evidence (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    why_id uuid not null,
    kind text not null check (kind in ('link', 'file', 'measure')),
    label text not null check (length(label) between 1 and 300),
    url text check (url ~* '^https?://' and length(url) <= 2000),
    figure text check (length(figure) between 1 and 200),
    file_id uuid,
    primary key (locality_id, id),
    foreign key (locality_id, why_id) references why (locality_id, id),
    foreign key (locality_id, file_id) references file (locality_id, id),
    constraint evidence_link check ((kind = 'link') = (url is not null)),
    constraint evidence_file check ((kind = 'file') = (file_id is not null)),
    constraint evidence_measure check ((kind = 'measure') = (figure is not null))
  );
  create index why_evidence_why on why_evidence (locality_id, why_id, id);
  call kernel.make_tenant('why_evidence', 'link');
`;

const AGREED = `
  -- What was agreed stays as it was agreed, until the diagnosis is opened again.
  create function kernel.guard_diagnosis() returns trigger language plpgsql as $$
  begin
    if old.state = 'agreed' and new.state = 'agreed' then
      raise exception 'The diagnosis is agreed: open it again to change it' using errcode = 'FT422';
    end if;
    return new;
  end $$;
  create trigger guard_diagnosis before update of symptom, agreed_text, root_cause_id, deep_rooted on diagnosis for each row execute function kernel.guard_diagnosis();

  create function kernel.guard_why() returns trigger language plpgsql as $$
  declare
    touched why := case when tg_op = 'DELETE' then old else new end;
  begin
    if exists (select from diagnosis d where d.locality_id = touched.locality_id and d.id = touched.diagnosis_id and d.state = 'agreed') then
      raise exception 'The diagnosis is agreed: open it again to change its whys' using errcode = 'FT422';
    end if;
    return touched;
  end $$;
  create trigger guard_why before insert or update or delete on why for each row execute function kernel.guard_why();

  -- Evidence may still be added to what was agreed; none is taken away from under it.
  create function kernel.guard_evidence() returns trigger language plpgsql as $$
  begin
    if exists (select from why w join diagnosis d on d.locality_id = w.locality_id and d.id = w.diagnosis_id where w.locality_id = old.locality_id and w.id = old.why_id and d.state = 'agreed') then
      raise exception 'The diagnosis is agreed: open it again to take evidence away' using errcode = 'FT422';
    end if;
    return old;
  end $$;
  create trigger guard_evidence before delete on why_evidence for each row execute function kernel.guard_evidence();
`;
