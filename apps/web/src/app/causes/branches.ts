import type { ActionBrief, CauseFinding, CauseItem, CauseTree } from '@followthrough/contracts';

/** A cause with what hangs on it, drawn as one branch: cause → findings → actions, and the causes that come of it. */
export interface Branch {
  readonly cause: CauseItem;
  readonly findings: readonly CauseFinding[];
  /** The worst of the actions that answer the cause; `cause.actions` counts all. */
  readonly answers: readonly ActionBrief[];
  /** Actions that answer one of its findings and treat only the symptom. */
  readonly symptomOnly: readonly ActionBrief[];
  readonly branches: readonly Branch[];
}

/** The branches from the deepest causes up; with `of`, only the tree that this cause is part of. */
export function branchesOf({ causes, findings, actions }: CauseTree, of?: string): readonly Branch[] {
  const [finding, action] = [byId(findings), byId(actions)];
  const known = byId(causes);
  const grow = (cause: CauseItem): Branch => {
    const caused = cause.findingIds.flatMap((id) => finding.get(id) ?? []);
    const beside = new Set(caused.flatMap((one) => one.symptomOnlyIds));
    return {
      cause,
      findings: caused,
      answers: cause.actionIds.flatMap((id) => action.get(id) ?? []),
      symptomOnly: actions.filter(({ id }) => beside.has(id)),
      branches: causes.filter((one) => one.deeperId === cause.id).map(grow),
    };
  };
  const roots = causes.filter(({ deeperId }) => !deeperId || !known.has(deeperId)).map(grow);
  return of && known.has(of) ? roots.filter((root) => holds(root, of)) : roots;
}

/** The causes of some branches, each before those that come of it, and how deep it lies in the list. */
export function inOrder(branches: readonly Branch[], depth = 0): readonly { readonly branch: Branch; readonly depth: number }[] {
  return branches.flatMap((branch) => [{ branch, depth }, ...inOrder(branch.branches, depth + 1)]);
}

const holds = ({ cause, branches }: Branch, id: string): boolean => cause.id === id || branches.some((one) => holds(one, id));
const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> => new Map(all.map((one) => [one.id, one]));
