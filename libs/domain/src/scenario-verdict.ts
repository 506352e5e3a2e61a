import type { CapacityBand } from '@followthrough/contracts';
import { dayAfter, daysBetween } from './calendar';
import { usualBands } from './capacity';
import { judged, stretchesOf } from './load';
import { piecesOf, type LoadSpan } from './loads';
import { overloads, type Piece, placeByDue } from './overload';
import type { ScenarioFacts, ScenarioOrganisation, ScenarioPerson, ScenarioWork } from './scenario';

/**
 * Whether the plan of a scenario's facts can be done. Of a person: whether their parts fit into what they can give, proven and
 * not spread. Of an organisation: whether what nobody is down for fits beside what its people do of theirs. Only what is proven
 * is said: on a day of which it is not known what can be given, anything might be, and so it might after the last day.
 */
export interface ScenarioRow {
  readonly kind: 'person' | 'organisation';
  /** Null: work of no organisation yet. */
  readonly id: string | null;
  readonly name: string;
  readonly personDay: number;
  /** Minutes that fit nowhere within their dates. */
  readonly excess: number;
  readonly overloads: readonly ScenarioOverload[];
  /** Actions that cannot be done before they are due, as work goes in the order of its dates. */
  readonly late: readonly string[];
  /** It has work, and of some of its days or people it is not known what they can give. */
  readonly isUnknown: boolean;
  readonly months: readonly ScenarioMonth[];
}

export interface ScenarioOverload {
  readonly from: string;
  readonly to: string;
  readonly needed: number;
  readonly given: number;
  readonly excess: number;
  /** The actions at fault. */
  readonly works: readonly string[];
}

/** As on the heat map: spread by shape. */
export interface ScenarioMonth {
  readonly month: string;
  readonly needed: number;
  readonly given: number | null;
  readonly percent: number | null;
  readonly band: CapacityBand;
}

export interface ScenarioVerdict {
  readonly rows: readonly ScenarioRow[];
  /** Minutes over all rows that fit nowhere. */
  readonly excess: number;
  /** Rows with an overload. */
  readonly over: number;
  readonly late: readonly string[];
  /** Months of rows that are over, or have work and no days. */
  readonly monthsOver: number;
  readonly unknown: number;
}

export function scenarioVerdict(facts: ScenarioFacts): ScenarioVerdict {
  const known = new Set(facts.people.map((one) => one.id));
  const ofPeople = new Map<string, Window[]>();
  const ofNobody = new Map<string | null, Window[]>();
  const organisations = new Set(facts.organisations.map((one) => one.id));
  for (const work of facts.work)
    for (const piece of windowsOf(work, facts.span)) {
      const organisationId = piece.organisationId !== null && organisations.has(piece.organisationId) ? piece.organisationId : null;
      if (piece.personId !== null && known.has(piece.personId)) push(ofPeople, piece.personId, piece);
      else push(ofNobody, organisationId, piece);
    }
  const rows: ScenarioRow[] = [];
  /** What people do of theirs, which their organisation has no room for twice. */
  const done = new Map<string, { readonly windows: Window[]; readonly pieces: Held[]; readonly people: ScenarioPerson[] }>();
  for (const person of facts.people) {
    const windows = ofPeople.get(person.id) ?? [];
    const { row, pieces } = personRow(person, windows, facts.span);
    if (windows.length > 0) rows.push(row);
    if (person.organisationId === null) continue;
    const theirs = done.get(person.organisationId) ?? { windows: [], pieces: [], people: [] };
    done.set(person.organisationId, theirs);
    theirs.windows.push(...windows);
    theirs.pieces.push(...pieces);
    theirs.people.push(person);
  }
  for (const organisation of [...facts.organisations, NO_ORGANISATION]) {
    const theirs = done.get(organisation.id ?? '') ?? { windows: [], pieces: [], people: [] };
    const nobodys = ofNobody.get(organisation.id) ?? [];
    if (nobodys.length + theirs.windows.length > 0) rows.push(organisationRow(organisation, nobodys, theirs, facts.span));
  }
  const sum = (of: (row: ScenarioRow) => number): number => rows.reduce((all, one) => all + of(one), 0);
  return {
    rows,
    excess: sum((one) => one.excess),
    over: rows.filter((one) => one.excess > 0).length,
    late: [...new Set(rows.flatMap((one) => one.late))].sort(),
    monthsOver: sum((one) => one.months.filter(({ band }) => band === 'over' || band === 'unresourced').length),
    unknown: rows.filter((one) => one.isUnknown).length,
  };
}

