import { workingFields } from '@followthrough/contracts';
import { LINKS, OF_ACTION, OF_PLAN } from './state.sql';

/**
 * How many amendments a plan has, and what boards said of them, without comparing it with its last version: `plan_amended` is
 * kept by trigger, and what a board said of a change stands while nothing has touched the same thing since. The property in
 * rebuilt.spec.ts holds these against the comparison.
 */

const isAgreed = ([field]: readonly [string, unknown]): boolean => !(workingFields as readonly string[]).includes(field);
const list = (words: readonly string[]): string => words.map((one) => `'${one}'`).join(', ');
const fields = Object.entries({ ...OF_PLAN, ...OF_ACTION }).filter(isAgreed);
const columnsOf = `case d.change when 'removed' then array['withdrawn_at'] when 'added' then array[${list([...new Set(Object.entries(OF_ACTION).filter(isAgreed).flatMap(([, one]) => one?.columns ?? []))])}]
  else case d.field ${fields.map(([field, one]) => `when '${field}' then array[${list(one?.columns ?? [])}]`).join(' ')} end end`;
const links = Object.entries(LINKS).filter(isAgreed);
const linked = links.map(([field, one]) => `d.field = '${field}' and h.table_name = '${one?.table ?? ''}' and (coalesce(h.after, h.before) ->> '${one?.to ?? ''}')::uuid = d.item`).join(' or ');

/** The decision `d` is about a change that is still as the board read it. */
const stands = `(d.change = 'removed' or d.action_id is null or exists (select from action a where a.id = d.action_id and a.plan_id = d.plan_id and a.withdrawn_at is null))
  and case when d.item is null
    then not exists (select from audit h where h.row_id = coalesce(d.action_id, d.plan_id) and h.position > d.position and h.before ?| (${columnsOf}))
    else not exists (select from audit h where h.table_name in (${links.map(([, one]) => `'${one?.table ?? ''}'`).join(', ')}) and h.position > d.position and (coalesce(h.after, h.before) ->> 'action_id')::uuid = d.action_id and (${linked})) end`;

/** A JSON object of counts: `waiting`, `approved`, `declined` and `all`; zeros while no board has approved the plan. */
export const amendmentFigures = (plan: string): string => `(
  select json_build_object('waiting', x.of - s.approved - s.declined, 'approved', s.approved, 'declined', s.declined, 'all', x.of)
  from (select coalesce(sum(m.changes), 0) as of from plan_amended m where m.plan_id = ${plan}) x,
    (select count(*) filter (where d.decision = 'approved') as approved, count(*) filter (where d.decision = 'declined') as declined
     from (select distinct on (d.action_id, d.field, d.item) d.* from amendment_decision d
       where d.version_id = (select v.id from plan_version v where v.plan_id = ${plan} order by v.number desc limit 1) order by d.action_id, d.field, d.item, d.id desc) d
     where ${stands}) s)`;
