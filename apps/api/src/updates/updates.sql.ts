import { StatusUpdate, UpdateDesk, UpdateReported } from '@followthrough/contracts';
import { assessmentOf } from '../assessments/published';
import { boardChoices, firstBoard } from '../boards/published';
import { isUnanswered, owesReport } from '../closures/published';
import { isOwedByMe, withCycle } from '../cycles/published';
import { hasAccount, nameOf } from '../kernel/person';
import { columns, jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { shownWords } from '../status-words/published';
import { myDraftOf } from '../update-drafts/published';
import { lacksOf, saidColumns, updatePage } from './published';

const first = statement('updates.first', `select ${updatePage('a.id')}::text as answer from action a where a.id = $1 and a.withdrawn_at is null`);
const further = statement('updates.further', `select ${updatePage('a.id', 'and (u.as_of, u.id) < ($2::date, $3::uuid)')}::text as answer from action a where a.id = $1 and a.withdrawn_at is null`);
export const updatesOf = { first, further };

/** What is known of the actions that are reported on. Locks them in one order, so that what was judged is what is written and two who report on the same ones wait for each other. */
export const reportFacts = `select a.id as "actionId", a.owner_id as "ownerId", a.accountable_person_id as "accountablePersonId", a.closure_state as "closureState", a.disposition, a.evidence_kind as "evidenceKind",
    case when said.status = 'complete' then (select coalesce(json_agg(json_build_object('kind', s.kind, 'line', s.line)), '[]') from kernel.standing_evidence(a.locality_id, a.id) s) else '[]' end as standing,
    a.last_update_id as "lastUpdateId", (select json_build_object('by', ${nameOf('u.reported_by')}, 'on', u.as_of) from status_update u where u.id = a.last_update_id) as "lastSaid",
    coalesce(said."onBehalfOfId" is not null and ${hasAccount('said."onBehalfOfId"')}, false) as "namedHasAccount",
    coalesce(said."correctsId" is not null and exists (select from status_update u where u.id = said."correctsId" and u.action_id = a.id and u.withdrawn_at is null), false) as "correctsOwn"
  from jsonb_to_recordset($1::jsonb) as said("actionId" uuid, status text, "onBehalfOfId" uuid, "correctsId" uuid) join action a on a.id = said."actionId" and a.withdrawn_at is null
  order by a.id for no key update of a`;

/**
 * The hottest write, as one statement for one update or many: the decisions asked for, the updates, and the state kept on
 * each action. Nothing is reported of what has ended. $1: the updates as JSON, at most one an action. What is written is left
 * in `kept` and `told`, their order in `said`.
 */
const written = `said as materialized (
      select s.*, d.*, a.id as here, case when d.what is not null then uuidv7() end as decision_id
      from (select t.at, t.one, x.* from jsonb_array_elements($1::jsonb) with ordinality as t(one, at), jsonb_to_record(t.one) as x("actionId" uuid, status text, narrative text, "pathToGreen" text, "forecastOn" date, restricted boolean, "onBehalfOfId" uuid, "correctsId" uuid, "deliveryConfidence" text, "outcomeConfidence" text, "daysSpent" numeric, "daysLeft" numeric, decision jsonb)) s
        left join lateral jsonb_to_record(nullif(s.decision, 'null')) as d(what text, "boardId" uuid, "fromWhom" text, "neededBy" date) on true
        join action a on a.id = s."actionId" and a.withdrawn_at is null and a.disposition is null),
    -- Whoever names a board asks that board.
    asked as (
      insert into decision_request (id, action_id, what, board_id, from_whom, needed_by)
      select s.decision_id, s.here, s.what, b.id, case when b.id is null then s."fromWhom" end, s."neededBy" from said s
        cross join lateral (select coalesce(s."boardId", (select b.id from board b where lower(b.name) = lower(s."fromWhom") and b.retired_on is null)) as id) b
      where s.decision_id is not null),
    told as (
      insert into status_update (action_id, status, narrative, path_to_green, forecast_on, restricted, on_behalf_of, corrects_id, decision_id, delivery_confidence, outcome_confidence, days_spent, days_left)
      select s.here, s.status, s.narrative, s."pathToGreen", s."forecastOn", coalesce(s.restricted, false), s."onBehalfOfId", s."correctsId", s.decision_id, s."deliveryConfidence", s."outcomeConfidence", s."daysSpent", s."daysLeft" from said s order by s.at
      returning id, action_id, status, as_of, decision_id),
    kept as (update action a set status = told.status, status_on = told.as_of, last_update_id = told.id from told where a.id = told.action_id returning a.id, a.version)`;
const fresh = (order = ''): string => `select ${columns(UpdateReported, 'told', { updateId: 'told.id', version: 'kept.version' })} from told join kept on kept.id = told.action_id ${order}`;

export const reportUpdate = statement('updates.report', `with ${written} select to_json(t)::text as answer from (${fresh()}) t`);
export const reportUpdates = statement('updates.batch', `with ${written} select json_build_object('items', coalesce(json_agg(t), '[]'))::text as answer from (${fresh('join said on said.here = told.action_id order by said.at')}) t`);

/** The same answer once more, after what follows from a report changed the action again. */
export const reported = statement('updates.reported', jsonRow(UpdateReported, 'u', { updateId: 'u.id', version: 'a.version' }, 'from status_update u join action a on a.id = u.action_id where u.id = $1'));
export const reportedMany = statement(
  'updates.reported-many',
  `select json_build_object('items', ${jsonList(UpdateReported, 'u', { updateId: 'u.id', version: 'a.version' }, 'from unnest($1::uuid[]) with ordinality as o(id, at) join status_update u on u.id = o.id join action a on a.id = u.action_id order by o.at')})::text as answer`,
);

/** To report an action complete is to claim it. $1: the claims as JSON. */
export const claimed = `insert into closure (action_id, state, update_id, on_behalf_of, reason)
  select c."actionId", 'claimed', c."updateId", c."onBehalfOfId", c.reason from jsonb_to_recordset($1::jsonb) as c("actionId" uuid, "updateId" uuid, "onBehalfOfId" uuid, reason text) order by c."actionId"`;

/** Actions of the person asking that they owe a report on, in the order of My work. Also what "the next one" is taken from. */
export const owedByMe = `select o.id, o.ref, o.title, c.name as "reportName", c.due_on as "reportDueOn" from action o ${withCycle('o')}
  where o.withdrawn_at is null and ${owesReport('o')} and (o.owner_id = current_person() or o.accountable_person_id = current_person())
    and (${isOwedByMe('o')} or o.status = 'complete' or exists (select from status_update u where u.id = o.last_update_id and (cardinality(${lacksOf}) > 0 or ${isUnanswered('o', 'u')})))
  order by c.due_on, coalesce(o.due_on, 'infinity'), o.ref limit 200`;

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
