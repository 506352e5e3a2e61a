import { markedNarratives, type VersionField, workingFields } from '@followthrough/contracts';
import { after, LINKS, nameAt, NOW, OF_ACTION, OF_PLAN, ORDER, PARTS } from './state.sql';

/** Two points of a plan's life, the earlier first, whichever was named first: $2 number, $3 day; $4 number, $5 day; neither: now. */
const ASKED = `
  point as materialized (
    select row_number() over (order by s.moment, s.position) as side, s.* from (
      select v.id as version_id, v.id is null as is_made, v.number, v.board, coalesce(v.approved_on, s.day) as day,
        case when s.number is not null then h.position when s.day is not null then 0 else ${NOW} end as position,
        case when s.day is null then '-infinity' else (s.day + 1)::timestamp at time zone 'Europe/London' end as since,
        case when s.number is not null then v.recorded_at when s.day is not null then (s.day + 1)::timestamp at time zone 'Europe/London' else 'infinity' end as moment
      from (values ($2::integer, $3::date), ($4::integer, $5::date)) s(number, day)
      left join plan_version v on v.plan_id = $1 and v.number = s.number
      left join audit h on h.row_id = v.id and h.change = 'insert'
    ) s
  )`;

/** From the last version to now; the first point has no position while no board has approved the plan. */
const SINCE_LAST = `
  point as materialized (
    select 1 as side, v.id as version_id, false as is_made, v.number, v.board, v.approved_on as day, h.position, '-infinity'::timestamptz as since
    from (select 1) one left join lateral (select * from plan_version v where v.plan_id = $1 order by v.number desc limit 1) v on true left join audit h on h.row_id = v.id and h.change = 'insert'
    union all
    select 2, null, true, null, null, null, ${NOW}, '-infinity'
  )`;

const list = (words: readonly string[]): string => words.map((one) => `'${one}'`).join(', ');
const scalars = [...Object.entries(OF_ACTION), ...Object.entries(OF_PLAN).filter(([field]) => !(field in OF_ACTION))];
const kinds = [
  ...scalars.map(([field, one]) => `('${field}', array[${list(one?.columns ?? [])}], ${ORDER.indexOf(field as VersionField) + 1})`),
  ...Object.keys(LINKS).map((field) => `('${field}', null, ${ORDER.indexOf(field as VersionField) + 1})`),
].join(', ');
const agreedColumns = [...new Set(Object.entries(OF_ACTION).filter(([field]) => !(workingFields as readonly string[]).includes(field)).flatMap(([, one]) => one?.columns ?? []))];
const naming = list([...Object.entries(OF_ACTION).flatMap(([field, one]) => (one?.names ? [field] : [])), ...Object.keys(LINKS)]);

/** Between the two points. */
const between = (h: string): string => `${after(h, 'f')} and not (${after(h, 't')})`;

/** A value as it was called then: a version has kept its names. */
const said = (value: string, p: string, side: number): string =>
  `case when c.field in (${naming}) then coalesce((select k.value from kept_name k where k.side = ${side} and k.key = ${value}), ${nameAt(`${value}::uuid`, p)}) else ${value} end`;

/**
 * The CTE `difference`: everything that differs, in the order `n` in which it is read, and no more about it than counting and
 * choosing takes. There may be thousands, and one reads a hundred at a time: `told` says the rest of those that are read.
 */
const CHANGES = `
  ${PARTS},
  pair as materialized (
    select *, row_number() over (order by action_id is not null, (coalesce(has, was) ->> 'ref') collate as_counted, id) as place
    from (
      select id, coalesce(f.action_id, t.action_id) as action_id, f.state as was, t.state as has
      from (select coalesce(action_id, $1) as id, * from part where side = 1) f full join (select coalesce(action_id, $1) as id, * from part where side = 2) t using (id)
      where f.state is distinct from t.state and (select bool_and(position is not null) from point)
    ) p
  ),
  unlike as materialized (
    select p.place, p.id, p.action_id, case when p.was is null then 'added' else 'removed' end as change, '' as field, array['withdrawn_at'] as columns, null::uuid as item, null as before, null as after, null::integer as rank
    from pair p where (p.was is null or p.has is null) and p.action_id is not null
    union all
    -- Each state is taken apart once: it may be kept compressed, and every look into it would unpack it again.
    select p.place, p.id, p.action_id, 'changed', k.field, k.columns, i.item, case when k.columns is null then i.gone else v.was #>> '{}' end, case when k.columns is null then i.come else v.has #>> '{}' end, k.rank
    from pair p
    cross join lateral (select w.key, w.value as was, h.value as has from jsonb_each(p.was) w join jsonb_each(p.has) h using (key) where w.value is distinct from h.value) v
    join (values ${kinds}) k(field, columns, rank) on k.field = v.key
    cross join lateral (
      select null::uuid as item, null::text as gone, null::text as come where k.columns is not null
      union all select x::uuid, x, null from jsonb_array_elements_text(case when k.columns is null then v.was end) x where not v.has ? x
      union all select x::uuid, null, x from jsonb_array_elements_text(case when k.columns is null then v.has end) x where not v.was ? x) i
    where p.was is not null and p.has is not null
  ),
  difference as materialized (
    select u.*, u.field in (${list(workingFields)}) as working, row_number() over (order by u.place, u.rank nulls first, u.before is null, u.item) as n from unlike u
  )`;

