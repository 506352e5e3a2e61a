import type { DependencyKind, Horizon, Status } from '@followthrough/contracts';

/** What a ladder asks of an action. Days are `YYYY-MM-DD`, so text order is time order. */
export interface Climbed {
  readonly id: string;
  readonly ref: string;
  readonly horizon: Horizon;
  readonly status: Status;
  readonly dueOn: string | null;
  readonly overdue: boolean;
}

export interface Leads {
  readonly firstId: string;
  readonly thenId: string;
  readonly kind: DependencyKind;
}

/** `late`: past its day and not done. `after`: due later than something that it opens, so it will be. */
export type RungState = 'done' | 'late' | 'after' | 'to_come';

export interface Rung<A extends Climbed> {
  readonly action: A;
  /** Height above the ground: 1 for those that wait for nothing on this ladder. */
  readonly level: number;
  readonly state: RungState;
  /** What it opens or holds up on this ladder, nearest first. */
  readonly opens: readonly A[];
}

/** One ladder: what it leads up to, and its rungs in the order in which they are climbed. */
export interface Ladder<A extends Climbed> {
  readonly top: A;
  readonly rungs: readonly Rung<A>[];
  readonly links: readonly Leads[];
  readonly levels: number;
  readonly done: number;
  readonly late: readonly Rung<A>[];
}

export const isDone = ({ status }: Pick<Climbed, 'status'>): boolean => status === 'complete' || status === 'embedded';

/**
 * A ladder for each deep-rooted action that something leads to, and for each last action of a way that ends lower: those
 * with late rungs first, then by ref. An action stands on every ladder that it leads to. Links that point at nothing here
 * are left out.
 */
export function ladders<A extends Climbed>(actions: readonly A[], links: readonly Leads[]): readonly Ladder<A>[] {
  const byId = new Map(actions.map((one) => [one.id, one]));
  const real = links.filter((one) => byId.has(one.firstId) && byId.has(one.thenId));
  const leads = new Set(real.map((one) => one.firstId));
  const reached = new Set(real.map((one) => one.thenId));
  const tops = actions.filter((one) => reached.has(one.id) && (one.horizon === 'deep_rooted' || !leads.has(one.id)));
  return tops.map((top) => ladderTo(top, byId, real)).sort((a, b) => Math.sign(b.late.length) - Math.sign(a.late.length) || inOrder(a.top, b.top));
}

function ladderTo<A extends Climbed>(top: A, byId: ReadonlyMap<string, A>, links: readonly Leads[]): Ladder<A> {
  const height = heightsUnder(top.id, links);
  const on = links.filter((one) => height.has(one.firstId) && height.has(one.thenId));
  const levels = Math.max(...height.values());
  const rungs = [...height]
    .filter(([id]) => id !== top.id)
    .flatMap(([id, under]) => {
      const action = byId.get(id);
      return action ? [rung(action, levels - under + 1, on.flatMap((one) => (one.firstId === id ? [byId.get(one.thenId)] : [])).filter((one) => one !== undefined))] : [];
    })
    .sort((a, b) => a.level - b.level || inTime(a.action, b.action));
  return { top, rungs, links: on, levels, done: rungs.filter((one) => one.state === 'done').length, late: rungs.filter((one) => one.state === 'late') };
}

/** How many steps each action is under the top, by the longest way, so that every link goes up. */
function heightsUnder(top: string, links: readonly Leads[]): Map<string, number> {
  const under = new Map([[top, 0]]);
  const most = links.length;
  let lowest = [top];
  // Each round goes one step further down; more rounds than links would be a circle, which cannot be kept.
  for (let depth = 1; lowest.length > 0 && depth <= most; depth += 1) {
    const next = new Set(lowest.flatMap((id) => links.filter((one) => one.thenId === id).map((one) => one.firstId)));
    for (const id of next) under.set(id, depth);
    lowest = [...next];
  }
  return under;
}

function rung<A extends Climbed>(action: A, level: number, opens: readonly A[]): Rung<A> {
  const { dueOn } = action;
  const isAfter = dueOn !== null && opens.some((one) => one.dueOn !== null && one.dueOn < dueOn && !isDone(one));
  const state: RungState = isDone(action) ? 'done' : action.overdue ? 'late' : isAfter ? 'after' : 'to_come';
  return { action, level, state, opens: [...opens].sort(inTime) };
}

const counted = new Intl.Collator('en-GB', { numeric: true });
const inOrder = (a: Climbed, b: Climbed): number => counted.compare(a.ref, b.ref);
const inTime = (a: Climbed, b: Climbed): number => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || inOrder(a, b);
