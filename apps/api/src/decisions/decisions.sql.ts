import { DecisionItem } from '@followthrough/contracts';
import { cursorSql } from '../kernel/cursor';
import { columns, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { askedOf, ITEMS, made, soonest } from './published';

export const DECISION_ORDER = 'decisions';

const asked = `
    from decision_request d join action a on a.id = d.action_id and a.withdrawn_at is null
    where d.withdrawn_at is null and d.state = any ($1::text[]) and ($2::uuid is null or a.plan_id = $2) and ($3::text is null or lower(${askedOf}) = lower($3)) and ($4::uuid is null or d.board_id = $4)`;

/** $1 states, $2 plan, $3 from whom, $4 board. */
const page = (which: string, total: string) => `
  select json_build_object(
    'items', coalesce(json_agg(t.one order by t.n) filter (where t.n <= ${ITEMS}), '[]'),
    'next', case when count(*) > ${ITEMS} then max(t.cursor) filter (where t.n = ${ITEMS}) end,
    'total', ${total})::text as answer
  from (
    select row_number() over (order by ${soonest}, d.id) as n, ${cursorSql(DECISION_ORDER, soonest, 'd.id')} as cursor,
      (select to_json(o) from (select ${columns(DecisionItem, 'd', made)}) o) as one
    ${asked} ${which}
    order by ${soonest}, d.id limit ${ITEMS + 1}
  ) t`;

export const decisionsPage = {
  first: statement('decisions.first', page('', `(select count(*) ${asked})`)),
  further: statement('decisions.further', page(`and (${soonest}, d.id) > ($5::date, $6::uuid)`, 'null::integer')),
};

export const oneDecision = statement('decisions.one', jsonRow(DecisionItem, 'd', made, 'from decision_request d join action a on a.id = d.action_id where d.id = $1 and d.withdrawn_at is null'));
