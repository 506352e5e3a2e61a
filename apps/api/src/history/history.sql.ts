import { HistoryItem, HistoryPerson, historyKinds, type HistoryReading, historyWords } from '@followthrough/contracts';
import { cursorSql } from '../kernel/cursor';
import { columns, jsonList } from '../kernel/select';
import { type Statement, statement } from '../kernel/statement';
import { namesById, partsOf, thingOf } from './history-kinds.sql';

export const HISTORY_ORDER = 'history';
const ITEMS = 50;
const LONGEST = 10_000;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const quoted = (text: string): string => `'${text}'`;

/** Every field that may be shown, in order. What is not here stays in the table, whatever an audit row holds. */
const shown = historyKinds.flatMap((kind) => Object.entries(historyWords[kind].fields).map(([field, [, reads]], at) => `(${[kind, field, snake(field), reads].map(quoted).join(', ')}, ${at})`));

const reads = (reading: HistoryReading): string => `k.reads = ${quoted(reading)}`;

/** One value as text: a name for an id, the locality's word for a status. */
const said = (value: string): string => `left(case k.reads when 'status' then coalesce((select w.word from status_word w where w.status = ${value}), ${value}) ${namesById(value)} else ${value} end, ${LONGEST})`;

/** The values of a field of `h.before` or `h.after`, without what is nothing. */
const values = (json: string): string => `array(select s.text from (
  select ${said('v.text')} as text, v.n from (
    select e.text, e.n from jsonb_array_elements_text(case when jsonb_typeof(${json}) = 'array' then ${json} else '[]' end) with ordinality e(text, n)
    union all select ${json} #>> '{}', 1 where jsonb_typeof(${json}) not in ('array', 'null')) v
  ) s where btrim(s.text) <> '' order by s.n)`;

/** Text that can be restricted is withheld from whoever may not read restricted text, marked or not: the mark moves with time. */
const gap = `case when ${reads('built')} then 'built' when ${reads('narrative')} and not may_read_restricted() then 'restricted' end`;

const fields = `(
  select coalesce(json_agg(json_build_object('field', f.field, 'before', f.before, 'after', f.after, 'hidden', f.hidden) order by f.place), '[]') from (
    select k.field, k.place, ${gap} as hidden,
      case when ${gap} is null then to_json(${values('h.before -> k.col')}) else '[]' end as before,
      case when ${gap} is null then to_json(${values('h.after -> k.col')}) else '[]' end as after
    from (values ${shown.join(', ')}) k(kind, field, col, reads, place)
    -- What came or went is told by what it had; a change also by what is nothing now.
    where k.kind = h.table_name and (h.change = 'update' and h.after ? k.col or coalesce(coalesce(h.after, h.before) -> k.col, 'null') not in ('null', '[]', '{}', '""', 'false') and h.change <> 'update')
  ) f)`;

const made: Readonly<Record<keyof HistoryItem, string>> = {
  position: 'h.position',
  at: 'h.at',
  by: '(select p.name from membership m join person p on p.id = m.person_id where m.user_id = h.actor_id)',
  kind: 'h.table_name',
  change: `case h.change when 'insert' then 'added' when 'delete' then 'removed' else 'changed' end`,
  thing: thingOf,
  fields,
  why: 'h.reason',
  // What nobody is named for must not be traced to them by the server's log either.
  requestId: 'case when h.actor_id is not null then h.request_id end',
  sealed: 'coalesce(h.xact < z.to_xact, false)',
};

/** Which rows are looked at first, each with an index of its own. */
const WAYS = { thing: 'h.row_id in (select id from part)', kind: 'h.table_name = $1', by: 'h.actor_id in (select m.user_id from membership m where m.person_id = $2)', all: 'true' } as const;
export type Way = keyof typeof WAYS;

/** $1 kind, $2 person, $3 first day, $4 last day, $5 thing; $6 and $7 the moment and the place after which the page begins. */
const page = (way: Way, isFirst: boolean): string => `
  with ${way === 'thing' ? `${partsOf('$5::uuid')},` : ''}
  sealed as materialized (select s.to_xact, s.sealed_at from seal s order by s.number desc limit 1),
  page as materialized (
    select h.* from audit h
    where ${WAYS[way]} and h.table_name = any (array[${historyKinds.map(quoted).join(', ')}])
      and ($1::text is null or h.table_name = $1) and ($2::uuid is null or ${WAYS.by}) and $5::uuid is ${way === 'thing' ? 'not' : ''} null
      and h.at >= coalesce($3::date::timestamp at time zone 'Europe/London', '-infinity') and h.at < coalesce(($4::date + 1)::timestamp at time zone 'Europe/London', 'infinity')
      ${isFirst ? '' : `and (h.at, h.position) < ('epoch'::timestamptz + $6::bigint * interval '1 microsecond', $7::bigint)`}
    order by h.at desc, h.position desc limit ${ITEMS + 1}
  )
  select json_build_object(
    'items', coalesce(json_agg(t.one order by t.n) filter (where t.n <= ${ITEMS}), '[]'),
    'next', case when count(*) > ${ITEMS} then max(t.cursor) filter (where t.n = ${ITEMS}) end,
    'thing', ${isFirst && way === 'thing' ? `(select ${thingOf} from audit h where h.row_id = $5::uuid order by h.position limit 1)` : 'null::json'},
    'people', ${isFirst ? jsonList(HistoryPerson, 'p', {}, 'from person p where exists (select from membership m where m.person_id = p.id) order by p.name collate as_counted, p.id') : 'null::json'},
    'sealedAt', (select sealed_at from sealed))::text as answer
  from (
    select row_number() over (order by h.at desc, h.position desc) as n, ${cursorSql(HISTORY_ORDER, '(extract(epoch from h.at) * 1000000)::bigint', 'h.position')} as cursor,
      (select to_json(o) from (select ${columns(HistoryItem, 'h', made)}) o) as one
    from page h left join sealed z on true
  ) t`;

const pages = (way: Way): { readonly first: Statement; readonly further: Statement } => ({ first: statement(`history.${way}.first`, page(way, true)), further: statement(`history.${way}.further`, page(way, false)) });

export const historyPages: Readonly<Record<Way, { readonly first: Statement; readonly further: Statement }>> = { thing: pages('thing'), kind: pages('kind'), by: pages('by'), all: pages('all') };
