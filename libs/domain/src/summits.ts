import type { FieldRefusal, Horizon, OutcomeKind, SummitState } from '@followthrough/contracts';

/** Where a summit can go from each state. One that was held elsewhere is closed at once; one closed too soon is opened again. */
export const summitSteps: Readonly<Record<SummitState, readonly SummitState[]>> = {
  draft: ['open', 'closed'],
  open: ['closed'],
  closed: ['open', 'published'],
  published: [],
};

export const PUBLISHED_STAYS = 'The summit is published: its record stays as it is.';

export interface Held {
  readonly state: SummitState;
  readonly heldOn: string;
  readonly outcomes: readonly { readonly noAction: string | null; readonly actions: readonly unknown[] }[];
}

/** Outcomes of which neither an action came nor was it said why none. */
export const unsettled = <O extends Held['outcomes'][number]>(outcomes: readonly O[]): readonly O[] => outcomes.filter((one) => one.actions.length === 0 && !one.noAction);

/** Why a summit may not take a step, or null when it may. `today` and `heldOn` are days, `YYYY-MM-DD`. Publishing asks that all that was agreed is settled. */
export function whyNot({ state, heldOn, outcomes }: Held, to: SummitState, today: string): string | null {
  if (state === 'published') return PUBLISHED_STAYS;
  if (!summitSteps[state].includes(to)) return to === 'published' ? 'Close the summit before publishing its record.' : 'The summit is past that already.';
  if (to !== 'published') return null;
  if (heldOn > today) return 'A summit is published after it was held.';
  if (outcomes.length === 0) return 'Record what was agreed before publishing.';
  const many = unsettled(outcomes).length;
  return many === 0 ? null : `${many === 1 ? 'One outcome has' : `${many} outcomes have`} no action and no reason why none.`;
}

/** An outcome that nobody agreed to is a wish. */
export function checkAgreed(organisations: number, field = 'organisationIds'): readonly FieldRefusal[] {
  return organisations > 0 ? [] : [{ field, code: 'rule', message: 'Say at least one organisation that agreed' }];
}

/** A commitment is somebody's: it says whose. */
export function checkCommitment({ kind, organisationId }: { readonly kind: OutcomeKind; readonly organisationId?: string | null }): readonly FieldRefusal[] {
  return kind !== 'commitment' || organisationId ? [] : [{ field: 'organisationId', code: 'rule', message: 'Say whose commitment it is' }];
}

/** Whose commitment an outcome is, where one organisation alone agreed and it need not be said. */
export const committed = (kind: OutcomeKind, said: string | null, agreed: readonly string[]): string | null => said ?? (kind === 'commitment' && agreed.length === 1 ? (agreed[0] ?? null) : null);

/** A link or a file, one of the two. */
export function checkMaterial({ url, fileId }: { readonly url?: string | null; readonly fileId?: string | null }): readonly FieldRefusal[] {
  return !url === !fileId ? [{ field: 'url', code: 'rule', message: 'Give a link or attach a file, one of the two' }] : [];
}

/** How far away an action made of an outcome lies, until somebody says otherwise. */
export const horizonOf = (kind: OutcomeKind): Horizon => (kind === 'quick_win' ? 'quick_win' : kind === 'deep_rooted_priority' ? 'deep_rooted' : 'medium');

/** An action's title of at most 500 characters from an outcome's text; cut at a word, and said to be cut. */
export function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 500 ? line : `${line.slice(0, 499).replace(/\s+\S*$/, '')}…`;
}
