import type { Status } from '@followthrough/contracts';
import { daysBetween } from './calendar';
import { isDone, type Leads } from './ladder';

/** What a move asks of an action. Days are `YYYY-MM-DD`, so text order is time order; without one nothing is promised. */
export interface Dated {
  readonly id: string;
  readonly status: Status;
  readonly dueOn: string | null;
}

export interface Knocked<A extends Dated> {
  readonly action: A;
  readonly fromOn: string;
  /** The first day that it can still be due on. */
  readonly toOn: string;
  /** Calendar days from the one to the other. */
  readonly days: number;
  /** What it waits for, directly. */
  readonly waitsFor: A;
}

export interface KnockedOn<A extends Dated> {
  readonly moves: readonly Knocked<A>[];
  readonly softly: readonly Knocked<A>[];
}

/** `isOnTheWay`: the day is not the action's own but one on its way, so it only moves the action where it lies beyond its due date. */
interface Move {
  readonly id: string;
  readonly toOn: string | null;
  readonly isOnTheWay?: boolean;
}

/**
 * What cannot keep its date when an action moves. Whatever something `blocks` cannot be due before it is: the days between
 * them are used up first, what is done does not move, and what has no date passes on what holds it up. What an action only
 * `enables` may keep its date without it, so it is named `softly` and moves nothing. A move to an earlier day, or to none,
 * moves nothing else. Links that point at nothing here are left out. Soonest first.
 */
export function knockOn<A extends Dated>(actions: readonly A[], links: readonly Leads[], { id, toOn, isOnTheWay = false }: Move): KnockedOn<A> {
  const byId = new Map(actions.map((one) => [one.id, one]));
  const moved = byId.get(id);
  const isLater = moved && !isDone(moved) && toOn !== null && (moved.dueOn === null || toOn > moved.dueOn);
  if (!isLater) return { moves: [], softly: [] };
  const ahead = aheadOf(links);

  // Everything that moves comes to the same day, so each is reached once.
  const held = new Map<string, A>([[id, moved]]);
  const waiting = [moved];
  for (let at = waiting.shift(); at; at = waiting.shift()) {
    for (const { thenId, kind } of ahead.get(at.id) ?? []) {
      const then = byId.get(thenId);
      if (!then || kind !== 'blocks' || held.has(thenId) || !isHeld(then, toOn)) continue;
      held.set(thenId, at);
      waiting.push(then);
    }
  }
  const knocked = (one: A, waitsFor: A): readonly Knocked<A>[] => (one.dueOn === null ? [] : [{ action: one, fromOn: one.dueOn, toOn, days: daysBetween(one.dueOn, toOn), waitsFor }]);
  const softly = [...held.keys()].flatMap((first) =>
    (ahead.get(first) ?? []).flatMap(({ thenId, kind }) => {
      const [then, from] = [byId.get(thenId), byId.get(first)];
      return then && from && kind === 'enables' && !held.has(thenId) && isHeld(then, toOn) ? knocked(then, from) : [];
    }),
  );
  return { moves: inTime([...held].flatMap(([one, from]) => (one === id && !isOnTheWay ? [] : knocked(byId.get(one) ?? from, from)))), softly: inTime(once(softly)) };
}

/** Still to be done, and due too early or on no day that was said. */
const isHeld = <A extends Dated>(action: A, until: string): boolean => !isDone(action) && (action.dueOn === null || action.dueOn < until);

function aheadOf(links: readonly Leads[]): ReadonlyMap<string, readonly Leads[]> {
  const ahead = new Map<string, Leads[]>();
  for (const link of links) ahead.set(link.firstId, [...(ahead.get(link.firstId) ?? []), link]);
  return ahead;
}

const once = <A extends Dated>(all: readonly Knocked<A>[]): readonly Knocked<A>[] => [...new Map(all.map((one) => [one.action.id, one])).values()];
const inTime = <A extends Dated>(all: readonly Knocked<A>[]): readonly Knocked<A>[] => all.toSorted((a, b) => a.fromOn.localeCompare(b.fromOn) || a.action.id.localeCompare(b.action.id));
