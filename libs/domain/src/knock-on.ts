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
 * What cannot keep its date when actions move, one or many at once. Whatever something `blocks` cannot be due before it is:
 * the days between them are used up first, what is done does not move, and what has no date passes on what holds it up. What
 * waits for several comes to the latest of their days. What is moved itself has the day that was said for it, whatever holds
 * it up. What an action only `enables` may keep its date without it, so it is named `softly` and moves nothing. A move to an
 * earlier day, or to none, moves nothing else. Links that point at nothing here are left out. Soonest first.
 */
export function knockOn<A extends Dated>(actions: readonly A[], links: readonly Leads[], moves: readonly Move[]): KnockedOn<A> {
  const byId = new Map(actions.map((one) => [one.id, one]));
  const ahead = aheadOf(links);
  const said = new Set(moves.filter((one) => !one.isOnTheWay).map((one) => one.id));

  // The latest day first: what it holds up goes no further for an earlier one, so each is reached once.
  const held = new Map<string, Held<A>>();
  for (const { id, toOn } of moves.toSorted((a, b) => (b.toOn ?? '').localeCompare(a.toOn ?? ''))) {
    const moved = byId.get(id);
    if (!moved || toOn === null || !isHeld(moved, toOn)) continue;
    held.set(id, { waitsFor: moved, toOn });
    const waiting = [moved];
    for (let at = waiting.shift(); at; at = waiting.shift()) {
      for (const { thenId, kind } of ahead.get(at.id) ?? []) {
        const then = byId.get(thenId);
        if (!then || kind !== 'blocks' || held.has(thenId) || said.has(thenId) || !isHeld(then, toOn)) continue;
        held.set(thenId, { waitsFor: at, toOn });
        waiting.push(then);
      }
    }
  }
  const knocked = (id: string, { waitsFor, toOn }: Held<A>): readonly Knocked<A>[] => {
    const action = byId.get(id);
    return action?.dueOn ? [{ action, fromOn: action.dueOn, toOn, days: daysBetween(action.dueOn, toOn), waitsFor }] : [];
  };
  const softly = [...held].flatMap(([first, { toOn }]) =>
    (ahead.get(first) ?? []).flatMap(({ thenId, kind }) => {
      const [then, waitsFor] = [byId.get(thenId), byId.get(first)];
      return then && waitsFor && kind === 'enables' && !held.has(thenId) && !said.has(thenId) && isHeld(then, toOn) ? knocked(thenId, { waitsFor, toOn }) : [];
    }),
  );
  return { moves: inTime([...held].flatMap(([id, by]) => (said.has(id) ? [] : knocked(id, by)))), softly: inTime(once(softly)) };
}

interface Held<A> {
  readonly waitsFor: A;
  readonly toOn: string;
}

/** Still to be done, and due too early or on no day that was said. */
const isHeld = <A extends Dated>(action: A, until: string): boolean => !isDone(action) && (action.dueOn === null || action.dueOn < until);

function aheadOf(links: readonly Leads[]): ReadonlyMap<string, readonly Leads[]> {
  const ahead = new Map<string, Leads[]>();
  for (const link of links) ahead.set(link.firstId, [...(ahead.get(link.firstId) ?? []), link]);
  return ahead;
}

/** Each once, with the latest day, which came first. */
const once = <A extends Dated>(all: readonly Knocked<A>[]): readonly Knocked<A>[] => [...new Map(all.toReversed().map((one) => [one.action.id, one])).values()];
const inTime = <A extends Dated>(all: readonly Knocked<A>[]): readonly Knocked<A>[] => all.toSorted((a, b) => a.fromOn.localeCompare(b.fromOn) || a.action.id.localeCompare(b.action.id));
