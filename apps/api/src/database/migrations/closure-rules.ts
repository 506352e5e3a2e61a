/** What the database itself holds about closing, for migration 0044: raw SQL as the API's role can go round none of it. */

export const RULES = `
  -- Evidence that counts for a claim: not corrected since, and newer than the last time that the claim was not accepted or did not hold.
  create function kernel.standing_evidence(place uuid, which uuid) returns setof evidence language sql stable
  begin atomic
    select e.* from evidence e where e.locality_id = place and e.action_id = which
      and not exists (select from evidence c where c.locality_id = place and c.corrects_id = e.id)
      and e.given_at > coalesce((select max(s.at) from closure s where s.locality_id = place and s.action_id = which and s.state in ('returned', 'reopened')), '-infinity');
  end;
  create function kernel.answers_must(place uuid, which uuid) returns boolean language sql stable
    return exists (select from action_finding l join finding f on f.locality_id = l.locality_id and f.id = l.finding_id and f.withdrawn_at is null and f.force = 'must' where l.locality_id = place and l.action_id = which);

  -- The measures of an action whose last figure is worse than the first: what it was for has not got better.
  create function kernel.worse_measures(place uuid, which uuid) returns setof text language sql stable
  begin atomic
    select m.title from action_measure l join measure m on m.locality_id = l.locality_id and m.id = l.measure_id
    where l.locality_id = place and l.action_id = which and m.withdrawn_at is null and m.retired_on is null
      and case m.direction when 'up' then m.latest_value < m.baseline_value when 'down' then m.latest_value > m.baseline_value else false end order by m.title;
  end;

  -- Those who may not say that it is done: the owner, now and when it was claimed, and whoever claimed it, for themselves or for somebody.
  create function kernel.is_party(one action, who uuid) returns boolean language sql stable
    return who is null or who is not distinct from one.owner_id or exists (
      select from closure c where c.locality_id = one.locality_id and c.action_id = one.id and c.state = 'claimed' and who in (c.owner_id, c.person_id, c.on_behalf_of)
        and c.number = (select max(x.number) from closure x where x.locality_id = one.locality_id and x.action_id = one.id and x.state = 'claimed'));

  create function kernel.guard_closure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    one action; other action; kind text;
  begin
    select * into one from action a where a.locality_id = new.locality_id and a.id = new.action_id and a.withdrawn_at is null for no key update;
    if not found then raise exception 'no such action' using errcode = 'FT404'; end if;
    new.number := 1 + coalesce((select max(c.number) from closure c where c.locality_id = new.locality_id and c.action_id = new.action_id), 0);
    new.owner_id := case when new.state = 'claimed' then one.owner_id end;
    new.answers_must := new.state = 'claimed' and kernel.answers_must(one.locality_id, one.id);
    kind := case when one.evidence_kind is null then 'evidence' else one.evidence_kind || ' as evidence' end;
    case new.state
      when 'claimed' then
        if one.closure_state in ('claimed', 'accepted', 'sustained') or one.disposition is not null then raise exception '% is claimed or closed already', one.ref using errcode = 'FT409'; end if;
        if one.status <> 'complete' then raise exception '% is not reported complete', one.ref using errcode = 'FT422'; end if;
      when 'accepted', 'returned' then
        if one.closure_state is distinct from 'claimed' then raise exception '% does not wait for anybody to verify it', one.ref using errcode = 'FT409'; end if;
        if kernel.is_party(one, new.person_id) then raise exception 'Somebody who neither owns % nor reported it complete must verify it', one.ref using errcode = 'FT422'; end if;
      when 'sustained' then
        if one.closure_state is distinct from 'accepted' or 2 <> (
          select count(*) from sustain_check s where s.locality_id = one.locality_id and s.result = 'held'
            and s.closure_id = (select c.id from closure c where c.locality_id = one.locality_id and c.action_id = one.id and c.state = 'accepted' order by c.number desc limit 1)
        ) then raise exception '% has not been seen to hold at three and at six months', one.ref using errcode = 'FT422'; end if;
      when 'reopened' then
        if one.disposition is null and one.closure_state is distinct from 'claimed' then raise exception '% is not closed', one.ref using errcode = 'FT409'; end if;
        if exists (select from plan p where p.locality_id = one.locality_id and p.id = one.plan_id and p.closed_on is not null) then raise exception 'The plan is closed: open it again first' using errcode = 'FT422'; end if;
      else
        if one.closure_state in ('claimed', 'accepted', 'sustained') or one.disposition is not null then raise exception '% is claimed or closed already', one.ref using errcode = 'FT409'; end if;
    end case;
    if new.state in ('claimed', 'accepted') and not exists (select from kernel.standing_evidence(one.locality_id, one.id) e where e.kind = coalesce(one.evidence_kind, e.kind)) then
      raise exception '% lacks %', one.ref, kind using errcode = 'FT422';
    end if;
    if new.state = 'accepted' and (kernel.answers_must(one.locality_id, one.id) or (select c.answers_must from closure c where c.locality_id = one.locality_id and c.action_id = one.id and c.state = 'claimed' order by c.number desc limit 1))
      and not exists (select from kernel.standing_evidence(one.locality_id, one.id) e where e.kind = coalesce(one.evidence_kind, e.kind) and e.line in ('second', 'third')) then
      raise exception '% answers a finding that says must: it takes evidence of the second line or the third', one.ref using errcode = 'FT422';
    end if;
    if new.state = 'accepted' and exists (select from kernel.worse_measures(one.locality_id, one.id)) then
      raise exception 'A measure of % is worse than at its baseline', one.ref using errcode = 'FT422';
    end if;
    if new.state = 'superseded' then
      select * into other from action a where a.locality_id = new.locality_id and a.id = new.by_action_id and a.withdrawn_at is null;
      if not found or other.disposition in ('stopped', 'superseded', 'transferred') then raise exception 'An action that goes on, or is done, takes its place' using errcode = 'FT422'; end if;
    end if;
    if new.state = 'transferred' and not exists (select from transfer t where t.locality_id = new.locality_id and t.id = new.transfer_id and t.action_id = new.action_id and t.state = 'accepted') then
      raise exception 'Nobody has accepted % yet', one.ref using errcode = 'FT422';
    end if;
    return new;
  end $$;
  create trigger guard_closure before insert on closure for each row execute function kernel.guard_closure();
`;

