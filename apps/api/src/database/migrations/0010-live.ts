import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens live at a summit: events that travel to open screens, the room and its guests, questions, polls and ballots. */
export class Live1763700000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(CONTEXT);
    await db.query(ROOMS);
    await db.query(EVENTS);
    await db.query(QUESTIONS);
    await db.query(POLLS);
    await db.query(GUESTS);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const CONTEXT = `
  -- A guest of one room has no locality: every table of the tenants is empty for them but for what a policy called guest opens.
  create function guest_locality() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.guest_locality', true), '')::uuid;
  create function current_room() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.room', true), '')::uuid;
  create function current_guest() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.guest', true), '')::uuid;
`;

const ROOMS = `
  -- /join/CODE is an address, so no locality has it for its own.
  alter table locality add constraint locality_slug_join check (slug <> 'join');

  create table room (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    summit_id uuid not null,
    code text not null constraint room_code unique check (code ~ '^[2-9A-Z]{8}$'),
    state text not null default 'open' check (state in ('open', 'closed')),
    names text not null check (names in ('named', 'anonymous', 'either')),
    takes_questions boolean not null default true,
    checks_questions boolean not null default true,
    shown_question_id uuid,
    shown_poll_id uuid,
    opened_at timestamptz not null default now(),
    closed_at timestamptz,
    primary key (locality_id, id),
    unique (locality_id, summit_id),
    foreign key (locality_id, summit_id) references summit (locality_id, id),
    check (num_nonnulls(shown_question_id, shown_poll_id) <= 1),
    check ((state = 'closed') = (closed_at is not null))
  );
  call kernel.make_tenant('room', 'editable');
  revoke update on room from followthrough_api;
  grant update (names, takes_questions, checks_questions, shown_question_id, shown_poll_id, state, closed_at) on room to followthrough_api;

  -- Somebody who has come in: a person of the locality, once however many devices they hold, or a guest, by name or without.
  create table participant (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default gen_random_uuid(),
    room_id uuid not null,
    person_id uuid,
    name text check (length(name) between 1 and 200),
    joined_at timestamptz not null default now(),
    primary key (locality_id, id),
    unique (locality_id, room_id, person_id),
    foreign key (locality_id, room_id) references room (locality_id, id),
    foreign key (locality_id, person_id) references person (locality_id, id)
  );
  call kernel.make_tenant('participant', 'link');
  revoke insert, delete on participant from followthrough_api;

  -- One browser of theirs. Only a digest: who reads the table cannot come in with it.
  create table guest_session (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default gen_random_uuid(),
    participant_id uuid not null,
    token_digest bytea not null,
    expires_at timestamptz not null,
    primary key (locality_id, id),
    unique (locality_id, token_digest),
    foreign key (locality_id, participant_id) references participant (locality_id, id)
  );
  call kernel.make_tenant('guest_session', 'link');
  drop trigger audit on guest_session;
  revoke insert, delete on guest_session from followthrough_api;
`;

