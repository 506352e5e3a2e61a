import type { BulkChange, BulkField, FieldRefusal } from '@followthrough/contracts';
import { type ActionDates, checkActionDates, moveDue } from './actions';
import { dayAfter, spoken } from './calendar';
import { touchesAgreed } from './versions';

/**
 * A change of many actions at once. Each action is changed as its single edit would change it, and whole or not at all;
 * the selection is changed whole or not at all too. What each field was and became is kept, so that all can be taken back.
 */

type Value = string | null | readonly string[];

/** What of an action a bulk edit can change, and what its rules need. Days are `YYYY-MM-DD`; lists of ids are sorted. */
export interface BulkAction extends ActionDates {
  readonly id: string;
  readonly ref: string;
  readonly ownerId: string | null;
  readonly accountablePersonId: string | null;
  readonly accountableOrganisationId: string | null;
  readonly contributing: readonly string[];
  readonly theme: string | null;
  readonly priority: string | null;
  readonly horizon: string;
  readonly restricted: readonly string[];
  /** The board that approved its plan; null while none has. */
  readonly approvedBy: string | null;
  readonly isWithdrawn: boolean;
}

export interface FieldStep {
  readonly field: BulkField;
  readonly before: Value;
  readonly after: Value;
}

/** With neither steps nor refusals, the action is so already. */
export interface BulkPlan {
  readonly steps: readonly FieldStep[];
  readonly refusals: readonly string[];
}

const PLAIN = ['ownerId', 'accountablePersonId', 'accountableOrganisationId', 'theme', 'priority', 'horizon'] as const;

/** Refuses a change that says nothing, or two things at once. */
export function checkBulk(change: BulkChange): readonly FieldRefusal[] {
  const found: FieldRefusal[] = [];
  const no = (field: string, message: string) => void found.push({ field, code: 'rule', message });
  const { addContributing = [], removeContributing = [], move } = change;
  const says = PLAIN.some((field) => change[field] !== undefined) || change.restricted !== undefined || addContributing.length + removeContributing.length > 0 || move !== undefined;
  if (!says) no('change', 'Choose what to change');
  if (addContributing.some((one) => removeContributing.includes(one))) no('change.removeContributing', 'The same organisation cannot be added and removed');
  if (move && (move.dueOn === undefined) === (move.byDays === undefined)) no('change.move.dueOn', 'Give one day for all, or a number of days');
  if (move?.byDays === 0) no('change.move.byDays', 'That moves nothing');
  return found;
}

/** What the change makes of one action. */
export function planBulk(change: BulkChange, action: BulkAction): BulkPlan {
  if (action.isWithdrawn) return { steps: [], refusals: ['It was taken out of the plan'] };
  const steps: FieldStep[] = [];
  const refusals: string[] = [];
  const step = (field: BulkField, before: Value, after: Value) => void (same(before, after) || steps.push({ field, before, after }));
  const plain = (fields: readonly (typeof PLAIN)[number][]): void => {
    for (const field of fields) if (change[field] !== undefined) step(field, action[field], change[field] ?? null);
  };
  const { addContributing = [], removeContributing = [], move } = change;
  plain(PLAIN.slice(0, 3));
  if (addContributing.length + removeContributing.length > 0) step('contributing', action.contributing, sorted([...action.contributing.filter((one) => !removeContributing.includes(one)), ...addContributing]));
  plain(PLAIN.slice(3));
  if (change.restricted !== undefined) step('restricted', sorted(action.restricted), sorted(change.restricted));
  if (move) {
    const dueOn = move.dueOn ?? (action.dueOn === null ? null : dayAfter(action.dueOn, move.byDays ?? 0));
    // So already: nothing to move, and nothing to refuse.
    if (action.dueOn === null || dueOn !== action.dueOn) {
      const { next, refused } = moveDue(action, { reason: move.reason, agreedBy: move.agreedBy, dueOn });
      if (refused) refusals.push(...refused.map((one) => one.message));
      else step('dueOn', next.fromOn, next.toOn);
    }
  }
  return refusals.length > 0 ? { steps: [], refusals } : { steps, refusals };
}

