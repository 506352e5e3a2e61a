import { FrozenReport, PastAction, PastDashboard, PastReport } from '@followthrough/contracts';
import { frozenReport, linesOf } from '../cycles/published';
import { dashboardOf } from '../dashboard/published';
import { columns, jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';
import { movesOf } from '../milestones/published';
import { shownWords } from '../status-words/published';
import { updatePage } from '../updates/published';
import { actionsThen, asAt, COUNTED_THEN, MADE, MOMENT, nameThen, RECORDED_FROM, SEEN_THEN } from './moment.sql';
import { tableThen } from './tables-then.sql';

/** The words of the report, or today's: what a state was called on a day is not rebuilt. */
export const wordsThen = `coalesce((select h.content -> 'words' from head h)::json, ${shownWords})`;
const plans = `(select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.title) order by lower(p.title)), '[]') from plan p where p.withdrawn_at is null)`;

export const pastReports = statement(
  'past.reports',
  `select json_build_object('items', ${jsonList(PastReport, 'c', { planTitle: 'p.title' }, `from reporting_cycle c join plan p on p.id = c.plan_id and p.withdrawn_at is null where c.state = 'published' order by c.frozen_at desc limit 500`)}, 'recordedFrom', ${RECORDED_FROM})::text as answer`,
);

/** A report has its dashboard in it; older reports and days are counted from the actions as they were. */
export const pastDashboard = statement(
  'past.dashboard',
  `with ${MOMENT}, ${tableThen('board', ['id', 'name'])}, ${COUNTED_THEN}
   select case when exists (select from head h where h.content ? 'dashboard')
     then (select h.content -> 'dashboard' || jsonb_build_object('plans', ${plans}, 'board', null, 'nextBoardOn', null, 'asAt', ${asAt}, 'frozen', true, 'doubts', h.content -> 'doubts') from head h)::text
     else (${dashboardOf(SEEN_THEN, PastDashboard, { words: wordsThen, asAt, frozen: 'false', doubts: `(select h.content -> 'doubts' from head h)` })}) end as answer
   from moment m`,
);

const EVERYTHING = ['id', 'plan_id', 'ref', 'title', 'description', 'horizon', 'priority', 'theme', 'owner_id', 'accountable_person_id', 'accountable_organisation_id', 'start_on', 'start_text', 'baseline_due_on', 'due_on', 'due_text', 'due_text_kept', 'success_measure', 'evidence_kind', 'resources', 'risks', 'next_steps', 'days_needed', 'milestones', 'restricted', 'status', 'status_on', 'last_update_id', 'closure_state', 'disposition', 'closed_on', 'withdrawn_at', 'created_on'];

/** What was marked then or is marked now stays restricted. */
const marked = (text: string): string => `('${text}' = any (a.restricted) or exists (select from action n where n.id = a.id and '${text}' = any (n.restricted)))`;
const narrative = (text: string, column: string): string => `case when may_read_restricted() or not ${marked(text)} then a.${column} end`;
const texts = { description: 'description', resources: 'resources', risks: 'risks', nextSteps: 'next_steps' };

/** $1 report, $2 day, $3 plan or null, $4 action. */
export const pastAction = statement(
  'past.action',
  `with ${MOMENT}, ${actionsThen(EVERYTHING, 'a.id = $4::uuid')}
   select to_json(t)::text as answer from (select ${columns(PastAction, 'a', {
     ...Object.fromEntries(Object.entries(texts).map(([text, column]) => [text, narrative(text, column)])),
     asAt,
     wasThere: 'a.withdrawn_at is null',
     planTitle: `coalesce((select h.state ->> 'title' from head h), p.title)`,
     ownerName: `coalesce(a.state ->> 'owner', ${nameThen('a.owner_id')})`,
     accountablePersonName: `coalesce(a.content ->> 'accountablePerson', ${nameThen('a.accountable_person_id')})`,
     organisationName: `coalesce(a.state ->> 'organisation', ${nameThen('a.accountable_organisation_id')})`,
     overdue: `coalesce(a.due_on < m.day and a.status not in ('complete', 'embedded') and a.disposition is null, false)`,
     withheld: `case when may_read_restricted() then '{}'::text[] else array_remove(array[${Object.keys(texts).map((text) => `case when ${marked(text)} then '${text}' end`).join(', ')}], null) end`,
     moves: movesOf('a.id', `and ${MADE}`),
     updates: `(${updatePage('a.id', 'and u.reported_at < (select x.since from moment x)')} -> 'items')`,
     report: `(select to_json(r) from (select ${columns(FrozenReport, 'i', frozenReport)} from (select a.id as action_id, a.state, a.content, may_read_restricted() or not coalesce((a.content -> 'update' ->> 'restricted')::boolean, false) as readable) i where a.state is not null) r)`,
     lines: `(select ${linesOf('h')} from head h)`,
     words: wordsThen,
   })} from was a cross join moment m join plan p on p.id = a.plan_id) t`,
);
