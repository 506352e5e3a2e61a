import { HistoryItem, HistoryPerson, historyKinds, type HistoryReading, historyWords } from '@followthrough/contracts';
import { cursorSql } from '../kernel/cursor';
import { columns, jsonList } from '../kernel/select';
import { type Statement, statement } from '../kernel/statement';
import { aboutOf, namedKinds, namesOf, partsOf } from './history-kinds.sql';

export const HISTORY_ORDER = 'history';
const ITEMS = 50;
const LONGEST = 10_000;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const quoted = (text: string): string => `'${text}'`;

/** Every field that may be shown, in order. What is not here stays in the table, whatever an audit row holds. */
const words = historyKinds.flatMap((kind) => Object.entries(historyWords[kind].fields).map(([field, [, reads]], at) => `(${[kind, field, snake(field), reads].map(quoted).join(', ')}, ${at})`));

const reads = (reading: HistoryReading): string => `k.reads = ${quoted(reading)}`;

/**
 * Text that can be restricted is withheld from whoever may not read restricted text, marked or not: the mark moves with time.
 * `but` names rows where it never moves.
 */
const gapBut = (but: string): string => `case when ${reads('built')} then 'built' when ${reads('narrative')} and not may_read_restricted() and not (${but}) then 'restricted' end`;
/** Updates and evidence are as they were given: what was not marked then is read on the action's page. */
const NEVER_MARKED = `h.table_name in ('status_update', 'evidence') and (h.after ->> 'restricted')::boolean is false`;

/**
 * CTEs from `page` to `field`: its rows field by field, each with its values before and after as text. Names and the
 * locality's words stand in for ids and states; they are looked up once for the page, so the plan stays small.
 */
const fields = (but: string): string => `
  shown as materialized (
    select h.position, k.field, k.reads, k.place, ${gapBut(but)} as hidden, h.before -> k.col as was, h.after -> k.col as has
    from page h join (values ${words.join(', ')}) k(kind, field, col, reads, place) on k.kind = h.table_name
    -- What came or went is told by what it had; a change also by what is nothing now.
    where case when h.change = 'update' then h.after ? k.col else coalesce(coalesce(h.after, h.before) -> k.col, 'null') not in ('null', '[]', '{}', '""', 'false') end
  ),
  value as materialized (
    select s.position, s.place, s.reads, j.is_after, v.n, v.text
    from shown s cross join lateral (values (false, s.was), (true, s.has)) j(is_after, json) cross join lateral (
      select e.text, e.n from jsonb_array_elements_text(case when jsonb_typeof(j.json) = 'array' then j.json else '[]' end) with ordinality e(text, n)
      union all select j.json #>> '{}', 1 where jsonb_typeof(j.json) not in ('array', 'null')) v
    where s.hidden is null
  ),
  led as materialized (
    select a.kind, a.id from about a
    union select v.reads, case when v.reads in (${namedKinds.map(quoted).join(', ')}) then v.text::uuid end from value v where v.reads in (${namedKinds.map(quoted).join(', ')})
  ), ${namesOf('led')},
  said as (
    select s.position, s.place, json_agg(left(s.text, ${LONGEST}) order by s.n) filter (where not s.is_after) as before, json_agg(left(s.text, ${LONGEST}) order by s.n) filter (where s.is_after) as after
    from (
      select v.position, v.place, v.is_after, v.n, coalesce(n.name, w.word, v.text) as text
      from value v left join named n on n.kind = v.reads and n.id::text = v.text left join status_word w on ${reads('status').replace('k.', 'v.')} and w.status = v.text
    ) s where btrim(s.text) <> '' group by s.position, s.place
  ),
  field as (
    select s.position, json_agg(json_build_object('field', s.field, 'before', coalesce(d.before, '[]'), 'after', coalesce(d.after, '[]'), 'hidden', s.hidden) order by s.place) as fields
    from shown s left join said d on d.position = s.position and d.place = s.place group by s.position
  )`;

const thing = (position: string): string => `(select json_build_object('kind', a.kind, 'id', a.id, 'name', n.name) from about a join named n on n.kind = a.kind and n.id = a.id where a.position = ${position})`;

