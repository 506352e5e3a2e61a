import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rounds can be cancelled: nobody else ever reads their views, and the finding can have another. A poll knows when it opened and closed. */
export class EndsAndTimes1763700000032 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(CANCELLED);
    await db.query(GUARDS);
    await db.query(STANDING);
    await db.query(POLL_TIMES);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const CANCELLED = `
  alter table diagnosis_round
    add column cancelled_at timestamptz,
    add column cancelled_by uuid,
    add column cancelled_because text check (length(cancelled_because) between 1 and 1000),
    add constraint cancelled_or_revealed check (cancelled_at is null or revealed_at is null),
    add constraint cancelled_with_reason check ((cancelled_at is null) = (cancelled_because is null)),
    add foreign key (locality_id, cancelled_by) references person (locality_id, id),
    drop constraint round_of_finding;
  create unique index round_of_finding on diagnosis_round (locality_id, finding_id) where cancelled_at is null;
  create index round_finding on diagnosis_round (locality_id, finding_id);
  grant update (cancelled_at, cancelled_by, cancelled_because) on diagnosis_round to followthrough_api;

  -- Never revealed once it is cancelled, whatever day it is.
  create or replace function kernel.is_revealed(one diagnosis_round) returns boolean language sql stable
    return one.cancelled_at is null and (one.revealed_at is not null or one.closes_on < today());
  create function kernel.is_over(one diagnosis_round) returns boolean language sql stable
    return one.cancelled_at is not null or kernel.is_revealed(one);
  grant execute on function kernel.is_over to followthrough_api;
`;

const GUARDS = `
  create or replace function kernel.guard_round() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.cancelled_at is not null then
      raise exception 'The round was cancelled: it cannot be changed any more' using errcode = 'FT422';
    end if;
    if tg_op = 'UPDATE' and (old.revealed_at is not null or (kernel.is_revealed(old) and (new.closes_on <> old.closes_on or new.cancelled_at is not null))) then
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

  create or replace function kernel.guard_diagnosis_round() returns trigger language plpgsql as $$
  begin
    if new.state = 'agreed' and old.state = 'open'
      and exists (select from diagnosis_round r where r.locality_id = new.locality_id and r.finding_id = new.finding_id and not kernel.is_over(r)) then
      raise exception 'A round is open: the diagnosis can be agreed when its views are revealed' using errcode = 'FT422';
    end if;
    return new;
  end $$;

  create or replace function kernel.guard_round_partner() returns trigger language plpgsql as $$
  declare
    one round_partner := case when tg_op = 'DELETE' then old else new end;
  begin
    if exists (select from diagnosis_round r where r.locality_id = one.locality_id and r.id = one.round_id and kernel.is_over(r)) then
      raise exception 'The round is over: it cannot be changed any more' using errcode = 'FT422';
    end if;
    return null;
  end $$;

  create or replace function kernel.guard_view() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    one partner_view := case when tg_op = 'DELETE' then old else new end;
  begin
    -- Held until the view is in, so that the round's end comes after it or before it and never between.
    perform from diagnosis_round r where r.locality_id = one.locality_id and r.id = one.round_id and not kernel.is_over(r) for share;
    if tg_op = 'DELETE' or not found then
      raise exception '%', case when exists (select from diagnosis_round r where r.locality_id = one.locality_id and r.id = one.round_id and r.cancelled_at is not null)
        then 'The round was cancelled: no view is written any more' else 'The views are revealed: none can be changed' end using errcode = 'FT422';
    end if;
    return one;
  end $$;

  create or replace function kernel.reveal_closed_rounds() returns void language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update diagnosis_round set revealed_at = clock_timestamp() where revealed_at is null and cancelled_at is null and closes_on < today();
  end $$;
`;

const STANDING = `
  -- A cancelled round asks nothing of actions any more.
  create or replace function awaits_agreement(finding uuid) returns boolean language sql stable
    return exists (select from diagnosis_round r where r.locality_id = current_locality() and r.finding_id = finding and r.cancelled_at is null)
      and not exists (select from diagnosis d where d.locality_id = current_locality() and d.finding_id = finding and d.state = 'agreed');
`;

const POLL_TIMES = `
  -- The poll's own times, for the record of the day: ballots have none.
  alter table poll add column opened_at timestamptz, add column closed_at timestamptz;
  alter table poll disable trigger user;
  update poll p set
    opened_at = (select a.at from audit a where a.locality_id = p.locality_id and a.row_id = p.id and a.table_name = 'poll' and a.change = 'update' and a.after ->> 'state' = 'open' order by a.position limit 1),
    closed_at = (select a.at from audit a where a.locality_id = p.locality_id and a.row_id = p.id and a.table_name = 'poll' and a.change = 'update' and a.after ->> 'state' = 'closed' order by a.position limit 1);
  alter table poll enable trigger user;

  create function kernel.note_poll_times() returns trigger language plpgsql as $$
  begin
    if old.state = 'draft' and new.state = 'open' then new.opened_at := coalesce(new.opened_at, clock_timestamp()); end if;
    if old.state = 'open' and new.state = 'closed' then new.closed_at := coalesce(new.closed_at, clock_timestamp()); end if;
    return new;
  end $$;
  create trigger times before update of state on poll for each row execute function kernel.note_poll_times();
`;
