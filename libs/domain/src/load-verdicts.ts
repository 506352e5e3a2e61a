import { daysBetween } from './calendar';
import { type LoadPart, type LoadSpan, type LoadWork, partsOf } from './load-pieces';
import { confirmedDays, type LoadRow } from './loads';
import { FULL_TIME_DAY, type Giver, givenBy, type ProductiveTime } from './supply';

/**
 * What capacity says of single actions: nobody is down for one whose organisation has nothing to give before it is due, or its
 * owner has more to do by that day than they can give. Only what is known speaks: a day without a pattern, or a month that
 * nobody spoke for, proves neither.
 */
export interface VerdictWork extends LoadWork {
  readonly ownerId: string | null;
}

export interface VerdictGround {
  /** From today to the last day on which work is judged. */
  readonly span: LoadSpan;
  readonly time: ProductiveTime;
  readonly people: ReadonlyMap<string, Giver>;
  /** Organisations with the people whom they name, or the days that they confirmed. */
  readonly organisations: readonly (LoadRow & { readonly id: string })[];
  /** Open work. */
  readonly work: readonly VerdictWork[];
}

/** In minutes. Each is null where nothing speaks against the action. */
export interface LoadVerdict {
  readonly actionId: string;
  readonly dueOn: string;
  /** Left to do, with nobody down for any of it and no organisation that could. */
  readonly unstaffed: number | null;
  /** Of the owner, with what they can give by the due day. */
  readonly owner: { readonly needed: number; readonly given: number } | null;
}

/** Less than half a day too much is no news. */
export const LEAST_OVER = FULL_TIME_DAY / 2;

/** Work that is due from today to the end of the span and that something speaks against. What is overdue is a fact by itself. */
export function loadVerdicts({ span, time, people, organisations, work }: VerdictGround): readonly LoadVerdict[] {
  const owed = owedBy(partsOf(work, span.from));
  const own = once((id: string) => {
    const giver = people.get(id);
    return giver && sums(givenBy(giver, time, span));
  });
  const rows = new Map(organisations.map((one) => [one.id, one]));
  const theirs = once((id: string) => {
    const row = rows.get(id);
    if (!row) return undefined;
    if (row.members.length > 0) return row.members.map(({ personId }) => own(personId));
    return row.confirmed.length > 0 ? [sums(confirmedDays(row.confirmed, span))] : undefined;
  });

  return work.flatMap(({ id, dueOn, left, lines, organisationId, ownerId }) => {
    if (dueOn === null || dueOn < span.from || dueOn > span.to) return [];
    const at = daysBetween(span.from, dueOn);
    const isNobodys = left !== null && left > 0 && lines.every(({ parts }) => parts.length === 0);
    const givers = organisationId === null || !isNobodys ? undefined : theirs(organisationId);
    const unstaffed = givers?.every((one) => one?.[at] === 0) ? left : null;
    const needed = ownerId === null ? 0 : neededBy(owed.get(ownerId) ?? [], dueOn);
    const given = ownerId === null || needed === 0 ? null : (own(ownerId)?.[at] ?? null);
    const owner = given !== null && needed - given >= LEAST_OVER ? { needed, given } : null;
    return unstaffed !== null || owner ? [{ actionId: id, dueOn, unstaffed, owner }] : [];
  });
}

interface Owed {
  readonly to: string;
  /** Minutes due by that day, with all before. */
  readonly minutes: number;
}

/** What each is down for, by the day by which it must be done. */
function owedBy(parts: readonly LoadPart[]): ReadonlyMap<string, readonly Owed[]> {
  const found = new Map<string, Owed[]>();
  for (const [id, theirs] of Map.groupBy(parts, ({ personId }) => personId)) {
    if (id === null) continue;
    let minutes = 0;
    found.set(id, theirs.toSorted((a, b) => (a.to < b.to ? -1 : Number(a.to > b.to))).map((one) => ({ to: one.to, minutes: (minutes += one.minutes) })));
  }
  return found;
}

const neededBy = (owed: readonly Owed[], day: string): number => owed.findLast(({ to }) => to <= day)?.minutes ?? 0;

/** What is given from the first day to each; from the first day on that is not known, null. */
function sums(given: readonly (number | null)[]): readonly (number | null)[] {
  let sum: number | null = 0;
  return given.map((minutes) => (sum = sum === null || minutes === null ? null : sum + minutes));
}

function once<Found>(find: (id: string) => Found): (id: string) => Found {
  const known = new Map<string, Found>();
  return (id) => {
    if (!known.has(id)) known.set(id, find(id));
    return known.get(id) as Found;
  };
}