const made: Readonly<Record<keyof HistoryItem, string>> = {
  position: 'h.position',
  rowId: 'h.row_id',
  at: 'h.at',
  by: '(select p.name from membership m join person p on p.id = m.person_id where m.user_id = h.actor_id)',
  kind: 'h.table_name',
  change: `case h.change when 'insert' then 'added' when 'delete' then 'removed' else 'changed' end`,
  thing: thing('h.position'),
  fields: `coalesce((select f.fields from field f where f.position = h.position), '[]')`,
  why: 'h.reason',
  // What nobody is named for must not be traced to them by the server's log either.
  requestId: 'case when h.actor_id is not null then h.request_id end',
  sealed: 'coalesce(h.xact < z.to_xact, false)',
};

const WITHIN = `h.table_name = any ($1::text[])
      and h.at >= coalesce($3::date::timestamp at time zone 'Europe/London', '-infinity') and h.at < coalesce(($4::date + 1)::timestamp at time zone 'Europe/London', 'infinity')
      and (h.at, h.position) < (coalesce('epoch'::timestamptz + $6::bigint * interval '1 microsecond', 'infinity'), coalesce($7::bigint, 0))`;
const LAST = `order by h.at desc, h.position desc limit ${ITEMS + 1}`;
const BY = '($2::uuid is null or h.actor_id in (select m.user_id from membership m where m.person_id = $2))';

/** Which rows are looked at first, each with an index of its own. A person may have had several accounts. */
const WAYS = {
  thing: `audit h where h.row_id in (select id from part) and ${BY} and ${WITHIN}`,
  kind: `audit h where h.table_name = ($1::text[])[1] and ${BY} and ${WITHIN}`,
  by: `membership m cross join lateral (select h.* from audit h where h.actor_id = m.user_id and ${WITHIN} ${LAST}) h where m.person_id = $2`,
  all: `audit h where ${BY} and ${WITHIN}`,
} as const;
export type Way = keyof typeof WAYS;

/** $1 kinds, $2 person, $3 first day, $4 last day, $5 thing; $6 and $7 the moment in microseconds and the place after which the page begins, or null. */
const page = (way: Way, but = 'false'): string => `
  with ${way === 'thing' ? `${partsOf('$5::uuid')},` : ''}
  sealed as materialized (select s.to_xact, s.sealed_at from seal s order by s.number desc limit 1),
  page as materialized (
    select h.* from ${WAYS[way]}
    ${LAST}
  ), ${aboutOf('$5::uuid')}, ${fields(but)}
  select json_build_object(
    'items', coalesce(json_agg(t.one order by t.n) filter (where t.n <= ${ITEMS}), '[]'),
    'next', case when count(*) > ${ITEMS} then max(t.cursor) filter (where t.n = ${ITEMS}) end,
    'thing', case when $6::bigint is null then ${thing('0')} end,
    'people', case when $6::bigint is null then ${jsonList(HistoryPerson, 'p', {}, 'from person p where exists (select from membership m where m.person_id = p.id) order by p.name collate as_counted, p.id')} end,
    'sealedAt', (select sealed_at from sealed))::text as answer
  from (
    select row_number() over (order by h.at desc, h.position desc) as n, ${cursorSql(HISTORY_ORDER, '(extract(epoch from h.at) * 1000000)::bigint', 'h.position')} as cursor,
      (select to_json(o) from (select ${columns(HistoryItem, 'h', made)}) o) as one
    from page h left join sealed z on true
  ) t`;

const pages = (way: Way): Statement => statement(`history.${way}`, page(way));

export const historyPages: Readonly<Record<Way, Statement>> = { thing: pages('thing'), kind: pages('kind'), by: pages('by'), all: pages('all') };

/** The life of an action: its history with all its parts, for everybody who reads the plan. $5 is the action; no person and no days are asked for. */
export const lifePage = statement('history.life', `select p.answer from (${page('thing', NEVER_MARKED)}) p where exists (select from action a where a.id = $5::uuid)`);