/** Rows that differ, the one most over before or after first. `before` null: it has no work yet. */
export function changedRows(before: ScenarioVerdict, after: ScenarioVerdict): readonly { readonly before: ScenarioRow | null; readonly after: ScenarioRow | null }[] {
  const keyOf = (row: ScenarioRow): string => `${row.kind} ${row.id}`;
  const [was, is] = [new Map(before.rows.map((one) => [keyOf(one), one])), new Map(after.rows.map((one) => [keyOf(one), one]))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((key) => ({ before: was.get(key) ?? null, after: is.get(key) ?? null }))
    .filter((one) => one.before !== one.after && JSON.stringify(one.before) !== JSON.stringify(one.after))
    .sort((a, b) => most(b) - most(a) || (nameOf(a) < nameOf(b) ? -1 : 1));
}
type Pair = ReturnType<typeof changedRows>[number];
const most = ({ before, after }: Pair): number => Math.max(before?.excess ?? 0, after?.excess ?? 0);
const nameOf = ({ before, after }: Pair): string => (after ?? before)?.name ?? '';

type OrganisationHere = Omit<ScenarioOrganisation, 'id'> & { readonly id: string | null };
const NO_ORGANISATION: OrganisationHere = { id: null, name: 'No organisation yet', isNamed: false, others: null, unknown: 0 };

/** Work of one action for one carrier: between which days, and how much of it in each month. */
interface Window {
  readonly workId: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  /** As far as they are spread into the span. */
  readonly minutes: number;
  /** Places in the span; the one after it is any later day. */
  readonly from: number;
  readonly to: number;
  readonly months: readonly { readonly month: string; readonly minutes: number }[];
}

// What a change does not touch is the same object as before, and so is what it came to.
const windows = new WeakMap<ScenarioWork, { readonly span: LoadSpan; readonly found: readonly Window[] }>();
const persons = new WeakMap<ScenarioPerson, { readonly span: LoadSpan; readonly windows: readonly Window[]; readonly found: PersonFound }>();
const sums = new WeakMap<readonly (number | null)[], readonly Given[]>();

function windowsOf(work: ScenarioWork, span: LoadSpan): readonly Window[] {
  const before = windows.get(work);
  if (before && before.span.from === span.from && before.span.to === span.to) return before.found;
  const after = daysBetween(span.from, span.to) + 1;
  const place = (day: string): number => Math.min(after, daysBetween(span.from, day));
  const found = piecesOf([work], span).flatMap(({ workId, personId, organisationId, from, to, shares }) => {
    if (shares.length === 0) return [];
    const months = new Map<string, number>();
    for (const { day, minutes } of shares) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + minutes);
    return [{ workId, personId, organisationId, minutes: shares.reduce((sum, one) => sum + one.minutes, 0), from: place(from), to: place(to), months: [...months].map(([month, minutes]) => ({ month, minutes })) }];
  });
  windows.set(work, { span, found });
  return found;
}

/** A piece with the action that it is of. Its id is its place among the others. */
interface Held extends Piece {
  readonly workId: string;
}

interface PersonFound {
  readonly row: ScenarioRow;
  /** Their work without what fits nowhere. */
  readonly pieces: readonly Held[];
}

function personRow(person: ScenarioPerson, theirs: readonly Window[], span: LoadSpan): PersonFound {
  const before = persons.get(person);
  if (before && before.span.from === span.from && before.span.to === span.to && before.windows.length === theirs.length && before.windows.every((one, at) => one === theirs[at])) return before.found;
  const pieces = numbered(theirs);
  const { left, ...proven } = proof(pieces, person.given, span);
  const months = monthsOf(theirs, [givenIn(person.given, span)], 0, span);
  const row: ScenarioRow = { kind: 'person', id: person.id, name: person.name, personDay: person.personDay, ...proven, isUnknown: theirs.length > 0 && person.given.includes(null), months };
  const found = { row, pieces: pieces.flatMap((one, at) => (one.minutes > (left[at] ?? 0) ? [{ ...one, minutes: one.minutes - (left[at] ?? 0) }] : [])) };
  persons.set(person, { span, windows: theirs, found });
  return found;
}

