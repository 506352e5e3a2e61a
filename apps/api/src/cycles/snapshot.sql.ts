import { type Contract, Cycle, CycleDifference, FrozenAmendment, FrozenCount, FrozenReport, statuses } from '@followthrough/contracts';
import { assessmentParts, factsForAll, judged } from '../assessments/published';
import { isOpen } from '../closures/published';
import { dashboardOf, NOW } from '../dashboard/published';
import { cursorSql } from '../kernel/cursor';
import { columns, jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';
import { milestoneCount, milestonesOf } from '../milestones/published';
import { amended } from '../versions/published';
import { shownCycle } from './cycles.sql';
import { frozenReport, linesOf, owedIn } from './published';

const PAGE = 100;
/** So many amendments go into a freeze word by word; the rest are counted. */
const MOST = 500;

/** The cycle before this one that is published: what it is compared with. */
export const LAST_PUBLISHED = `(select b.id from reporting_cycle b where b.plan_id = c.plan_id and b.state = 'published' and b.number < c.number order by b.number desc limit 1)`;

/**
 * Freezes a plan as it is at this moment, in one statement and so of one moment: every action with its state, three ratings, texts,
 * moves, milestones and names, and the plan's own part with words, figures and the amendments that wait for the board. $1 plan, $2 cycle,
 * which is frozen already.
 */
export const FREEZE = `
  ${amended(`a.nth <= ${MOST}`)},
  frozen as materialized (
    select a.id, c.id as cycle_id, c.edition,
      jsonb_build_object('ref', a.ref, 'title', a.title, 'horizon', a.horizon, 'priority', a.priority, 'successMeasure', a.success_measure, 'status', a.status, 'statusOn', a.status_on, 'due', coalesce(a.due_on::text, a.due_text), 'baseline', a.baseline_due_on,
        'ownerId', a.owner_id, 'owner', o.name, 'organisationId', a.accountable_organisation_id, 'organisation', g.name, 'overdue', ${isOpen('a')} and coalesce(a.due_on < today(), false),
        'reported', coalesce(u.reported_at >= c.counts_from, false), 'owed', ${isOpen('a')} and ${owedIn('a')},
        'assessed', j.assessed, 'flags', j.flags, 'overridden', j.overridden, 'deliveryConfidence', u.delivery_confidence, 'outcomeConfidence', u.outcome_confidence, 'milestones', ${milestoneCount('a.id')}) as state,
      jsonb_build_object('action', to_jsonb(a) - 'search', 'update', to_jsonb(u), 'decision', to_jsonb(d), 'reportedBy', r.name, 'onBehalfOf', b.name, 'accountablePerson', q.name,
        'moves', (select coalesce(jsonb_agg(to_jsonb(m) - 'xact' order by m.id), '[]') from due_move m where m.action_id = a.id), 'milestones', ${milestonesOf('a.id')},
        -- What the sentences of its flags are made of; where no flag is up there is nothing to say.
        'facts', case when j.flags <> '{}' or j.overridden <> '{}' then ${factsForAll} end, 'overrides', case when j.overridden <> '{}' then ${assessmentParts.overrides} end) as content
    from reporting_cycle c join action a on a.plan_id = c.plan_id and a.withdrawn_at is null
    left join status_update u on u.id = a.last_update_id left join decision_request d on d.id = u.decision_id
    left join person o on o.id = a.owner_id left join person q on q.id = a.accountable_person_id left join person r on r.id = u.reported_by left join person b on b.id = u.on_behalf_of
    left join organisation g on g.id = a.accountable_organisation_id
    ${judged}
    where c.id = $2 and c.plan_id = $1
  ),
  listed as materialized (
    select c.nth, jsonb_build_object('change', c.change, 'actionId', c.action_id, 'ref', c.ref, 'title', c.title, 'field', c.field, 'before', c.before, 'after', c.after, 'why', c.why, 'decision', c.decision,
      'marked', exists (select from action a where a.id = c.action_id and c.field = any (a.restricted))) as one
    from amendment c where c.nth <= ${MOST}
  )
  insert into cycle_part (cycle_id, edition, action_id, state, content)
  select cycle_id, edition, id, state, content from frozen
  union all
  select c.id, c.edition, null,
    jsonb_build_object('title', p.title, 'aim', p.aim, 'frozenOn', today(), 'cycle', jsonb_build_object('name', c.name, 'number', c.number, 'from', c.period_from, 'to', c.period_to, 'opens', c.opens_on, 'due', c.due_on, 'meets', c.meets_on, 'board', (select b.name from board b where b.id = c.board_id)),
      'actions', (select count(*) from frozen), 'overdue', (select count(*) from frozen where (state ->> 'overdue')::boolean), 'reported', (select count(*) from frozen where (state ->> 'reported')::boolean), 'owed', (select count(*) from frozen where (state ->> 'owed')::boolean),
      'doubtful', (select count(*) from frozen where state ->> 'assessed' <> state ->> 'status'),
      ${['status', 'assessed'].map((one) => `'${one === 'status' ? 'byStatus' : 'byAssessed'}', (select coalesce(jsonb_object_agg(s.status, s.many), '{}') from (select state ->> '${one}' as status, count(*) as many from frozen group by 1) s)`).join(', ')}),
    jsonb_build_object('words', (select jsonb_agg(jsonb_build_object('status', w.status, 'word', w.word, 'definition', w.definition, 'colour', w.colour, 'mark', w.mark) order by w.position, w.id) from status_word w), 'lines', ${assessmentParts.setting},
      -- The dashboard of this moment, for who looks at it as at this report; which other plans there are is no part of it.
      'dashboard', (${dashboardOf({ ...NOW, plan: '$1' })})::jsonb - 'plans',
      'doubts', (select coalesce(jsonb_agg(to_jsonb(s)), '[]') from (select state ->> 'status' as status, count(*) as actions, count(*) filter (where state ->> 'assessed' <> state ->> 'status') as doubtful from frozen group by 1) s),
      'since', (select 'Version ' || number || ', approved by ' || board from point where side = 1 and version_id is not null), 'amendmentCount', (select count(*) from agreed), 'amendments', (select coalesce(jsonb_agg(one order by nth), '[]') from listed))
  from reporting_cycle c join plan p on p.id = c.plan_id where c.id = $2`;

/** The bytes of one freeze, a JSON text a line: the plan's own part, then its actions by id. jsonb has one spelling, so they never differ. */
const bytesOf = (cycle: string, edition: string): string =>
  `(select string_agg(jsonb_build_object('actionId', x.action_id, 'state', x.state, 'content', x.content)::text || E'\\n', '' order by x.action_id nulls first) from cycle_part x where x.cycle_id = ${cycle} and x.edition = ${edition})`;

/** Publishes a frozen cycle, with the digest of its bytes. $1 cycle. */
export const PUBLISH = `
  update reporting_cycle c set state = 'published', published_at = now(), published_by = current_person(), compares_to_id = ${LAST_PUBLISHED},
    digest = encode(sha256(convert_to(${bytesOf('c.id', 'c.edition')}, 'UTF8')), 'hex') where c.id = $1`;

/** $1 cycle, which is published. */
export const cycleBytes = statement('cycles.bytes', `select ${bytesOf('c.id', 'c.edition')} as answer from reporting_cycle c where c.id = $1 and c.state = 'published'`);

const amendment: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['change', 'ref', 'title', 'field', 'decision'].map((key) => [key, `m.one ->> '${key}'`])),
  ...Object.fromEntries(['before', 'after', 'why'].map((key) => [key, `case when m.readable then m.one ->> '${key}' end`])),
  withheld: 'not m.readable',
};

