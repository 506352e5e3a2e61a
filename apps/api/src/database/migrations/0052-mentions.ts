import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is asked to look at what somebody said. */
export class Mentions1763700000052 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(MENTIONS);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const MENTIONS = `
  alter table answer add constraint answer_of_thread unique (locality_id, thread_id, id);

  -- Of what was raised, or of an answer to it. It stays in My work until the person has seen it or answers.
  create table mention (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    thread_id uuid not null,
    answer_id uuid,
    person_id uuid not null,
    mentioned_by uuid not null default current_person(),
    mentioned_at timestamptz not null default now(),
    seen_at timestamptz,
    primary key (locality_id, id),
    constraint mention_once unique nulls not distinct (locality_id, thread_id, answer_id, person_id),
    foreign key (locality_id, thread_id) references thread (locality_id, id),
    foreign key (locality_id, thread_id, answer_id) references answer (locality_id, thread_id, id),
    foreign key (locality_id, person_id) references person (locality_id, id),
    foreign key (locality_id, mentioned_by) references person (locality_id, id),
    check (person_id <> mentioned_by)
  );
  create index mention_unseen on mention (locality_id, person_id, id) where seen_at is null;
  call kernel.make_tenant('mention', 'editable');
  revoke update on mention from followthrough_api;
  grant update (seen_at) on mention to followthrough_api;
  -- Nobody says of another that they have seen it, and what was seen stays so.
  create policy own on mention as restrictive for update using (person_id = current_person() and seen_at is null) with check (person_id = current_person());

  alter table snooze drop constraint snooze_kind_check,
    add constraint snooze_kind_check check (kind in ('update', 'decision', 'view', 'verification', 'look', 'amendment', 'assignment', 'mention'));
`;
