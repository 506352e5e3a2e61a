import { type ActionGap, actionGaps, type HealthCase, type HealthKey } from '@followthrough/contracts';

/** The form of an action that mends a gap: what its page opens at once. */
const FIELDS: Readonly<Record<ActionGap, string>> = { owner: 'ownerId', organisation: 'accountableOrganisationId', due: 'dueOn', milestone: 'milestones', measure: 'successMeasure', measured: 'measures', evidence: 'evidenceKind', estimate: 'daysNeeded', programme: 'programmes', co_production: 'coProduction' };

export interface Way {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

export const isActionGap = (key: HealthKey): key is ActionGap => (actionGaps as readonly string[]).includes(key);

/** Where one case is mended: the very field or form, opened. */
export function mendCase(key: HealthKey, plan: string, { id }: HealthCase): Way {
  if (isActionGap(key)) return { path: ['actions', id], query: { edit: FIELDS[key] } };
  if (key === 'diagnosis') return { path: ['findings', id, 'diagnosis'], query: {} };
  return { path: ['plan', 'agreement'], query: { plan, edit: id } };
}

/** Where the whole item is mended, or listed: the form for what the plan lacks, the plan table for what its actions lack. */
export function mendItem(key: HealthKey, plan: string): Way {
  if (isActionGap(key)) return { path: ['plan'], query: { plan, gap: key } };
  switch (key) {
    case 'aim':
    case 'sponsor':
    case 'board':
      return { path: ['plan', 'agreement'], query: { plan, edit: key } };
    case 'unsigned':
    case 'meeting':
      return { path: ['plan', 'agreement'], query: { plan } };
    case 'diagnosis':
      return { path: ['findings'], query: {} };
    case 'balance':
      return { path: ['plan'], query: { plan, columns: 'status due owner horizon' } };
  }
}
