import { Injectable } from '@nestjs/common';
import type { LoadAction, LoadCell, LoadCellParts, LoadPage, LoadPerson, loadRoutes, LoadRowItem } from '@followthrough/contracts';
import { type Coverage, coverageOf, FEWEST_SHOWN, fullTimeMonths, type KnownGiver, type LaidPiece, laidAtRows, laidIn, loadFacts, type LoadFacts, type LoadRow, loadRow, loadSpan, patternOn, piecesOf, type ProductiveTime, type RowMonth } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { cursorKeys } from '../kernel/cursor';
import { FewAtOnce } from '../kernel/few-at-once';
import { Reads } from '../kernel/reads';
import { Refusal } from '../kernel/refusal';
import { type ActionsAnswer, actionMonths } from './action-months';
import { ACTIONS_ORDER, actionsOf, cellOf, factsOf } from './loads.sql';
import { type Columns, type NamedWork, openWorkOf } from './open-work';

export interface FactPerson extends KnownGiver {
  readonly id: string;
  readonly name: string;
  readonly isSeen: boolean;
}

export interface FactRow extends LoadRow {
  readonly name: string;
  readonly detail: string | null;
  /** Nothing of its people is hidden from the asker. */
  readonly isWhole: boolean;
  /** Months whose figures would tell those of fewer than three people. */
  readonly few: readonly string[];
}

/** As the statement answers. */
export interface LoadsAnswer {
  readonly today: string;
  readonly time: ProductiveTime;
  readonly people: readonly FactPerson[];
  readonly rows: readonly FactRow[];
  readonly work: Columns;
  /** Of all open actions; null in a cell. */
  readonly coverage: Omit<Coverage, 'percent'> | null;
}

export interface Said extends Omit<LoadsAnswer, 'work'> {
  readonly work: readonly NamedWork[];
}

/** The row of what is nobody's: of people and teams there is none, because their work is what somebody is down for. */
const rest: Readonly<Record<LoadFacts['by'], string | null>> = { person: null, team: null, action: null, organisation: 'No organisation yet', skill: 'No skill named' };
const MOST_LISTED = 200;
/** As far as a cell can be. */
const MONTHS = 24;

/** The heat map: one statement reads the facts with what the asker may see of them, and the domain reckons. */
@Injectable()
export class Loads {
  /** Of 20,000 actions each takes tens of megabytes while it is made. */
  private readonly few = new FewAtOnce(2);

  constructor(private readonly reads: Reads) {}

  page(asked: Asked<typeof loadRoutes.page>): Promise<string> {
    return this.few.do(() => this.whole(asked));
  }

  private async whole(asked: Asked<typeof loadRoutes.page>): Promise<string> {
    const { by, months = 12 } = asked.query;
    const { said, facts } = reckoned(JSON.parse(await this.reads.answer(asked, factsOf[by], [months, false])) as LoadsAnswer, by, months);
    const all = rowsOf(said, by);
    const laid = laidAtRows(facts, all);
    const rows = all.flatMap((row) => {
      const own = laid.get(row.id) ?? [];
      // A skill that nobody has and nothing needs says nothing; nor does the rest where there is none.
      return own.length === 0 && row.members.length === 0 && (by === 'skill' || row.id === null) ? [] : [item(row, facts, said, loadRow(facts, row, own))];
    });
    return JSON.stringify({ by, months: fullTimeMonths(said.time, facts.span).map(({ month, minutes }) => ({ month, fullTime: minutes })), coverage: coverageOf(said.coverage ?? { open: 0, estimated: 0, nobody: 0, undated: 0 }), rows } satisfies LoadPage);
  }

  async actions(asked: Asked<typeof loadRoutes.actions>): Promise<string> {
    const { months = 12, organisation = null, person = null, after } = asked.query;
    const from = after === undefined ? [null, null] : cursorKeys(after, ACTIONS_ORDER, ['day', 'id']);
    const answer = JSON.parse(await this.reads.answer(asked, actionsOf, [months, true, organisation, person, ...from])) as ActionsAnswer;
    if ((organisation ?? person) !== null && answer.of === null) throw new Refusal('not_found');
    return JSON.stringify(actionMonths(answer, { months, organisation, person }));
  }

  async cell(asked: Asked<typeof loadRoutes.cell>): Promise<string> {
    const { by, id = null, month } = asked.query;
    const { said, facts } = reckoned(JSON.parse(await this.reads.answer(asked, cellOf[by], [MONTHS, true, id, `${month}-01`])) as LoadsAnswer, by, MONTHS);
    const rows = rowsOf(said, by);
    const row = rows.find((one) => one.id === id);
    if (!row) throw new Refusal('not_found');
    if (row.few.includes(month)) return JSON.stringify({ isFew: true, actions: [], more: 0, people: [], others: row.members.length } satisfies LoadCellParts);
    const at = facts.months.find((one) => one.month === month);
    const laid = at ? (laidAtRows(facts, rows).get(id) ?? []).flatMap((one): readonly Laid[] => {
      const minutes = laidIn(one, at);
      return minutes > 0 ? [{ ...one, workId: one.piece.workId, personId: one.piece.personId, minutes }] : [];
    }) : [];
    const actions = actionsIn(said, laid, row.isWhole);
    const seen = by === 'person' ? [] : membersSeen(said, row);
    const people = seen.map((one) => personIn(one, row, facts, laid, month));
    const others = by === 'person' ? 0 : new Set(row.members.map(({ personId }) => personId)).size - people.length;
    return JSON.stringify({ isFew: false, actions: actions.slice(0, MOST_LISTED), more: Math.max(0, actions.length - MOST_LISTED), people, others } satisfies LoadCellParts);
  }
}

