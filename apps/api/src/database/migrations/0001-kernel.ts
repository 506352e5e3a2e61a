import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is asking and where, tenancy, versions, audit and seals: what every later table leans on. */
export class Kernel1763700000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists pg_trgm;
      create extension if not exists btree_gin;
      create extension if not exists btree_gist;

      -- Refs sort as people count: 2.10 after 2.9.
      create collation as_counted (provider = icu, locale = 'en-u-kn-true');

      create schema kernel;
      create schema identity;
      grant usage on schema kernel, identity to followthrough_api, followthrough_identity, followthrough_search;
      grant usage on schema public to followthrough_api, followthrough_search;
      revoke create on schema public from public;

      create function current_locality() returns uuid language sql stable parallel safe
        return nullif(current_setting('app.locality', true), '')::uuid;
      create function current_actor() returns uuid language sql stable parallel safe
        return nullif(current_setting('app.actor', true), '')::uuid;
      create function current_person() returns uuid language sql stable parallel safe
        return nullif(current_setting('app.person', true), '')::uuid;
      -- The calendar day where the work is done, whatever zone the server keeps.
      create function today() returns date language sql stable parallel safe
        return (now() at time zone 'Europe/London')::date;
      create function may_read_restricted() returns boolean language sql stable parallel safe
        return coalesce(current_setting('app.restricted', true) = 'on', false);

      -- The table role x deed of libs/domain/access, written here at every migration so that row rules can read it.
      create table kernel.role_deed (role text not null, deed text not null, primary key (role, deed));
    `);
    await db.query(AUDIT);
    await db.query(TENANT);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone: drop the database instead.');
  }
}

const AUDIT = `
  create table audit (
    locality_id uuid not null default current_locality(),
    position bigint generated always as identity,
    at timestamptz not null default clock_timestamp(),
    xact xid8 not null default pg_current_xact_id(),
    actor_id uuid default current_actor(),
    request_id text default nullif(current_setting('app.request', true), ''),
    table_name text not null,
    row_id uuid not null,
    row_version integer,
    change text not null check (change in ('insert', 'update', 'delete')),
    before jsonb,
    after jsonb,
    -- Salted, so that a digest kept after a redaction does not give a short text away.
    salt uuid not null default gen_random_uuid(),
    primary key (locality_id, position)
  );
  create index audit_row on audit (locality_id, row_id, position);
  create index audit_settled on audit (locality_id, xact, position);

  create table seal (
    locality_id uuid not null default current_locality(),
    number bigint not null check (number > 0),
    from_xact xid8 not null,
    to_xact xid8 not null,
    rows bigint not null,
    hash bytea not null,
    sealed_at timestamptz not null default clock_timestamp(),
    primary key (locality_id, number)
  );

  create function kernel.refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'FT422';
  end $$;

  create function kernel.append_audit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    was jsonb; now_is jsonb; had jsonb; has jsonb;
  begin
    if tg_op = 'INSERT' then
      now_is := to_jsonb(new) - 'content' - 'sheets' - 'search';
      insert into audit (locality_id, table_name, row_id, row_version, change, after)
      values (new.locality_id, tg_table_name, new.id, (now_is ->> 'version')::integer, 'insert', now_is);
    elsif tg_op = 'UPDATE' then
      was := to_jsonb(old) - 'content' - 'sheets' - 'search'; now_is := to_jsonb(new) - 'content' - 'sheets' - 'search';
      select jsonb_object_agg(key, was -> key), jsonb_object_agg(key, value) into had, has
        from jsonb_each(now_is) where value is distinct from was -> key;
      if has is not null then
        insert into audit (locality_id, table_name, row_id, row_version, change, before, after)
        values (new.locality_id, tg_table_name, new.id, (now_is ->> 'version')::integer, 'update', had, has);
      end if;
    else
      insert into audit (locality_id, table_name, row_id, change, before)
      values (old.locality_id, tg_table_name, old.id, 'delete', to_jsonb(old) - 'content' - 'sheets' - 'search');
    end if;
    return null;
  end $$;

  create function kernel.bump_version() returns trigger language plpgsql as $$
  begin
    new.version := old.version + 1;
    return new;
  end $$;

  -- What was written is hashed apart from the circumstances, so that a redaction can keep its digest and drop the words.
  -- Nothing here depends on a session's settings: moments are microseconds, and jsonb has one spelling.
  create function kernel.digest(one audit) returns bytea language sql immutable
    return sha256(convert_to(jsonb_build_array(one.locality_id, one.position, (extract(epoch from one.at) * 1000000)::bigint, one.actor_id, one.request_id,
      one.table_name, one.row_id, one.row_version, one.change)::text, 'UTF8') || sha256(convert_to(jsonb_build_array(one.salt, one.before, one.after)::text, 'UTF8')));

  -- The seal covers its own limits and the last seal too, so that none can be moved, dropped or put between.
  create function kernel.seal_hash(last bytea, number bigint, from_xact xid8, to_xact xid8, rows bigint, body bytea) returns bytea language sql immutable
    return sha256(coalesce(last, ''::bytea) || convert_to(jsonb_build_array(number, from_xact::text, to_xact::text, rows)::text, 'UTF8') || coalesce(body, ''::bytea));

  -- Seals what is older than every running transaction, each seal over the last. Returns how many rows it sealed;
  -- none when somebody else is at it.
  create function kernel.seal_settled() returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    horizon xid8; place record; last seal; total bigint := 0; body bytea; counted bigint;
  begin
    if not pg_try_advisory_xact_lock(hashtext('followthrough.seal')) then return 0; end if;
    horizon := pg_snapshot_xmin(pg_current_snapshot());
    for place in select id from locality loop
      last := null;
      select * into last from seal where locality_id = place.id order by number desc limit 1;
      select string_agg(kernel.digest(a), ''::bytea order by a.xact, a.position), count(*) into body, counted
        from audit a where a.locality_id = place.id and a.xact >= coalesce(last.to_xact, '0') and a.xact < horizon;
      continue when counted = 0;
      insert into seal (locality_id, number, from_xact, to_xact, rows, hash)
      values (place.id, coalesce(last.number, 0) + 1, coalesce(last.to_xact, '0'), horizon, counted,
        kernel.seal_hash(last.hash, coalesce(last.number, 0) + 1, coalesce(last.to_xact, '0'), horizon, counted, body));
      total := total + counted;
    end loop;
    return total;
  end $$;

  -- Every seal computed again: the numbers of those that no longer match, and how many rows wait for a seal.
  create function kernel.verify_seals() returns table (locality_id uuid, seals bigint, broken bigint[], unsealed bigint)
  language sql security definer set search_path = public, pg_temp as $$
    select l.id, count(s.number),
      coalesce(array_agg(s.number order by s.number) filter (where
        s.hash is distinct from kernel.seal_hash(p.hash, s.number, s.from_xact, s.to_xact, b.counted, b.body)
        or s.rows <> b.counted or s.from_xact is distinct from coalesce(p.to_xact, '0') or (s.number > 1 and p.number is null)), '{}'),
      (select count(*) from audit a where a.locality_id = l.id and a.xact >= coalesce((select z.to_xact from seal z where z.locality_id = l.id order by z.number desc limit 1), '0'))
    from (select distinct x.locality_id as id from audit x union select y.locality_id from seal y) l
    left join seal s on s.locality_id = l.id
    left join seal p on p.locality_id = l.id and p.number = s.number - 1
    left join lateral (
      select string_agg(kernel.digest(a), ''::bytea order by a.xact, a.position) as body, count(*) as counted
      from audit a where a.locality_id = l.id and a.xact >= s.from_xact and a.xact < s.to_xact
    ) b on s.number is not null
    group by l.id
  $$;
  -- Sealing is asked for by the server's processes; looking at every locality's seals is the owner's.
  revoke execute on function kernel.seal_settled, kernel.verify_seals from public;
  grant execute on function kernel.seal_settled to followthrough_api;
