import { type ActionGap, actionGaps, type Contract, HealthCase, PlanHealth, type PlanGap, planGaps } from '@followthrough/contracts';
import { columns, jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';
import { unsigned } from '../plans/published';
import { nextMeeting } from '../boards/published';
import { gaps, open } from './gaps';

const FEW = 5;

/** One line: how many lack it, of how many, and the first few of them. */
interface Line {
  readonly count: string;
  readonly of: string;
  readonly cases: string;
}

const none = `'[]'::json`;
const isNone = (from: string): string => `case when exists (${from}) then 0 else 1 end`;
const quick = `(select count(*) from live a where a.horizon = 'quick_win')`;
const deep = `(select count(*) from live a where a.horizon = 'deep_rooted')`;
const actions = '(select count(*) from todo)';

/** The twin of `balanceOf` in libs/domain being anything but fine: one kind is missing, or one is more than four times the other. */
export const unbalanced = (wins: string, roots: string): string => `case when ${wins} = 0 or ${roots} = 0 or ${wins} > 4 * ${roots} or ${roots} > 4 * ${wins} then 1 else 0 end`;

const ofPlan: Readonly<Record<PlanGap, Line>> = {
  aim: { count: 'case when p.aim is null then 1 else 0 end', of: '1', cases: none },
  unsigned: {
    count: `(select count(*) ${unsigned('p')})`,
    of: `(select count(*) ${unsigned('p')}) + (select count(distinct s.organisation_id) from plan_signature s where s.plan_id = p.id and s.taken_back_on is null and s.aim = p.aim)`,
    cases: jsonList(HealthCase, 'o', { ref: 'null' }, `${unsigned('p')} order by lower(o.name) limit ${FEW}`),
  },
  sponsor: { count: isNone('select from plan_sponsor s where s.plan_id = p.id'), of: '1', cases: none },
  board: { count: isNone('select from plan_board b where b.plan_id = p.id'), of: '1', cases: none },
  meeting: {
    count: `(select count(*) from plan_board b where b.plan_id = p.id and ${nextMeeting('b.board_id')} is null)`,
    of: '(select count(*) from plan_board b where b.plan_id = p.id)',
    cases: jsonList(HealthCase, 'b', { ref: 'null' }, `from plan_board l join board b on b.id = l.board_id where l.plan_id = p.id and ${nextMeeting('b.id')} is null order by lower(b.name) limit ${FEW}`),
  },
  diagnosis: {
    count: `(select count(*) from answered f where not f.is_agreed)`,
    of: '(select count(*) from answered)',
    cases: jsonList(HealthCase, 'f', { name: 'f.quotation' }, `from answered f where not f.is_agreed order by f.ref, f.id limit ${FEW}`),
  },
  balance: { count: unbalanced(quick, deep), of: '1', cases: none },
};

const ofActions = (gap: ActionGap): Line => ({
  count: `(select count(*) from todo a where a.lacks_${gap})`,
  of: actions,
  cases: jsonList(HealthCase, 'a', { name: 'a.title' }, `from todo a where a.lacks_${gap} order by a.ref, a.id limit ${FEW}`),
});

const item = (key: string, { count, of, cases }: Line): string => `json_build_object('key', '${key}', 'count', ${count}, 'of', ${of}, 'cases', ${cases})`;
const items = [...planGaps.map((gap) => item(gap, ofPlan[gap])), ...actionGaps.map((gap) => item(gap, ofActions(gap)))];

/** What one plan lacks, item by item: one pass over its actions, one statement. A contract that says more has its fields in `also`. */
export const healthOf = (contract: Contract = PlanHealth, also: Readonly<Record<string, string>> = {}): string => `with live as materialized (select a.id, a.ref, a.title, a.horizon, ${open} as is_open, ${actionGaps.map((gap) => `${gaps[gap]} as lacks_${gap}`).join(', ')} from action a where a.plan_id = $1 and a.withdrawn_at is null),
   -- What went well asks for no action, and for no diagnosis.
   answered as materialized (
     select f.id, f.ref, left(f.quotation, 200) as quotation, exists (select from diagnosis d where d.finding_id = f.id and d.state = 'agreed') as is_agreed
     from finding f where f.withdrawn_at is null and f.kind in ('area_for_improvement', 'challenge') and exists (select from action_finding l join live a on a.id = l.action_id where l.finding_id = f.id)),
   todo as materialized (select * from live a where a.is_open)
   select to_json(t)::text as answer from (select ${columns(contract, 'p', { planId: 'p.id', openActions: actions, quickWins: quick, deepRooted: deep, items: `json_build_array(${items.join(', ')})`, ...also })} from plan p where p.id = $1 and p.withdrawn_at is null) t`;

export const planHealth = statement('plan_health.show', healthOf());
