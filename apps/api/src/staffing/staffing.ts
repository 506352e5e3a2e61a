import { Injectable } from '@nestjs/common';
import type { EffortShape, StaffingItem, StaffingLine, StaffingPerson, StaffingPreview, staffingRoutes } from '@followthrough/contracts';
import { fitOf, fitOrder, type LoadPart, type LoadWork, monthsAt, partsOf, type ProductiveTime, type ProofFacts, roomWithin } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { cursorKeys } from '../kernel/cursor';
import { Reads } from '../kernel/reads';
import { factsFrom, personDayOf, type ProofPerson, type ProofWork, rowOf } from '../proof/published';
import { STAFFING_ORDER, staffingLine, staffingPage, staffingPreview } from './staffing.sql';

interface Said {
  readonly today: string;
  readonly time: ProductiveTime;
  readonly line: StaffingItem & { readonly likelyMinutes: number; readonly onIt: number; readonly skillId: string | null };
  readonly action: ProofWork;
  readonly shape: EffortShape;
  readonly milestone: { readonly after: string | null; readonly dueOn: string } | null;
  readonly fits: readonly Pick<StaffingPerson, 'id' | 'name' | 'jobTitle' | 'organisationName' | 'level' | 'isShown' | 'isOurs'>[];
  /** Of these those whose figures the asker may see, and what they have to do. */
  readonly people: readonly ProofPerson[];
  readonly work: readonly ProofWork[];
}

const MOST_LISTED = 100;

/** Work with nobody, who could do it, and what it would do to them. Asking for their time is `demand`'s. */
@Injectable()
export class Staffing {
  constructor(private readonly reads: Reads) {}

  list(asked: Asked<typeof staffingRoutes.list>): Promise<string> {
    const { organisation = null, skill = null, after } = asked.query;
    if (after === undefined) return this.reads.answer(asked, staffingPage.first, [organisation, skill]);
    return this.reads.answer(asked, staffingPage.further, [organisation, skill, ...cursorKeys(after, STAFFING_ORDER, ['day', 'number', 'id'])]);
  }

  async line(asked: Asked<typeof staffingRoutes.line>): Promise<string> {
    const said = JSON.parse(await this.reads.answer(asked, staffingLine, [asked.params.id])) as Said;
    const facts = factsFrom(said, 'person');
    const part = partOf(said, null, said.line.minutes);
    const people = said.fits.map((one) => ({ ...one, ...roomOf(said, facts, part, one.id, one.isShown) })).sort(fitOrder(said.line.minutes));
    const { skillId: _, ...line } = said.line;
    return JSON.stringify({ ...line, fromOn: part?.from ?? null, toOn: part?.to ?? null, people: people.slice(0, MOST_LISTED), more: Math.max(0, people.length - MOST_LISTED) } satisfies StaffingLine);
  }

  async preview(asked: Asked<typeof staffingRoutes.preview>): Promise<string> {
    const { personId, minutes } = asked.query;
    const said = JSON.parse(await this.reads.answer(asked, staffingPreview, [asked.params.id, personId])) as Said;
    const before = factsFrom(said, 'person');
    const after = factsFrom({ ...said, work: [...said.work, lineAlone(said, personId, minutes)] }, 'person');
    const row = rowOf(personId);
    const [was, will] = [monthsAt(before, row), monthsAt(after, row)];
    const last = will.findLastIndex((one, at) => one.needed !== was[at]?.needed);
    const [proofBefore, proofAfter] = [fitOf(before, row), fitOf(after, row)];
    const excess = (proof: typeof proofBefore): number => proof.overloads.reduce((sum, one) => sum + one.excess, 0);
    const person = said.people.find((one) => one.id === personId);
    return JSON.stringify({
      id: personId, name: person?.name ?? '', personDay: personDayOf(person, said.today), minutes,
      months: will.slice(0, last + 1).map(({ month, given, needed, percent }, at) => ({ month, given, before: was[at]?.needed ?? 0, after: needed, percentBefore: was[at]?.percent ?? null, percentAfter: percent })),
      stateBefore: proofBefore.state, stateAfter: proofAfter.state, excessBefore: excess(proofBefore), excessAfter: excess(proofAfter),
    } satisfies StaffingPreview);
  }
}

/** So much of the line as an action of its own, of somebody or of nobody. */
function lineAlone({ action, line, shape, milestone }: Said, personId: string | null, minutes: number): ProofWork {
  const parts = personId === null ? [] : [{ personId, organisationId: null, minutes }];
  return { ...action, id: line.id, left: minutes, lines: [{ purpose: 'deliver', skillId: line.skillId, level: line.level, organisationId: null, likely: minutes, shape, milestone, parts }] };
}

/** Null: the line has no date, so nothing can be said of room. */
const partOf = (said: Said, personId: string | null, minutes: number): LoadPart | null => partsOf([lineAlone(said, personId, minutes) satisfies LoadWork], said.today)[0] ?? null;

function roomOf({ people, today }: Said, facts: ProofFacts, part: LoadPart | null, id: string, isShown: boolean): Pick<StaffingPerson, 'room' | 'personDay'> {
  const person = people.find((one) => one.id === id);
  if (!isShown || !person) return { room: null, personDay: 450 };
  return { room: part ? roomWithin(facts, rowOf(id), part) : null, personDay: personDayOf(person, today) };
}
