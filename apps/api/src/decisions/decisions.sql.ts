import { type Contract, DecisionItem, type DecisionQuery } from '@followthrough/contracts';
import { cursorKeys, cursorSql } from '../kernel/cursor';
import { columns, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { askedOf, ITEMS, made, soonest } from './shown.sql';

const DECISION_ORDER = 'decisions';

const asked = `
    from decision_request d join action a on a.id = d.action_id and a.withdrawn_at is null
    where d.withdrawn_at is null and d.state = any ($1::text[]) and ($2::uuid is null or a.plan_id = $2) and ($3::text is null or lower(${askedOf}) = lower($3)) and ($4::uuid is null or d.board_id = $4)`;

/** A page of the register. Of another contract or day, what more its answer says is in `also`. $1 states, $2 plan, $3 from whom, $4 board; after: $5 day, $6 id. */
const page = (which: string, total: string, contract: Contract, made: Readonly<Record<string, string>>, also: Readonly<Record<string, string>>): string => `
  select json_build_object(
    'items', coalesce(json_agg(t.one order by t.n) filter (where t.n <= ${ITEMS}), '[]'),
    'next', case when count(*) > ${ITEMS} then max(t.cursor) filter (where t.n = ${ITEMS}) end,
    ${Object.entries(also).map(([field, sql]) => `'${field}', ${sql},`).join(' ')}
    'total', ${total})::text as answer
  from (
    select row_number() over (order by ${soonest}, d.id) as n, ${cursorSql(DECISION_ORDER, soonest, 'd.id')} as cursor,
      (select to_json(o) from (select ${columns(contract, 'd', made)}) o) as one
    ${asked} ${which}
    order by ${soonest}, d.id limit ${ITEMS + 1}
  ) t`;

export const decisionsListed = (contract: Contract = DecisionItem, shown: Readonly<Record<string, string>> = made, also: Readonly<Record<string, string>> = {}) => ({
  first: page('', `(select count(*) ${asked})`, contract, shown, also),
  further: page(`and (${soonest}, d.id) > ($5::date, $6::uuid)`, 'null::integer', contract, shown, also),
});

const listed = decisionsListed();
export const decisionsPage = { first: statement('decisions.first', listed.first), further: statement('decisions.further', listed.further) };

/** What the register is narrowed to and where it goes on, as the values of its page. */
export function narrowing({ after, state = ['open'], plan, fromWhom, board }: DecisionQuery): readonly unknown[] {
  return [state, plan ?? null, fromWhom ?? null, board ?? null, ...(after === undefined ? [] : cursorKeys(after, DECISION_ORDER, ['day', 'id']))];
}

export const oneDecision = statement('decisions.one', jsonRow(DecisionItem, 'd', made, 'from decision_request d join action a on a.id = d.action_id where d.id = $1 and d.withdrawn_at is null'));
