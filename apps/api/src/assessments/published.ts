import { ActionAssessment, type ActionFlag, actionFlags, AssessedFacts, AssessmentSetting, Blocker, FlagOverride, LateMilestone, TroubledMeasure } from '@followthrough/contracts';
import { nameOf } from '../kernel/person';
import { columns, jsonList } from '../kernel/select';
import { dayOf } from '../demand/published';
import { seesFigures } from '../supply/published';
import { blockers, byRow, bySet, flagSql, isOwnerOver, isUnstaffed, lateMilestones, leftOn, type Lookup, measures, RHYTHM, sameWords, standing, verdicts } from './flags.sql';

/** What statements of other features show of the assessment: the flags of a row, and the facts that a screen assesses by itself. */

const ofEach = (sql: (flag: ActionFlag) => string | undefined): string => `array_remove(array[${actionFlags.flatMap((flag) => sql(flag) ?? []).join(', ')}]::text[], null)`;

/** Overrides of action `a` that are in force, as `v`. */
const inForce = 'from flag_override v where v.action_id = a.id and v.until_on >= today() and not exists (select from flag_override e where e.ends_id = v.id)';

/**
 * Joins to action `a` and its last update `u` what speaks against the report, as `j`: `flags` that count, those that are
 * `overridden`, and the `assessed` status. Without `offset 0` each flag would be worked out once for every mention.
 */
const judgedBy = (lookup: Lookup): string => {
  const flags = flagSql(lookup);
  return `cross join lateral (select
    ${ofEach((flag) => `case when ${flags[flag].is} then '${flag}' end`)} as found,
    ${ofEach((flag) => (flags[flag].isAlarm ? `case when ${flags[flag].is} and ${flags[flag].isAlarm} then '${flag}' end` : undefined))} as alarms offset 0) f
  cross join lateral (select case when f.found = '{}' then '{}'::text[] else array(select distinct v.flag ${inForce} and v.flag = any (f.found)) end as overridden offset 0) v
  cross join lateral (select v.overridden, array(select x from unnest(f.found) with ordinality as n(x, at) where x <> all (v.overridden) order by at) as flags,
    case when not f.alarms <@ v.overridden then 'off_track' when not f.found <@ v.overridden and a.status <> 'off_track' then 'at_risk' else a.status end as assessed offset 0) j`;
};
/** For all of a plan or a locality. */
export const judged = judgedBy(bySet);
/** For the rows of a page. */
export const judgedRow = judgedBy(byRow);

/** Every action of the locality, or of the plan in that parameter, that has not ended otherwise than done, with its `flags`, `overridden` and `assessed`. */
export const judgedActions = (plan?: string): string =>
  `select a.id, a.plan_id, a.status, j.flags, j.overridden, j.assessed from action a left join status_update u on u.id = a.last_update_id ${judged} where a.withdrawn_at is null and (a.disposition is null or a.disposition = 'done')${plan ? ` and a.plan_id = ${plan}` : ''}`;

const troubled = { concern: `coalesce(m.variation = 'concern', false)`, fail: `coalesce(m.assurance = 'fail', false)` };
/** Person-days of the owner's, to who may see their figures. */
const ownerDays = (column: string): string => `(select trim_scale(round(v.${column}::numeric / ${dayOf('v.owner_id')}, 1)) ${verdicts} join person w on w.id = v.owner_id where v.action_id = a.id and ${isOwnerOver} and ${seesFigures('w')})`;
const facts = {
  hasEnded: `coalesce(a.disposition <> 'done', false)`,
  lastUpdateOn: 'u.as_of',
  moves: '(select count(*) from due_move m where m.action_id = a.id and m.milestone_id is null)',
  rhythmDays: RHYTHM,
  forecastOn: 'u.forecast_on',
  sameWords: `(select count(*) from (select bool_and(coalesce(x.status = 'on_track' and ${sameWords}, false)) over (order by x.as_of desc, x.id desc) as again
    from status_update x where x.action_id = a.id and ${standing} order by x.as_of desc, x.id desc limit 20) r where r.again)`,
  lacksPath: `coalesce(u.status in ('at_risk', 'off_track') and u.path_to_green is null, false)`,
  hasEvidence: `exists (select from status_update e where e.action_id = a.id and e.status in ('complete', 'embedded') and e.evidence is not null and e.withdrawn_at is null) or exists (select from evidence e where e.action_id = a.id)`,
  deliveryConfidence: 'u.delivery_confidence',
  outcomeConfidence: 'u.outcome_confidence',
  ownerName: nameOf('a.owner_id'),
  ownerLeftOn: `(select nullif(${leftOn('p')}, 'infinity') from person p where p.id = a.owner_id)`,
  unstaffedDays: `(select trim_scale(round(v.unstaffed_minutes::numeric / 450, 1)) ${verdicts} where v.action_id = a.id and ${isUnstaffed})`,
  isOwnerOver: `exists (select ${verdicts} where v.action_id = a.id and ${isOwnerOver})`,
  ownerDays: ownerDays('owner_minutes'),
  ownerGivenDays: ownerDays('owner_given_minutes'),
  lateMilestones: jsonList(LateMilestone, 's', {}, `${lateMilestones} and s.action_id = a.id order by s.due_on, s.position, s.id limit 100`),
  blockers: jsonList(Blocker, 'o', {}, `${blockers} where d.then_id = a.id and d.kind = 'blocks' order by o.due_on, o.id limit 100`),
  measures: jsonList(TroubledMeasure, 'm', { isConcern: troubled.concern, isFailing: troubled.fail }, `${measures} where l.action_id = a.id and (${troubled.concern} or ${troubled.fail}) order by lower(m.title), m.id limit 100`),
};

/** What the assessment of action `a` with its last update `u` rests on; the locality's lines; and the overrides in force: each a field of a larger answer. */
export const assessmentParts: Readonly<Record<keyof ActionAssessment, string>> = {
  facts: `(select to_json(t) from (select ${columns(AssessedFacts, 'a', facts)}) t)`,
  setting: `(select to_json(t) from (select ${columns(AssessmentSetting, 's')} from assessment_setting s) t)`,
  overrides: jsonList(FlagOverride, 'v', { personName: nameOf('v.person_id') }, `${inForce} order by v.id desc limit 20`),
};

/** The facts as everybody may know them, for what is kept: without anybody's figures. */
export const factsForAll = `(${assessmentParts.facts}::jsonb || '{"ownerDays": null, "ownerGivenDays": null}')`;

/** All that a screen needs to assess one action, as a field of a larger answer. */
export const assessmentOf = (action: string): string => `(select to_json(t) from (select ${columns(ActionAssessment, 'a', assessmentParts)} from (select ${action} as id) which join action a on a.id = which.id left join status_update u on u.id = a.last_update_id) t)`;