/** The CTE `told`: some of the differences, as the CTE or sub-select `which`, with their names and who made each last, when and why. */
const toldOf = (which: string): string => `
  chosen as materialized (select d.*, p.was, p.has from ${which} d join pair p on p.place = d.place),
  kept_name as materialized (
    select x.side, e.key, e.value from part x cross join lateral jsonb_each_text(x.names) e
    where x.action_id is null and e.key in (select before from chosen where field in (${naming}) union select after from chosen where field in (${naming}))
  ),
  told as materialized (
    select c.n, c.id, c.action_id, c.change, c.field, c.item, coalesce(c.has, c.was) ->> 'ref' as ref, coalesce(c.has, c.was) ->> 'title' as title, c.working,
      ${said('c.before', 'f', 1)} as before, ${said('c.after', 't', 2)} as after,
      -- Another edit of an action that is new is another amendment.
      case when c.change = 'added' then (select max(h.position) from audit h where h.row_id = c.id and (h.change = 'insert' or h.before ?| array[${list(agreedColumns)}]) and ${between('h')}) else w.position end as position,
      w.at, w.reason as why, coalesce(w.steps, 0) as steps,
      (select u.name from membership m join person u on u.id = m.person_id where m.user_id = w.actor_id) as by,
      not may_read_restricted() and c.field in (${list(markedNarratives)}) and (coalesce(c.was -> 'restricted', '[]') ? c.field or coalesce(c.has -> 'restricted', '[]') ? c.field or exists (select from action a where a.id = c.action_id and c.field = any (a.restricted))) as withheld
    from chosen c join point f on f.side = 1 join point t on t.side = 2
    left join lateral (
      select h.position, h.at, h.actor_id, h.reason, count(*) over () as steps from (
        select h.position, h.at, h.actor_id, h.reason from audit h
        where c.item is null and h.row_id = c.id and (h.change = 'update' and h.before ?| c.columns or h.change = 'insert' and c.change = 'added') and ${between('h')}
        union all
        select h.position, h.at, h.actor_id, h.reason from link_change h
        where h.action_id = c.action_id and h.target = c.item and h.field = c.field and h.change = case when c.after is null then 'delete' else 'insert' end and ${between('h')}
      ) h order by h.position desc limit 1
    ) w on true
  )`;

/** Everything that differs between two points that were asked for, as the CTE `difference`, and those of it that are `some` as `told`. */
export const compared = (some: string): string => `with ${ASKED}, ${CHANGES}, ${toldOf(some)}`;

/**
 * Everything agreed that has changed since the last version, as the CTE `agreed`; those of it that are `some` (over `a`), and all that a
 * board has said something of, as `amendment`, with what it said last. What a board has said of a change that was edited since
 * does not count: the place in the history is another.
 */
export const amended = (some: string): string => `with ${SINCE_LAST}, ${CHANGES},
  agreed as materialized (
    select d.*, f.version_id, row_number() over (order by d.n) as nth,
      exists (select from amendment_decision s where s.version_id = f.version_id and s.action_id is not distinct from d.action_id and s.field = d.field and s.item is not distinct from d.item) as was_put
    from difference d join point f on f.side = 1 where not d.working
  ),
  ${toldOf(`(select a.* from agreed a where a.was_put or ${some})`)},
  amendment as materialized (
    select c.*, a.nth, a.version_id, d.decision, d.board as decided_by, d.decided_on
    from told c join agreed a on a.n = c.n
    left join lateral (
      select d.decision, d.board, d.decided_on from amendment_decision d
      where d.version_id = a.version_id and d.position = c.position and d.action_id is not distinct from c.action_id and d.field = c.field and d.item is not distinct from c.item order by d.id desc limit 1
    ) d on true
  )`;

/** How a change goes out, with what is not for this reader left out. */
export const SHOWN: Readonly<Record<string, string>> = {
  before: 'case when not c.withheld then c.before end',
  after: 'case when not c.withheld then c.after end',
  why: 'case when not c.withheld then c.why end',
};
