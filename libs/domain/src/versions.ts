import type { Approval, FieldRefusal, SlipReason } from '@followthrough/contracts';

/**
 * What of an action is agreed once a board has approved its plan, by the names that an edit uses: changing any of it is an
 * amendment and says why. Status, restricted marks, risks and next steps are not here: they are written week by week.
 * The triggers `guard_agreed` have the last word.
 */
export const agreedInEdit: readonly string[] = [
  'ref', 'title', 'description', 'horizon', 'priority', 'theme', 'ownerId', 'accountablePersonId', 'accountableOrganisationId', 'startOn', 'startText', 'successMeasure', 'evidenceKind', 'resources', 'daysNeeded',
  'addContributing', 'removeContributing', 'addFindings', 'removeFindings',
];

/** The same of the plan itself. Which boards it reports to, and when they meet, is no part of what they approve. */
export const agreedOfPlan: readonly string[] = ['title', 'aim'];

/** Whether an edit changes something agreed. Lists that add or remove nothing change nothing. */
export const touchesAgreed = (changes: Readonly<Record<string, unknown>>, agreed: readonly string[] = agreedInEdit): boolean =>
  agreed.some((key) => changes[key] !== undefined && !(Array.isArray(changes[key]) && changes[key].length === 0));

/** Refuses a change of what a board approved that does not say why. `approval` is the last one; null when there is none yet. */
export function checkReason(approval: Pick<Approval, 'board'> | null, touches: boolean, reason: string | null | undefined): readonly FieldRefusal[] {
  if (!approval || !touches || reason) return [];
  return [{ field: 'reason', code: 'rule', message: `${approval.board} approved this plan. Say why it changes: the board will read it` }];
}

const BECAUSE: Readonly<Record<SlipReason, string>> = { capacity: 'Capacity', dependency: 'Dependency', decision: 'Decision awaited', funding: 'Funding', scope: 'Scope changed', external: 'Outside our control' };

/** A move of a due date says why by itself: its reason, its note, and who agreed. */
export const whyMoved = ({ reason, note, agreedBy }: { readonly reason: SlipReason; readonly note?: string | null; readonly agreedBy: string }): string =>
  `${BECAUSE[reason]}${note ? `: ${note.replace(/[.\s]+$/, '').slice(0, 700)}` : ''}. Agreed by ${agreedBy}`;

export interface Approving {
  readonly approvedOn: string;
  /** How many amendments the board had before it; undefined when nobody said. */
  readonly amendments?: number | undefined;
}

export interface Standing {
  readonly last: { readonly number: number; readonly approvedOn: string } | null;
  readonly actions: number;
  /** Changes since the last version, and those of them that a board declined. */
  readonly amendments: number;
  readonly declined: number;
}

/** A version freezes what a board had before it: no later than today, not before the last one, and nothing that a board declined. */
export function checkApproval({ approvedOn, amendments }: Approving, { last, ...plan }: Standing, today: string): readonly FieldRefusal[] {
  const refused = (field: string, message: string): readonly FieldRefusal[] => [{ field, code: 'rule', message }];
  if (approvedOn > today) return refused('approvedOn', 'A board cannot have approved it after today');
  if (plan.actions === 0) return refused('boardId', 'There is no action in the plan yet, so nothing to approve');
  if (!last) return [];
  if (approvedOn < last.approvedOn) return refused('approvedOn', `Version ${last.number} was approved later than that`);
  if (amendments !== undefined && amendments !== plan.amendments) return refused('amendments', 'The plan has changed since this list was read: look at it again before you record the approval');
  if (plan.amendments === 0) return refused('boardId', `Nothing has changed since version ${last.number}`);
  if (plan.declined > 0) return refused('boardId', `A board declined ${plan.declined === 1 ? 'a change that is' : `${plan.declined} changes that are`} still in the plan: put ${plan.declined === 1 ? 'it' : 'them'} back, or record that a board approves ${plan.declined === 1 ? 'it' : 'them'} after all`);
  return [];
}
