import { boardChoices, firstBoard } from '../boards/published';
import { Amendment, Approval, Change, DecidedAmendment, FrozenAction, markedNarratives, PlanVersion } from '@followthrough/contracts';
import { cursorSql } from '../kernel/cursor';
import { nameOf } from '../kernel/person';
import { columns, jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';
import { AMENDED, COMPARED, SHOWN } from './changes.sql';
import { namesOf, NOW, PARTS } from './state.sql';

const PAGE = 100;

const version = { recordedByName: nameOf('v.recorded_by'), actions: '(select count(*) from plan_version_part x where x.version_id = v.id and x.action_id is not null)' };
const approvals = jsonList(Approval, 'v', {}, 'from plan_version v where v.plan_id = $1 order by v.number desc limit 500');
const counts = `(select json_build_object('waiting', count(*) filter (where decision is null), 'approved', count(*) filter (where decision = 'approved'), 'declined', count(*) filter (where decision = 'declined'), 'all', count(*)) from amendment)`;

/** $1 plan. */
export const versionList = statement(
  'versions.list',
  `${AMENDED}
   select json_build_object('planId', p.id, 'planTitle', p.title, 'boardId', ${firstBoard('p.id', 'b.id')}, 'boards', ${boardChoices('p.id')}, 'items', ${jsonList(PlanVersion, 'v', version, 'from plan_version v where v.plan_id = p.id order by v.number desc limit 500')},
     'waiting', c.counts -> 'waiting', 'approved', c.counts -> 'approved', 'declined', c.counts -> 'declined')::text as answer
   from plan p cross join (select ${counts} as counts) c where p.id = $1 and p.withdrawn_at is null`,
);

/** What an approval is checked against. $1 plan. */
export const standing = statement(
  'versions.standing',
  `${AMENDED}
   select json_build_object('last', (select json_build_object('number', number, 'approvedOn', day) from point where side = 1 and version_id is not null),
     'actions', (select count(*) from part where side = 2 and action_id is not null), 'amendments', c.counts -> 'all', 'declined', c.counts -> 'declined')::text as answer
   from (select ${counts} as counts) c`,
);

/** Freezes a plan as it is now into the parts of a version; the plan's own part has the names for all. $1 plan, $2 version. */
export const FREEZE = `
  with point as (select 1 as side, null::uuid as version_id, true as is_made, ${NOW} as position, '-infinity'::timestamptz as since), ${PARTS}
  insert into plan_version_part (version_id, action_id, state, names) select $2, x.action_id, x.state, case when x.action_id is null then ${namesOf('p')} else '{}' end from part x cross join point p`;

/** $1 version, $2 place after which to go on, or null. */
export const versionPage = statement(
  'versions.page',
  `with item as materialized (
     select x.action_id, x.state ->> 'ref' as ref, x.state ->> 'title' as title, w.names ->> (x.state ->> 'owner') as owner, w.names ->> (x.state ->> 'accountableOrganisation') as organisation,
       x.state ->> 'due' as due, x.state ->> 'status' as status, row_number() over (order by (x.state ->> 'ref') collate as_counted, x.action_id) as n
     from plan_version_part x join plan_version_part w on w.version_id = x.version_id and w.action_id is null where x.version_id = $1 and x.action_id is not null
   ), page as materialized (select * from item where n > coalesce($2::integer, 0) order by n limit ${PAGE})
   select (to_jsonb(t) || jsonb_build_object('items', ${jsonList(FrozenAction, 'i', {}, 'from page i order by i.n')},
     'next', (select ${cursorSql('parts', 'max(n)')} from page having max(n) < (select max(n) from item))))::text as answer
   from (select ${columns(PlanVersion, 'v', version)}, v.plan_id as "planId", w.state ->> 'title' as "planTitle", w.state ->> 'aim' as aim
     from plan_version v join plan_version_part w on w.version_id = v.id and w.action_id is null where v.id = $1) t`,
);

const point = (side: number, fallback: string): string => `(select json_build_object('said', case when number is not null then 'v' || number when day is not null then day::text else '${fallback}' end, 'board', board, 'on', day, 'actions', (select count(*) from part x where x.side = p.side and x.action_id is not null)) from point p where side = ${side})`;
const nextOf = (order: string, n: string, of: string): string => `(select ${cursorSql(order, `max(${n})`)} from page having max(${n}) < (select max(${n}) from ${of}))`;

/** $1 plan, $2 to $5 the points, $6 place after which to go on, or null. */
export const comparison = statement(
  'versions.compare',
  `${COMPARED}, page as materialized (select * from told where n > coalesce($6::integer, 0) order by n limit ${PAGE})
   select json_build_object('planId', p.id, 'planTitle', p.title, 'from', ${point(1, 'now')}, 'to', ${point(2, 'now')},
     'total', (select count(*) from told where not working), 'working', (select count(*) from told where working),
     'items', ${jsonList(Change, 'c', SHOWN, 'from page c order by c.n')}, 'next', ${nextOf('changes', 'n', 'told')}, 'versions', ${approvals})::text as answer
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
  `${AMENDED}, page as materialized (select * from amendment where place > coalesce($2::integer, 0) order by place limit ${PAGE})
   select json_build_object('planId', p.id, 'planTitle', p.title, 'boardId', ${firstBoard('p.id', 'b.id')}, 'boards', ${boardChoices('p.id')},
     'since', (select json_build_object('number', number, 'board', board, 'approvedOn', day) from point where side = 1 and version_id is not null),
     'waiting', c.counts -> 'waiting', 'approved', c.counts -> 'approved', 'declined', c.counts -> 'declined',
     'items', ${jsonList(Amendment, 'c', SHOWN, 'from page c order by c.place')}, 'next', ${nextOf('amendments', 'place', 'amendment')}, 'declinedEver', ${declined})::text as answer
   from plan p cross join (select ${counts} as counts) c where p.id = $1 and p.withdrawn_at is null`,
);

/** Records what a board said of changes that are as it read them. $1 plan, $2 the changes, $3 board, $4 its name, $5 day, $6 note. */
export const DECIDE = `
  ${AMENDED}
  insert into amendment_decision (plan_id, version_id, action_id, change, field, item, position, ref, title, before, after, why, decision, board_id, board, decided_on, note)
  select $1, c.version_id, c.action_id, c.change, c.field, c.item, c.position, c.ref, c.title, c.before, c.after, c.why, s.decision, $3, $4, $5, $6
  from amendment c join jsonb_to_recordset($2) as s("actionId" uuid, field text, item uuid, position bigint, decision text)
    on c.position = s.position and c.action_id is not distinct from s."actionId" and c.field = s.field and c.item is not distinct from s.item
  returning id`;
