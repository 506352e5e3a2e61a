import { type FrozenReport, UPDATE_EVERY } from '@followthrough/contracts';
import { hasAccount } from '../kernel/person';

/**
 * Who owes a report, for the statements of other features: the one rule, over an action `a` and the open cycle `c` of its plan.
 * A plan without a cadence has no cycles: there an update is owed after so many days.
 */

/** Joins the open cycle of the plan of action `a` as `c`, and its cadence as `k`; nulls where there is none. */
export const withCycle = (a: string): string => `left join reporting_cadence k on k.plan_id = ${a}.plan_id left join reporting_cycle c on c.plan_id = ${a}.plan_id and c.state = 'open' and k.id is not null`;

/** Nothing was reported for the cycle, by somebody who has had the action since it opened. */
export const owedIn = (a: string): string => `(${a}.owned_since <= c.opens_on and not exists (select from status_update r where r.id = ${a}.last_update_id and r.reported_at >= c.counts_from))`;

/** An update is owed on the open action `a`; `days` is the rule where its plan has no cycles. */
export const isOwed = (a: string, days = String(UPDATE_EVERY)): string => `(case when k.id is null then ${a}.last_update_id is null or ${a}.status_on < today() - ${days} else c.id is not null and ${owedIn(a)} end)`;

/** Whom it is asked of: the owner, or where the owner cannot sign in, the accountable person who can. */
export const askedOf = (a: string): string => `(case when ${hasAccount(`${a}.owner_id`)} or not ${hasAccount(`${a}.accountable_person_id`)} then ${a}.owner_id else ${a}.accountable_person_id end)`;

/** The days of grace are over: the accountable person owes it as well. */
export const isEscalated = `coalesce(today() >= c.escalates_on, false)`;

/** Whether it is owed by the person asking. Without cycles owner and accountable person both are asked. */
export const isOwedByMe = (a: string): string => `(${isOwed(a)} and (k.id is null or ${isEscalated} or ${askedOf(a)} = current_person()))`;

/** The lines of the assessment that were frozen with head `h`; those of capacity where there were none yet. */
export const linesOf = (h: string): string => `'{"resourceDays": 90}'::jsonb || nullif(${h}.content -> 'lines', 'null')`;

const readable = (key: string): string => `case when i.readable then i.content -> 'update' ->> '${key}' end`;
/** An action of a freeze as `i`: its state and content, and whether this reader may read its text. */
export const frozenReport: Readonly<Record<keyof FrozenReport, string>> = {
  actionId: 'i.action_id',
  ...(Object.fromEntries(['ref', 'title', 'horizon', 'status', 'owner', 'organisation', 'due'].map((key) => [key, `i.state ->> '${key}'`])) as Record<'ref' | 'title' | 'horizon' | 'status' | 'owner' | 'organisation' | 'due', string>),
  overdue: `(i.state ->> 'overdue')::boolean`,
  reported: `(i.state ->> 'reported')::boolean`,
  asOf: `(i.content -> 'update' ->> 'as_of')::date`,
  reportedByName: `i.content ->> 'reportedBy'`,
  narrative: readable('narrative'),
  pathToGreen: readable('path_to_green'),
  forecastOn: `(i.content -> 'update' ->> 'forecast_on')::date`,
  decision: `i.content -> 'decision' ->> 'what'`,
  withheld: 'not i.readable',
  assessed: `i.state ->> 'assessed'`,
  flags: `coalesce(i.state -> 'flags', '[]')`,
  overridden: `coalesce(i.state -> 'overridden', '[]')`,
  overrides: `coalesce(nullif(i.content -> 'overrides', 'null'), '[]')`,
  // What was frozen before capacity spoke says nothing of it.
  facts: `'{"unstaffedDays": null, "isOwnerOver": false, "ownerDays": null, "ownerGivenDays": null}'::jsonb || nullif(i.content -> 'facts', 'null')`,
  deliveryConfidence: `i.state ->> 'deliveryConfidence'`,
  outcomeConfidence: `i.state ->> 'outcomeConfidence'`,
  milestones: `i.state -> 'milestones'`,
};
