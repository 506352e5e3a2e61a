import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, sessions and localities; who belongs where; and the one door through which every request enters. */
export class Identity1763700000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ACCOUNTS);
    await db.query(PLACES);
    await db.query(ENTER);
    await db.query(MINE);
    await db.query(INVITED);
    await db.query(OUTBOX);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

/** The identity library's own tables, under its own role. Column names are those it asks for. */
const ACCOUNTS = `
  create table identity."user" (
    id uuid primary key default uuidv7(), name text not null, email text not null unique, "emailVerified" boolean not null default false,
    image text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now());
  create table identity.session (
    id uuid primary key default uuidv7(), "userId" uuid not null references identity."user" on delete cascade, token text not null unique,
    "expiresAt" timestamptz not null, "ipAddress" text, "userAgent" text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now());
  create index session_of_user on identity.session ("userId");
  create table identity.account (
    id uuid primary key default uuidv7(), "userId" uuid not null references identity."user" on delete cascade, "accountId" text not null, "providerId" text not null,
    "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, scope text, password text,
    "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(), unique ("providerId", "accountId"));
  create index account_of_user on identity.account ("userId");
  create table identity.verification (
    id uuid primary key default uuidv7(), identifier text not null, value text not null, "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now());
  create index verification_identifier on identity.verification (identifier);

  -- Tries to sign in, reset or open a link, counted by address and by account: digests only, shared by every replica.
  create table identity.attempt (
    key text primary key, count integer not null, since timestamptz not null default now(), wait_until timestamptz not null default now());
  create index attempt_since on identity.attempt (since);
  grant select, insert, update, delete on all tables in schema identity to followthrough_identity;
`;

const PLACES = `
  create table locality (
    id uuid primary key default uuidv7(),
    -- The first part of its addresses, beside those of accounts.
    slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,39}$' and slug not in ('api', 'assets', 'sign-in', 'my-account', 'invitations', 'forgotten-password', 'reset-password', 'not-found', 'portfolio')),
    name text not null check (length(name) between 1 and 100),
    accent text check (accent ~ '^#[0-9a-f]{6}$'),
    is_demo boolean not null default false,
    version integer not null default 1,
    created_at timestamptz not null default now()
  );
  alter table locality enable row level security;
  alter table locality force row level security;
  create policy tenancy on locality using (id = current_locality()) with check (id = current_locality());
  grant select, update (name, accent) on locality to followthrough_api;
  grant select on locality to followthrough_search;
  create trigger version before update on locality for each row execute function kernel.bump_version();
  -- A locality's own history: its key is its id, so it has a trigger of its own.
  create function kernel.append_locality_audit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    had jsonb; has jsonb;
  begin
    select jsonb_object_agg(key, to_jsonb(old) -> key), jsonb_object_agg(key, value) into had, has
      from jsonb_each(to_jsonb(new)) where value is distinct from to_jsonb(old) -> key;
    insert into audit (locality_id, table_name, row_id, row_version, change, before, after) values (new.id, 'locality', new.id, new.version, 'update', had, has);
    return null;
  end $$;
  create trigger audit after update on locality for each row execute function kernel.append_locality_audit();

  create table organisation (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    name text not null check (length(name) between 1 and 200),
    kind text not null check (kind in ('council', 'nhs_trust', 'icb', 'primary_care', 'community_health', 'care_provider', 'voluntary', 'healthwatch', 'fire_police', 'other')),
    aliases text[] not null default '{}' check (cardinality(aliases) <= 30),
    valid_from date,
    valid_to date,
    successor_id uuid,
    import_id uuid,
    withdrawn_at timestamptz,
    primary key (locality_id, id),
    foreign key (locality_id, successor_id) references organisation (locality_id, id),
    check (valid_from <= valid_to),
    check (successor_id <> id)
  );
  create unique index organisation_name on organisation (locality_id, lower(name)) where withdrawn_at is null;
  call kernel.make_tenant('organisation', 'editable');

  create table person (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    name text not null check (length(name) between 1 and 200),
    job_title text,
    email text,
    organisation_id uuid,
    note text,
    import_id uuid,
    withdrawn_at timestamptz,
    primary key (locality_id, id),
    foreign key (locality_id, organisation_id) references organisation (locality_id, id)
  );
  create unique index person_email on person (locality_id, lower(email)) where withdrawn_at is null;
  create index person_name on person (locality_id, (name collate as_counted), id) where withdrawn_at is null;
  create index person_organisation on person (locality_id, organisation_id);
  call kernel.make_tenant('person', 'editable');

  create table membership (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    user_id uuid not null references identity."user",
    person_id uuid not null,
    roles text[] not null check (cardinality(roles) between 1 and 6 and roles <@ array['administrator', 'lead', 'critical_friend', 'executive', 'expert', 'visitor']),
    valid_to date,
    ended_at timestamptz,
    primary key (locality_id, id),
    unique (locality_id, user_id),
    foreign key (locality_id, person_id) references person (locality_id, id)
  );
  create unique index membership_person on membership (locality_id, person_id) where ended_at is null;
  create index membership_user on membership (user_id);
  call kernel.make_tenant('membership', 'editable');

  create table invitation (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    email text not null,
    roles text[] not null check (cardinality(roles) between 1 and 6 and roles <@ array['administrator', 'lead', 'critical_friend', 'executive', 'expert', 'visitor']),
    person_id uuid not null,
    -- Until when the access lasts that it gives; null for as long as it is wanted.
    valid_to date,
    -- Only a digest: who reads the table cannot use the link.
    token_digest bytea not null unique,
    invited_by uuid default current_actor(),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    accepted_at timestamptz,
    revoked_at timestamptz,
    primary key (locality_id, id),
    foreign key (locality_id, person_id) references person (locality_id, id)
  );
  -- A new invitation takes the place of the one before.
  create unique index invitation_open on invitation (locality_id, person_id) where accepted_at is null and revoked_at is null;
  call kernel.make_tenant('invitation', 'editable');
`;