function organisationRow(organisation: OrganisationHere, nobodys: readonly Window[], theirs: { readonly windows: readonly Window[]; readonly pieces: readonly Held[]; readonly people: readonly ScenarioPerson[] }, span: LoadSpan): ScenarioRow {
  const { id, name, others, unknown } = organisation;
  const given = [...theirs.people.map((one) => one.given), ...(others ? [others] : [])];
  const isKnown = given.length > 0 && unknown === 0;
  const together = Array.from({ length: daysBetween(span.from, span.to) + 1 }, (_, day) => (isKnown && given.every((one) => one[day] !== null) ? given.reduce((sum, one) => sum + (one[day] ?? 0), 0) : null));
  const { left: _left, ...proven } = nobodys.length > 0 ? proof(numbered([...nobodys, ...theirs.pieces]), together, span) : { left: [], excess: 0, overloads: [], late: [] };
  const all = [...theirs.windows, ...nobodys];
  return { kind: 'organisation', id, name, personDay: 450, ...proven, isUnknown: all.length > 0 && together.includes(null), months: monthsOf(all, given.map((one) => givenIn(one, span)), unknown + (given.length === 0 ? 1 : 0), span) };
}

const numbered = (all: readonly Omit<Held, 'id'>[]): readonly Held[] => all.map(({ workId, minutes, from, to }, at) => ({ id: String(at), workId, minutes, from, to }));

/** What fits nowhere, and why. `left`: minutes of each piece that have no room. */
function proof(pieces: readonly Held[], given: readonly (number | null)[], { from }: LoadSpan) {
  const plenty = pieces.reduce((sum, one) => sum + one.minutes, 0);
  // One day more than the span: whatever may be done later has room there.
  const room = [...given.map((minutes) => minutes ?? plenty), plenty];
  const placed = placeByDue(pieces, room).left;
  const left: number[] = [];
  for (const { id, minutes } of placed) left[Number(id)] = (left[Number(id)] ?? 0) + minutes;
  const works = (ids: readonly string[]): readonly string[] => [...new Set(ids.flatMap((id) => pieces[Number(id)]?.workId ?? []))].sort();
  const over = placed.length === 0 ? [] : overloads(pieces, room);
  return {
    left,
    excess: placed.reduce((sum, one) => sum + one.minutes, 0),
    overloads: over.map((one) => ({ from: dayAfter(from, one.from), to: dayAfter(from, one.to), needed: one.needed, given: one.given, excess: one.excess, works: works(one.pieces.map(({ id }) => id)) })),
    late: works(placed.map(({ id }) => id)),
  };
}

interface Given {
  readonly month: string;
  readonly minutes: number;
  readonly hasUnknown: boolean;
  readonly isUnknown: boolean;
}

function givenIn(given: readonly (number | null)[], span: LoadSpan): readonly Given[] {
  const before = sums.get(given);
  if (before) return before;
  const found = stretchesOf(span, 'month').map(({ from, to }) => {
    const days = given.slice(daysBetween(span.from, from), daysBetween(span.from, to) + 1);
    return { month: from.slice(0, 7), minutes: days.reduce<number>((sum, one) => sum + (one ?? 0), 0), hasUnknown: days.includes(null), isUnknown: days.every((one) => one === null) };
  });
  sums.set(given, found);
  return found;
}

/** The months of a carrier, as the heat map has them. `unknown`: how many more there are of whom nothing is known. */
function monthsOf(theirs: readonly Window[], givers: readonly (readonly Given[])[], unknown: number, span: LoadSpan): readonly ScenarioMonth[] {
  const needed = new Map<string, number>();
  for (const { months } of theirs) for (const { month, minutes } of months) needed.set(month, (needed.get(month) ?? 0) + minutes);
  return stretchesOf(span, 'month').map(({ from }, at) => {
    const here = givers.flatMap((one) => one[at] ?? []);
    const given = here.length + unknown === 0 || here.some((one) => !one.isUnknown) ? here.reduce((sum, one) => sum + one.minutes, 0) : null;
    const { difference: _difference, ...load } = judged(needed.get(from.slice(0, 7)) ?? 0, given, here.filter((one) => one.hasUnknown).length + unknown, usualBands);
    return { month: from.slice(0, 7), ...load };
  });
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const all = map.get(key);
  if (all) all.push(value);
  else map.set(key, [value]);
}
