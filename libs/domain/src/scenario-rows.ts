import type { CapacityBand } from '@followthrough/contracts';
import { dayAfter, daysBetween } from './calendar';
import { judged } from './load';
import { type LoadSpan, minutesBetween, piecesOf } from './load-pieces';
import { type LoadMonth, loadMonths } from './loads';
import { overloads, type Piece, placeByDue } from './overload';
import type { ScenarioOrganisation, ScenarioPerson, ScenarioWork } from './scenario';

/**
 * A row of a scenario's verdict: of a person, or of an organisation. What a change does not touch is the same object as before,
 * and so is what it came to: a change of one action reckons again only the rows that carry it, so that it is on screen at once.
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

/** Null: work of no organisation yet. */
export type OrganisationHere = Omit<ScenarioOrganisation, 'id'> & { readonly id: string | null };
/** Work of one action for one carrier: between which days, and how much of it in each month. */
export interface Window {
  readonly workId: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly minutes: number;
  /** Places in the span; the one after it is any later day. */
  readonly from: number;
  readonly to: number;
  readonly months: readonly { readonly month: string; readonly minutes: number }[];
}

const windows = new WeakMap<ScenarioWork, { readonly span: LoadSpan; readonly of: readonly object[]; readonly found: readonly Window[] }>();
const persons = new WeakMap<ScenarioPerson, { readonly span: LoadSpan; readonly of: readonly object[]; readonly found: PersonFound }>();
const sums = new WeakMap<readonly (number | null)[], readonly Given[]>();
const rows = new WeakMap<OrganisationHere, { readonly span: LoadSpan; readonly of: readonly object[]; readonly found: ScenarioRow }>();
const rooms = new WeakMap<OrganisationHere, { readonly span: LoadSpan; readonly of: readonly object[]; readonly found: readonly (number | null)[] }>();

/** What was found before of the same things. */
function kept<Key extends object, Found>(before: WeakMap<Key, { readonly span: LoadSpan; readonly of: readonly object[]; readonly found: Found }>, key: Key, span: LoadSpan, of: readonly object[], find: () => Found): Found {
  const last = before.get(key);
  if (last && last.span.from === span.from && last.span.to === span.to && last.of.length === of.length && last.of.every((one, at) => one === of[at])) return last.found;
  const found = find();
  before.set(key, { span, of, found });
  return found;
}

export const windowsOf = (work: ScenarioWork, span: LoadSpan): readonly Window[] => kept(windows, work, span, [], () => windowsIn(work, span));

function windowsIn(work: ScenarioWork, span: LoadSpan): readonly Window[] {
  const after = daysBetween(span.from, span.to) + 1;
  const months = monthsIn(span);
  return piecesOf([{ ...work, lines: work.lines.map((line) => ({ ...line, parts: line.parts.map((one) => ({ ...one, personId: one.personId ?? SOMEBODY })) })) }], span).map((piece) => ({
    workId: work.id, personId: piece.personId === SOMEBODY ? null : piece.personId, organisationId: piece.organisationId, minutes: piece.minutes, from: piece.spread.first, to: Math.min(after, piece.spread.last),
    months: months.flatMap(({ month, first, last }) => (piece.spread.last < first || piece.spread.first > last ? [] : [{ month, minutes: minutesBetween(piece, first, last) }])),
  }));
}

/** Stands for somebody of an organisation who is not named. */
const SOMEBODY = '';

/** A piece with the action that it is of. Its id is its place among the others. */
export interface Held extends Piece {
  readonly workId: string;
}

export interface PersonFound {
  readonly row: ScenarioRow;
  /** Their work without what fits nowhere. */
  readonly pieces: readonly Held[];
}

export const personRow = (person: ScenarioPerson, theirs: readonly Window[], span: LoadSpan): PersonFound => kept(persons, person, span, theirs, () => personIn(person, theirs, span));

