import { Injectable } from '@nestjs/common';
import type { ProofHelper, ProofItem, ProofMember, ProofMonth, ProofOverload, ProofPage, proofRoutes } from '@followthrough/contracts';
import { dayAfter, daysBetween, FEWEST_SHOWN, fitOf, type KnownGiver, leversOf, type LoadRow, loadSpan, type LoadWork, type Overload, partsOf, patternOn, piecesOf, type ProductiveTime, type Proof, type ProofFacts, proofOf, type ProofPiece, roomWithin, type SettledMonth } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { proofFacts } from './proof.sql';

export interface ProofPerson extends KnownGiver {
  readonly id: string;
  readonly name: string;
  readonly isSeen: boolean;
}

export interface ProofWork extends LoadWork {
  readonly ref: string;
  readonly title: string;
  readonly waitedForOn: string | null;
}

interface Said extends LoadRow {
  readonly id: string;
  readonly today: string;
  readonly time: ProductiveTime;
  readonly name: string;
  /** Nothing of its people is hidden from the asker. */
  readonly isWhole: boolean;
  /** Its figures would tell those of fewer than three people, so nothing is read. */
  readonly isFew: boolean;
  readonly people: readonly ProofPerson[];
  /** Of those who could help. */
  readonly skills: readonly { readonly personId: string; readonly skillId: string; readonly level: number }[];
  readonly work: readonly ProofWork[];
}

const MONTHS = 12;
const MOST_OVERLOADS = 6;
const MOST_LISTED = 100;
const MOST_MEMBERS = 200;
const MOST_HELPERS = 3;
/** From this level on somebody can do it without support; see `person_skill`. */
const ABLE = 3;

/** Whether work fits: one statement reads the facts of one person, team or organisation, and the domain proves it. */
@Injectable()
export class Proofs {
  constructor(private readonly reads: Reads) {}

  async read(asked: Asked<typeof proofRoutes.read>): Promise<string> {
    const { of, id } = asked.query;
    const said = JSON.parse(await this.reads.answer(asked, proofFacts[of], [id])) as Said;
    const facts = factsFrom(said, of);
    return JSON.stringify(pageOf(said, facts, proofOf(facts, said)));
  }
}

/** What a statement's answer comes to in the domain, of the next twelve months. */
export function factsFrom({ today, time, people, work }: Pick<Said, 'today' | 'time' | 'people' | 'work'>, by: ProofFacts['by']): ProofFacts {
  const span = loadSpan(today, MONTHS);
  const latest = new Map(work.flatMap((one) => (one.waitedForOn === null ? [] : [[one.id, one.waitedForOn] as const])));
  return { by, span, time, people: new Map(people.map((one) => [one.id, one])), pieces: piecesOf(work, span), parts: partsOf(work, today), latest };
}

/** The row of one person, as the heat map has it. */
export const rowOf = (personId: string): LoadRow => ({ id: personId, members: [{ personId, from: null, to: null }], confirmed: [] });

/** The employer's person-day as it is today; 450 minutes of who has said nothing, and of several together. */
export const personDayOf = (person: ProofPerson | undefined, today: string): number => (person && (patternOn(person.patterns, today) ?? person.patterns.at(-1))?.fullTimeMinutes) ?? 450;

function pageOf(said: Said, facts: ProofFacts, proof: Proof): ProofPage {
  const { by, span } = facts;
  const people = new Set(said.members.map(({ personId }) => personId));
  const isFew = !said.isWhole && hasFew(said, proof.pieces);
  const sum = (all: readonly number[]): number => all.reduce((minutes, one) => minutes + one, 0);
  return {
    of: by, id: said.id, name: said.name, fromOn: span.from, toOn: span.to,
    state: said.isFew ? 'hidden' : proof.state,
    personDay: by === 'person' ? personDayOf(said.people.find((one) => one.id === said.id), said.today) : 450,
    people: by === 'organisation' && people.size === 0 ? null : people.size,
    unknown: proof.unknown, needed: sum(proof.pieces.map(({ minutes }) => minutes)), given: sum(proof.given), later: proof.later, leftOut: leftOut(said, by),
    overloads: proof.overloads.slice(0, MOST_OVERLOADS).map((one) => overloadOf(said, facts, proof, one, isFew)),
    more: Math.max(0, proof.overloads.length - MOST_OVERLOADS),
    settled: proof.settled.map((one) => monthOf(said, one)),
    members: by === 'person' ? [] : membersOf(said, facts, people),
  };
}

/** What one or two hidden people give to an action is not said, and then of no action: what is left out could be reckoned. */
function hasFew({ people }: Said, pieces: readonly ProofPiece[]): boolean {
  const seen = new Set(people.filter((one) => one.isSeen).map(({ id }) => id));
  return [...Map.groupBy(pieces, ({ workId }) => workId).values()].some((all) => {
    const others = new Set(all.flatMap(({ personIds }) => personIds.filter((id) => !seen.has(id))));
    return others.size > 0 && others.size < FEWEST_SHOWN;
  });
}

