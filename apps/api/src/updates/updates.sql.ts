import { StatusUpdate, UpdateDesk, UpdateReported } from '@followthrough/contracts';
import { assessmentOf } from '../assessments/published';
import { boardChoices, firstBoard } from '../boards/published';
import { isOwedByMe, withCycle } from '../cycles/published';
import { hasAccount, nameOf } from '../kernel/person';
import { columns, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { shownWords } from '../status-words/published';
import { lacksOf, saidColumns, updatePage } from './published';

const first = statement('updates.first', `select ${updatePage('a.id')}::text as answer from action a where a.id = $1 and a.withdrawn_at is null`);
const further = statement('updates.further', `select ${updatePage('a.id', 'and (u.as_of, u.id) < ($2::date, $3::uuid)')}::text as answer from action a where a.id = $1 and a.withdrawn_at is null`);
export const updatesOf = { first, further };

/** Those who called the action complete since it was last open: none of them may verify it. */
const completedBy = `array(select distinct who from status_update u, unnest(array[u.reported_by, u.on_behalf_of]) as who
  where u.action_id = a.id and u.status = 'complete' and u.withdrawn_at is null and who is not null
    and not exists (select from status_update o where o.action_id = a.id and o.withdrawn_at is null and o.status not in ('complete', 'embedded') and (o.as_of, o.id) > (u.as_of, u.id)))`;

/** What the rare reports need to know. Locks the action, so that what was judged is what is written. */
export const reportFacts = `select a.owner_id as "ownerId", a.accountable_person_id as "accountablePersonId", a.status, ${completedBy} as "completedBy",
    coalesce($2::uuid is not null and ${hasAccount('$2::uuid')}, false) as "namedHasAccount",
    coalesce($3::uuid is not null and exists (select from status_update u where u.id = $3::uuid and u.action_id = a.id and u.withdrawn_at is null), false) as "correctsOwn"
  from action a where a.id = $1 and a.withdrawn_at is null for no key update`;

/** The hottest write, as one statement: the decision asked for, the update, and the state kept on the action. */
export const reportUpdate = statement(
  'updates.report',
  `with here as (select a.id from action a where a.id = $1 and a.withdrawn_at is null),
    -- Whoever names a board asks that board.
    board as (select coalesce($13::uuid, (select b.id from board b where lower(b.name) = lower($11::text) and b.retired_on is null)) as id),
    asked as (insert into decision_request (action_id, what, board_id, from_whom, needed_by) select h.id, $10::text, b.id, case when b.id is null then $11::text end, $12::date from here h cross join board b where $10::text is not null returning id),
    told as (
      insert into status_update (action_id, status, narrative, path_to_green, forecast_on, evidence, restricted, on_behalf_of, corrects_id, decision_id, delivery_confidence, outcome_confidence)
      select id, $2::text, $3::text, $4::text, $5::date, $6::text, $7::boolean, $8::uuid, $9::uuid, (select id from asked), $14::text, $15::text from here
      returning id, action_id, status, as_of, decision_id),
    kept as (update action a set status = told.status, status_on = told.as_of, last_update_id = told.id from told where a.id = told.action_id returning a.version)
  select to_json(t)::text as answer from (select ${columns(UpdateReported, 'told', { updateId: 'told.id', version: 'kept.version' })} from told, kept) t`,
);

/** Open actions of the person asking, those longest without an update first. Also what "the next one" is taken from. */
export const owedByMe = `select o.id, o.ref, o.title, c.name as "reportName", c.due_on as "reportDueOn" from action o ${withCycle('o')}
  where o.withdrawn_at is null and o.status not in ('complete', 'embedded') and (o.owner_id = current_person() or o.accountable_person_id = current_person())
    and (${isOwedByMe('o')} or cardinality((select ${lacksOf} from status_update u where u.id = o.last_update_id)) > 0)
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
      mayVerify: `current_person() is distinct from a.owner_id and not current_person() = any (${completedBy})`,
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