const list = (contract: Contract, alias: string, made: Readonly<Record<string, string>>, from: string): string => jsonList(contract, alias, made, from);
const scope = ['title', 'horizon', 'successMeasure'];
/** Ratings that are compared where both freezes have them; older ones have the reported status alone. */
const rated = [['assessed', 'assessed'], ['delivery', 'deliveryConfidence'], ['outcome', 'outcomeConfidence']] as const;
const nextMilestone = (state: string): string => `(${state} -> 'milestones' ->> 'next') || ', ' || to_char((${state} -> 'milestones' ->> 'nextOn')::date, 'FMDD FMMonth YYYY')`;

/** Every way in which the actions of two freezes differ; a move of a date is told with the reasons of the moves made between them. */
const DIFFERENCES = `
  pair as materialized (
    select coalesce(h.action_id, w.action_id) as action_id, w.state as was, h.state as has, w.id as was_id, h.id as has_id
    from (select x.* from cycle_part x join one c on x.cycle_id = c.other_id and x.edition = c.other_edition where x.action_id is not null) w
    full join (select x.* from cycle_part x join one c on x.cycle_id = c.id and x.edition = c.shown and c.other_id is not null where x.action_id is not null) h on h.action_id = w.action_id
    where h.state is distinct from w.state
  ),
  difference as materialized (
    select d.*, row_number() over (order by d.rank, d.ref collate as_counted, d.action_id) as n from (
      select 1 as rank, 'status' as kind, action_id, has ->> 'ref' as ref, has ->> 'title' as title, was ->> 'status' as before, has ->> 'status' as after, was_id, has_id from pair where was ->> 'status' <> has ->> 'status'
      ${rated.map(([kind, key], at) => `union all select ${at + 2}, '${kind}', action_id, has ->> 'ref', has ->> 'title', was ->> '${key}', has ->> '${key}', was_id, has_id from pair where was ? '${key}' and has ? '${key}' and was ->> '${key}' is distinct from has ->> '${key}'`).join('\n      ')}
      union all select 5, 'due', action_id, has ->> 'ref', has ->> 'title', was ->> 'due', has ->> 'due', was_id, has_id from pair where was is not null and has is not null and was ->> 'due' is distinct from has ->> 'due'
      union all select 6, 'milestone', action_id, has ->> 'ref', has ->> 'title', ${nextMilestone('was')}, ${nextMilestone('has')}, was_id, has_id from pair where was ? 'milestones' and has ? 'milestones' and ${nextMilestone('was')} is distinct from ${nextMilestone('has')}
      union all select 7, 'owner', action_id, has ->> 'ref', has ->> 'title', was ->> 'owner', has ->> 'owner', was_id, has_id from pair where was is not null and has is not null and was ->> 'ownerId' is distinct from has ->> 'ownerId'
      union all select 8, 'scope', action_id, has ->> 'ref', has ->> 'title', was ->> s, has ->> s, was_id, has_id from pair cross join unnest(array[${scope.map((one) => `'${one}'`).join(', ')}]) s where was is not null and has is not null and was ->> s is distinct from has ->> s
      union all select 9, 'added', action_id, has ->> 'ref', has ->> 'title', null, has ->> 'due', was_id, has_id from pair where was is null
      union all select 10, 'removed', action_id, was ->> 'ref', was ->> 'title', was ->> 'status', null, was_id, has_id from pair where has is null
    ) d
  )`;

