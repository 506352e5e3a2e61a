import { Slipped, SlippedAction } from '@followthrough/contracts';
import { cursorSql } from '../kernel/cursor';
import { columns, jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';

export const SLIPPAGE_ORDER = 'slippage';
const ITEMS = 50;

/** $1 plan, $2 organisation, $3 from, $4 until, $5 reason. Moves of milestones have the history of their action. */
const asked = `
  moved as (
    select m.id, m.action_id, m.reason, m.moved_on, m.to_on - m.from_on as days from due_move m join action a on a.id = m.action_id and a.withdrawn_at is null
    where m.milestone_id is null and ($1::uuid is null or a.plan_id = $1) and ($2::uuid is null or a.accountable_organisation_id = $2) and ($3::date is null or m.moved_on >= $3) and ($4::date is null or m.moved_on <= $4) and ($5::text is null or m.reason = $5))`;

const reasons = jsonList(Slipped, 'r', {}, 'from (select reason, count(*) as moves, count(distinct action_id) as actions, coalesce(sum(days) filter (where days > 0), 0) as days from moved group by reason) r order by r.days desc, r.reason');

const page = (further: string, sums: string, total: string): string => `with ${asked}
  select json_build_object(
    'reasons', ${sums},
    'items', coalesce(json_agg(t.one order by t.n) filter (where t.n <= ${ITEMS}), '[]'),
    'next', case when count(*) > ${ITEMS} then max(t.cursor) filter (where t.n = ${ITEMS}) end,
    'total', ${total})::text as answer
  from (
    select row_number() over (order by m.moved_on desc, m.id desc) as n, ${cursorSql(SLIPPAGE_ORDER, 'm.moved_on', 'm.id')} as cursor,
      (select to_json(o) from (select ${columns(SlippedAction, 'd', { ref: 'a.ref', title: 'a.title', days: 'm.days' })} from due_move d join action a on a.id = d.action_id where d.id = m.id) o) as one
    from moved m ${further} order by m.moved_on desc, m.id desc limit ${ITEMS + 1}
  ) t`;

export const slippagePage = {
  first: statement('slippage.first', page('', reasons, '(select count(*) from moved)')),
  further: statement('slippage.further', page('where (m.moved_on, m.id) < ($6::date, $7::uuid)', 'null::json', 'null::integer')),
};
