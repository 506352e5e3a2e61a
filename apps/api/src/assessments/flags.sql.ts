import { type ActionFlag, UPDATE_EVERY } from '@followthrough/contracts';

/**
 * The SQL twin of the rules in libs/domain/assessed.ts, over action `a` and its last update `u`, which may be none.
 * What is asked of other tables is asked through a lookup.
 */
interface FlagSql {
  /** Whether the fact is there, beyond the locality's line. */
  readonly is: string;
  /** Whether it weighs heavily, where it is there. */
  readonly isAlarm?: string;
}

/** Whether a row of `from` has `key` = `id`. */
export type Lookup = (id: string, key: string, from: string, having?: string) => string;
/** By index, for the rows of a page. */
export const byRow: Lookup = (id, key, from, having) => `exists (select ${from} and ${key} = ${id}${having ? ` group by ${key} having ${having}` : ''})`;
/** As one set made once, for a whole plan. */
export const bySet: Lookup = (id, key, from, having) => `${id} in (select ${key} ${from}${having ? ` group by ${key} having ${having}` : ''})`;

// As sub-selects they are worked out once, not once for every row.
const TODAY = '(select today())';
const line = (name: string): string => `(select l.${name} from assessment_setting l)`;
const open = `a.status not in ('complete', 'embedded') and a.disposition is null`;
/** Days from one due date of the plan's reports to the next, on the average of its cycles; the usual rhythm where it has none. Worked out once for all plans. */
const rhythms = `(select jsonb_object_agg(r.plan_id, r.days) from (
  select c.plan_id, greatest(round((max(c.due_on) - min(c.due_on))::numeric / (count(*) - 1)), 1) as days from reporting_cycle c where exists (select from reporting_cadence k where k.plan_id = c.plan_id) group by c.plan_id having count(*) > 1) r)`;
export const RHYTHM = `coalesce((${rhythms} ->> a.plan_id::text)::integer, ${UPDATE_EVERY})`;

/** The day from which an owner is gone: their access ended, their organisation did, or they were taken out. Null or infinity: they are here. */
export const leftOn = (person: string): string => `least(
  (select max(least((m.ended_at at time zone 'Europe/London')::date, m.valid_to, 'infinity')) from membership m where m.person_id = ${person}.id),
  (select g.valid_to from organisation g where g.id = ${person}.organisation_id), (${person}.withdrawn_at at time zone 'Europe/London')::date)`;

/** Reports that stand: nothing withdrew or corrected them. */
export const standing = 'x.withdrawn_at is null and not exists (select from status_update c where c.corrects_id = x.id and c.withdrawn_at is null)';
const plain = (text: string): string => String.raw`lower(btrim(regexp_replace(${text}, '\s+', ' ', 'g')))`;
export const sameWords = `(x.narrative = u.narrative or ${plain('x.narrative')} = ${plain('u.narrative')})`;

/** An open action that another has to wait for, as `o`; the other is `d.then_id`. */
export const blockers = `from dependency d join action o on o.id = d.first_id and o.withdrawn_at is null and o.status not in ('complete', 'embedded') and o.disposition is null and o.due_on is not null`;

/** Milestones whose day has passed, as `s`. */
export const lateMilestones = `from milestone s where s.withdrawn_at is null and s.done_on is null and s.due_on < ${TODAY}`;

/** Measures in use that belong to an action, as `m`. */
export const measures = 'from action_measure l join measure m on m.id = l.measure_id and m.withdrawn_at is null and m.retired_on is null';

/**
 * What capacity says of an action, as `v`, as long as it is due when it was; see load-verdicts. Supply is reckoned day by day in
 * the domain, and has no twin in SQL.
 */
export const verdicts = 'from load_verdict v join action t on t.id = v.action_id and t.due_on = v.due_on';
export const isUnstaffed = 'v.unstaffed_minutes is not null and v.organisation_id = t.accountable_organisation_id';
export const isOwnerOver = 'v.owner_minutes is not null and v.owner_id = t.owner_id';
const near = `a.due_on between ${TODAY} and ${TODAY} + ${line('resource_days')}`;

export const flagSql = (has: Lookup): Readonly<Record<ActionFlag, FlagSql>> => ({
  past_due: { is: `${open} and a.due_on < ${TODAY} - ${line('grace_days')}`, isAlarm: `a.due_on <= ${TODAY} - ${line('alarm_days')}` },
  milestone_late: { is: `${open} and ${has('a.id', 's.action_id', `${lateMilestones} - ${line('grace_days')}`)}` },
  forecast_late: { is: `${open} and u.forecast_on > a.due_on + ${line('grace_days')}`, isAlarm: `u.forecast_on >= a.due_on + ${line('alarm_days')}` },
  not_begun: { is: `a.status = 'not_started' and a.disposition is null and a.start_on < ${TODAY} - ${line('begin_days')}` },
  blocked: { is: `${open} and ${has('a.id', 'd.then_id', `${blockers} join action t on t.id = d.then_id where d.kind = 'blocks' and (o.due_on < ${TODAY} or o.due_on > t.due_on)`)}` },
  measure_concern: { is: `${open} and ${has('a.id', 'l.action_id', `${measures} where m.variation = 'concern'`)}` },
  measure_fail: { is: `${open} and ${has('a.id', 'l.action_id', `${measures} where m.assurance = 'fail'`)}` },
  silent: { is: `${open} and ${TODAY} - coalesce(u.as_of, a.created_on) > ${RHYTHM} * ${line('silent_rhythms')}` },
  moved_often: { is: `${open} and ${has('a.id', 'm.action_id', 'from due_move m where m.milestone_id is null', `count(*) >= ${line('moves_too_many')}`)}` },
  same_words: {
    is: `a.status = 'on_track' and a.disposition is null and u.narrative is not null and (select count(*) filter (where r.same) from (
      select x.status = 'on_track' and ${sameWords} as same from status_update x where x.action_id = a.id and ${standing} order by x.as_of desc, x.id desc limit ${line('same_words_reports')}) r) >= ${line('same_words_reports')}`,
  },
  no_owner: { is: `${open} and a.owner_id is null` },
  owner_left: { is: `${open} and ${has('a.owner_id', 'p.id', `from person p where ${leftOn('p')} < ${TODAY}`)}` },
  unresourced: { is: `${open} and ${near} and ${has('a.id', 'v.action_id', `${verdicts} where ${isUnstaffed}`)}` },
  owner_over: { is: `${open} and ${near} and ${has('a.id', 'v.action_id', `${verdicts} where ${isOwnerOver}`)}` },
  low_confidence: { is: `a.status in ('not_started', 'on_track') and a.disposition is null and (u.delivery_confidence = 'low' or u.outcome_confidence = 'low')` },
  no_path: { is: `${open} and u.status in ('at_risk', 'off_track') and u.path_to_green is null` },
  no_evidence: { is: `a.status in ('complete', 'embedded') and (a.disposition is null or a.disposition = 'done') and not ${has('a.id', 'e.action_id', `from status_update e where e.status in ('complete', 'embedded') and e.evidence is not null and e.withdrawn_at is null`)} and not ${has('a.id', 'e.action_id', 'from evidence e where true')}` },
});