const EVENTS = `
  -- A change that open screens are told of. Written in the change's own transaction, numbered once it can be seen.
  create table event (
    locality_id uuid not null default current_locality() references locality,
    position bigint generated always as identity,
    room_id uuid not null,
    -- 'all': whoever is in the room; 'keepers': only those who run it; 'guests': only those who came in by its code.
    audience text not null check (audience in ('all', 'keepers', 'guests')),
    kind text not null check (length(kind) between 1 and 40),
    body json not null check (octet_length(body::text) <= 20000),
    at timestamptz not null default now(),
    number bigint,
    primary key (locality_id, position),
    foreign key (locality_id, room_id) references room (locality_id, id)
  );
  create index event_number on event (locality_id, room_id, number);
  create index event_waiting on event (position) where number is null;
  create index event_age on event (at);
  create sequence kernel.event_number;
  call kernel.make_tenant('event', 'link');
  -- Events are no history: what they tell of has its own. They come through tell() and go after two days.
  drop trigger audit on event;
  revoke insert, delete on event from followthrough_api;

  create function tell(room uuid, audience text, kind text, body json) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if current_locality() is null and room is distinct from current_room() then raise exception 'not in that room' using errcode = 'FT404'; end if;
    insert into event (locality_id, room_id, audience, kind, body) values (coalesce(current_locality(), guest_locality()), room, audience, kind, body);
  end $$;

  -- Numbers every event that can be seen and has none yet, in the order in which they were written, and says so to whoever listens.
  -- What was written after another had been committed never comes before it; a long transaction elsewhere holds nothing up.
  create function kernel.number_events() returns integer language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    one record; total integer := 0; latest bigint; places uuid[] := '{}';
  begin
    if not exists (select from event e where e.number is null) then return 0; end if;
    perform pg_advisory_xact_lock(hashtext('followthrough.events'));
    for one in select e.locality_id, e.position from event e where e.number is null order by e.position limit 5000 loop
      latest := nextval('kernel.event_number');
      update event e set number = latest where e.locality_id = one.locality_id and e.position = one.position;
      if one.locality_id <> all (places) then places := places || one.locality_id; end if;
      total := total + 1;
    end loop;
    perform pg_notify('followthrough_event', place || ' ' || latest) from unnest(places) place;
    return total;
  end $$;

  create function kernel.prune_events() returns void language sql volatile security definer set search_path = public, pg_temp as $$
    delete from event e where e.at < now() - interval '2 days'
  $$;
  revoke execute on function tell, kernel.number_events, kernel.prune_events from public;
  grant execute on function tell, kernel.number_events, kernel.prune_events to followthrough_api;
`;

const QUESTIONS = `
  create table question (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    room_id uuid not null,
    text text not null check (length(text) between 1 and 500),
    state text not null check (state in ('waiting', 'approved', 'answered', 'parked', 'merged')),
    -- The name as it was said; none for a question without one. Who asked is in support, which has no history.
    asked_by text check (length(asked_by) <= 200),
    asked_at timestamptz not null default now(),
    merged_into_id uuid,
    primary key (locality_id, id),
    unique (locality_id, room_id, id),
    foreign key (locality_id, room_id) references room (locality_id, id),
    foreign key (locality_id, room_id, merged_into_id) references question (locality_id, room_id, id),
    check ((state = 'merged') = (merged_into_id is not null)),
    check (merged_into_id <> id)
  );
  create index question_room on question (locality_id, room_id, asked_at);
  create index question_merged on question (locality_id, merged_into_id) where merged_into_id is not null;
  call kernel.make_tenant('question', 'editable');
  revoke insert, update on question from followthrough_api;
  grant update (state, merged_into_id) on question to followthrough_api;
  alter table room add foreign key (locality_id, id, shown_question_id) references question (locality_id, room_id, id);

  -- Merged questions point at one that is not: no chains, no rings.
  create function kernel.check_merge() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select from question q where q.locality_id = new.locality_id and q.id = new.merged_into_id and q.merged_into_id is not null)
      or exists (select from question q where q.locality_id = new.locality_id and q.merged_into_id = new.id) then
      raise exception 'Merge into the question that is kept' using errcode = 'FT422';
    end if;
    return new;
  end $$;
  create trigger merge before update of merged_into_id on question for each row when (new.merged_into_id is not null) execute function kernel.check_merge();

  -- Who raises a question: who asked it, and who voted for it. A random id and no time, and no history: votes are counted, not traced.
  create table support (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default gen_random_uuid(),
    question_id uuid not null,
    participant_id uuid not null,
    asked boolean not null,
    primary key (locality_id, id),
    unique (locality_id, question_id, participant_id),
    foreign key (locality_id, question_id) references question (locality_id, id),
    foreign key (locality_id, participant_id) references participant (locality_id, id)
  );
  create index support_participant on support (locality_id, participant_id);
  call kernel.make_tenant('support', 'link');
  drop trigger audit on support;
  revoke insert, delete on support from followthrough_api;

  -- How many people raise a question, or one merged into it; each once.
  create function votes_of(which uuid) returns integer language sql stable security definer set search_path = public, pg_temp as $$
    select count(distinct s.participant_id)::integer from question q join support s on s.locality_id = q.locality_id and s.question_id = q.id
    where q.locality_id = coalesce(current_locality(), guest_locality()) and (q.id = which or q.merged_into_id = which)
  $$;
  -- Whether this guest raises it, there or at one merged into it.
  create function i_raise(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from question q join support s on s.locality_id = q.locality_id and s.question_id = q.id
      where q.locality_id = guest_locality() and (q.id = which or q.merged_into_id = which) and s.participant_id = current_guest())
  $$;
  revoke execute on function votes_of, i_raise from public;
  grant execute on function votes_of, i_raise to followthrough_api;
`;

