import type { ActionFlag } from '@followthrough/contracts';
import type { Flagged } from '@followthrough/domain';

/** Where the fact behind a flag can be seen and mended: a part of the action's page, another action, a measure. */
export interface Place {
  readonly to: readonly string[];
  readonly fragment?: string;
  readonly label: string;
}

const parts: Readonly<Record<Exclude<ActionFlag, 'blocked' | 'measure_concern' | 'measure_fail'>, readonly [fragment: string, label: string]>> = {
  past_due: ['dates', 'Dates'],
  milestone_late: ['milestones', 'Milestones'],
  forecast_late: ['updates', 'Last update'],
  not_begun: ['dates', 'Dates'],
  silent: ['updates', 'Updates'],
  moved_often: ['dates', 'Every move'],
  same_words: ['updates', 'Updates'],
  no_owner: ['people', 'People'],
  owner_left: ['people', 'People'],
  unresourced: ['effort', 'Effort'],
  owner_over: ['people', 'People'],
  low_confidence: ['updates', 'Last update'],
  no_path: ['updates', 'Last update'],
  no_evidence: ['updates', 'Updates'],
};

export function placeOf({ flag, aboutId }: Flagged, slug: string, actionId: string): Place {
  if (flag === 'blocked') return { to: ['/', slug, 'actions', aboutId ?? actionId], label: 'Open it' };
  if (flag === 'measure_concern' || flag === 'measure_fail') return { to: ['/', slug, 'measures', aboutId ?? ''], label: 'Its figures' };
  const [fragment, label] = parts[flag];
  return { to: ['/', slug, 'actions', actionId], fragment, label };
}
