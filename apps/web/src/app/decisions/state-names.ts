import type { DecisionState } from '@followthrough/contracts';

/** What can have come of a decision, as people read it. */
export const stateNames: Readonly<Record<DecisionState, string>> = { open: 'Open', deferred: 'Deferred', taken: 'Taken' };
export const stateChoices = (['open', 'deferred', 'taken'] as const).map((value) => ({ value, label: stateNames[value] }));
