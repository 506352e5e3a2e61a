import type { DeliveryAspect } from '@followthrough/contracts';
import fc from 'fast-check';
import { daysBetween } from './calendar';
import { capacityBand } from './capacity';
import type { SkillHolder } from './capability';
import { deliveriesOf, type Delivery, type DeliveryFacts } from './deliveries';
import { counted, type Read } from './deliverability';
import { spreadEffort } from './demand';
import { type LoadLine, loadSpan, type LoadWork, partsOf, piecesOf } from './load-pieces';
import { confirmedDays, loadFacts } from './loads';
import { type Giver, usualProductiveTime } from './supply';

const TODAY = '2026-12-01';
const span = loadSpan(TODAY, 2);
const giver = (percent: number): Giver => ({ patterns: [{ from: '2026-01-01', to: null, minutes: [450, 450, 450, 450, 450, 0, 0] }], leave: [], releases: [{ from: '2026-01-01', to: null, percent, state: 'confirmed' }], expectedOn: null, fundedUntil: null });
const line = (more: Partial<LoadLine> = {}): LoadLine => ({ purpose: 'deliver', skillId: null, level: null, organisationId: 'trust', likely: 1_800, shape: 'even', milestone: null, parts: [], ...more });
const work = (more: Partial<LoadWork> = {}): LoadWork => ({ id: 'w', startOn: null, dueOn: '2026-12-31', organisationId: 'trust', left: 1_800, milestones: [], lines: [line()], ...more });
const kept: Read = { verdict: 'green', reason: 'Kept' };

interface Setting {
  readonly people?: Readonly<Record<string, Giver>>;
  readonly confirmed?: readonly { readonly month: string; readonly days: number }[];
  readonly few?: readonly string[];
  readonly seen?: readonly string[];
  readonly holders?: readonly SkillHolder[];
  readonly posts?: DeliveryFacts['posts'];
  readonly commitment?: DeliveryFacts['commitment'];
}

function delivered(all: readonly LoadWork[], { people = {}, confirmed = [], few = [], seen = [], holders = [], posts = [], commitment = new Map([['trust', kept]]) }: Setting): readonly Delivery[] {
  const ground = { span, time: usualProductiveTime, people: new Map(Object.entries(people)) };
  const organisations = [{ id: 'trust', name: 'The trust', few, confirmed, members: Object.keys(people).map((personId) => ({ personId, from: null, to: null })) }];
  const skills = [{ id: 'data', name: 'Data', few: [] }];
  return deliveriesOf({ ...ground, work: all, loads: loadFacts({ by: 'organisation', ...ground, pieces: piecesOf(all, span) }), parts: partsOf(all, TODAY), organisations, seen: new Map(seen.map((id) => [id, id])), skills, holders, posts, commitment });
}
const aspect = (one: LoadWork, setting: Setting, which: DeliveryAspect): Read | undefined => {
  const found = delivered([one], setting)[0]?.aspects.find((each) => each.aspect === which);
  return found && { verdict: found.verdict, reason: found.reason };
};
const capacity = (one: LoadWork, setting: Setting = {}) => aspect(one, setting, 'capacity');
const months = (december: number) => ({ confirmed: [{ month: '2026-12', days: december }, { month: '2027-01', days: december }] });