const POLLS = `
  create table poll (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    room_id uuid not null,
    question text not null check (length(question) between 1 and 300),
    kind text not null check (kind in ('single', 'multiple', 'ranking', 'confidence')),
    options text[] not null default '{}',
    most integer check (most between 1 and 12),
    is_secret boolean not null default false,
    shows_live boolean not null default false,
    state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
    result integer[],
    primary key (locality_id, id),
    unique (locality_id, room_id, id),
    foreign key (locality_id, room_id) references room (locality_id, id),
    constraint poll_choices check (case when kind = 'confidence' then cardinality(options) = 0 else cardinality(options) between 2 and 12 end),
    constraint poll_most check (most is null or kind = 'multiple'),
    -- A count that moves as somebody votes would tell what they chose.
    constraint secret_until_closed check (not (is_secret and shows_live)),
    check ((state = 'closed') = (result is not null))
  );
  create index poll_room on poll (locality_id, room_id);
  call kernel.make_tenant('poll', 'editable');
  revoke update on poll from followthrough_api;
  grant update (question, kind, options, most, is_secret, shows_live, state) on poll to followthrough_api;
  alter table room add foreign key (locality_id, id, shown_poll_id) references poll (locality_id, room_id, id);

  -- That somebody has voted, once a poll. Nothing here leads to a secret ballot: random ids, no times, no history.
  create table poll_voter (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default gen_random_uuid(),
    poll_id uuid not null,
    participant_id uuid not null,
    primary key (locality_id, id),
    unique (locality_id, poll_id, participant_id),
    foreign key (locality_id, poll_id) references poll (locality_id, id),
    foreign key (locality_id, participant_id) references participant (locality_id, id)
  );
  call kernel.make_tenant('poll_voter', 'link');
  drop trigger audit on poll_voter;
  revoke insert, delete on poll_voter from followthrough_api;

  -- What was chosen. In a secret ballot nobody is named; the digest of a receipt, which only the voter's device has, lets
  -- them change it until the poll closes.
  create table ballot (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default gen_random_uuid(),
    poll_id uuid not null,
    participant_id uuid,
    receipt bytea,
    choices smallint[] not null check (cardinality(choices) between 1 and 12),
    primary key (locality_id, id),
    unique (locality_id, poll_id, participant_id),
    foreign key (locality_id, poll_id) references poll (locality_id, id),
    foreign key (locality_id, participant_id) references participant (locality_id, id),
    check (participant_id is null or receipt is null)
  );
  create unique index ballot_receipt on ballot (locality_id, poll_id, receipt);
  call kernel.make_tenant('ballot', 'link');
  drop trigger audit on ballot;
  revoke insert, delete on ballot from followthrough_api;

  -- A figure a choice, in their order: how many chose it; in a ranking of n choices n points for the first place, one less for each after.
  create function kernel.tally(one poll) returns integer[] language sql stable security definer set search_path = public, pg_temp as $$
    select array_agg(coalesce(f.figure, 0)::integer order by p.place)
    from generate_series(case when one.kind = 'confidence' then 1 else 0 end, case when one.kind = 'confidence' then 5 else cardinality(one.options) - 1 end) p(place)
    left join (
      select c.choice, sum(case when one.kind = 'ranking' then cardinality(one.options) + 1 - c.nth else 1 end) as figure
      from ballot b cross join lateral unnest(b.choices) with ordinality c(choice, nth)
      where b.locality_id = one.locality_id and b.poll_id = one.id group by c.choice
    ) f on f.choice = p.place
  $$;

  create function poll_voted(which uuid) returns integer language sql stable security definer set search_path = public, pg_temp as $$
    select count(*)::integer from poll_voter v where v.locality_id = coalesce(current_locality(), guest_locality()) and v.poll_id = which
  $$;

  -- A closed poll's result, or the one so far where it shows while people vote; else nothing.
  create function poll_result(which uuid) returns integer[] language sql stable security definer set search_path = public, pg_temp as $$
    select case when p.state = 'closed' then p.result when p.state = 'open' and p.shows_live then kernel.tally(p) end
    from poll p where p.locality_id = coalesce(current_locality(), guest_locality()) and p.id = which
  $$;

  -- Draft, open, closed, and never back. The words are fixed when it opens; the votes are counted and frozen when it closes. Secret
  -- ballots are then laid down again in random order, so that not even the order or the transaction of a row tells whose it was.
  create function kernel.guard_poll() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if tg_op = 'INSERT' then
      if new.state <> 'draft' then raise exception 'A poll begins as a draft' using errcode = 'FT422'; end if;
      return new;
    end if;
    if (old.state, new.state) not in (('draft', 'draft'), ('draft', 'open'), ('open', 'open'), ('open', 'closed')) then
      raise exception 'A poll opens once and closes once' using errcode = 'FT422';
    end if;
    if old.state <> 'draft' and (new.question, new.kind, new.options, new.most, new.is_secret, new.shows_live, new.result) is distinct from (old.question, old.kind, old.options, old.most, old.is_secret, old.shows_live, old.result) then
      raise exception 'The words of a poll are fixed once it is open' using errcode = 'FT422';
    end if;
    if old.state = 'open' and new.state = 'closed' then
      new.result := kernel.tally(old);
      if old.is_secret then
        with gone as (delete from ballot b where b.locality_id = old.locality_id and b.poll_id = old.id returning b.choices)
        insert into ballot (locality_id, poll_id, choices) select old.locality_id, old.id, g.choices from gone g order by random();
      end if;
    end if;
    return new;
  end $$;
  create trigger life before insert or update on poll for each row execute function kernel.guard_poll();

  create function kernel.refuse_frozen() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    one record := coalesce(new, old);
  begin
    -- Held until the vote is in, so that a poll closes after it or before it and never between.
    perform from poll p where p.locality_id = one.locality_id and p.id = one.poll_id and p.state = 'open' for no key update;
    if not found then raise exception 'This poll is not open: its votes are frozen' using errcode = 'FT422'; end if;
    return one;
  end $$;
  create trigger frozen before insert or update or delete on poll_voter for each row execute function kernel.refuse_frozen();
  create trigger frozen before insert or update or delete on ballot for each row execute function kernel.refuse_frozen();

  revoke execute on function kernel.tally, poll_voted, poll_result from public;
  grant execute on function poll_voted, poll_result to followthrough_api;
`;

