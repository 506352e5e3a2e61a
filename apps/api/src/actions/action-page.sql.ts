import { type ActionGrouping, type ActionQuery, type ActionSort } from '@followthrough/contracts';
import { type CursorKind, cursorKeys, cursorSql } from '../kernel/cursor';
import { type Statement, statement } from '../kernel/statement';
import { filtered, lookedInto } from './action-filter.sql';

/**
 * A page of actions, for the plan table and for whatever shows the same rows in another way: one statement for each shape of
 * question (which filters, which order), prepared by name. Every order ends in the id, so a page always knows where it
 * stopped. Those with an index of their own (`action_by_…`) are read in order and stop one row after the page; the rest sort
 * the filtered rows and keep so many.
 */

// Sorts after every name that people have.
const LAST = `U&'\\FFFF'`;

interface Order {
  readonly key: string;
  readonly kind: CursorKind;
  readonly type: 'text' | 'date' | 'integer';
  /** What the key needs joined to action `a`, as `s`. */
  readonly from?: string;
}

const orders: Readonly<Record<ActionSort, Order>> = {
  ref: { key: 'a.ref', kind: 'text', type: 'text' },
  title: { key: 'a.title collate as_counted', kind: 'text', type: 'text' },
  due: { key: `coalesce(a.due_on, 'infinity')`, kind: 'day', type: 'date' },
  status: { key: 'kernel.urgency(a.status)', kind: 'number', type: 'integer' },
  updated: { key: `case when a.last_update_id is null then '-infinity' else a.status_on end`, kind: 'day', type: 'date' },
  priority: { key: 'kernel.weight(a.priority)', kind: 'number', type: 'integer' },
  owner: { key: `coalesce(s.name, ${LAST}) collate as_counted`, kind: 'text', type: 'text', from: 'left join person s on s.id = a.owner_id' },
  organisation: { key: `coalesce(s.name, ${LAST}) collate as_counted`, kind: 'text', type: 'text', from: 'left join organisation s on s.id = a.accountable_organisation_id' },
};

/** A heading: what it is keyed by, what people read, and the order of headings. `from` joins what it needs to action `a`. */
interface Grouping {
  readonly key: string;
  readonly label: string;
  readonly order: string;
  readonly from: string;
}

const groupings: Readonly<Record<ActionGrouping, Grouping>> = {
  finding: { key: 'g.id::text', label: `g.ref || ' ' || left(g.quotation, 200)`, order: `coalesce(g.ref, ${LAST})`, from: 'left join action_finding af on af.action_id = a.id left join finding g on g.id = af.finding_id and g.withdrawn_at is null' },
  theme: { key: 'a.theme', label: 'a.theme', order: `coalesce(a.theme, ${LAST})`, from: '' },
  owner: { key: 'g.id::text', label: 'g.name', order: `coalesce(g.name, ${LAST})`, from: 'left join person g on g.id = a.owner_id' },
  organisation: { key: 'g.id::text', label: 'g.name', order: `coalesce(g.name, ${LAST})`, from: 'left join organisation g on g.id = a.accountable_organisation_id' },
  board: { key: 'g.id::text', label: 'g.name', order: `coalesce(g.name, ${LAST})`, from: 'left join plan_board pb on pb.plan_id = a.plan_id left join board g on g.id = pb.board_id' },
  status: { key: 'a.status', label: '(select w.word from status_word w where w.status = a.status)', order: 'kernel.urgency(a.status)::text', from: '' },
};

const known = new Map<string, Statement>();
/** So many shapes stay prepared on each connection; rarer ones are planned each time instead of filling memory. */
const MOST_SHAPES = 200;

function prepared(name: string, text: string): Statement {
  const one = known.get(text);
  if (one) return one;
  if (known.size >= MOST_SHAPES) return { name: '', text };
  const made = statement(`${name}.${known.size + 1}`, text);
  known.set(text, made);
  return made;
}

