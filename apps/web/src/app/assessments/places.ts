import type { ActionFlag } from '@followthrough/contracts';
import type { Flagged } from '@followthrough/domain';

/** Where the fact behind a flag can be seen and mended: a part of the action's page, or another action. */
export interface Place {
  readonly to: readonly string[];
  readonly fragment?: string;
  readonly label: string;
}

const parts: Readonly<Record<Exclude<ActionFlag, 'blocked'>, readonly [fragment: string, label: string]>> = {
  past_due: ['dates', 'Dates'],
  forecast_late: ['updates', 'Last update'],
  not_begun: ['dates', 'Dates'],
  silent: ['updates', 'Updates'],
  moved_often: ['dates', 'Every move'],
  same_words: ['updates', 'Updates'],
  no_owner: ['people', 'People'],
  owner_left: ['people', 'People'],
  low_confidence: ['updates', 'Last update'],
  no_path: ['updates', 'Last update'],
  no_evidence: ['updates', 'Updates'],
};

export function placeOf({ flag, blockerId }: Flagged, slug: string, actionId: string): Place {
  if (flag === 'blocked') return { to: ['/', slug, 'actions', blockerId ?? actionId], label: 'Open it' };
  const [fragment, label] = parts[flag];
  return { to: ['/', slug, 'actions', actionId], fragment, label };
}
