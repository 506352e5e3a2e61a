import { boardChoices, firstBoard } from '../boards/published';
import { Amendment, Approval, Change, DecidedAmendment, FrozenAction, markedNarratives, PlanVersion } from '@followthrough/contracts';
import { cursorSql } from '../kernel/cursor';
import { nameOf } from '../kernel/person';
import { columns, jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';
import { amended, compared, SHOWN } from './changes.sql';
import { amendmentFigures } from './figures.sql';
import { namesOf, NOW, PARTS } from './state.sql';

const PAGE = 100;

const version = { recordedByName: nameOf('v.recorded_by'), actions: '(select count(*) from plan_version_part x where x.version_id = v.id and x.action_id is not null)' };
const approvals = jsonList(Approval, 'v', {}, 'from plan_version v where v.plan_id = $1 order by v.number desc limit 500');
const counts = `(select json_build_object('waiting', x.of - s.approved - s.declined, 'approved', s.approved, 'declined', s.declined, 'all', x.of)
  from (select count(*) as of from agreed) x, (select count(*) filter (where decision = 'approved') as approved, count(*) filter (where decision = 'declined') as declined from amendment) s)`;

/** $1 plan. */
export const versionList = statement(
  'versions.list',
  `select json_build_object('planId', p.id, 'planTitle', p.title, 'boardId', ${firstBoard('p.id', 'b.id')}, 'boards', ${boardChoices('p.id')}, 'items', ${jsonList(PlanVersion, 'v', version, 'from plan_version v where v.plan_id = p.id order by v.number desc limit 500')},
     'waiting', c.counts -> 'waiting', 'approved', c.counts -> 'approved', 'declined', c.counts -> 'declined')::text as answer
   from plan p cross join lateral (select ${amendmentFigures('p.id')} as counts) c where p.id = $1 and p.withdrawn_at is null`,
);

/** What an approval is checked against. $1 plan. */
export const standing = statement(
  'versions.standing',
  `select json_build_object('last', (select json_build_object('number', v.number, 'approvedOn', v.approved_on) from plan_version v where v.plan_id = $1 order by v.number desc limit 1),
     'actions', (select count(*) from action a where a.plan_id = $1 and a.withdrawn_at is null), 'amendments', c.counts -> 'all', 'declined', c.counts -> 'declined')::text as answer
   from (select ${amendmentFigures('$1::uuid')} as counts) c`,
);

/** Freezes a plan as it is now into the parts of a version; the plan's own part has the names for all. $1 plan, $2 version. */
export const FREEZE = `
  with point as (select 1 as side, null::uuid as version_id, true as is_made, ${NOW} as position, '-infinity'::timestamptz as since), ${PARTS}
  insert into plan_version_part (version_id, action_id, state, names) select $2, x.action_id, x.state, case when x.action_id is null then ${namesOf('p')} else '{}' end from part x cross join point p`;

/** $1 version, $2 place after which to go on, or null. */
export const versionPage = statement(
  'versions.page',
  `with item as materialized (
     select x.action_id, x.state, row_number() over (order by (x.state ->> 'ref') collate as_counted, x.action_id) as n from plan_version_part x where x.version_id = $1 and x.action_id is not null
   ), shown as materialized (select * from item where n > coalesce($2::integer, 0) order by n limit ${PAGE}
   ), name as materialized (
     select e.key, e.value from plan_version_part w cross join lateral jsonb_each_text(w.names) e
     where w.version_id = $1 and w.action_id is null and e.key in (select state ->> 'owner' from shown union select state ->> 'accountableOrganisation' from shown)
   ), page as materialized (
     select s.n, s.action_id, s.state ->> 'ref' as ref, s.state ->> 'title' as title, s.state ->> 'due' as due, s.state ->> 'status' as status,
       (select value from name where key = s.state ->> 'owner') as owner, (select value from name where key = s.state ->> 'accountableOrganisation') as organisation from shown s
   )
   select (to_jsonb(t) || jsonb_build_object('items', ${jsonList(FrozenAction, 'i', {}, 'from page i order by i.n')},
     'next', (select ${cursorSql('parts', 'max(n)')} from page having max(n) < (select max(n) from item))))::text as answer
   from (select ${columns(PlanVersion, 'v', version)}, v.plan_id as "planId", w.state ->> 'title' as "planTitle", w.state ->> 'aim' as aim
     from plan_version v join plan_version_part w on w.version_id = v.id and w.action_id is null where v.id = $1) t`,
);

const point = (side: number, fallback: string): string => `(select json_build_object('said', case when number is not null then 'v' || number when day is not null then day::text else '${fallback}' end, 'board', board, 'on', day, 'actions', (select count(*) from part x where x.side = p.side and x.action_id is not null)) from point p where side = ${side})`;
const nextOf = (order: string, n: string, page: string, of: string): string => `(select ${cursorSql(order, `max(${n})`)} from ${page} having max(${n}) < (select max(${n}) from ${of}))`;

/** $1 plan, $2 to $5 the points, $6 place after which to go on, or null. */
export const comparison = statement(
  'versions.compare',
  `${compared(`(select * from difference where n > coalesce($6::integer, 0) order by n limit ${PAGE})`)}
   select json_build_object('planId', p.id, 'planTitle', p.title, 'from', ${point(1, 'now')}, 'to', ${point(2, 'now')},
     'total', (select count(*) from difference where not working), 'working', (select count(*) from difference where working),
     'items', ${jsonList(Change, 'c', SHOWN, 'from told c order by c.n')}, 'next', ${nextOf('changes', 'n', 'told', 'difference')}, 'versions', ${approvals})::text as answer
   from plan p where p.id = $1 and p.withdrawn_at is null and (select bool_and(position is not null) from point)`,
);

const hidden = `not may_read_restricted() and d.field in (${markedNarratives.map((one) => `'${one}'`).join(', ')}) and exists (select from action a where a.id = d.action_id and d.field = any (a.restricted))`;
const declined = jsonList(
  DecidedAmendment,
  'd',
  {
    before: `case when not (${hidden}) then d.before end`,
    after: `case when not (${hidden}) then d.after end`,
    why: `case when not (${hidden}) then d.why end`,
    withheld: hidden,
    recordedByName: nameOf('d.recorded_by'),
    version: '(select v.number from plan_version v where v.id = d.version_id)',
    stands: 'exists (select from amendment c where c.version_id = d.version_id and c.position = d.position and c.action_id is not distinct from d.action_id and c.field = d.field and c.item is not distinct from d.item)',
  },
  `from amendment_decision d where d.plan_id = $1 and d.decision = 'declined' order by d.id desc limit 500`,
);

/** $1 plan, $2 place after which to go on, or null. */
export const amendmentList = statement(
  'versions.amendments',
  `${amended(`a.nth > coalesce($2::integer, 0) and a.nth <= coalesce($2::integer, 0) + ${PAGE}`)},
   page as materialized (select * from amendment where nth > coalesce($2::integer, 0) and nth <= coalesce($2::integer, 0) + ${PAGE})
   select json_build_object('planId', p.id, 'planTitle', p.title, 'boardId', ${firstBoard('p.id', 'b.id')}, 'boards', ${boardChoices('p.id')},
     'since', (select json_build_object('number', number, 'board', board, 'approvedOn', day) from point where side = 1 and version_id is not null),
     'waiting', c.counts -> 'waiting', 'approved', c.counts -> 'approved', 'declined', c.counts -> 'declined',
     'items', ${jsonList(Amendment, 'c', SHOWN, 'from page c order by c.nth')}, 'next', ${nextOf('amendments', 'nth', 'page', 'agreed')}, 'declinedEver', ${declined})::text as answer
   from plan p cross join (select ${counts} as counts) c where p.id = $1 and p.withdrawn_at is null`,
);

/** Records what a board said of changes that are as it read them. $1 plan, $2 the changes, $3 board, $4 its name, $5 day, $6 note. */
export const DECIDE = `
  ${amended(`a.field in (select s.field from jsonb_to_recordset($2) as s(field text)) and a.id in (select coalesce(s."actionId", $1) from jsonb_to_recordset($2) as s("actionId" uuid))`)}
  insert into amendment_decision (plan_id, version_id, action_id, change, field, item, position, ref, title, before, after, why, decision, board_id, board, decided_on, note)
  select $1, c.version_id, c.action_id, c.change, c.field, c.item, c.position, c.ref, c.title, c.before, c.after, c.why, s.decision, $3, $4, $5, $6
  from amendment c join jsonb_to_recordset($2) as s("actionId" uuid, field text, item uuid, position bigint, decision text)
    on c.position = s.position and c.action_id is not distinct from s."actionId" and c.field = s.field and c.item is not distinct from s.item
  returning id`;
