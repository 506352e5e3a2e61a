import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an outcome came of: a question or a poll of its summit, as it stood when the outcome was captured. */
export class Origins1763700000022 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table outcome_origin (
        locality_id uuid not null default current_locality() references locality,
        id uuid not null default uuidv7(),
        outcome_id uuid not null,
        question_id uuid,
        poll_id uuid,
        text text not null check (length(text) between 1 and 500),
        choice text check (length(choice) between 1 and 120),
        votes integer not null check (votes >= 0),
        place integer check (place > 0),
        places integer check (places > 0),
        primary key (locality_id, id),
        unique (locality_id, outcome_id, question_id),
        unique (locality_id, outcome_id, poll_id, choice),
        foreign key (locality_id, outcome_id) references outcome (locality_id, id),
        foreign key (locality_id, question_id) references question (locality_id, id),
        foreign key (locality_id, poll_id) references poll (locality_id, id),
        constraint question_or_poll check (num_nonnulls(question_id, poll_id) = 1),
        check (choice is null or poll_id is not null),
        check ((place is null) = (places is null) and place <= places)
      );
      call kernel.make_tenant('outcome_origin', 'append_only');
      -- As before; what a room asked and voted is part of the record too.
      create or replace function kernel.guard_record() returns trigger language plpgsql as $$
      declare
        part jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end); found text;
      begin
        select s.state into found from summit s where s.locality_id = (part ->> 'locality_id')::uuid and s.id = coalesce(
          (part ->> 'summit_id')::uuid,
          (select o.summit_id from outcome o where o.locality_id = s.locality_id and o.id = (part ->> 'outcome_id')::uuid),
          (select i.summit_id from agenda_item i where i.locality_id = s.locality_id and i.id = (part ->> 'agenda_item_id')::uuid),
          (select r.summit_id from room r where r.locality_id = s.locality_id and r.id = (part ->> 'room_id')::uuid)) for share;
        if found = 'published' then raise exception 'A published summit stays as it is' using errcode = 'FT422'; end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$;
      create trigger guard_published before update on question for each row execute function kernel.guard_record();
      create trigger guard_published before update on poll for each row execute function kernel.guard_record();
      create trigger guard_published before insert on outcome_origin for each row execute function kernel.guard_record();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}
