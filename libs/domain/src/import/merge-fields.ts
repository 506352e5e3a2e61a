import type { ImportField, RowChange } from '@followthrough/contracts';
import type { Answers, Entry } from './entries';
import { meaning } from './grid';
import type { ActionValues, KnownAction } from './known';

/** A group of columns that one heading of the sheet stands for, compared and changed together. */
interface Group {
  readonly field: ImportField;
  readonly keys: readonly (keyof ActionValues)[];
  /** What counts when two are compared. */
  readonly worth: (values: ActionValues) => unknown;
}

const plain = (field: ImportField & keyof ActionValues): Group => ({ field, keys: [field], worth: (values) => values[field] });

const GROUPS: readonly Group[] = [
  // A long text lies in the description, under its first sentence: the whole of it counts.
  { field: 'title', keys: ['title'], worth: ({ title, description }) => (description && meaning(description).startsWith(title.replace(/…$/, '')) ? description : title) },
  plain('description'),
  plain('theme'),
  plain('horizon'),
  plain('priority'),
  { field: 'owner', keys: ['ownerId'], worth: ({ ownerId }) => ownerId },
  { field: 'accountablePerson', keys: ['accountablePersonId'], worth: ({ accountablePersonId }) => accountablePersonId },
  { field: 'organisations', keys: ['accountableOrganisationId', 'contributingIds'], worth: ({ accountableOrganisationId, contributingIds }) => [accountableOrganisationId, ...contributingIds] },
  { field: 'accountableOrganisation', keys: ['accountableOrganisationId'], worth: ({ accountableOrganisationId }) => accountableOrganisationId },
  { field: 'contributingOrganisations', keys: ['contributingIds'], worth: ({ contributingIds }) => [...contributingIds].sort() },
  { field: 'startOn', keys: ['startOn', 'startText'], worth: ({ startOn, startText }) => startOn ?? startText },
  { field: 'dueOn', keys: ['dueOn', 'dueText', 'dueTextKept'], worth: ({ dueOn, dueText }) => dueOn ?? dueText },
  plain('successMeasure'),
  plain('resources'),
  plain('daysNeeded'),
  plain('risks'),
  plain('nextSteps'),
];

const NAMES: ReadonlySet<ImportField> = new Set(['owner', 'accountablePerson', 'organisations', 'accountableOrganisation', 'contributingOrganisations']);

export interface Merge3 {
  readonly values: ActionValues;
  readonly changes: readonly RowChange[];
  /** By column, what the action has after this import: the base of the next one. */
  readonly value: Readonly<Record<string, unknown>>;
}

const same = (a: unknown, b: unknown): boolean => (typeof a === 'string' && typeof b === 'string' ? meaning(a) === meaning(b) : JSON.stringify(a ?? null) === JSON.stringify(b ?? null));

/**
 * Lays what a file says over an action as it is here, with what the last file said as their common base. The file's text
 * has not changed: nothing happens, whatever was edited here. Changed there alone: it changes here. Changed in both, and
 * not to the same: a conflict, and what is here stays until somebody chooses.
 */
export function mergeFields(entry: Entry, known: KnownAction, said: ActionValues, mapped: ReadonlySet<ImportField>, answers: Answers, show: (field: ImportField, values: ActionValues) => string | null): Merge3 {
  let values: ActionValues = pickValues(known);
  const changes: RowChange[] = [];
  for (const group of GROUPS) {
    if (!mapped.has(group.field) || (group.field === 'daysNeeded' && known.hasEffort)) continue;
    const there = group.worth(said);
    const here = group.worth(known);
    if (same(there, here)) continue;
    // A name that two people share matches neither, and one may hold a separator: what reads as it does here is the same.
    if (NAMES.has(group.field) && meaning(entry.raw[group.field] ?? '') === meaning(show(group.field, known) ?? '')) continue;
    const base = known.base;
    const settledDate = (group.field === 'startOn' || group.field === 'dueOn') && answers.find(entry.row, entry.part, 'date', group.field) !== undefined;
    const rawIsSame = base !== null && (base.raw[group.field] ?? '') === (entry.raw[group.field] ?? '') && group.field in base.value;
    if (rawIsSame && !settledDate) continue;
    const editedHere = base !== null && group.field in base.value && !same(base.value[group.field], here);
    const chosen = editedHere ? (answers.find(entry.row, entry.part, 'conflict', group.field)?.answer ?? null) : null;
    changes.push({ field: group.field, from: show(group.field, known), to: show(group.field, said), conflict: editedHere, chosen: chosen === 'file' || chosen === 'here' ? chosen : null });
    if (editedHere && chosen !== 'file') continue;
    const keys = group.field === 'title' && !mapped.has('description') && said.description !== null ? (['title', 'description'] as const) : group.keys;
    values = { ...values, ...Object.fromEntries(keys.map((key) => [key, said[key]])) };
  }
  // Days that the resources text states follow it, where the sheet has no column of days and nobody has estimated here.
  if (!mapped.has('daysNeeded') && !known.hasEffort && changes.some((change) => change.field === 'resources') && values.resources === said.resources && said.daysNeeded !== null && known.daysNeeded !== said.daysNeeded && (known.daysNeeded === null || known.base?.value['daysNeeded'] === known.daysNeeded)) {
    changes.push({ field: 'daysNeeded', from: show('daysNeeded', known), to: show('daysNeeded', said), conflict: false, chosen: null });
    values = { ...values, daysNeeded: said.daysNeeded };
  }
  return { values, changes, value: worths(values, mapped) };
}

/** What each mapped column is worth; `daysNeeded` always, because resources may have stated it. */
export function worths(values: ActionValues, mapped: ReadonlySet<ImportField>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(GROUPS.filter((group) => mapped.has(group.field) || group.field === 'daysNeeded').map((group) => [group.field, group.worth(values)]));
}

function pickValues(known: KnownAction): ActionValues {
  const { title, description, theme, horizon, priority, ownerId, accountablePersonId, accountableOrganisationId, contributingIds, startOn, startText, dueOn, dueText, dueTextKept, successMeasure, resources, daysNeeded, risks, nextSteps } = known;
  return { title, description, theme, horizon, priority, ownerId, accountablePersonId, accountableOrganisationId, contributingIds: [...contributingIds].sort(), startOn, startText, dueOn, dueText, dueTextKept, successMeasure, resources, daysNeeded, risks, nextSteps };
}