describe('the capacity of an action', () => {
  it('is read from the months in which it has work, and from the proof', () => {
    // Four days in December: of ten is 40 %, of 4.5 is 89 %, of three is 133 %.
    expect(capacity(work(), months(10))).toEqual({ verdict: 'green', reason: 'There is room for it in each of its months' });
    expect(capacity(work(), months(4.5))).toEqual({ verdict: 'amber', reason: 'The trust is asked for 89 % of its days in December 2026' });
    expect(capacity(work(), months(3))).toEqual({ verdict: 'red', reason: 'The trust has 1 day more work than fits from 1 December 2026 to 31 December 2026, whatever is moved within its dates' });
    expect(capacity(work(), months(0))).toMatchObject({ verdict: 'red' });
    expect(capacity(work())).toEqual({ verdict: 'unknown', reason: 'What The trust can give in December 2026 is not known' });
    // Front-loaded it looks over in December; there is room until the end of January.
    expect(capacity(work({ dueOn: '2027-01-29', left: 3_600, lines: [line({ likely: 3_600, shape: 'front' })] }), months(5))).toMatchObject({ verdict: 'amber' });
    expect(capacity(work({ dueOn: '2027-01-29', left: 3_600, lines: [line({ likely: 3_600, shape: 'front' })] }), months(4.5))?.reason).toMatch(/of its days in December 2026: it fits only if work is moved within its dates$/);
  });

  it('is not known without an estimate, a date or a month, and red where it is late or nobody has it', () => {
    expect(capacity(work({ left: null, lines: [] }), months(10))).toEqual({ verdict: 'unknown', reason: 'It has no estimate' });
    expect(capacity(work({ dueOn: null }), months(10))).toEqual({ verdict: 'unknown', reason: 'It has no due date' });
    expect(capacity(work({ left: 0 }), months(10))).toEqual({ verdict: 'green', reason: 'Nothing is left to do' });
    expect(capacity(work({ startOn: '2027-06-01', dueOn: '2027-07-01' }), months(10))).toEqual({ verdict: 'unknown', reason: 'It begins after the months that are reckoned' });
    expect(capacity(work({ dueOn: '2026-11-03' }), months(100))).toEqual({ verdict: 'red', reason: 'It was due on 3 November 2026, and 4 days are still to do' });
    expect(capacity(work({ organisationId: null, lines: [] }), months(10))).toEqual({ verdict: 'red', reason: 'Nobody has it: no organisation is accountable for it' });
    expect(capacity(work({ organisationId: 'gone', lines: [line({ organisationId: 'gone' })] }), months(10))?.reason).toBe('Nobody has it: its organisation is no partner any more');
  });

  it('of somebody whose figures the asker may not see is read from their organisation alone, and of fewer than three not at all', () => {
    const people = { ann: giver(5), bo: giver(100) };
    const mine = work({ lines: [line({ parts: [{ personId: 'ann', organisationId: 'trust', minutes: 1_800 }] })] });
    expect(capacity(mine, { people, seen: ['ann'] })?.reason).toMatch(/^ann has .* more work than fits/);
    expect(capacity(mine, { people })).toEqual({ verdict: 'green', reason: 'There is room for it in each of its months' });
    expect(capacity(mine, { people: { ann: giver(5) }, few: ['2026-12', '2027-01'] })).toEqual({ verdict: 'unknown', reason: 'Fewer than three people make up what The trust gives in December 2026, so it is not shown to you' });
  });
});

describe('the capability and the commitment of an action', () => {
  const given = new Map([['2026-12', 900], ['2027-01', 900]]);
  const has = (personId: string, level: number): SkillHolder => ({ personId, skillId: 'data', level, given });
  const capability = (setting: Setting, more: Partial<LoadLine> = {}) => aspect(work({ lines: [line({ skillId: 'data', ...more })] }), { ...months(10), ...setting }, 'capability');

  it('is red where nobody has a skill, amber where one alone has it or it is short, and not known where none is named', () => {
    expect(capability({})).toEqual({ verdict: 'red', reason: 'Nobody here has Data (able)' });
    expect(capability({ holders: [has('ann', 4)] })).toEqual({ verdict: 'amber', reason: 'One person alone here has Data (able)' });
    expect(capability({ holders: [has('ann', 4), has('bo', 3)] })).toEqual({ verdict: 'green', reason: 'People here have each skill that it asks for' });
    expect(capability({ holders: [has('ann', 4), has('bo', 4)] }, { level: 4 })?.verdict).toBe('green');
    expect(capability({ holders: [has('ann', 4), has('bo', 3)].map((one) => ({ ...one, given: new Map([['2026-12', 450]]) })) })).toEqual({ verdict: 'amber', reason: 'Data (able) is short of 2 days in December 2026' });
    expect(capability({ holders: [has('ann', 4), { ...has('bo', 3), given: new Map() }] })).toEqual({ verdict: 'unknown', reason: 'How many days people with Data (able) can give in December 2026 is not known' });
    expect(capability({}, { skillId: null })).toEqual({ verdict: 'unknown', reason: 'No line of its effort says which skill it needs' });
    const parts = [{ personId: 'ann', organisationId: 'trust', minutes: 450 }];
    const holders = [has('ann', 4), has('bo', 3)];
    expect(capability({ holders, posts: [{ personId: 'ann', fundedUntil: '2026-12-15' }] }, { parts })).toEqual({ verdict: 'amber', reason: 'The money for a post that is down for it ends on 15 December 2026, before it is due' });
    expect(capability({ holders, posts: [{ personId: 'ann', fundedUntil: '2026-12-31' }] }, { parts })?.verdict).toBe('green');
  });

  it('is what its organisations’ promises come to, and not known without one', () => {
    const commitment = (setting: Setting, more: Partial<LoadWork> = {}) => aspect(work(more), setting, 'commitment');
    expect(commitment({})).toEqual({ verdict: 'green', reason: 'The trust: Kept' });
    expect(commitment({ commitment: new Map() })).toEqual({ verdict: 'unknown', reason: 'The trust: No promise is recorded' });
    expect(commitment({}, { organisationId: null, lines: [] })).toEqual({ verdict: 'unknown', reason: 'No organisation is accountable for it' });
    expect(commitment({ commitment: new Map([['trust', kept], ['care', { verdict: 'red' as const, reason: 'No sponsor is named' }]]) }, { lines: [line({ organisationId: 'care', purpose: 'absorb' })] })?.verdict).toBe('red');
  });
});