export const LOOKS = `
  create function kernel.guard_look() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    one action; earlier sustain_check;
  begin
    if old.result is not null then raise exception 'That look is recorded already' using errcode = 'FT409'; end if;
    select * into one from action a where a.locality_id = new.locality_id and a.id = new.action_id for no key update;
    if one.closure_state is distinct from 'accepted' or old.closure_id <> (select c.id from closure c where c.locality_id = one.locality_id and c.action_id = one.id and c.state = 'accepted' order by c.number desc limit 1) then
      raise exception '% was opened again since', one.ref using errcode = 'FT422';
    end if;
    new.checked_by := coalesce(new.checked_by, current_person());
    new.checked_on := coalesce(new.checked_on, today());
    if new.checked_on not between old.due_on and today() then raise exception 'The look at % months is due on %', old.months, to_char(old.due_on, 'FMDD FMMonth YYYY') using errcode = 'FT422'; end if;
    select * into earlier from sustain_check s where s.locality_id = new.locality_id and s.closure_id = new.closure_id and s.months < new.months;
    if found and (earlier.result is null or earlier.checked_on >= new.checked_on) then raise exception 'The look at % months comes first, on a day before this one', earlier.months using errcode = 'FT422'; end if;
    if new.result = 'held' and kernel.is_party(one, new.checked_by) then raise exception 'Somebody who neither owns % nor reported it complete must say that it has held', one.ref using errcode = 'FT422'; end if;
    return new;
  end $$;
  create trigger guard_look before update on sustain_check for each row execute function kernel.guard_look();

  create function kernel.after_look() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.result = 'not_held' then
      insert into closure (locality_id, action_id, state, person_id, reason, on_day) values (new.locality_id, new.action_id, 'reopened', new.checked_by, new.seen, new.checked_on);
    elsif new.months = 6 then
      insert into closure (locality_id, action_id, state, person_id, reason, on_day) values (new.locality_id, new.action_id, 'sustained', new.checked_by, new.seen, new.checked_on);
    end if;
    return null;
  end $$;
  create trigger after_look after update on sustain_check for each row execute function kernel.after_look();

  create function kernel.guard_transfer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    one action;
  begin
    if old.state <> 'offered' then raise exception 'That was answered already' using errcode = 'FT409'; end if;
    select * into one from action a where a.locality_id = new.locality_id and a.id = new.action_id for no key update;
    new.recorded_by := coalesce(new.recorded_by, current_person());
    new.answered_on := coalesce(new.answered_on, today());
    if new.state = 'accepted' and (new.recorded_by is null or new.recorded_by in (new.offered_by, one.owner_id)) then
      raise exception 'Somebody who neither owns % nor offered it must record that it was taken over', one.ref using errcode = 'FT422';
    end if;
    return new;
  end $$;
  create trigger guard_transfer before update on transfer for each row execute function kernel.guard_transfer();
`;

