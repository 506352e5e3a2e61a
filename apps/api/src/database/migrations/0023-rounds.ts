import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rounds of a diagnosis: each partner's own view of the cause, unseen by everybody else until all are revealed. */
export class Rounds1763700000023 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ROUNDS);
    await db.query(STANDING);
    await db.query(VIEWS);
    await db.query(AGREEMENTS);
    await db.query(EARLY);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const ROUNDS = `
  create table diagnosis_round (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    finding_id uuid not null,
    -- The last day on which views are written. They are revealed the day after, or before that by hand.
    closes_on date not null,
    opened_at timestamptz not null default clock_timestamp(),
    revealed_at timestamptz,
    primary key (locality_id, id),
    constraint round_of_finding unique (locality_id, finding_id),
    foreign key (locality_id, finding_id) references finding (locality_id, id)
  );
  call kernel.make_tenant('diagnosis_round', 'editable');
  revoke update on diagnosis_round from followthrough_api;
  grant update (closes_on, revealed_at) on diagnosis_round to followthrough_api;

  create function kernel.is_revealed(one diagnosis_round) returns boolean language sql stable
    return one.revealed_at is not null or one.closes_on < today();
  create function round_is_revealed(which uuid) returns boolean language sql stable
    return coalesce((select kernel.is_revealed(r) from diagnosis_round r where r.locality_id = current_locality() and r.id = which), false);

  create function kernel.guard_round() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and (old.revealed_at is not null or (kernel.is_revealed(old) and new.closes_on <> old.closes_on)) then
      raise exception 'The views are revealed: the round cannot be changed any more' using errcode = 'FT422';
    end if;
    if new.closes_on < today() and (tg_op = 'INSERT' or new.closes_on <> old.closes_on) then
      raise exception 'Views close today or later' using errcode = 'FT422';
    end if;
    if tg_op = 'INSERT' and exists (select from diagnosis d where d.locality_id = new.locality_id and d.finding_id = new.finding_id and d.state = 'agreed') then
      raise exception 'The diagnosis is agreed: open it again first' using errcode = 'FT422';
    end if;
    return null;
  end $$;
  create trigger guard_round after insert or update on diagnosis_round for each row execute function kernel.guard_round();

  create function kernel.guard_diagnosis_round() returns trigger language plpgsql as $$
  begin
    if new.state = 'agreed' and old.state = 'open'
      and exists (select from diagnosis_round r where r.locality_id = new.locality_id and r.finding_id = new.finding_id and not kernel.is_revealed(r)) then
      raise exception 'A round is open: the diagnosis can be agreed when its views are revealed' using errcode = 'FT422';
    end if;
    return new;
  end $$;
  create trigger guard_round before update of state on diagnosis for each row execute function kernel.guard_diagnosis_round();

  create table round_partner (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    round_id uuid not null,
    organisation_id uuid not null,
    primary key (locality_id, id),
    unique (locality_id, round_id, organisation_id),
    foreign key (locality_id, round_id) references diagnosis_round (locality_id, id),
    foreign key (locality_id, organisation_id) references organisation (locality_id, id)
  );
  create index round_partner_organisation on round_partner (locality_id, organisation_id);
  call kernel.make_tenant('round_partner', 'link');

  create function kernel.guard_round_partner() returns trigger language plpgsql as $$
  declare
    one round_partner := case when tg_op = 'DELETE' then old else new end;
  begin
    if exists (select from diagnosis_round r where r.locality_id = one.locality_id and r.id = one.round_id and kernel.is_revealed(r)) then
      raise exception 'The views are revealed: the round cannot be changed any more' using errcode = 'FT422';
    end if;
    return null;
  end $$;
  create trigger guard_round after insert or delete on round_partner for each row execute function kernel.guard_round_partner();
`;