const moved = `case when d.kind = 'due' then (
  select string_agg(initcap(m ->> 'reason') || coalesce(': ' || (m ->> 'note'), '') || '. Agreed by ' || (m ->> 'agreed_by'), E'\\n' order by m ->> 'id')
  from cycle_part h cross join jsonb_array_elements(h.content -> 'moves') m
  where h.id = d.has_id and m ->> 'milestone_id' is null and not exists (select from cycle_part w cross join jsonb_array_elements(w.content -> 'moves') e where w.id = d.was_id and e ->> 'id' = m ->> 'id')) end`;

/** $1 cycle, $2 which freeze or null for the last, $3 place after which to go on, or null. */
export const cyclePage = statement(
  'cycles.page',
  `with one as materialized (
     select c.id, coalesce($2::integer, c.edition) as shown, b.id as other_id, b.edition as other_edition, b.name as other_name
     from reporting_cycle c left join reporting_cycle b on b.id = case when c.state = 'published' then c.compares_to_id else ${LAST_PUBLISHED} end where c.id = $1
   ),
   head as materialized (select x.state, x.content from cycle_part x join one c on x.cycle_id = c.id and x.edition = c.shown where x.action_id is null),
   other as materialized (select x.state from cycle_part x join one c on x.cycle_id = c.other_id and x.edition = c.other_edition where x.action_id is null),
   item as materialized (
     select x.id, row_number() over (order by (x.state ->> 'ref') collate as_counted, x.action_id) as n from cycle_part x join one c on x.cycle_id = c.id and x.edition = c.shown where x.action_id is not null
   ),
   page as materialized (
     select i.n, x.action_id, x.state, x.content, may_read_restricted() or not coalesce((x.content -> 'update' ->> 'restricted')::boolean, false) as readable
     from item i join cycle_part x on x.id = i.id where i.n > coalesce($3::integer, 0) order by i.n limit ${PAGE}
   ),
   ${DIFFERENCES}
   select (to_jsonb(y) || jsonb_build_object('planId', y."planId", 'planTitle', h.state ->> 'title', 'edition', o.shown, 'words', h.content -> 'words', 'lines', ${linesOf('h')}, 'frozenOn', h.state -> 'frozenOn', 'comparedWith', o.other_name,
     'figures', jsonb_build_object('actions', h.state -> 'actions', 'overdue', h.state -> 'overdue', 'reported', h.state -> 'reported', 'owed', h.state -> 'owed', 'doubtful', h.state -> 'doubtful',
       'byStatus', ${list(FrozenCount, 's', { status: 's.status', count: `coalesce((h.state -> 'byStatus' ->> s.status)::integer, 0)`, assessed: `case when h.state ? 'byAssessed' then coalesce((h.state -> 'byAssessed' ->> s.status)::integer, 0) end`, before: `(select coalesce((b.state -> 'byStatus' ->> s.status)::integer, 0) from other b)` }, `from unnest(array[${statuses.map((one) => `'${one}'`).join(', ')}]) with ordinality s(status, at) order by s.at`)}),
     'differenceCount', (select count(*) from difference), 'differences', ${list(CycleDifference, 'd', { why: moved, before: 'left(d.before, 600)', after: 'left(d.after, 600)' }, 'from difference d where $3::integer is null and d.n <= 500 order by d.n')},
     'amendmentsSince', h.content -> 'since', 'amendmentCount', h.content -> 'amendmentCount',
     'amendments', ${list(FrozenAmendment, 'm', amendment, `from (select e.one, e.at, may_read_restricted() or not (e.one ->> 'marked')::boolean as readable from jsonb_array_elements(h.content -> 'amendments') with ordinality e(one, at) where $3::integer is null) m order by m.at`)},
     'items', ${list(FrozenReport, 'i', frozenReport, 'from page i order by i.n')},
     'next', (select ${cursorSql('cycle', 'max(n)')} from page having max(n) < (select max(n) from item))))::text as answer
   from one o cross join head h cross join lateral (select ${columns(Cycle, 'y', shownCycle)}, y.plan_id as "planId" from reporting_cycle y where y.id = o.id) y`,
);