/** Whether these steps change what a board has approved without saying why by themselves: a moved date does. */
export const asksReason = ({ steps }: BulkPlan, { approvedBy }: Pick<BulkAction, 'approvedBy'>): boolean =>
  approvedBy !== null && touchesAgreed(Object.fromEntries(steps.map(({ field }) => [field === 'contributing' ? 'addContributing' : field, true])));

/** An action after its steps. */
export const afterSteps = (action: BulkAction, steps: readonly FieldStep[]): BulkAction => ({ ...action, ...Object.fromEntries(steps.map(({ field, after }) => [field, after])) });

/** The way back. */
export const reversed = (steps: readonly FieldStep[]): readonly FieldStep[] => steps.map(({ field, before, after }) => ({ field, before: after, after: before }));

/** What was built on an action's steps since: the fields that are no longer as the edit left them, by their names in a sentence; and dates that fit no more. */
export function builtOnSteps(steps: readonly FieldStep[], now: BulkAction): readonly string[] {
  if (now.isWithdrawn) return [`Action ${now.ref} was taken out of the plan`];
  const changed = steps.filter(({ field, after }) => !same(now[field], after)).map(({ field }) => `${fieldNames[field]} of action ${now.ref} was changed since`);
  if (changed.length > 0) return changed;
  return checkActionDates(afterSteps(now, reversed(steps))).length > 0 ? [`Action ${now.ref} starts after the due date that it had`] : [];
}

/** The fields as they begin a sentence. */
export const fieldNames: Readonly<Record<BulkField, string>> = {
  ownerId: 'The owner', accountablePersonId: 'The accountable person', accountableOrganisationId: 'The accountable organisation', contributing: 'The list of contributing organisations', theme: 'The theme', priority: 'The priority', horizon: 'The horizon', restricted: 'What is restricted', dueOn: 'The due date',
};

const HORIZONS: Readonly<Record<string, string>> = { quick_win: 'quick win', medium: 'medium term', deep_rooted: 'deep-rooted' };

/** The whole change in a sentence, for the list of bulk edits and the history. `named`: what ids are called. */
export function bulkSays(change: BulkChange, named: (id: string) => string): string {
  const { addContributing = [], removeContributing = [], move } = change;
  const said: string[] = [];
  const who = (label: string, id: string | null | undefined) => void (id === undefined || said.push(`${label}: ${id === null ? 'nobody' : named(id)}`));
  who('owner', change.ownerId);
  who('accountable person', change.accountablePersonId);
  who('accountable organisation', change.accountableOrganisationId);
  if (addContributing.length > 0) said.push(`also contributing: ${addContributing.map(named).join(', ')}`);
  if (removeContributing.length > 0) said.push(`no longer contributing: ${removeContributing.map(named).join(', ')}`);
  if (change.theme !== undefined) said.push(change.theme === null ? 'no theme' : `theme: ${change.theme}`);
  if (change.priority !== undefined) said.push(change.priority === null ? 'no priority' : `priority: ${change.priority}`);
  if (change.horizon !== undefined) said.push(`horizon: ${HORIZONS[change.horizon] ?? change.horizon}`);
  if (change.restricted !== undefined) said.push(change.restricted.length === 0 ? 'nothing restricted' : 'texts restricted');
  if (move) said.push(move.dueOn === undefined ? `due ${days(move.byDays ?? 0)}` : `due on ${spoken(move.dueOn)}`);
  const sentence = said.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`.slice(0, 2_000);
}

const days = (by: number): string => `${Math.abs(by)} ${Math.abs(by) === 1 ? 'day' : 'days'} ${by < 0 ? 'earlier' : 'later'}`;
const sorted = (all: readonly string[]): readonly string[] => [...new Set(all)].sort();
const same = (a: Value, b: Value): boolean => a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => one === b[at]));
