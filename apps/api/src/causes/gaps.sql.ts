/**
 * The SQL twins of libs/domain/gaps; gaps.spec compares them. Each is a set of ids that is made once in a statement, however
 * many rows are asked whether they are in it.
 */

/** Every cause with itself and each deeper one behind it, as `root`. */
const WAYS = `with recursive ways as (
    select c.id as cause, c.id as root, c.deeper_id from cause c
    union all select w.cause, d.id, d.deeper_id from ways w join cause d on d.id = w.deeper_id
  )`;

/** Actions that answer a finding whose causes are known, and none of those causes nor anything deeper: what they treat, beside what there is to treat. */
export const symptomOnlyActions = `(
  with recursive root as (
    select k.finding_id, k.cause_id from finding_cause k join finding f on f.id = k.finding_id and f.withdrawn_at is null
    union select r.finding_id, c.deeper_id from root r join cause c on c.id = r.cause_id where c.deeper_id is not null
  ),
  roots as materialized (select finding_id, array_agg(cause_id) as causes from root group by 1),
  treats as materialized (select action_id, array_agg(cause_id) as causes from action_cause group by 1)
  select l.action_id from action_finding l join roots r on r.finding_id = l.finding_id left join treats t on t.action_id = l.action_id
  group by l.action_id having not bool_or(coalesce(t.causes && r.causes, false)))`;

/** Among many actions: whether this one treats only a symptom. */
export const treatsOnlySymptom = (action: string): string => `${action} in ${symptomOnlyActions}`;
/** The same of one action alone, without looking at the others: down from its findings. */
export const thisTreatsOnlySymptom = (action: string): string => `exists (
  with recursive down as (
    select k.cause_id as id from action_finding l join finding f on f.id = l.finding_id and f.withdrawn_at is null join finding_cause k on k.finding_id = f.id where l.action_id = ${action}
    union select c.deeper_id from down d join cause c on c.id = d.id where c.deeper_id is not null
  ) select from down having count(*) > 0 and not bool_or(exists (select from action_cause x where x.action_id = ${action} and x.cause_id = down.id)))`;

/**
 * An action answers the cause, or a deeper one behind it: up from the causes that actions answer. Distinct, because how many
 * come of a recursion is guessed high, and what is thought too many to hash is looked through row by row.
 */
export const isCauseAnswered = (cause: string): string => `${cause} in (
  with recursive answered as (
    select distinct x.cause_id as id from action_cause x join action b on b.id = x.action_id and b.withdrawn_at is null
    union select k.id from answered a join cause k on k.deeper_id = a.id
  ) select distinct id from answered)`;

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