const ENTER = `
  -- A session lives for at most 14 days (the identity library sets "expiresAt") and 12 hours after it was last used.
  create function identity.is_alive(one identity.session) returns boolean language sql stable
    return one."expiresAt" > now() and one."updatedAt" > now() - interval '12 hours';

  -- Checks session and membership, sets the context of the transaction and says who is asking.
  -- FT401: no such session, or it has ended. FT404: no such locality for this person.
  create function enter(session_token text, place text, request text)
  returns table (user_id uuid, user_name text, locality_id uuid, person_id uuid, organisation_id uuid, roles text[])
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    who record; here record;
  begin
    perform set_config('app.request', coalesce(request, ''), true);
    select s."userId" as id, s.id as session_id, u.name into who
      from identity.session s join identity."user" u on u.id = s."userId"
      where s.token = session_token and identity.is_alive(s);
    if not found then raise exception 'no session' using errcode = 'FT401'; end if;
    perform set_config('app.actor', who.id::text, true);
    perform set_config('app.session', who.session_id::text, true);
    if place is null then
      return query select who.id, who.name, null::uuid, null::uuid, null::uuid, '{}'::text[];
      return;
    end if;
    select l.id, m.person_id, p.organisation_id, m.roles into here
      from locality l
      join membership m on m.locality_id = l.id and m.user_id = who.id and m.ended_at is null and (m.valid_to is null or m.valid_to >= today())
      join person p on p.locality_id = l.id and p.id = m.person_id
      where l.slug = place;
    if not found then raise exception 'no such place' using errcode = 'FT404'; end if;
    perform set_config('app.locality', here.id::text, true);
    perform set_config('app.person', here.person_id::text, true);
    perform set_config('app.restricted', case when exists (select from kernel.role_deed d where d.deed = 'restricted.read' and d.role = any (here.roles)) then 'on' else 'off' end, true);
    return query select who.id, who.name, here.id, here.person_id, here.organisation_id, here.roles;
  end $$;

  -- For what anyone may ask: notes who is asking if they are signed in, and goes on if they are not.
  create function greet(session_token text, request text) returns void language sql volatile security definer set search_path = public, pg_temp as $$
    select set_config('app.request', coalesce(request, ''), true);
    select set_config('app.actor', s."userId"::text, true), set_config('app.session', s.id::text, true)
    from identity.session s where s.token = session_token and identity.is_alive(s);
  $$;
  revoke execute on function enter, greet from public;
  grant execute on function enter, greet to followthrough_api;
`;

