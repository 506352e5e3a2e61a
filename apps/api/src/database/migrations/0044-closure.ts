import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AMENDED, FIGURES } from './closure-figures';
import { KEEPING, LOOKS, PLANS, RULES } from './closure-rules';

/** Closure that means it: evidence, a second person, two looks later, and plans that close when each action is accounted for. */
export class Closure1763700000044 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(EVIDENCE);
    await db.query(STEPS);
    await db.query(RULES);
    await db.query(LOOKS);
    await db.query(KEEPING);
    await db.query(PLANS);
    await db.query(FIGURES);
    await db.query(AMENDED);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const EVIDENCE = `
  -- The kind of evidence agreed when the action was made. What follows it is kept by the steps of its closure and by nothing else.
  alter table action add column evidence_kind text check (evidence_kind in ('document', 'data', 'observation', 'testimony'));
  alter table action add column closure_state text check (closure_state in ('claimed', 'accepted', 'returned', 'sustained', 'reopened', 'transferred', 'stopped', 'superseded'));
  alter table action add column disposition text check (disposition in ('done', 'transferred', 'stopped', 'superseded'));
  alter table action add column closed_on date;
  alter table action add constraint closed_with_disposition check ((disposition is null) = (closed_on is null));
  -- What was verified before closing had steps stays what it was.
  update action set closure_state = 'sustained', disposition = 'done', closed_on = status_on where status = 'embedded';
  -- What has ended otherwise is no longer counted, so the index that the dashboard scans says so.
  drop index action_standing;
  create index action_standing on action (locality_id, status, due_on, id)
    include (plan_id, horizon, accountable_organisation_id, status_on, last_update_id, start_on, days_needed, disposition) where withdrawn_at is null;
  create index action_closure on action (locality_id, closure_state, plan_id) where withdrawn_at is null and closure_state is not null;

  -- The assessed status reads milestones as well.
  alter table flag_override drop constraint flag_override_flag_check, add constraint flag_override_flag_check
    check (flag in ('past_due', 'milestone_late', 'forecast_late', 'not_begun', 'blocked', 'measure_concern', 'measure_fail', 'silent', 'moved_often', 'same_words', 'no_owner', 'owner_left', 'low_confidence', 'no_path', 'no_evidence'));

  alter table file drop constraint file_size_check, add constraint file_size_check check (size between 1 and 20971520);
  alter table file_content drop constraint file_content_content_check, add constraint file_content_content_check check (length(content) between 1 and 20971520);

  -- Never altered: a correction is a new row that points at the old one, which counts no more.
  create table evidence (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    action_id uuid not null,
    kind text not null check (kind in ('document', 'data', 'observation', 'testimony')),
    -- Who stands behind it: those who did the work, who oversee it, or who are independent of it.
    line text not null check (line in ('first', 'second', 'third')),
    title text not null check (length(title) between 1 and 200),
    url text check (url ~ '^https?://'),
    file_id uuid,
    words text check (length(words) between 1 and 4000),
    restricted boolean not null default false,
    update_id uuid,
    corrects_id uuid,
    given_by uuid default current_person(),
    given_at timestamptz not null default clock_timestamp(),
    primary key (locality_id, id),
    constraint evidence_corrected_once unique (locality_id, corrects_id),
    unique (locality_id, action_id, id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, file_id) references file (locality_id, id),
    foreign key (locality_id, update_id) references status_update (locality_id, id),
    foreign key (locality_id, action_id, corrects_id) references evidence (locality_id, action_id, id),
    foreign key (locality_id, given_by) references person (locality_id, id),
    constraint something_to_look_at check (case when kind in ('document', 'data') then num_nonnulls(url, file_id) > 0 else words is not null end)
  );
  create index evidence_action on evidence (locality_id, action_id, id);
  call kernel.make_tenant('evidence', 'append_only');
  -- Who gave it and when is not for a request to say.
  revoke insert on evidence from followthrough_api;
  grant insert (action_id, kind, line, title, url, file_id, words, restricted, update_id, corrects_id) on evidence to followthrough_api;
`;