`;

const TENANT = `
  -- Which migration ran last, for readiness. The table itself is the owner's.
  create function kernel.latest_migration() returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
  begin
    return (select m.timestamp::text from migration m order by m.timestamp desc limit 1);
  end $$;

  -- Makes a table a tenant's: row security enabled and forced, audit by trigger, versions counted, and the API's rights.
  -- kind 'editable': rows change; 'append_only': rows are only added; 'link': rows come and go.
  create procedure kernel.make_tenant(what text, kind text) language plpgsql as $$
  begin
    execute format('alter table %I enable row level security', what);
    execute format('alter table %I force row level security', what);
    execute format('create policy tenancy on %I using (locality_id = current_locality()) with check (locality_id = current_locality())', what);
    execute format('grant select, insert on %I to followthrough_api', what);
    execute format('grant select on %I to followthrough_search', what);
    if what in ('audit', 'seal') then
      execute format('revoke insert on %I from followthrough_api', what);
    else
      execute format('create trigger audit after insert or update or delete on %I for each row execute function kernel.append_audit()', what);
    end if;
    if kind = 'append_only' then
      execute format('create trigger append_only before update or delete on %I for each row execute function kernel.refuse_change()', what);
      execute format('create trigger append_only_whole before truncate on %I for each statement execute function kernel.refuse_change()', what);
    elsif kind = 'editable' then
      execute format('grant update on %I to followthrough_api', what);
      execute format('create trigger version before update on %I for each row execute function kernel.bump_version()', what);
    else
      execute format('grant delete on %I to followthrough_api', what);
    end if;
  end $$;

  call kernel.make_tenant('audit', 'append_only');
  call kernel.make_tenant('seal', 'append_only');

  -- A write's answer, kept so that the same key replays it. Seen by its own actor alone.
  create table kernel.idempotency (
    actor_id uuid not null default current_actor(),
    key text not null check (length(key) between 8 and 100),
    route text not null,
    body_hash bytea not null,
    status integer not null,
    answer text,
    at timestamptz not null default now(),
    primary key (actor_id, key)
  );
  alter table kernel.idempotency enable row level security;
  alter table kernel.idempotency force row level security;
  create policy own on kernel.idempotency using (actor_id = current_actor()) with check (actor_id = current_actor());
  grant select, insert on kernel.idempotency to followthrough_api;
  create index idempotency_age on kernel.idempotency (at);
`;