/** What the statement's answer comes to in the domain. */
export function reckoned(answer: LoadsAnswer, by: LoadFacts['by'], months: number): { readonly said: Said; readonly facts: LoadFacts } {
  const said = { ...answer, work: openWorkOf(answer.work) };
  const span = loadSpan(said.today, months);
  const people = new Map(said.people.map((one) => [one.id, one]));
  // People and teams have what somebody of theirs is down for.
  return { said, facts: loadFacts({ by, span, time: said.time, people, pieces: piecesOf(said.work, span, by === 'person' || by === 'team' ? (id) => id !== null && people.has(id) : undefined) }) };
}

/** So many minutes of a piece in the month that is asked for. */
interface Laid extends LaidPiece {
  readonly workId: string;
  readonly personId: string | null;
  readonly minutes: number;
}

function rowsOf({ rows }: Said, by: LoadFacts['by']): readonly FactRow[] {
  const name = rest[by];
  return name === null ? rows : [...rows, { id: null, name, detail: null, members: [], confirmed: [], isWhole: true, few: [] }];
}

function item(row: FactRow, { by }: LoadFacts, said: Said, months: readonly RowMonth[]): LoadRowItem {
  const people = new Set(row.members.map(({ personId }) => personId)).size;
  const own = by === 'person' ? said.people.find((one) => one.id === row.id) : undefined;
  return { id: row.id, name: row.name, detail: row.detail, people: by === 'organisation' && people === 0 ? null : people, personDay: dayOf(own, said.today), months: months.map((one) => cell(one, row.few.includes(one.month))) };
}

const cell = (one: RowMonth, isFew: boolean): LoadCell =>
  isFew ? { month: one.month, needed: null, given: null, difference: null, percent: null, band: 'unknown', unknown: 0, promised: one.promised, isFew } : { ...one, isFew };

/** The employer's person-day as it is today; 450 minutes of who has said nothing, and of several together. */
const dayOf = (person: FactPerson | undefined, today: string): number => (person && (patternOn(person.patterns, today) ?? person.patterns.at(-1))?.fullTimeMinutes) ?? 450;

/** Most first. Minutes that one or two others give are not said, and then none is: what is left out could be reckoned. */
function actionsIn({ work, people, today }: Said, pieces: readonly Laid[], isWhole: boolean): readonly LoadAction[] {
  const seen = new Set(people.filter((one) => one.isSeen).map(({ id }) => id));
  const groups = Map.groupBy(pieces, (one) => one.workId);
  const isFew = !isWhole && [...groups.values()].some((all) => {
    const others = new Set(all.flatMap(({ personId }) => (personId !== null && !seen.has(personId) ? [personId] : [])));
    return others.size > 0 && others.size < FEWEST_SHOWN;
  });
  const said = new Map(work.map((one) => [one.id, one]));
  return [...groups]
    .flatMap(([id, all]) => {
      const action = said.get(id);
      return action ? [{ action, minutes: minutesOf(all), nobody: minutesOf(all.filter(({ personId }) => personId === null)) }] : [];
    })
    .sort((a, b) => (isFew ? 0 : b.minutes - a.minutes) || (a.action.ref < b.action.ref ? -1 : 1))
    .map(({ action: { id, ref, title, dueOn }, minutes, nobody }) => ({ id, ref, title, minutes: isFew ? null : minutes, nobody: isFew ? null : nobody, isOverdue: dueOn !== null && dueOn < today }));
}

const minutesOf = (pieces: readonly Laid[]): number => pieces.reduce((sum, { minutes }) => sum + minutes, 0);

const membersSeen = ({ people }: Said, { members }: FactRow): readonly FactPerson[] => {
  const ids = new Set(members.map(({ personId }) => personId));
  return people.filter((one) => one.isSeen && ids.has(one.id));
};

function personIn(person: FactPerson, { members }: FactRow, facts: LoadFacts, pieces: readonly Laid[], month: string): LoadPerson {
  const own = pieces.filter(({ personId }) => personId === person.id);
  const load = loadRow({ ...facts, by: 'person' }, { id: person.id, members: members.filter(({ personId }) => personId === person.id), confirmed: [] }, own).find((one) => one.month === month);
  return { id: person.id, name: person.name, personDay: dayOf(person, facts.span.from), needed: minutesOf(own), given: load?.given ?? null };
}
