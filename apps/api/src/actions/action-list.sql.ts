import { type ActionGrouping, ActionItem, type ActionQuery, type ActionSort } from '@followthrough/contracts';
import { judged } from '../assessments/published';
import { isOpen } from '../closures/published';
import { type CursorKind, cursorKeys, cursorSql } from '../kernel/cursor';
import { nameOf } from '../kernel/person';
import { columns } from '../kernel/select';
import { type Statement, statement } from '../kernel/statement';
import { milestoneCount } from '../milestones/published';
import { shownWords } from '../status-words/published';
import { lacksOf } from '../updates/published';
import { filtered, lookedInto } from './action-filter.sql';

/**
 * The plan table: one statement for each shape of question (which filters, which order), prepared by name.
 * Every order ends in the id, so a page always knows where it stopped. Those with an index of their own
 * (`action_by_…`) are read in order and stop after 51 rows; the rest sort the filtered rows and keep 51.
 */
const ROWS = 50;
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

const open = isOpen('a');
const shown = {
  ownerName: nameOf('a.owner_id'),
  organisationName: '(select o.name from organisation o where o.id = a.accountable_organisation_id)',
  overdue: `coalesce(a.due_on < today() and ${open}, false)`,
  dateUnresolved: 'a.due_on is null and a.due_text is not null and not a.due_text_kept',
  moves: '(select count(*) from due_move m where m.action_id = a.id and m.milestone_id is null)',
  milestones: milestoneCount('a.id'),
  lastUpdateOn: 'u.as_of',
  lastUpdateText: `case when may_read_restricted() or not u.restricted then left(u.narrative, 200) end`,
  lacks: `case when u.id is null then '{}'::text[] else ${lacksOf} end`,
  openThreads: `(select count(*) from thread t where t.action_id = a.id and t.state = 'open')`,
  openDecisions: `(select count(*) from decision_request d where d.action_id = a.id and d.state = 'open' and d.withdrawn_at is null)`,
  findings: '(select count(*) from action_finding f where f.action_id = a.id)',
  assessed: 'j.assessed',
  flags: 'j.flags',
  deliveryConfidence: 'u.delivery_confidence',
  outcomeConfidence: 'u.outcome_confidence',
  group: 'n.group_key',
};
const known = new Map<string, Statement>();
/** So many shapes stay prepared on each connection; rarer ones are planned each time instead of filling memory. */
const MOST_SHAPES = 200;

function prepared(text: string): Statement {
  const one = known.get(text);
  if (one) return one;
  if (known.size >= MOST_SHAPES) return { name: '', text };
  const made = statement(`actions.list.${known.size + 1}`, text);
  known.set(text, made);
  return made;
}

/** The statement and its values for one question; refuses a cursor of another order. */
export function actionList(asked: ActionQuery): { readonly statement: Statement; readonly values: readonly unknown[] } {
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
  // Which rows first, and from an index where one has it all; what is shown of them is read for fifty only.
  const text = `
    with ${lookedInto(asked, value).map((one) => `${one}, `).join('')}page as materialized (
      select a.id, ${heading?.key ?? 'null'}::text as group_key, ${keys.map((key, at) => `${key} as key_${at}`).join(', ')}
      from action a ${heading?.from ?? ''} ${order.from ?? ''}
      where a.withdrawn_at is null ${where} ${further}
      order by ${heading ? `${heading.order} collate as_counted, ${groupId}, ` : ''}${order.key} ${way}, a.id ${way}
      limit ${ROWS + 1}
    ), numbered as (select p.id, p.group_key, ${cursorSql(cursorName, ...keys.map((_, at) => `p.key_${at}`), 'p.id')} as cursor, row_number() over () as n from page p)
    select json_build_object(
      'items', (select coalesce(json_agg(t), '[]') from (select ${columns(ActionItem, 'a', shown)} from numbered n join action a on a.id = n.id left join status_update u on u.id = a.last_update_id ${judged} where n.n <= ${ROWS} order by n.n) t),
      'next', (select a.cursor from numbered a where a.n = ${ROWS} and exists (select from numbered b where b.n = ${ROWS + 1})),
      'total', ${after === undefined ? `(select count(*) from action a where a.withdrawn_at is null ${where})` : 'null::integer'},
      'groups', ${heading && after === undefined ? headings(heading, String(groupId), where) : 'null::json'},
      'words', ${shownWords})::text as answer`;
  return { statement: prepared(text), values };
}

const headings = ({ key, label, order, from }: Grouping, id: string, where: string): string =>
  `(select coalesce(json_agg(json_build_object('key', h.key, 'label', h.label, 'count', h.count) order by h.sort collate as_counted, h.id), '[]') from (
    select ${key} as key, min(${label}) as label, ${order} as sort, ${id} as id, count(*) as count from action a ${from} where a.withdrawn_at is null ${where}
    group by 1, 3, 4 order by (${order}) collate as_counted, 4 limit 5000) h)`;
