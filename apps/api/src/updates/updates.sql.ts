import { StatusUpdate, UpdateDesk, UpdateReported } from '@followthrough/contracts';
import { assessmentOf } from '../assessments/published';
import { boardChoices, firstBoard } from '../boards/published';
import { isUnanswered, owesReport } from '../closures/published';
import { isOwedByMe, withCycle } from '../cycles/published';
import { hasAccount, nameOf } from '../kernel/person';
import { columns, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { shownWords } from '../status-words/published';
import { myDraftOf } from '../update-drafts/published';
import { lacksOf, saidColumns, updatePage } from './published';

const first = statement('updates.first', `select ${updatePage('a.id')}::text as answer from action a where a.id = $1 and a.withdrawn_at is null`);
const further = statement('updates.further', `select ${updatePage('a.id', 'and (u.as_of, u.id) < ($2::date, $3::uuid)')}::text as answer from action a where a.id = $1 and a.withdrawn_at is null`);
export const updatesOf = { first, further };

/** What the rare reports need to know. Locks the action, so that what was judged is what is written. */
export const reportFacts = `select a.owner_id as "ownerId", a.accountable_person_id as "accountablePersonId", a.closure_state as "closureState", a.disposition, a.evidence_kind as "evidenceKind",
    (select coalesce(json_agg(json_build_object('kind', s.kind, 'line', s.line)), '[]') from kernel.standing_evidence(a.locality_id, a.id) s) as standing,
    coalesce($2::uuid is not null and ${hasAccount('$2::uuid')}, false) as "namedHasAccount",
    coalesce($3::uuid is not null and exists (select from status_update u where u.id = $3::uuid and u.action_id = a.id and u.withdrawn_at is null), false) as "correctsOwn"
  from action a where a.id = $1 and a.withdrawn_at is null for no key update`;

/** The hottest write, as one statement: the decision asked for, the update, and the state kept on the action. Nothing is reported of what has ended. */
export const reportUpdate = statement(
  'updates.report',
  `with here as (select a.id from action a where a.id = $1 and a.withdrawn_at is null and a.disposition is null),
    -- Whoever names a board asks that board.
    board as (select coalesce($12::uuid, (select b.id from board b where lower(b.name) = lower($10::text) and b.retired_on is null)) as id),
    asked as (insert into decision_request (action_id, what, board_id, from_whom, needed_by) select h.id, $9::text, b.id, case when b.id is null then $10::text end, $11::date from here h cross join board b where $9::text is not null returning id),
    told as (
      insert into status_update (action_id, status, narrative, path_to_green, forecast_on, restricted, on_behalf_of, corrects_id, decision_id, delivery_confidence, outcome_confidence)
      select id, $2::text, $3::text, $4::text, $5::date, $6::boolean, $7::uuid, $8::uuid, (select id from asked), $13::text, $14::text from here
      returning id, action_id, status, as_of, decision_id),
    kept as (update action a set status = told.status, status_on = told.as_of, last_update_id = told.id from told where a.id = told.action_id returning a.version)
  select to_json(t)::text as answer from (select ${columns(UpdateReported, 'told', { updateId: 'told.id', version: 'kept.version' })} from told, kept) t`,
);

/** The same answer once more, after what follows from a report changed the action again. */
export const reported = statement('updates.reported', jsonRow(UpdateReported, 'u', { updateId: 'u.id', version: 'a.version' }, 'from status_update u join action a on a.id = u.action_id where u.id = $1'));

/** Actions of the person asking that they owe a report on, those longest without an update first. Also what "the next one" is taken from. */
export const owedByMe = `select o.id, o.ref, o.title, c.name as "reportName", c.due_on as "reportDueOn" from action o ${withCycle('o')}
  where o.withdrawn_at is null and ${owesReport('o')} and (o.owner_id = current_person() or o.accountable_person_id = current_person())
    and (${isOwedByMe('o')} or o.status = 'complete' or exists (select from status_update u where u.id = o.last_update_id and (cardinality(${lacksOf}) > 0 or ${isUnanswered('o', 'u')})))
  order by c.due_on, case when o.last_update_id is null then '-infinity' else o.status_on end, o.ref limit 200`;

export const updateDesk = statement(
  'updates.desk',
  jsonRow(
    UpdateDesk,
    'a',
    {
      reportName: 'c.name',
      reportDueOn: 'c.due_on',
      moves: '(select count(*) from due_move d where d.action_id = a.id and d.milestone_id is null)',
      ownerName: nameOf('a.owner_id'),
      ownerHasAccount: hasAccount('a.owner_id'),
      standing: `(select count(*) from kernel.standing_evidence(a.locality_id, a.id) s where s.kind = coalesce(a.evidence_kind, s.kind))`,
      closed: 'a.disposition is not null',
      draft: myDraftOf('a.id'),
      last: `(select to_json(o) from (select ${columns(StatusUpdate, 'u', saidColumns)} from status_update u where u.id = a.last_update_id) o)`,
      assessment: assessmentOf('a.id'),
      openThreads: `(select count(*) from thread t where t.action_id = a.id and t.state = 'open')`,
      boardId: firstBoard('a.plan_id', 'b.id'),
      boards: boardChoices('a.plan_id'),
      words: shownWords,
      owed: `(select coalesce(json_agg(t), '[]') from (${owedByMe}) t)`,
    },
    `from action a ${withCycle('a')} where a.id = $1 and a.withdrawn_at is null`,
  ),
);
