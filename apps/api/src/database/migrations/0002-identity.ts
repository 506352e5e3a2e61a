import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, sessions and localities; who belongs where; and the one door through which every request enters. */
export class Identity1763700000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ACCOUNTS);
    await db.query(PLACES);
    await db.query(ENTER);
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
  create table identity."rateLimit" (id uuid primary key default uuidv7(), key text not null unique, count integer not null, "lastRequest" bigint not null);
  grant select, insert, update, delete on all tables in schema identity to followthrough_identity;
`;

const PLACES = `
  create table locality (
    id uuid primary key default uuidv7(),
    slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
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
  create index membership_user on membership (user_id);
  call kernel.make_tenant('membership', 'editable');

  create table invitation (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    email text not null,
    name text not null,
    roles text[] not null check (cardinality(roles) between 1 and 6 and roles <@ array['administrator', 'lead', 'critical_friend', 'executive', 'expert', 'visitor']),
    organisation_id uuid,
    person_id uuid,
    -- Only a digest: who reads the table cannot use the link.
    token_digest bytea not null unique,
    invited_by uuid default current_actor(),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    accepted_at timestamptz,
    revoked_at timestamptz,
    primary key (locality_id, id),
    foreign key (locality_id, organisation_id) references organisation (locality_id, id),
    foreign key (locality_id, person_id) references person (locality_id, id)
  );
  call kernel.make_tenant('invitation', 'editable');
`;

const ENTER = `
  -- Checks session and membership, sets the context of the transaction and says who is asking.
  -- FT401: no such session, or it has ended. FT404: no such locality for this person.
  create function enter(session_token text, place text, request text)
  returns table (user_id uuid, user_name text, locality_id uuid, person_id uuid, organisation_id uuid, roles text[])
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    who record; here record;
  begin
    perform set_config('app.request', coalesce(request, ''), true);
    select s."userId" as id, u.name into who
      from identity.session s join identity."user" u on u.id = s."userId"
      where s.token = session_token and s."expiresAt" > now();
    if not found then raise exception 'no session' using errcode = 'FT401'; end if;
    perform set_config('app.actor', who.id::text, true);
    if place is null then
      return query select who.id, who.name, null::uuid, null::uuid, null::uuid, '{}'::text[];
      return;
    end if;
    select l.id, m.person_id, p.organisation_id, m.roles into here
      from locality l
      join membership m on m.locality_id = l.id and m.user_id = who.id and m.ended_at is null and (m.valid_to is null or m.valid_to >= current_date)
      join person p on p.locality_id = l.id and p.id = m.person_id
      where l.slug = place;
    if not found then raise exception 'no such place' using errcode = 'FT404'; end if;
    perform set_config('app.locality', here.id::text, true);
    perform set_config('app.person', here.person_id::text, true);
    perform set_config('app.restricted', case when exists (select from kernel.role_deed d where d.deed = 'restricted.read' and d.role = any (here.roles)) then 'on' else 'off' end, true);
    return query select who.id, who.name, here.id, here.person_id, here.organisation_id, here.roles;
  end $$;
  revoke execute on function enter from public;
  grant execute on function enter to followthrough_api;

  -- The localities of the person asking: the one look across tenants, and only at one's own memberships.
  create function my_localities() returns table (slug text, name text, roles text[]) language sql stable security definer set search_path = public, pg_temp as $$
    select l.slug, l.name, m.roles from membership m join locality l on l.id = m.locality_id
    where m.user_id = current_actor() and m.ended_at is null and (m.valid_to is null or m.valid_to >= current_date) order by l.name
  $$;
  revoke execute on function my_localities from public;
  grant execute on function my_localities to followthrough_api;
`;
