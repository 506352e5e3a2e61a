import { knockOn } from './knock-on';
import { inProportion } from './load-pieces';
import { partOf, type ScenarioChange, type ScenarioFacts, type ScenarioLine, type ScenarioWork, type Who } from './scenario';
import { type Conflict, conflictOf } from './scenario-conflicts';
import { givenBy } from './supply';

/** An action that moves because it waits for one that does. */
export interface Along {
  readonly id: string;
  readonly fromOn: string;
  readonly toOn: string;
  /** The ref of what it waits for. */
  readonly waitsFor: string;
}

export interface Replayed {
  /** The plan with the changes in it. What no change touches is the same object as before. */
  readonly facts: ScenarioFacts;
  /** Changes that the plan has moved on from: left out until somebody looks at them. */
  readonly conflicts: readonly Conflict[];
  readonly along: readonly Along[];
}

/** In this order, whatever order they were said in: what is dropped first, who does what last. */
const ORDER = ['drop', 'hire', 'hand_over', 'move', 'estimate', 'split', 'remove', 'reassign', 'assign'] as const satisfies readonly ScenarioChange['kind'][];

/** Changes without those that the plan has moved on from, in the order in which they count. */
export function inOrder(facts: ScenarioFacts, changes: readonly ScenarioChange[]): { readonly conflicts: readonly Conflict[]; readonly holding: readonly ScenarioChange[] } {
  const conflicts = changes.flatMap((one) => conflictOf(facts, one) ?? []);
  const out = new Set(conflicts.map((one) => one.id));
  return { conflicts, holding: changes.filter((one) => !out.has(one.id)).toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.id < b.id ? -1 : 1)) };
}

/**
 * The plan as it would be. The order of the changes makes no difference. What waits for an action that moves moves with it, as
 * far as it has to. Effort that shrinks takes its people's parts with it; effort that grows gives nobody more.
 */
export function replay(facts: ScenarioFacts, changes: readonly ScenarioChange[]): Replayed {
  const { conflicts, holding } = inOrder(facts, changes);
  if (holding.length === 0) return { facts, conflicts, along: [] };
  const work = new Map(facts.work.map((one) => [one.id, one]));
  let { organisations } = facts;
  const change = (id: string, to: (one: ScenarioWork) => Partial<ScenarioWork>): void => {
    const one = work.get(id);
    if (one) work.set(id, { ...one, ...to(one) });
  };
  const lines = (id: string, effortId: string, to: (line: ScenarioLine) => ScenarioLine['parts']): void =>
    change(id, (one) => ({ lines: one.lines.map((line) => (line.id === effortId ? { ...line, parts: to(line) } : line)) }));

  const moves = holding.flatMap((one) => (one.kind === 'move' ? [{ id: one.actionId, toOn: one.toOn }] : []));
  const dropped = new Set(holding.flatMap((one) => (one.kind === 'drop' ? [one.actionId] : [])));
  const along = moves.length === 0 ? [] : knockOn(facts.work.filter(({ id }) => !dropped.has(id)), facts.links, moves).moves.map(({ action, fromOn, toOn, waitsFor }) => ({ id: action.id, fromOn, toOn, waitsFor: waitsFor.ref }));
  for (const one of along) change(one.id, () => ({ dueOn: one.toOn }));

  for (const one of holding) {
    switch (one.kind) {
      case 'drop': work.delete(one.actionId); break;
      case 'hire': organisations = organisations.map((org) => (org.id === one.organisationId ? { ...org, isNamed: true, others: added(org.others, hired(facts, one)) } : org)); break;
      case 'hand_over': change(one.actionId, ({ lines: all }) => ({ organisationId: one.organisationId, lines: all.map((line) => (line.follows ? { ...line, organisationId: one.organisationId } : line)) })); break;
      case 'move': change(one.actionId, () => ({ dueOn: one.toOn })); break;
      case 'estimate': change(one.actionId, (was) => ({ left: one.minutes, lines: scaled(was, was.spent + one.minutes) })); break;
      case 'split': {
        const was = work.get(one.actionId);
        if (!was || was.left === null || was.left <= one.minutes) break;
        work.set(one.id, secondOf(was, one));
        change(one.actionId, () => ({ left: (was.left ?? 0) - one.minutes, lines: scaled(was, toDeliver(was) - one.minutes) }));
        break;
      }
      case 'remove': lines(one.actionId, one.effortId, (line) => without(line, one.person, one.fromMinutes).parts); break;
      case 'reassign': lines(one.actionId, one.effortId, (line) => {
        const { parts, minutes } = without(line, one.person, one.fromMinutes);
        return minutes > 0 ? [...parts, { ...one.toPerson, minutes }] : parts;
      }); break;
      case 'assign': lines(one.actionId, one.effortId, (line) => [...line.parts, { ...one.person, minutes: one.minutes }]); break;
    }
  }
  const before = new Map(facts.work.map((one) => [one.id, one]));
  return { facts: { ...facts, work: [...work.values()].map((one) => asBefore(before.get(one.id) ?? facts.work[0], one)), organisations }, conflicts, along };
}