/** A statement and its values for one question. */
export interface Paged {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

/** Parts of the statement for those who say what is shown. */
interface PageParts {
  /** The filter's conditions on action `a`, each led by `and`. */
  readonly where: string;
  readonly next: string;
  /** Null after the first page, as `groups` is. */
  readonly total: string;
  readonly groups: string;
  readonly isFirst: boolean;
}

/** What a page answers: its fields as SQL, and what they look into, as CTEs. The rows are `numbered n`: `n.id`, `n.group_key` and `n.n`, from 1. */
interface PageAnswer {
  readonly before?: readonly string[];
  readonly answer: Readonly<Record<string, string>>;
}

/** A page of so many rows of one question; refuses a cursor of another order. */
export function pageOfActions(name: string, asked: ActionQuery, rows: number, shows: (parts: PageParts) => PageAnswer): Paged {
  const { sort = 'ref', direction = 'up', group, after } = asked;
  const values: unknown[] = [];
  const value = (one: unknown, type: string) => `$${values.push(one)}::${type}`;
  const where = filtered(asked, value);
  const order = orders[sort];
  const heading = group ? groupings[group] : undefined;
  const cursorName = `${sort} ${direction} ${group ?? ''}`;
  const [than, way] = direction === 'up' ? ['>', 'asc'] : ['<', 'desc'];
  const groupId = heading && `coalesce(${heading.key}, '')`;

  let further = '';
  if (after !== undefined) {
    const keys = cursorKeys(after, cursorName, heading ? ['text', 'text', order.kind, 'id'] : [order.kind, 'id']);
    const [key, id] = keys.slice(-2);
    const beyond = `(${order.key}, a.id) ${than} (${value(key, order.type)}, ${value(id, 'uuid')})`;
    if (heading) {
      const at = value(keys[0], 'text');
      const within = value(keys[1], 'text');
      const by = `${heading.order} collate as_counted`;
      further = `and (${by} > ${at} or (${by} = ${at} and (${groupId} > ${within} or (${groupId} = ${within} and ${beyond}))))`;
    } else further = `and ${beyond}`;
  }

  const keys = [...(heading ? [heading.order, String(groupId)] : []), order.key];
  const isFirst = after === undefined;
  const { before = [], answer } = shows({
    where,
    isFirst,
    next: `(select a.cursor from numbered a where a.n = ${rows} and exists (select from numbered b where b.n = ${rows + 1}))`,
    total: isFirst ? `(select count(*) from action a where a.withdrawn_at is null ${where})` : 'null::integer',
    groups: heading && isFirst ? headings(heading, String(groupId), where) : 'null::json',
  });
  // Which rows first, and from an index where one has it all; what is shown of them is read for these few only.
  const text = `
    with ${[...lookedInto(asked, value), ...before].map((one) => `${one}, `).join('')}page as materialized (
      select a.id, ${heading?.key ?? 'null'}::text as group_key, ${keys.map((key, at) => `${key} as key_${at}`).join(', ')}
      from action a ${heading?.from ?? ''} ${order.from ?? ''}
      where a.withdrawn_at is null ${where} ${further}
      order by ${heading ? `${heading.order} collate as_counted, ${groupId}, ` : ''}${order.key} ${way}, a.id ${way}
      limit ${rows + 1}
    ), numbered as (select p.id, p.group_key, ${cursorSql(cursorName, ...keys.map((_, at) => `p.key_${at}`), 'p.id')} as cursor, row_number() over () as n from page p)
    select json_build_object(${Object.entries(answer).map(([key, sql]) => `'${key}', ${sql}`).join(', ')})::text as answer`;
  return { statement: prepared(name, text), values };
}

const headings = ({ key, label, order, from }: Grouping, id: string, where: string): string =>
  `(select coalesce(json_agg(json_build_object('key', h.key, 'label', h.label, 'count', h.count) order by h.sort collate as_counted, h.id), '[]') from (
    select ${key} as key, min(${label}) as label, ${order} as sort, ${id} as id, count(*) as count from action a ${from} where a.withdrawn_at is null ${where}
    group by 1, 3, 4 order by (${order}) collate as_counted, 4 limit 5000) h)`;