const STEPS = `
  -- An offer to another programme or body to take the action over; it is theirs once somebody there has accepted.
  create table transfer (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    action_id uuid not null,
    programme_id uuid,
    receiver text check (length(receiver) between 1 and 200),
    new_owner text not null check (length(new_owner) between 1 and 200),
    reason text not null check (length(reason) between 1 and 1000),
    state text not null default 'offered' check (state in ('offered', 'accepted', 'declined', 'withdrawn')),
    offered_by uuid default current_person(),
    offered_on date not null default today(),
    answered_by text check (length(answered_by) between 1 and 200),
    answered_on date,
    note text check (length(note) between 1 and 1000),
    recorded_by uuid,
    primary key (locality_id, id),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, programme_id) references programme (locality_id, id),
    foreign key (locality_id, offered_by) references person (locality_id, id),
    foreign key (locality_id, recorded_by) references person (locality_id, id),
    constraint transfer_receiver check (num_nonnulls(programme_id, receiver) = 1),
    constraint transfer_answer check ((state = 'offered') = (answered_on is null) and (state not in ('accepted', 'declined') or answered_by is not null))
  );
  create unique index transfer_open on transfer (locality_id, action_id) where state = 'offered';
  create index transfer_action on transfer (locality_id, action_id, id);
  call kernel.make_tenant('transfer', 'editable');
  revoke insert, update on transfer from followthrough_api;
  grant insert (action_id, programme_id, receiver, new_owner, reason) on transfer to followthrough_api;
  grant update (state, answered_by, note) on transfer to followthrough_api;

  -- Every step of every closure, in order. The last one is where the action stands.
  create table closure (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    action_id uuid not null,
    number integer not null default 0,
    state text not null check (state in ('claimed', 'accepted', 'returned', 'sustained', 'reopened', 'transferred', 'stopped', 'superseded')),
    person_id uuid default current_person(),
    -- Of a claim: the update that it is, whose report it is, who owned the action then, and whether a finding said must.
    update_id uuid,
    on_behalf_of uuid,
    owner_id uuid,
    answers_must boolean not null default false,
    reason text check (length(reason) between 1 and 2000),
    agreed_by text check (length(agreed_by) between 1 and 200),
    by_action_id uuid,
    transfer_id uuid,
    on_day date not null default today() check (on_day <= today()),
    at timestamptz not null default clock_timestamp(),
    primary key (locality_id, id),
    constraint closure_step unique (locality_id, action_id, number),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, by_action_id) references action (locality_id, id),
    foreign key (locality_id, transfer_id) references transfer (locality_id, id),
    foreign key (locality_id, update_id) references status_update (locality_id, id),
    foreign key (locality_id, person_id) references person (locality_id, id),
    foreign key (locality_id, on_behalf_of) references person (locality_id, id),
    constraint closure_reason check (state not in ('returned', 'reopened', 'stopped', 'superseded') or reason is not null),
    constraint stopped_by_agreement check (state <> 'stopped' or agreed_by is not null),
    constraint superseded_by_another check ((state = 'superseded') = (by_action_id is not null) and by_action_id is distinct from action_id),
    constraint transferred_to_somebody check ((state = 'transferred') = (transfer_id is not null))
  );
  call kernel.make_tenant('closure', 'append_only');
  revoke insert on closure from followthrough_api;
  grant insert (action_id, state, update_id, on_behalf_of, reason, agreed_by, by_action_id, transfer_id) on closure to followthrough_api;

  -- Whether it has held, looked at months after it was accepted. Made by the acceptance, answered once.
  create table sustain_check (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    version integer not null default 1,
    action_id uuid not null,
    closure_id uuid not null,
    months smallint not null check (months in (3, 6)),
    due_on date not null,
    result text check (result in ('held', 'not_held')),
    seen text check (length(seen) between 1 and 2000),
    checked_by uuid,
    checked_on date,
    primary key (locality_id, id),
    unique (locality_id, closure_id, months),
    foreign key (locality_id, action_id) references action (locality_id, id),
    foreign key (locality_id, closure_id) references closure (locality_id, id),
    foreign key (locality_id, checked_by) references person (locality_id, id),
    constraint seen_and_said check ((result is null) = (seen is null) and (result is null) = (checked_on is null))
  );
  create index sustain_check_action on sustain_check (locality_id, action_id);
  create index sustain_check_due on sustain_check (locality_id, due_on) where result is null;
  call kernel.make_tenant('sustain_check', 'editable');
  revoke insert, update on sustain_check from followthrough_api;
  grant update (result, seen) on sustain_check to followthrough_api;
`;
