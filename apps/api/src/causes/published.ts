import { ActionBrief, AnsweredCause, Gaps } from '@followthrough/contracts';
import { columns, jsonList } from '../kernel/select';
import { brief, worstFirst } from './brief.sql';
import { hasOnlyQuickWins, isCauseAnswered, treatsOnlySymptom } from './gaps.sql';

/** What statements of other features show of causes. */
export { causesDrawn } from './causes.sql';
export { hasOnlyQuickWins, isCauseAnswered, symptomOnlyActions, thisTreatsOnlySymptom } from './gaps.sql';

const needsAction = `f.kind in ('area_for_improvement', 'challenge')`;

/** The places where the thread is broken, in the whole locality. Each count is that of the list that it opens. */
export const gaps = `(select to_json(t) from (select ${columns(Gaps, 'x', {
  findingsWithoutAction: `(select count(*) from finding f where f.withdrawn_at is null and ${needsAction} and not exists (select from action_finding l join action b on b.id = l.action_id and b.withdrawn_at is null where l.finding_id = f.id))`,
  symptomOnlyActions: `(select count(*) from action a where a.withdrawn_at is null and ${treatsOnlySymptom('a.id')})`,
  causesWithoutAction: `(select count(*) from cause c where c.withdrawn_at is null and not ${isCauseAnswered('c.id')})`,
  quickWinsOnly: `(select count(*) from finding f where f.withdrawn_at is null and ${hasOnlyQuickWins})`,
})}) t)`;

/** The actions that answer a cause. */
export const actionsOf = (cause: string): string => jsonList(ActionBrief, 'b', brief, `from action_cause x join action b on b.id = x.action_id and b.withdrawn_at is null where x.cause_id = ${cause} order by ${worstFirst} limit 200`);

/** The causes that an action answers. */
export const causesOf = (action: string): string =>
  jsonList(AnsweredCause, 'c', { findings: 'array(select f.ref from finding_cause k join finding f on f.id = k.finding_id and f.withdrawn_at is null where k.cause_id = c.id order by f.ref)' }, `from action_cause x join cause c on c.id = x.cause_id where x.action_id = ${action} order by lower(c.text)`);