const STANDING = `
  create function my_organisation() returns uuid language sql stable
    return (select p.organisation_id from person p where p.locality_id = current_locality() and p.id = current_person() and p.withdrawn_at is null);

  -- The organisation that the person asking writes for in this round; none where it is not asked. Whoever keeps people could put
  -- themselves into another organisation to read what it wrote, so whoever changed theirs since the round was opened writes for none.
  create function writes_for(which uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
    select o.organisation_id from diagnosis_round r
    join round_partner o on o.locality_id = r.locality_id and o.round_id = r.id and o.organisation_id = my_organisation()
    where r.locality_id = current_locality() and r.id = which
      and not exists (select from audit a where a.locality_id = r.locality_id and a.row_id = current_person() and a.table_name = 'person'
        and a.change = 'update' and a.after ? 'organisation_id' and a.at >= r.opened_at)
  $$;

  -- Since when the person asking has been here with this account. A made-up newcomer reads nothing that was written before they came.
  create function here_since() returns timestamptz language sql stable security definer set search_path = public, pg_temp as $$
    select max(a.at) from audit a where a.locality_id = current_locality() and a.change = 'insert' and (a.table_name, a.row_id) in (
      select 'person', current_person()
      union all select 'membership', m.id from membership m where m.locality_id = current_locality() and m.person_id = current_person())
  $$;
`;

const VIEWS = `
  -- One organisation's view. Nobody is named as its author, and the history does not hear of it before the reveal.
  create table partner_view (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default gen_random_uuid(),
    version integer not null default 1,
    round_id uuid not null,
    organisation_id uuid not null,
    symptom text not null check (length(symptom) between 1 and 2000),
    why text not null check (length(why) between 1 and 4000),
    cause text not null check (length(cause) between 1 and 1000),
    begun_at timestamptz not null default clock_timestamp(),
    primary key (locality_id, id),
    constraint view_of_partner unique (locality_id, round_id, organisation_id),
    constraint written_by_asked foreign key (locality_id, round_id, organisation_id) references round_partner (locality_id, round_id, organisation_id)
  );
  call kernel.make_tenant('partner_view', 'editable');
  drop trigger audit on partner_view;
  -- Written through write_view() alone; search, which looks past row security, has no right to it at all.
  revoke insert, update on partner_view from followthrough_api;
  revoke select on partner_view from followthrough_search;
  create policy unseen on partner_view as restrictive using (round_is_revealed(round_id) or (organisation_id = writes_for(round_id) and begun_at > here_since()));

  create function kernel.guard_view() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    one partner_view := case when tg_op = 'DELETE' then old else new end;
  begin
    -- Held until the view is in, so that the reveal comes after it or before it and never between.
    perform from diagnosis_round r where r.locality_id = one.locality_id and r.id = one.round_id and not kernel.is_revealed(r) for share;
    if tg_op = 'DELETE' or not found then raise exception 'The views are revealed: none can be changed' using errcode = 'FT422'; end if;
    return one;
  end $$;
  create trigger guard_view before insert or update or delete on partner_view for each row execute function kernel.guard_view();

  -- Which partners have written, and never what.
  create function round_written(which uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select v.organisation_id from partner_view v where v.locality_id = current_locality() and v.round_id = which
  $$;

  -- Writes the view of the asker's organisation, or changes it from the version that was read; false where a colleague changed it since.
  -- FT404: no such round. FT422: revealed, not asked, or not to be seen by the asker.
  create function write_view(which uuid, said_symptom text, said_why text, said_cause text, read_version integer) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    ours uuid := writes_for(which); kept partner_view;
  begin
    perform from diagnosis_round r where r.locality_id = current_locality() and r.id = which for share;
    if not found then raise exception 'no such round' using errcode = 'FT404'; end if;
    if round_is_revealed(which) then raise exception 'The views are revealed: none can be changed' using errcode = 'FT422'; end if;
    if ours is null and exists (select from round_partner o where o.locality_id = current_locality() and o.round_id = which and o.organisation_id = my_organisation()) then
      raise exception 'You came to this organisation after the round was opened: a colleague who was there before writes its view' using errcode = 'FT422';
    elsif ours is null then
      raise exception 'Your organisation is not asked in this round' using errcode = 'FT422';
    end if;
    select * into kept from partner_view v where v.locality_id = current_locality() and v.round_id = which and v.organisation_id = ours for update;
    if not found then
      if read_version is not null then raise exception 'There is no view yet that could be changed' using errcode = 'FT422'; end if;
      insert into partner_view (locality_id, round_id, organisation_id, symptom, why, cause) values (current_locality(), which, ours, said_symptom, said_why, said_cause);
      return true;
    end if;
    if (kept.begun_at > here_since()) is not true then
      raise exception 'Your organisation wrote its view before you came: you see it when all are revealed' using errcode = 'FT422';
    end if;
    -- Asked twice, such as after a lost connection.
    if (kept.symptom, kept.why, kept.cause) = (said_symptom, said_why, said_cause) then return true; end if;
    if kept.version is distinct from read_version then return false; end if;
    update partner_view v set symptom = said_symptom, why = said_why, cause = said_cause where v.locality_id = kept.locality_id and v.id = kept.id;
    return true;
  end $$;

  -- At the reveal the history takes the views in, as they are, without an author.
  create function kernel.record_views() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into audit (locality_id, actor_id, request_id, table_name, row_id, row_version, change, after, reason)
      select v.locality_id, null, null, 'partner_view', v.id, v.version, 'insert', to_jsonb(v) - 'begun_at', null
      from partner_view v where v.locality_id = new.locality_id and v.round_id = new.id order by v.organisation_id;
    return null;
  end $$;
  create trigger record_views after update of revealed_at on diagnosis_round for each row when (old.revealed_at is null and new.revealed_at is not null) execute function kernel.record_views();

  -- A round whose last day is over is revealed whether or not this has run; this notes it, and the views go into the history.
  create function kernel.reveal_closed_rounds() returns void language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update diagnosis_round set revealed_at = clock_timestamp() where revealed_at is null and closes_on < today();
  end $$;

  revoke execute on function writes_for, here_since, round_written, write_view, kernel.reveal_closed_rounds from public;
  grant execute on function writes_for, here_since, round_written, write_view, kernel.reveal_closed_rounds to followthrough_api;
  grant execute on function kernel.is_revealed to followthrough_api;
`;