// The same change of the same action comes to the same object each time, so that the verdict knows what it made of it.
const come = new WeakMap<ScenarioWork, Map<string, { readonly text: string; readonly work: ScenarioWork }>>();
function asBefore(was: ScenarioWork | undefined, is: ScenarioWork): ScenarioWork {
  if (!was || was === is) return is;
  const known = come.get(was) ?? new Map<string, { readonly text: string; readonly work: ScenarioWork }>();
  come.set(was, known);
  const text = JSON.stringify(is);
  const last = known.get(is.id);
  if (last?.text === text) return last.work;
  known.set(is.id, { text, work: is });
  return is;
}

/** Minutes that an action's lines to deliver are likely to take; of one without lines, what is spent and left. */
export const toDeliver = ({ lines, spent, left }: ScenarioWork): number => {
  const deliver = lines.filter((one) => one.purpose === 'deliver');
  return deliver.length > 0 ? deliver.reduce((sum, one) => sum + one.likely, 0) : spent + (left ?? 0);
};

/** Lines to deliver as they are when together they take `total` minutes: in proportion, none of them nothing. */
export function scaled(work: ScenarioWork, total: number): readonly ScenarioLine[] {
  const deliver = work.lines.filter((one) => one.purpose === 'deliver');
  const likely = inProportion(deliver.map((one) => one.likely), total, toDeliver(work));
  return work.lines.map((line) => {
    const at = deliver.indexOf(line);
    return at < 0 ? line : withLikely(line, Math.max(1, likely[at] ?? 0));
  });
}

/** A line of so many minutes. A smaller one takes less of each of its people; a larger one leaves them as they are. */
export const withLikely = (line: ScenarioLine, likely: number): ScenarioLine =>
  likely >= line.likely ? { ...line, likely } : { ...line, likely, parts: inProportion(line.parts.map((one) => one.minutes), likely, line.likely).flatMap((minutes, at) => (line.parts[at] && minutes > 0 ? [{ ...line.parts[at], minutes }] : [])) };

/** What an action becomes twice: the part that goes its own way, with lines in proportion and its share of the people. */
function secondOf(work: ScenarioWork, { id, minutes, toOn }: { readonly id: string; readonly minutes: number; readonly toOn: string }): ScenarioWork {
  const deliver = { ...work, lines: work.lines.filter((one) => one.purpose === 'deliver') };
  return { ...work, id, ref: `${work.ref} (second part)`, dueOn: toOn, left: minutes, spent: 0, estimatedOn: null, milestones: [], lines: scaled(deliver, minutes).map((line) => ({ ...line, id: `${id} ${line.id}`, milestone: null, shape: line.shape === 'milestones' ? 'even' : line.shape })) };
}

/** A line without somebody's part; of who is only known together with others, without what it was seen to be. */
function without(line: ScenarioLine, who: Who, seen: number): { readonly parts: ScenarioLine['parts']; readonly minutes: number } {
  const part = partOf(line, who);
  if (!part) return { parts: line.parts, minutes: 0 };
  const minutes = part.personId === null ? Math.min(seen, part.minutes) : part.minutes;
  return { parts: line.parts.flatMap((one) => (one !== part ? [one] : one.minutes > minutes ? [{ ...one, minutes: one.minutes - minutes }] : [])), minutes };
}

/** The working week of a post: Monday to Friday, what does not divide on Monday. */
export const weekOf = (minutes: number): readonly number[] => [minutes - 4 * Math.floor(minutes / 5), ...new Array<number>(4).fill(Math.floor(minutes / 5)), 0, 0];

/** What a post gives from its day on, released whole. */
function hired({ span, time }: ScenarioFacts, { toOn, minutes }: { readonly toOn: string; readonly minutes: number }): readonly (number | null)[] {
  const post = { patterns: [{ from: span.from, to: null, minutes: weekOf(minutes) }], leave: [], releases: [{ from: span.from, to: null, percent: 100, state: 'confirmed' as const }], expectedOn: toOn, fundedUntil: null };
  return givenBy(post, time, span);
}

const added = (others: readonly (number | null)[] | null, more: readonly (number | null)[]): readonly (number | null)[] => (others === null ? more : others.map((minutes, day) => (minutes === null ? null : minutes + (more[day] ?? 0))));