/** What a person may see and end of their own, in no locality: the only looks across tenants there are. */
const MINE = `
  create function my_localities() returns table (slug text, name text, accent text, person_id uuid, roles text[]) language sql stable security definer set search_path = public, pg_temp as $$
    select l.slug, l.name, l.accent, m.person_id, m.roles from membership m join locality l on l.id = m.locality_id
    where m.user_id = current_actor() and m.ended_at is null and (m.valid_to is null or m.valid_to >= today()) order by l.name
  $$;

  create function my_account() returns table (id uuid, name text, email text) language sql stable security definer set search_path = public, pg_temp as $$
    select u.id, u.name, u.email from identity."user" u where u.id = current_actor()
  $$;

  create function my_sessions() returns table (id uuid, created_at timestamptz, seen_at timestamptz, address text, agent text, is_this boolean) language sql stable security definer set search_path = public, pg_temp as $$
    select s.id, s."createdAt", s."updatedAt", s."ipAddress", s."userAgent", s.id::text = current_setting('app.session', true)
    from identity.session s where s."userId" = current_actor() and identity.is_alive(s) order by s."updatedAt" desc
  $$;

  -- Ends one of my sessions, or every one but this when none is named. Returns how many it ended.
  create function end_my_sessions(which uuid) returns bigint language sql volatile security definer set search_path = public, pg_temp as $$
    with gone as (
      delete from identity.session s where s."userId" = current_actor()
        and case when which is null then s.id::text <> current_setting('app.session', true) else s.id = which end
      returning s.id)
    select count(*) from gone
  $$;

  -- Notes that these sessions were used. The API says so once a minute, not at every request.
  create function touch_sessions(tokens text[]) returns void language sql volatile security definer set search_path = public, pg_temp as $$
    update identity.session s set "updatedAt" = now() where s.token = any (tokens) and identity.is_alive(s)
  $$;

  revoke execute on function my_localities, my_account, my_sessions, end_my_sessions, touch_sessions, identity.is_alive from public;
  grant execute on function my_localities, my_account, my_sessions, end_my_sessions, touch_sessions to followthrough_api;
`;

/** The two things that somebody with a link can do before they belong anywhere. */
const INVITED = `
  create function identity.is_open(one invitation) returns boolean language sql stable
    return one.accepted_at is null and one.revoked_at is null and one.expires_at > now();

  create function read_invitation(digest bytea) returns table (slug text, locality text, name text, email text, roles text[], organisation_name text, valid_to date, has_account boolean, is_mine boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
    select l.slug, l.name, p.name, i.email, i.roles, o.name, i.valid_to,
      exists (select from identity."user" u where lower(u.email) = lower(i.email)),
      exists (select from identity."user" u where u.id = current_actor() and lower(u.email) = lower(i.email))
    from invitation i
    join locality l on l.id = i.locality_id
    join person p on p.locality_id = i.locality_id and p.id = i.person_id
    left join organisation o on o.locality_id = p.locality_id and o.id = p.organisation_id
    where i.token_digest = digest and identity.is_open(i)
  $$;

  -- Makes the membership that the link promises: for a new account (a name and a password's digest are given), or for the
  -- person asking, whose address it must be. FT410: no such link, or no longer. FT409: there is an account already.
  create function accept_invitation(digest bytea, new_name text, new_password text) returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    asked invitation; who uuid;
  begin
    select * into asked from invitation i where i.token_digest = digest for update;
    if not found or not identity.is_open(asked) then raise exception 'no such invitation' using errcode = 'FT410'; end if;
    select u.id into who from identity."user" u where lower(u.email) = lower(asked.email);
    if new_password is not null then
      if who is not null then raise exception 'there is an account' using errcode = 'FT409'; end if;
      insert into identity."user" (name, email, "emailVerified") values (new_name, lower(asked.email), true) returning id into who;
      insert into identity.account ("userId", "accountId", "providerId", password) values (who, who::text, 'credential', new_password);
    elsif current_actor() is null or who is distinct from current_actor() then
      raise exception 'This invitation is for another e-mail address' using errcode = 'FT422';
    end if;
    perform set_config('app.actor', who::text, true);
    perform set_config('app.locality', asked.locality_id::text, true);
    perform set_config('app.person', asked.person_id::text, true);
    insert into membership (locality_id, user_id, person_id, roles, valid_to) values (asked.locality_id, who, asked.person_id, asked.roles, asked.valid_to)
      on conflict (locality_id, user_id) do update set person_id = excluded.person_id, roles = excluded.roles, valid_to = excluded.valid_to, ended_at = null;
    update invitation set accepted_at = now() where locality_id = asked.locality_id and id = asked.id;
    update person set email = asked.email where locality_id = asked.locality_id and id = asked.person_id and email is null;
    return who;
  end $$;

  revoke execute on function read_invitation, accept_invitation, identity.is_open from public;
  grant execute on function read_invitation, accept_invitation to followthrough_api;
`;