function personIn(person: ScenarioPerson, theirs: readonly Window[], span: LoadSpan): PersonFound {
  const pieces = numbered(theirs);
  const { left, ...proven } = proof(pieces, person.given, span);
  const months = monthsOf(theirs, [givenIn(person.given, span)], 0, span);
  const row: ScenarioRow = { kind: 'person', id: person.id, name: person.name, personDay: person.personDay, ...proven, isUnknown: theirs.length > 0 && person.given.includes(null), months };
  return { row, pieces: pieces.flatMap((one, at) => (one.minutes > (left[at] ?? 0) ? [{ ...one, minutes: one.minutes - (left[at] ?? 0) }] : [])) };
}

export interface Theirs {
  readonly windows: readonly Window[];
  readonly pieces: readonly Held[];
  readonly people: readonly ScenarioPerson[];
}

export const organisationRow = (organisation: OrganisationHere, nobodys: readonly Window[], theirs: Theirs, span: LoadSpan): ScenarioRow =>
  kept(rows, organisation, span, [...theirs.people, ...nobodys, ...theirs.windows], () => organisationIn(organisation, nobodys, theirs, span));

function organisationIn(organisation: OrganisationHere, nobodys: readonly Window[], theirs: Theirs, span: LoadSpan): ScenarioRow {
  const { id, name, others, unknown } = organisation;
  const given = [...theirs.people.map((one) => one.given), ...(others ? [others] : [])];
  const room = kept(rooms, organisation, span, given, () => roomOf(given, given.length > 0 && unknown === 0, span));
  const { left: _left, ...proven } = nobodys.length > 0 ? proof(numbered([...nobodys, ...theirs.pieces]), room, span) : { left: [], excess: 0, overloads: [], late: [] };
  const all = [...theirs.windows, ...nobodys];
  return { kind: 'organisation', id, name, personDay: 450, ...proven, isUnknown: all.length > 0 && room.includes(null), months: monthsOf(all, given.map((one) => givenIn(one, span)), unknown + (given.length === 0 ? 1 : 0), span) };
}

/** What several give together on each day; null where of somebody it is not known. */
const roomOf = (given: readonly (readonly (number | null)[])[], isKnown: boolean, span: LoadSpan): readonly (number | null)[] =>
  Array.from({ length: daysBetween(span.from, span.to) + 1 }, (_, day) => (isKnown && given.every((one) => one[day] !== null) ? given.reduce((sum, one) => sum + (one[day] ?? 0), 0) : null));

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
  const found = monthsIn(span).map(({ month, first, last }) => {
    const days = given.slice(first, last + 1);
    return { month, minutes: days.reduce<number>((sum, one) => sum + (one ?? 0), 0), hasUnknown: days.includes(null), isUnknown: days.every((one) => one === null) };
  });
  sums.set(given, found);
  return found;
}

let lastMonths: { readonly span: LoadSpan; readonly months: readonly LoadMonth[] } | undefined;
function monthsIn(span: LoadSpan): readonly LoadMonth[] {
  if (lastMonths?.span.from !== span.from || lastMonths.span.to !== span.to) lastMonths = { span, months: loadMonths(span) };
  return lastMonths.months;
}

/** The months of a carrier, as the heat map has them. `unknown`: how many more there are of whom nothing is known. */
function monthsOf(theirs: readonly Window[], givers: readonly (readonly Given[])[], unknown: number, span: LoadSpan): readonly ScenarioMonth[] {
  const needed = new Map<string, number>();
  for (const { months } of theirs) for (const { month, minutes } of months) needed.set(month, (needed.get(month) ?? 0) + minutes);
  return monthsIn(span).map(({ month }, at) => {
    const here = givers.flatMap((one) => one[at] ?? []);
    const given = here.length + unknown === 0 || here.some((one) => !one.isUnknown) ? here.reduce((sum, one) => sum + one.minutes, 0) : null;
    const { difference: _difference, ...load } = judged(needed.get(month) ?? 0, given, here.filter((one) => one.hasUnknown).length + unknown);
    return { month, ...load };
  });
}
