import { type ActionFlag, actionFlags, AllWell, AssessmentSetting, type Contract, Doubts, FlagCount, StatusDoubt } from '@followthrough/contracts';
import { columns, jsonList, jsonRow } from '../kernel/select';
import { type Statement, statement } from '../kernel/statement';
import { shownWords } from '../status-words/published';
import { assessmentOf, judgedActions } from './published';

export const assessmentSetting = statement('assessments.setting', jsonRow(AssessmentSetting, 's', {}, 'from assessment_setting s'));

export const assessment = statement('assessments.one', `select ${assessmentOf('a.id')}::text as answer from action a where a.id = $1 and a.withdrawn_at is null`);

const list = (contract: Contract, alias: string, from: string): string => jsonList(contract, alias, {}, from);
const places = (flags: readonly ActionFlag[]): string => `array[${flags.map((flag) => `'${flag}'`).join(', ')}]`;

/** Its twin is `isAllWell` in the domain: enough open actions have begun, and every one of them is on track. */
const allWell = `from (select j.plan_id as id, count(*) filter (where j.status in ('on_track', 'at_risk', 'off_track')) as actions, count(*) filter (where j.status in ('at_risk', 'off_track')) as troubled from judged j group by j.plan_id) w
  join plan p on p.id = w.id where w.actions >= (select l.all_well_from from assessment_setting l) and w.troubled = 0`;

/** Of one plan ($1) or of all: every action is judged once, and counted in each way. */
function doubtsOf(name: string, onePlan: boolean): Statement {
  return statement(
    name,
    `with judged as materialized (${judgedActions(onePlan ? '$1' : undefined)}),
     -- A flag of an action, whether it counts or not.
     flagged as (select x as flag, false as is_overridden from judged j, unnest(j.flags) x union all select x, true from judged j, unnest(j.overridden) x)
     select to_json(t)::text as answer from (select ${columns(Doubts, 'd', {
       planId: onePlan ? '$1::uuid' : 'null::uuid',
       statuses: list(StatusDoubt, 's', 'from (select j.status, count(*) as actions, count(*) filter (where j.assessed <> j.status) as doubtful from judged j group by j.status) s'),
       flags: list(FlagCount, 'f', `from (select g.flag, count(*) filter (where not g.is_overridden) as actions, count(*) filter (where g.is_overridden) as overridden from flagged g group by g.flag) f order by f.actions desc, array_position(${places(actionFlags)}, f.flag)`),
       overridden: `(select count(*) from judged j where j.overridden <> '{}')`,
       allWell: jsonList(AllWell, 'w', { title: 'w.title' }, `from (select w.id, p.title, w.actions ${allWell} order by lower(p.title) limit 500) w`),
       words: shownWords,
     })}) t ${onePlan ? 'where exists (select from plan p where p.id = $1 and p.withdrawn_at is null)' : ''}`,
  );
}

export const doubts = doubtsOf('assessments.doubts', false);
export const doubtsOfPlan = doubtsOf('assessments.doubts_plan', true);