function overloadOf(said: Said, facts: ProofFacts, proof: Proof, overload: Overload, isFew: boolean): ProofOverload {
  const day = (at: number): string => dayAfter(facts.span.from, at);
  const byId = new Map(proof.pieces.map((one) => [one.id, one]));
  const work = new Map(said.work.map((one) => [one.id, one]));
  const named = (workId: string): { readonly id: string; readonly ref: string } => ({ id: workId, ref: work.get(workId)?.ref ?? '' });
  const pieces = overload.pieces.flatMap(({ id }) => byId.get(id) ?? []).toSorted((a, b) => b.minutes - a.minutes || (a.id < b.id ? -1 : 1));
  const { later, less } = leversOf(proof.pieces, proof.atMost, overload);
  const moves = later && proof.pieces.find((one) => one.moves === later.moves);
  return {
    fromOn: day(overload.from), toOn: day(overload.to), needed: overload.needed, given: overload.given, excess: overload.excess,
    items: pieces.slice(0, MOST_LISTED).map((one) => itemOf(one, work, facts, isFew)),
    more: Math.max(0, pieces.length - MOST_LISTED),
    later: later && moves ? { ...named(moves.workId), fromOn: dueOf(moves, work, facts, later.from), toOn: day(later.to), days: daysBetween(dueOf(moves, work, facts, later.from), day(later.to)), isWay: moves.isWay } : null,
    less: less.slice(0, MOST_LISTED).flatMap(({ id, minutes, from, to }) => {
      const piece = byId.get(id);
      return piece ? [{ ...named(piece.workId), minutes, fromOn: day(from), toOn: day(to) }] : [];
    }),
    helpers: helpersOf(said, facts, less.flatMap(({ id }) => byId.get(id) ?? [])),
  };
}

/** What is overdue counts as due today, and is said with the day on which it was due. */
const dueOf = (piece: ProofPiece, work: ReadonlyMap<string, ProofWork>, { span }: ProofFacts, to: number): string => {
  const dueOn = work.get(piece.workId)?.dueOn;
  return !piece.isWay && dueOn && dueOn < span.from ? dueOn : dayAfter(span.from, to);
};

function itemOf(piece: ProofPiece, work: ReadonlyMap<string, ProofWork>, facts: ProofFacts, isFew: boolean): ProofItem {
  const { workId, minutes, nobody, from, to, isWay } = piece;
  const action = work.get(workId);
  const isOverdue = !isWay && action?.dueOn !== null && action?.dueOn !== undefined && action.dueOn < facts.span.from;
  return { id: workId, ref: action?.ref ?? '', title: action?.title ?? '', minutes: isFew ? null : minutes, nobody: isFew ? null : nobody, fromOn: dayAfter(facts.span.from, from), toOn: dueOf(piece, work, facts, to), isOverdue, isWay };
}

/** Colleagues with the skill and some room within the days of what would have to be given away. */
function helpersOf({ people, members, skills, today }: Said, facts: ProofFacts, pieces: readonly ProofPiece[]): ProofHelper[] {
  if (pieces.length === 0) return [];
  const [from, to] = [Math.min(...pieces.map((one) => one.from)), Math.max(...pieces.map((one) => one.to))].map((day) => dayAfter(today, day));
  if (from === undefined || to === undefined) return [];
  const own = new Set(members.map(({ personId }) => personId));
  const isAble = (id: string): boolean => pieces.every(({ skillId, level }) => skillId === null || skills.some((one) => one.personId === id && one.skillId === skillId && one.level >= (level ?? ABLE)));
  return people
    .filter((one) => one.isSeen && !own.has(one.id) && isAble(one.id))
    .flatMap((one) => {
      const room = roomWithin({ ...facts, by: 'person' }, rowOf(one.id), { from, to }) ?? 0;
      return room > 0 ? [{ id: one.id, name: one.name, room, personDay: personDayOf(one, today) }] : [];
    })
    .sort((a, b) => b.room - a.room || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_HELPERS);
}

function monthOf({ today: first, work }: Said, { month, needed, given, percent, order }: SettledMonth): ProofMonth {
  const actions = new Map(work.map((one) => [one.id, one]));
  return { month, needed, given, percent, order: order.slice(0, MOST_LISTED).map(({ workId, from, to }) => ({ id: workId, ref: actions.get(workId)?.ref ?? '', title: actions.get(workId)?.title ?? '', fromOn: dayAfter(first, from), toOn: dayAfter(first, to) })) };
}

function membersOf({ people, today }: Said, facts: ProofFacts, ids: ReadonlySet<string>): ProofMember[] {
  return people
    .filter((one) => one.isSeen && ids.has(one.id))
    .map((one) => {
      const { state, overloads } = fitOf({ ...facts, by: 'person' }, rowOf(one.id));
      return { id: one.id, name: one.name, state, excess: overloads.reduce((sum, { excess }) => sum + excess, 0), personDay: personDayOf(one, today) };
    })
    .sort((a, b) => b.excess - a.excess || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_MEMBERS);
}

/** Open actions that lie here and cannot be reckoned with. */
function leftOut({ id, members, work }: Said, by: ProofFacts['by']): number {
  const own = new Set(members.map(({ personId }) => personId));
  const isHere = (one: ProofWork): boolean => (by === 'organisation' ? one.organisationId === id : one.lines.some(({ parts }) => parts.some(({ personId }) => own.has(personId))));
  return work.filter((one) => isHere(one) && (one.left === null || (one.dueOn === null && one.lines.every(({ milestone }) => milestone === null)))).length;
}
