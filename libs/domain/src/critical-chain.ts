import type { Leads } from './ladder';

/** What the chain asks of an action. Days are `YYYY-MM-DD`, so text order is time order. */
export interface Chained {
  readonly id: string;
  readonly ref: string;
  /** Work on it goes on: it is neither done nor ended otherwise. */
  readonly isOpen: boolean;
  readonly dueOn: string | null;
}

/**
 * The critical chain: of the actions still to be done that something `blocks`, the one that is due last, and the longest way
 * to it along such links, first to last. If anything on it slips, that last date is the next to go. Of ways that are equally
 * long it is the one with the least time before the end, step by step; then by ref. What is over holds nothing up, so it is
 * on no chain; what has no date passes on what holds it up, but ends none. Empty where nothing waits for anything.
 */
export function criticalChain<A extends Chained>(actions: readonly A[], links: readonly Leads[]): readonly A[] {
  const open = new Map(actions.filter((one) => one.isOpen).map((one) => [one.id, one]));
  const steps = links.filter((one) => one.kind === 'blocks' && open.has(one.firstId) && open.has(one.thenId));
  const ways = longestWays(open, steps);
  const [end] = [...ways.values()].filter((one) => one.before && one.action.dueOn !== null).sort((a, b) => byDue(b.action, a.action) || b.length - a.length || byRef(a.action, b.action));
  const chain: A[] = [];
  for (let at = end; at; at = at.before) chain.unshift(at.action);
  return chain;
}

/** The longest way that ends at an action, and the way before its last step. */
interface Way<A> {
  readonly action: A;
  readonly length: number;
  readonly before: Way<A> | undefined;
}

/** Everything is looked at once, after all that comes before it. A circle, which cannot be kept, would be left out. */
function longestWays<A extends Chained>(open: ReadonlyMap<string, A>, steps: readonly Leads[]): ReadonlyMap<string, Way<A>> {
  const ahead = new Map<string, string[]>();
  const waitsFor = new Map<string, string[]>();
  for (const { firstId, thenId } of steps) {
    ahead.set(firstId, [...(ahead.get(firstId) ?? []), thenId]);
    waitsFor.set(thenId, [...(waitsFor.get(thenId) ?? []), firstId]);
  }
  const left = new Map([...waitsFor].map(([id, before]) => [id, before.length]));
  const ways = new Map<string, Way<A>>();
  const ready = [...open.values()].filter(({ id }) => !waitsFor.has(id));
  for (let action = ready.pop(); action; action = ready.pop()) {
    const [before] = (waitsFor.get(action.id) ?? []).flatMap((id) => ways.get(id) ?? []).sort((a, b) => b.length - a.length || byDue(b.action, a.action) || byRef(a.action, b.action));
    ways.set(action.id, { action, length: (before?.length ?? 0) + 1, before });
    for (const id of ahead.get(action.id) ?? []) {
      const still = (left.get(id) ?? 0) - 1;
      left.set(id, still);
      const then = open.get(id);
      if (still === 0 && then) ready.push(then);
    }
  }
  return ways;
}

const counted = new Intl.Collator('en-GB', { numeric: true });
const byRef = (a: Chained, b: Chained): number => counted.compare(a.ref, b.ref) || a.id.localeCompare(b.id);
const byDue = (a: Chained, b: Chained): number => (a.dueOn ?? '').localeCompare(b.dueOn ?? '');
