import { markedNarratives, workingFields } from '@followthrough/contracts';
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
const fields = scalars.map(([field, one]) => `('${field}', array[${list(one?.columns ?? [])}])`).join(', ');
const agreedColumns = [...new Set(Object.entries(OF_ACTION).filter(([field]) => !(workingFields as readonly string[]).includes(field)).flatMap(([, one]) => one?.columns ?? []))];
const naming = list([...Object.entries(OF_ACTION).flatMap(([field, one]) => (one?.names ? [field] : [])), ...Object.keys(LINKS)]);

/** Between the two points. */
const between = (h: string): string => `${after(h, 'f')} and not (${after(h, 't')})`;

/** A value as it was called then: a version has kept its names. */
const said = (value: string, p: string): string => `case when c.field in (${naming}) then coalesce(${p}n.names ->> ${value}, ${nameAt(`${value}::uuid`, p)}) else ${value} end`;

const CHANGES = `
  ${PARTS},
  named as materialized (select side, names from part where action_id is null),
  pair as materialized (
    select id, coalesce(f.action_id, t.action_id) as action_id, f.state as was, t.state as has
    from (select coalesce(action_id, $1) as id, * from part where side = 1) f full join (select coalesce(action_id, $1) as id, * from part where side = 2) t using (id)
    where f.state is distinct from t.state and (select bool_and(position is not null) from point)
  ),
  difference as materialized (
    select p.*, case when p.was is null then 'added' else 'removed' end as change, '' as field, array['withdrawn_at'] as columns, null::uuid as item, null as before, null as after
    from pair p where (p.was is null or p.has is null) and p.action_id is not null
    union all
    select p.*, 'changed', k.field, k.columns, null, p.was ->> k.field, p.has ->> k.field
    from pair p cross join (values ${fields}) k(field, columns)
    where p.was ? k.field and p.has ? k.field and p.was -> k.field is distinct from p.has -> k.field
    union all
    select p.*, 'changed', k.field, null, i.item::uuid, case when i.gone then i.item end, case when not i.gone then i.item end
    from pair p cross join (values ${Object.keys(LINKS).map((one) => `('${one}')`).join(', ')}) k(field) cross join lateral (
      select x as item, true as gone from jsonb_array_elements_text(p.was -> k.field) x where not (p.has -> k.field) ? x
      union all select x, false from jsonb_array_elements_text(p.has -> k.field) x where not (p.was -> k.field) ? x) i
    where p.was ? k.field and p.has ? k.field
  ),
  told as materialized (
    select c.id, c.action_id, c.change, c.field, c.item, c.was, c.has, coalesce(c.has, c.was) ->> 'ref' as ref, coalesce(c.has, c.was) ->> 'title' as title, c.field in (${list(workingFields)}) as working,
      ${said('c.before', 'f')} as before, ${said('c.after', 't')} as after,
      -- Another edit of an action that is new is another amendment.
      case when c.change = 'added' then (select max(h.position) from audit h where h.row_id = c.id and (h.change = 'insert' or h.before ?| array[${list(agreedColumns)}]) and ${between('h')}) else w.position end as position,
      w.at, w.reason as why, coalesce(w.steps, 0) as steps,
      (select u.name from membership m join person u on u.id = m.person_id where m.user_id = w.actor_id) as by,
      not may_read_restricted() and c.field in (${list(markedNarratives)}) and (coalesce(c.was -> 'restricted', '[]') ? c.field or coalesce(c.has -> 'restricted', '[]') ? c.field or exists (select from action a where a.id = c.action_id and c.field = any (a.restricted))) as withheld,
      row_number() over (order by c.action_id is not null, (coalesce(c.has, c.was) ->> 'ref') collate as_counted, c.id, array_position(array[${list(ORDER)}], c.field) nulls first, c.before is null, c.item) as n
    from difference c join point f on f.side = 1 join point t on t.side = 2 left join named fn on fn.side = 1 left join named tn on tn.side = 2
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

/** Everything that differs between two points that were asked for, as the CTE `told`. */
export const COMPARED = `with ${ASKED}, ${CHANGES}`;

/** Everything agreed that has changed since the last version, as the CTE `amendment`, with what a board last said of it. */
export const AMENDED = `with ${SINCE_LAST}, ${CHANGES},
  amendment as materialized (
    select c.*, f.version_id, d.decision, d.board as decided_by, d.decided_on, row_number() over (order by c.n) as place
    from told c join point f on f.side = 1
    left join lateral (
      select d.decision, d.board, d.decided_on from amendment_decision d
      where d.version_id = f.version_id and d.position = c.position and d.action_id is not distinct from c.action_id and d.field = c.field and d.item is not distinct from c.item order by d.id desc limit 1
    ) d on true
    where not c.working
  )`;

/** How a change goes out, with what is not for this reader left out. */
export const SHOWN: Readonly<Record<string, string>> = {
  before: 'case when not c.withheld then c.before end',
  after: 'case when not c.withheld then c.after end',
  why: 'case when not c.withheld then c.why end',
};
