import type { ActionGap } from '@followthrough/contracts';
import { isOpen } from '../closures/published';
import { isMeasured } from '../measures/published';

export const open = isOpen('a');

/** What an action lacks, as SQL over action `a`. The list of a gap on the plan table and its count on the list of what is missing are this one condition. */
export const gaps: Readonly<Record<ActionGap, string>> = {
  owner: 'a.owner_id is null',
  organisation: 'a.accountable_organisation_id is null',
  due: 'a.due_on is null and not a.due_text_kept',
  // A quick win is short enough to be its own.
  milestone: `a.horizon <> 'quick_win' and not exists (select from milestone g where g.action_id = a.id and g.withdrawn_at is null)`,
  measure: 'a.success_measure is null',
  measured: `not ${isMeasured('a.id')}`,
  evidence: 'a.evidence_kind is null',
  estimate: 'a.days_needed is null',
  programme: 'not a.no_programme and not exists (select from action_programme g where g.action_id = a.id)',
  co_production: 'not exists (select from co_production_step g where g.action_id = a.id) and not exists (select from co_production_step g where g.plan_id = a.plan_id)',
};

/** Open actions that lack it: what is done needs no estimate any more. */
export const lacking = (gap: ActionGap): string => `(${open} and ${gaps[gap]})`;
