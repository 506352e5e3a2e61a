import { PastActionItem, type PastActionQuery, type PastSort } from '@followthrough/contracts';
import { filteredThen } from '../actions/published';
import { cursorKeys, cursorSql } from '../kernel/cursor';
import { jsonList } from '../kernel/select';
import type { Statement } from '../kernel/statement';
import { actionsThen, asAt, DAY, MADE, MOMENT, nameThen } from './moment.sql';
import { wordsThen } from './past.sql';

const ROWS = 50;
const ORDER = 'past';

const READ = ['id', 'plan_id', 'ref', 'title', 'description', 'horizon', 'priority', 'theme', 'owner_id', 'accountable_organisation_id', 'baseline_due_on', 'due_on', 'due_text', 'due_text_kept', 'days_needed', 'restricted', 'status', 'status_on', 'last_update_id', 'closure_state', 'disposition', 'withdrawn_at'];

const orders: Readonly<Record<PastSort, string>> = {
  ref: 'a.ref collate as_counted',
  title: 'a.title collate as_counted',
  due: `coalesce(a.due_on, 'infinity')`,
  status: 'kernel.urgency(a.status)',
  updated: `case when a.last_update_id is null then '-infinity' else a.status_on end`,
  priority: 'kernel.weight(a.priority)',
};

const shown = {
  ownerName: `coalesce(a.state ->> 'owner', ${nameThen('a.owner_id')})`,
  organisationName: `coalesce(a.state ->> 'organisation', ${nameThen('a.accountable_organisation_id')})`,
  overdue: `coalesce(a.due_on < ${DAY} and a.status not in ('complete', 'embedded') and a.disposition is null, false)`,
  dateUnresolved: 'a.due_on is null and a.due_text is not null and not a.due_text_kept',
  moves: `(select count(*) from due_move m where m.action_id = a.id and m.milestone_id is null and ${MADE})`,
  lastUpdateOn: 'u.as_of',
  lastUpdateText: 'case when may_read_restricted() or not u.restricted then left(u.narrative, 200) end',
  assessed: `a.state ->> 'assessed'`,
  flags: `coalesce(a.state -> 'flags', '[]')`,
  deliveryConfidence: 'u.delivery_confidence',
  outcomeConfidence: 'u.outcome_confidence',
};

/** The statement and its values for one question. The past stands still, so a page goes on by its place. `report` or `day`: one of them. */
export function pastList(asked: PastActionQuery, report: string | null, day: string | null): { readonly statement: Statement; readonly values: readonly unknown[] } {
  const values: unknown[] = [report, day, asked.plan ?? null];
  const value = (one: unknown, type: string) => `$${values.push(one)}::${type}`;
  const from = value(asked.after === undefined ? 0 : cursorKeys(asked.after, ORDER, ['number'])[0], 'integer');
  const where = filteredThen(asked, value, DAY, MADE);
  const way = asked.direction === 'down' ? 'desc' : 'asc';
  const text = `
    with ${MOMENT}, ${actionsThen(READ)},
    found as materialized (select a.id, row_number() over (order by ${orders[asked.sort ?? 'ref']} ${way}, a.id ${way}) as n from was a where a.withdrawn_at is null ${where}),
    page as materialized (select f.n, a.* from found f join was a on a.id = f.id where f.n > ${from} order by f.n limit ${ROWS})
    select json_build_object('asAt', ${asAt}, 'items', ${jsonList(PastActionItem, 'a', shown, 'from page a left join status_update u on u.id = a.last_update_id order by a.n')},
      'next', (select ${cursorSql(ORDER, 'max(n)')} from page having max(n) < (select max(n) from found)), 'total', (select count(*) from found), 'words', ${wordsThen})::text as answer
    from moment`;
  return { statement: { name: '', text }, values };
}