const OUTBOX = `
  -- Mail that waits to go. Put in by the deed that causes it, in its transaction; sent by the identity role, which alone
  -- sees all of it. The words are wiped when it has gone: links in them open doors.
  create table kernel.outbox (
    id uuid primary key default uuidv7(),
    locality_id uuid default current_locality(),
    recipient text not null check (length(recipient) between 3 and 254),
    subject text not null check (length(subject) between 1 and 200),
    body text not null check (length(body) <= 100000),
    created_at timestamptz not null default now(),
    sent_at timestamptz,
    tries integer not null default 0,
    next_try_at timestamptz not null default now(),
    given_up_at timestamptz,
    last_error text
  );
  create index outbox_waiting on kernel.outbox (next_try_at) where sent_at is null and given_up_at is null;
  alter table kernel.outbox enable row level security;
  alter table kernel.outbox force row level security;
  create policy locality on kernel.outbox to followthrough_api using (locality_id = current_locality()) with check (locality_id = current_locality());
  create policy postman on kernel.outbox to followthrough_identity using (true) with check (true);
  grant select, insert on kernel.outbox to followthrough_api;
  grant select, insert, update on kernel.outbox to followthrough_identity;

  -- Mails of this locality, and those about the accounts of its members. Only demo mode asks.
  create function demo_outbox() returns setof kernel.outbox language sql stable security definer set search_path = public, pg_temp as $$
    select o.* from kernel.outbox o
    where o.locality_id = current_locality()
      or (o.locality_id is null and exists (select from membership m join identity."user" u on u.id = m.user_id where m.locality_id = current_locality() and lower(u.email) = lower(o.recipient)))
    order by o.id desc limit 100
  $$;
  revoke execute on function demo_outbox from public;
  grant execute on function demo_outbox to followthrough_api;

  -- What nobody needs any more: ended sessions, old tries, run-out links, kept answers to retries, and the words of mail that
  -- was never fetched (they hold links). Of the servers that ask at once, one does it.
  create function kernel.tidy() returns void language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not pg_try_advisory_xact_lock(hashtext('followthrough.tidy')) then return; end if;
    delete from identity.session s where not identity.is_alive(s);
    delete from identity.attempt a where a.since < now() - interval '1 day' and a.wait_until < now();
    delete from identity.verification v where v."expiresAt" < now();
    delete from kernel.idempotency i where i.at < now() - interval '7 days';
    update kernel.outbox o set body = '' where o.body <> '' and o.created_at < now() - interval '14 days';
    delete from kernel.outbox o where o.created_at < now() - interval '90 days';
  end $$;
  revoke execute on function kernel.tidy from public;
  grant execute on function kernel.tidy to followthrough_api;
`;
