/**
 * The SQL twins of libs/domain/gaps; gaps.spec compares them. Each is a set of ids that is made once in a statement, however
 * many rows are asked whether they are in it.
 */

/** Every cause with itself and each deeper one behind it, as `root`. */
const WAYS = `with recursive ways as (
    select c.id as cause, c.id as root, c.deeper_id from cause c
    union all select w.cause, d.id, d.deeper_id from ways w join cause d on d.id = w.deeper_id
  )`;

const diagnosed = 'action_finding l join finding f on f.id = l.finding_id and f.withdrawn_at is null join finding_cause k on k.finding_id = f.id';

/** Actions that answer a finding whose causes are known, and none of those causes nor anything deeper; `which` narrows the links `l`. */
const symptomOnly = (which = 'true'): string => `(${WAYS}
  select l.action_id from ${diagnosed} where ${which}
  except select l.action_id from ${diagnosed} join ways w on w.cause = k.cause_id join action_cause x on x.cause_id = w.root and x.action_id = l.action_id where ${which})`;

/** Among many actions: whether this one treats only a symptom. */
export const treatsOnlySymptom = (action: string): string => `${action} in ${symptomOnly()}`;
/** The same of one action alone, without looking at the others. */
export const thisTreatsOnlySymptom = (action: string): string => `exists ${symptomOnly(`l.action_id = ${action}`)}`;

/** An action answers the cause, or a deeper one behind it. */
export const isCauseAnswered = (cause: string): string =>
  `${cause} in (${WAYS} select w.cause from ways w join action_cause x on x.cause_id = w.root join action b on b.id = x.action_id and b.withdrawn_at is null)`;

const deepRooted = `(select d.finding_id from diagnosis d where d.deep_rooted union select l.finding_id from outcome_finding l join outcome o on o.id = l.outcome_id and o.kind = 'deep_rooted_priority')`;

/** The diagnosis of finding `f` says that it is deep-rooted, or a summit's deep-rooted priority is about it. */
export const isDeepRooted = `f.id in ${deepRooted}`;

/** Finding `f` is deep-rooted, and every action that answers it, a cause of it or anything deeper is a quick win. */
export const hasOnlyQuickWins = `f.id in (${WAYS}
  select t.finding_id from (
    select l.finding_id, l.action_id from action_finding l where l.finding_id in ${deepRooted}
    union all select k.finding_id, x.action_id from finding_cause k join ways w on w.cause = k.cause_id join action_cause x on x.cause_id = w.root where k.finding_id in ${deepRooted}
  ) t join action b on b.id = t.action_id and b.withdrawn_at is null
  group by t.finding_id having bool_and(b.horizon = 'quick_win'))`;