const GUESTS = `
  create policy guest on room for select using (locality_id = guest_locality() and id = current_room());
  create policy guest on participant for select using (locality_id = guest_locality() and id = current_guest());
  create policy guest on event for select using (locality_id = guest_locality() and room_id = current_room() and audience <> 'keepers');
  create policy guest on support for select using (locality_id = guest_locality() and participant_id = current_guest());
  create policy guest on question for select using (locality_id = guest_locality() and room_id = current_room()
    and (state in ('approved', 'answered') or exists (select from support s where s.question_id = question.id and s.participant_id = current_guest() and s.asked)));
  create policy guest on poll for select using (locality_id = guest_locality() and room_id = current_room() and state <> 'draft');
  create policy guest on poll_voter for select using (locality_id = guest_locality() and participant_id = current_guest());
  create policy guest on ballot for select using (locality_id = guest_locality() and participant_id = current_guest());

  -- Checks code and session, sets the context of the transaction and says who came in. FT404: no such room, or not theirs.
  create function enter_as_guest(said_code text, digest bytea, request text) returns table (locality_id uuid, room_id uuid, participant_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    select r.locality_id, r.id, s.participant_id into locality_id, room_id, participant_id
      from room r
      join guest_session s on s.locality_id = r.locality_id and s.token_digest = digest and s.expires_at > now()
      join participant p on p.locality_id = s.locality_id and p.id = s.participant_id and p.room_id = r.id
      where r.code = said_code;
    if not found then raise exception 'no such guest' using errcode = 'FT404'; end if;
    perform set_config('app.request', coalesce(request, ''), true), set_config('app.guest_locality', locality_id::text, true),
      set_config('app.room', room_id::text, true), set_config('app.guest', participant_id::text, true);
    return next;
  end $$;

  -- What the door says to whoever has the code, with the name of a member who is signed in.
  create function read_doorway(said_code text, digest bytea) returns table (title text, locality text, state text, names text, is_in boolean, name text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select t.title, l.name, r.state, r.names,
      exists (select from guest_session s join participant p on p.locality_id = s.locality_id and p.id = s.participant_id where s.locality_id = r.locality_id and s.token_digest = digest and s.expires_at > now() and p.room_id = r.id),
      (select p.name from membership m join person p on p.locality_id = m.locality_id and p.id = m.person_id
        where m.locality_id = r.locality_id and m.user_id = current_actor() and m.ended_at is null and (m.valid_to is null or m.valid_to >= today()))
    from room r join summit t on t.locality_id = r.locality_id and t.id = r.summit_id join locality l on l.id = r.locality_id
    where r.code = said_code
  $$;

  -- Comes in: a member as themselves, anybody else by the name they say or without one; on the same browser as who they were.
  -- FT404: no such code. FT422: closed, or full.
  create function join_room(said_code text, old_digest bytea, new_digest bytea, said_name text, most integer) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    here room; who uuid; member record;
  begin
    select * into here from room r where r.code = said_code;
    if not found then raise exception 'no such room' using errcode = 'FT404'; end if;
    if here.state <> 'open' then raise exception 'This summit has closed' using errcode = 'FT422'; end if;
    select s.participant_id into who from guest_session s join participant p on p.locality_id = s.locality_id and p.id = s.participant_id
      where s.locality_id = here.locality_id and s.token_digest = old_digest and s.expires_at > now() and p.room_id = here.id;
    if who is not null then
      update participant p set name = said_name where p.locality_id = here.locality_id and p.id = who and p.person_id is null;
      return false;
    end if;
    select m.person_id as id, p.name into member from membership m join person p on p.locality_id = m.locality_id and p.id = m.person_id
      where m.locality_id = here.locality_id and m.user_id = current_actor() and m.ended_at is null and (m.valid_to is null or m.valid_to >= today());
    perform pg_advisory_xact_lock(hashtextextended(here.id::text, 1));
    if (select count(*) from participant p where p.locality_id = here.locality_id and p.room_id = here.id) >= most then
      raise exception 'This room is full' using errcode = 'FT422';
    end if;
    insert into participant (locality_id, room_id, person_id, name) values (here.locality_id, here.id, member.id, coalesce(member.name, said_name))
      on conflict (locality_id, room_id, person_id) do update set name = excluded.name returning id into who;
    insert into guest_session (locality_id, participant_id, token_digest, expires_at) values (here.locality_id, who, new_digest, now() + interval '18 hours');
    return true;
  end $$;

  -- The summit's title and the locality's name, for a guest, who sees neither table.
  create function guest_title() returns table (title text, locality text) language sql stable security definer set search_path = public, pg_temp as $$
    select t.title, l.name from room r join summit t on t.locality_id = r.locality_id and t.id = r.summit_id join locality l on l.id = r.locality_id
    where r.locality_id = guest_locality() and r.id = current_room()
  $$;

  create function participants_of(which uuid) returns integer language sql stable security definer set search_path = public, pg_temp as $$
    select count(*)::integer from participant p where p.locality_id = coalesce(current_locality(), guest_locality()) and p.room_id = which
  $$;

  -- How many questions this guest and everybody has asked. Whoever asks holds the room until they are done, so that limits hold for many at once.
  create function guest_asked() returns table (mine integer, everybody integer) language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended(current_room()::text, 2));
    return query select
      (select count(*)::integer from support s where s.locality_id = guest_locality() and s.participant_id = current_guest() and s.asked),
      (select count(*)::integer from question q where q.locality_id = guest_locality() and q.room_id = current_room());
  end $$;

  -- Asks. The id is the device's: the same one again is the same question. FT409: somebody else's.
  create function ask_question(new_id uuid, words text, is_anonymous boolean, new_state text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select from question q where q.locality_id = guest_locality() and q.id = new_id) then
      if exists (select from support s where s.locality_id = guest_locality() and s.question_id = new_id and s.participant_id = current_guest() and s.asked) then return false; end if;
      raise exception 'that id is taken' using errcode = 'FT409';
    end if;
    insert into question (locality_id, id, room_id, text, state, asked_by)
      select guest_locality(), new_id, current_room(), words, new_state, case when is_anonymous then null else p.name end
      from participant p where p.locality_id = guest_locality() and p.id = current_guest();
    insert into support (locality_id, question_id, participant_id, asked) values (guest_locality(), new_id, current_guest(), true);
    return true;
  end $$;

  -- Votes for a question, or takes the vote back; for a merged one, at the one that was kept. Returns it with its votes, which go up and
  -- down one at a time. FT404: not to be seen. FT422: not to be voted for any more.
  create function support_question(which uuid, wants boolean) returns table (id uuid, votes integer, has_changed boolean)
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    kept question; changed integer;
  begin
    select q.* into kept from question q where q.locality_id = guest_locality() and q.room_id = current_room()
      and q.id = (select coalesce(a.merged_into_id, a.id) from question a where a.locality_id = guest_locality() and a.id = which) for no key update;
    if not found or kept.state = 'waiting' or kept.state = 'parked' then raise exception 'no such question' using errcode = 'FT404'; end if;
    if kept.state = 'answered' then raise exception 'This question has been answered' using errcode = 'FT422'; end if;
    if not exists (select from room r where r.locality_id = guest_locality() and r.id = current_room() and r.state = 'open') then
      raise exception 'This summit has closed' using errcode = 'FT422';
    end if;
    if wants then
      insert into support (locality_id, question_id, participant_id, asked) values (guest_locality(), kept.id, current_guest(), false) on conflict do nothing;
    else
      delete from support s using question q where s.locality_id = guest_locality() and s.participant_id = current_guest() and not s.asked
        and q.locality_id = s.locality_id and q.id = s.question_id and (q.id = kept.id or q.merged_into_id = kept.id);
    end if;
    get diagnostics changed = row_count;
    return query select kept.id, votes_of(kept.id), changed > 0;
  end $$;

  -- Votes, or changes the vote. A secret ballot is changed by whoever has its receipt and has voted. Returns how many have voted.
  create function cast_ballot(which uuid, said smallint[], receipt_digest bytea) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    asked poll; is_new boolean;
  begin
    select p.* into asked from poll p where p.locality_id = guest_locality() and p.room_id = current_room() and p.id = which and p.state <> 'draft' for no key update;
    if not found then raise exception 'no such poll' using errcode = 'FT404'; end if;
    if asked.state = 'closed' then raise exception 'This poll has closed: its votes are frozen' using errcode = 'FT422'; end if;
    if asked.is_secret and receipt_digest is null then raise exception 'A secret ballot needs a receipt' using errcode = 'FT422'; end if;
    insert into poll_voter (locality_id, poll_id, participant_id) values (guest_locality(), which, current_guest()) on conflict do nothing;
    is_new := found;
    if is_new then
      insert into ballot (locality_id, poll_id, participant_id, receipt, choices)
        values (guest_locality(), which, case when not asked.is_secret then current_guest() end, case when asked.is_secret then receipt_digest end, said);
    else
      update ballot b set choices = said where b.locality_id = guest_locality() and b.poll_id = which
        and case when asked.is_secret then b.receipt = receipt_digest else b.participant_id = current_guest() end;
      if not found then raise exception 'You have voted already, on another device. Only that device can change a secret vote' using errcode = 'FT422'; end if;
    end if;
    return poll_voted(which);
  end $$;

  revoke execute on function enter_as_guest, read_doorway, join_room, guest_title, participants_of, guest_asked, ask_question, support_question, cast_ballot from public;
  grant execute on function enter_as_guest, read_doorway, join_room, guest_title, participants_of, guest_asked, ask_question, support_question, cast_ballot to followthrough_api;
`;