export const KEEPING = `
  -- The action as the last step leaves it, and the two looks that an acceptance makes due.
  create function kernel.keep_closure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update action set closure_state = new.state,
      disposition = case new.state when 'accepted' then 'done' when 'sustained' then 'done' when 'transferred' then 'transferred' when 'stopped' then 'stopped' when 'superseded' then 'superseded' end,
      closed_on = case when new.state = 'sustained' then closed_on when new.state in ('accepted', 'transferred', 'stopped', 'superseded') then new.on_day end
    where locality_id = new.locality_id and id = new.action_id;
    if new.state = 'accepted' then
      insert into sustain_check (locality_id, action_id, closure_id, months, due_on)
      select new.locality_id, new.action_id, new.id, m, (new.on_day + make_interval(months => m))::date from unnest(array[3, 6]) m;
    end if;
    return null;
  end $$;
  create trigger keep_closure after insert on closure for each row execute function kernel.keep_closure();

  create function kernel.guard_closing() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      if num_nonnulls(new.closure_state, new.disposition, new.closed_on) > 0 or new.status = 'embedded' then raise exception 'An action begins open' using errcode = 'FT422'; end if;
    else
      -- Only the trigger of a step gets here from inside another trigger.
      if (old.closure_state, old.disposition, old.closed_on) is distinct from (new.closure_state, new.disposition, new.closed_on) and pg_trigger_depth() < 2 then
        raise exception 'An action is closed step by step' using errcode = 'FT422';
      end if;
      if new.status = 'embedded' and old.status <> 'embedded' and new.closure_state is distinct from 'sustained' then
        raise exception '% is embedded once somebody else has accepted it and it has held at three and at six months', new.ref using errcode = 'FT422';
      end if;
      if old.evidence_kind is not null and new.evidence_kind is distinct from old.evidence_kind then
        if new.closure_state in ('claimed', 'accepted', 'sustained') then raise exception '% is claimed with the evidence that was agreed', new.ref using errcode = 'FT422'; end if;
        if current_reason() is null then raise exception 'Say why the kind of evidence changes' using errcode = 'FT422'; end if;
      end if;
      if new.evidence_kind is distinct from old.evidence_kind then perform kernel.say_why(old.locality_id, old.plan_id); end if;
    end if;
    return new;
  end $$;
  create trigger guard_closing before insert or update of status, closure_state, disposition, closed_on, evidence_kind on action for each row execute function kernel.guard_closing();

  create function kernel.guard_embedded_update() returns trigger language plpgsql as $$
  begin
    if not exists (select from action a where a.locality_id = new.locality_id and a.id = new.action_id and a.closure_state = 'sustained') then
      raise exception 'Embedded is not reported: an accepted closure has to hold at three and at six months' using errcode = 'FT422';
    end if;
    return new;
  end $$;
  create trigger guard_embedded before insert on status_update for each row when (new.status = 'embedded') execute function kernel.guard_embedded_update();

  -- Whatever says that work goes on, such as a later report or an import, opens what was claimed or accepted, and that stays to be read.
  create function kernel.reopen_by_status() returns trigger language plpgsql as $$
  begin
    insert into closure (action_id, state, reason) values (new.id, 'reopened', coalesce(current_reason(), 'It was reported as going on'));
    return null;
  end $$;
  create trigger reopen_by_status after update of status on action for each row
    when (old.status in ('complete', 'embedded') and new.status not in ('complete', 'embedded') and new.closure_state in ('claimed', 'accepted', 'sustained')) execute function kernel.reopen_by_status();
`;