describe('the counts of many', () => {
  const some = fc.array(
    fc.record({ left: fc.option(fc.integer({ min: 1, max: 9_000 })), from: fc.integer({ min: 0, max: 50 }), days: fc.integer({ min: 0, max: 70 }), shape: fc.constantFrom('even' as const, 'front' as const, 'back' as const), isDated: fc.boolean() }),
    { maxLength: 6 },
  );
  const on = (ahead: number): string => new Date(Date.UTC(2026, 11, 1 + ahead)).toISOString().slice(0, 10);

  it('are those of a naive reckoning, day by day and stretch by stretch', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), (all, december, january) => {
        const works = all.map(({ left, from, days, shape, isDated }, at) => work({ id: `w${at}`, left, startOn: on(from), dueOn: isDated ? on(from + days) : null, lines: left === null ? [] : [line({ likely: left, shape })] }));
        const confirmed = [{ month: '2026-12', days: december }, { month: '2027-01', days: january }];
        const given = confirmedDays(confirmed, span).map((minutes) => minutes ?? 0);
        const spread = works.map((one) => (one.left === null || one.dueOn === null ? [] : spreadEffort({ minutes: one.left, from: one.startOn ?? TODAY, to: one.dueOn, shape: one.lines[0]?.shape ?? 'even' })));
        const sum = (month: string, from: readonly { readonly day: string; readonly minutes: number }[]): number => from.reduce((minutes, one) => minutes + (one.day.startsWith(month) ? one.minutes : 0), 0);
        const band = (month: string) => {
          const [needed, can] = [sum(month, spread.flat()), given.reduce((minutes, one, day) => minutes + (on(day).startsWith(month) ? one : 0), 0)];
          return capacityBand(needed, can, can > 0 ? Math.floor((200 * needed + can) / (2 * can)) : null);
        };
        // Over in some stretch of days, with this action inside.
        const isOver = (one: LoadWork): boolean => {
          for (let first = 0; first < given.length; first += 1)
            for (let last = first; last < given.length; last += 1) {
              const inside = works.filter((each) => each.left !== null && each.dueOn !== null && daysBetween(TODAY, each.startOn ?? TODAY) >= first && daysBetween(TODAY, each.dueOn) <= last);
              if (inside.includes(one) && inside.reduce((minutes, each) => minutes + (each.left ?? 0), 0) > given.slice(first, last + 1).reduce((minutes, each) => minutes + each, 0)) return true;
            }
          return false;
        };
        const found = delivered(works, { confirmed });
        for (const [at, one] of works.entries()) {
          const theirs = ['2026-12', '2027-01'].filter((month) => sum(month, spread[at] ?? []) > 0).map(band);
          const said = found[at]?.aspects[0]?.verdict;
          if (one.left === null || one.dueOn === null) expect(said).toBe('unknown');
          else if (theirs.includes('unresourced')) expect(said).toBe('red');
          else if (said === 'red') expect(isOver(one)).toBe(true);
          else if (theirs.length > 0) expect(said).toBe(theirs.includes('over') || theirs.includes('tight') ? 'amber' : 'green');
        }
        // Where some stretch is over, somebody is told.
        if (works.some(isOver)) expect(found.some((one) => one.aspects[0]?.verdict === 'red')).toBe(true);
        const counts = counted(found);
        for (const verdict of ['green', 'amber', 'red', 'unknown'] as const) expect(counts[verdict]).toBe(found.filter((one) => one.verdict === verdict).length);
      }),
      { numRuns: 60 },
    );
  });
});
