import { spoken } from './calendar';
import { daysOf } from './demand';
import { partOf, type ScenarioChange, type ScenarioFacts, type ScenarioWork } from './scenario';

/** Why a change holds no more as it was made. */
export interface Conflict {
  /** The change. */
  readonly id: string;
  /** A sentence for people: what was seen, and what is there now. */
  readonly says: string;
  /** It can be kept over what is there now; else it can only be taken out. */
  readonly mayKeep: boolean;
}

/** What the plan has made of a change since it was made; null: it holds. */
export function conflictOf(facts: ScenarioFacts, change: ScenarioChange): Conflict | null {
  const gone = (says: string): Conflict => ({ id: change.id, says, mayKeep: false });
  const other = (says: string): Conflict => ({ id: change.id, says, mayKeep: true });
  if (change.kind === 'hire') return facts.organisations.some((one) => one.id === change.organisationId) ? null : gone('The organisation is not a partner any more');
  const work = facts.work.find((one) => one.id === change.actionId);
  if (!work) return gone(change.isClosed ? 'The action is complete or has been closed' : 'The action was taken out of the plan');
  if (change.hasLeft) return gone('Somebody whom it names is not here any more');
  if ('effortId' in change) return onLine(work, change, gone, other);
  switch (change.kind) {
    case 'drop': return null;
    case 'move':
      if (work.dueOn !== change.fromOn) return other(`${work.ref} is due ${onDay(work.dueOn)} now: it was ${onDay(change.fromOn)} when this was said`);
      return work.startOn !== null && work.startOn > change.toOn ? gone(`${work.ref} starts on ${spoken(work.startOn)} now, after the day that it would be due`) : null;
    case 'hand_over':
      if (!facts.organisations.some((one) => one.id === change.organisationId)) return gone('The organisation is not a partner any more');
      return work.organisationId === change.fromOrganisationId ? null : other(`${work.ref} lies at ${named(facts, work.organisationId)} now: it lay at ${named(facts, change.fromOrganisationId)} when this was said`);
    case 'estimate':
      if (work.estimatedOn !== null) return gone(`An update of ${spoken(work.estimatedOn)} says what is left of ${work.ref}: report another figure there`);
      return work.left === change.fromMinutes ? null : other(changed(work, change.fromMinutes));
    case 'split':
      if (work.estimatedOn !== null) return gone(`An update of ${spoken(work.estimatedOn)} says what is left of ${work.ref}: it cannot be split here`);
      if (work.left === null || change.minutes >= work.left) return gone(`${work.ref} has ${inDays(work.left)} left now: that is no more than would be split off`);
      return work.left === change.fromMinutes ? null : other(changed(work, change.fromMinutes));
  }
}

type Says = (says: string) => Conflict;

/** Of a change of who does a line. */
function onLine(work: ScenarioWork, change: Extract<ScenarioChange, { readonly effortId: string }>, gone: Says, other: Says): Conflict | null {
  const line = work.lines.find((one) => one.id === change.effortId);
  if (!line) return gone(`The line of effort of ${work.ref} was taken out`);
  if (change.kind !== 'assign') {
    const part = partOf(line, change.person);
    if (!part) return gone(`Whoever it takes off ${work.ref} is not down for it any more`);
    if (part.personId !== null && part.minutes !== change.fromMinutes) return other(`They are down for ${inDays(part.minutes)} of ${work.ref} now: it was ${inDays(change.fromMinutes)} when this was said`);
  }
  const { personId } = change.kind === 'reassign' ? change.toPerson : change.person;
  return change.kind !== 'remove' && personId !== null && line.parts.some((one) => one.personId === personId) ? gone(`Whoever it puts on ${work.ref} is down for it already`) : null;
}

const changed = ({ ref, left }: ScenarioWork, seen: number | null): string => `${ref} has ${inDays(left)} left now: it was ${inDays(seen)} when this was said`;
const onDay = (on: string | null): string => (on === null ? 'on no day' : `on ${spoken(on)}`);
const named = ({ organisations }: ScenarioFacts, id: string | null): string => organisations.find((one) => one.id === id)?.name ?? 'no organisation';
const inDays = (minutes: number | null): string => {
  if (minutes === null) return 'no estimate';
  const days = daysOf(minutes);
  return `${days} ${days === 1 ? 'day' : 'days'}`;
};