const AGREEMENTS = `
  -- What a partner says of the agreed text, and of which wording: words that change later were not agreed to.
  create table partner_agreement (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    round_id uuid not null,
    organisation_id uuid not null,
    stance text not null check (stance in ('agree', 'partly', 'disagree')),
    reason text check (length(reason) between 1 and 1000),
    about text not null check (length(about) between 1 and 4000),
    primary key (locality_id, id),
    unique (locality_id, round_id, organisation_id),
    foreign key (locality_id, round_id, organisation_id) references round_partner (locality_id, round_id, organisation_id),
    constraint reason_when_not_agreed check (stance = 'agree' or reason is not null)
  );
  call kernel.make_tenant('partner_agreement', 'editable');
  create policy own_said on partner_agreement as restrictive for insert with check (organisation_id = my_organisation() and round_is_revealed(round_id));
  create policy own_changed on partner_agreement as restrictive for update using (organisation_id = my_organisation() and round_is_revealed(round_id));
`;

const EARLY = `
  -- A round was opened on the finding and its diagnosis is not agreed yet: what answers it now is early.
  create function awaits_agreement(finding uuid) returns boolean language sql stable
    return exists (select from diagnosis_round r where r.locality_id = current_locality() and r.finding_id = finding)
      and not exists (select from diagnosis d where d.locality_id = current_locality() and d.finding_id = finding and d.state = 'agreed');

  alter table action_finding add column is_early boolean not null default false;
  alter table action_finding add column early_reason text check (length(early_reason) between 1 and 1000);

  -- Whoever links them, by whatever way: that it was early stays with the link, with the reason that the deed gave.
  create function kernel.note_early() returns trigger language plpgsql as $$
  begin
    new.is_early := awaits_agreement(new.finding_id);
    new.early_reason := case when new.is_early then left(current_reason(), 1000) end;
    return new;
  end $$;
  create trigger note_early before insert on action_finding for each row execute function kernel.note_early();
`;