export const PLANS = `
  alter table plan add column closed_on date;

  -- Not what we did but how we did it: written when a plan closes, for whoever begins the next one.
  create table retrospective (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    plan_id uuid not null,
    together text not null check (length(together) between 1 and 4000),
    helped text not null check (length(helped) between 1 and 4000),
    hindered text not null check (length(hindered) between 1 and 4000),
    advice text check (length(advice) between 1 and 4000),
    agreed_by text not null check (length(agreed_by) between 1 and 200),
    closed_on date not null default today(),
    written_by uuid default current_person(),
    primary key (locality_id, id),
    foreign key (locality_id, plan_id) references plan (locality_id, id),
    foreign key (locality_id, written_by) references person (locality_id, id)
  );
  create index retrospective_plan on retrospective (locality_id, plan_id, id);
  call kernel.make_tenant('retrospective', 'append_only');
  revoke insert on retrospective from followthrough_api;
  grant insert (plan_id, together, helped, hindered, advice, agreed_by) on retrospective to followthrough_api;

  -- A plan closes with its retrospective, when nothing in it is left without an end. Its row is locked first, so no action comes in between.
  create function kernel.close_plan() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    one plan; open bigint;
  begin
    select * into one from plan p where p.locality_id = new.locality_id and p.id = new.plan_id and p.withdrawn_at is null for update;
    if not found then raise exception 'no such plan' using errcode = 'FT404'; end if;
    if one.closed_on is not null then raise exception 'The plan is closed already' using errcode = 'FT409'; end if;
    select count(*) into open from action a where a.locality_id = new.locality_id and a.plan_id = new.plan_id and a.withdrawn_at is null and a.disposition is null;
    if open > 0 then raise exception '% of its actions are not done, transferred, stopped or superseded', open using errcode = 'FT422'; end if;
    if not exists (select from action a where a.locality_id = new.locality_id and a.plan_id = new.plan_id and a.withdrawn_at is null) then raise exception 'There is no action in the plan to close' using errcode = 'FT422'; end if;
    update plan set closed_on = new.closed_on where locality_id = new.locality_id and id = new.plan_id;
    return null;
  end $$;
  create trigger close_plan after insert on retrospective for each row execute function kernel.close_plan();

  create function kernel.guard_closed_plan() returns trigger language plpgsql as $$
  begin
    if new.closed_on is not null and pg_trigger_depth() < 2 then raise exception 'A plan closes with its retrospective' using errcode = 'FT422'; end if;
    if new.closed_on is null and current_reason() is null then raise exception 'Say why the plan is opened again' using errcode = 'FT422'; end if;
    return new;
  end $$;
  create trigger guard_closed before update of closed_on on plan for each row when (old.closed_on is distinct from new.closed_on) execute function kernel.guard_closed_plan();

  create function kernel.guard_closed_plan_action() returns trigger language plpgsql as $$
  begin
    if new.withdrawn_at is null and new.disposition is null then
      perform from plan p where p.locality_id = new.locality_id and p.id = new.plan_id and p.closed_on is not null for key share;
      if found then raise exception 'The plan is closed: open it again first' using errcode = 'FT422'; end if;
    end if;
    return new;
  end $$;
  create trigger guard_closed_plan before insert or update of plan_id, withdrawn_at on action for each row execute function kernel.guard_closed_plan_action();
`;
