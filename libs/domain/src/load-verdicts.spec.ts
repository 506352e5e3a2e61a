import fc from 'fast-check';
import { dayAfter } from './calendar';
import { LEAST_OVER, loadVerdicts, type VerdictGround, type VerdictWork } from './load-verdicts';
import { loadSpan, partsOf } from './load-pieces';
import { confirmedDays } from './loads';
import { type Giver, givenBy, usualProductiveTime } from './supply';

// A Monday.
const today = '2026-11-23';
const span = loadSpan(today, 3);
const day = (at: number): string => dayAfter(today, at);

const giver = (percent: number, minutes = [450, 450, 450, 450, 450, 0, 0]): Giver => ({ patterns: [{ from: '2026-01-01', to: null, minutes }], leave: [], releases: percent === 0 ? [] : [{ from: '2026-01-01', to: null, percent, state: 'confirmed' }], expectedOn: null, fundedUntil: null });
const unknown: Giver = { patterns: [], leave: [], releases: [], expectedOn: null, fundedUntil: null };

const action = (id: string, more: Partial<VerdictWork> = {}): VerdictWork => ({ id, startOn: null, dueOn: day(11), organisationId: 'trust', ownerId: null, left: 900, milestones: [], lines: [], ...more });
const line = (personId: string, minutes: number) => ({ purpose: 'deliver' as const, skillId: null, level: null, organisationId: 'trust', likely: minutes, shape: 'even' as const, milestone: null, parts: [{ personId, organisationId: 'trust', minutes }] });
const ground = (people: Readonly<Record<string, Giver>>, work: readonly VerdictWork[], more: Partial<VerdictGround> = {}): VerdictGround => ({
  span, time: usualProductiveTime, people: new Map(Object.entries(people)), organisations: [{ id: 'trust', members: Object.keys(people).map((personId) => ({ personId, from: null, to: null })), confirmed: [] }], work, ...more,
});
const confirmed = (days: number) => ({ organisations: [{ id: 'trust', members: [], confirmed: [{ month: '2026-11', days }, { month: '2026-12', days }] }] });

describe('what capacity says of an action', () => {
  it('says that nobody is down for it, where its organisation can give nothing before it is due', () => {
    expect(loadVerdicts(ground({ ann: giver(0) }, [action('a')]))).toEqual([{ actionId: 'a', dueOn: day(11), unstaffed: 900, owner: null }]);
    expect(loadVerdicts(ground({ ann: giver(10) }, [action('a')]))).toEqual([]);
    expect(loadVerdicts(ground({}, [action('a')], confirmed(0)))).toMatchObject([{ unstaffed: 900 }]);
    expect(loadVerdicts(ground({}, [action('a')], confirmed(1)))).toEqual([]);
  });

  it('says nothing of what is not known', () => {
    expect(loadVerdicts(ground({ ann: giver(0), ben: unknown }, [action('a')]))).toEqual([]);
    expect(loadVerdicts(ground({}, [action('a')]))).toEqual([]);
    // Nobody spoke for January.
    expect(loadVerdicts(ground({}, [action('a', { dueOn: day(45) })], confirmed(0)))).toEqual([]);
    expect(loadVerdicts(ground({ ann: giver(0) }, [action('a', { organisationId: null })]))).toEqual([]);
    expect(loadVerdicts(ground({ ann: unknown }, [action('a', { ownerId: 'ann', lines: [line('ann', 900)] })]))).toEqual([]);
  });

  it('says nothing of work that is done, not estimated, without a day, overdue, or that somebody is down for', () => {
    for (const more of [{ left: 0 }, { left: null }, { dueOn: null }, { dueOn: day(-1) }, { dueOn: dayAfter(span.to, 1) }, { lines: [line('ann', 900)] }]) expect(loadVerdicts(ground({ ann: giver(0) }, [action('a', more)]))).toEqual([]);
  });

  it('counts against an owner all that they are down for by the day, and nothing of what is due later', () => {
    // Ten working days to 4 December of 450 minutes, half of it released, 794 thousandths of that.
    const given = Math.floor(10 * 450 * 0.5 * 0.794);
    const others = action('b', { dueOn: day(4), left: 1_500, lines: [line('ann', 1_500)] });
    const own = action('a', { ownerId: 'ann', lines: [line('ann', 900)] });
    const later = action('c', { dueOn: day(20), left: 4_000, lines: [line('ann', 4_000)] });
    expect(loadVerdicts(ground({ ann: giver(50) }, [own, others, later]))).toEqual([{ actionId: 'a', dueOn: day(11), unstaffed: null, owner: { needed: 2_400, given } }]);
    expect(loadVerdicts(ground({ ann: giver(50) }, [own, later]))).toEqual([]);
    // Less than half a day too much is no news.
    expect(loadVerdicts(ground({ ann: giver(50) }, [own, { ...others, left: given - 900 + LEAST_OVER - 1, lines: [line('ann', given - 900 + LEAST_OVER - 1)] }]))).toEqual([]);
    expect(loadVerdicts(ground({ ann: giver(50) }, [own, { ...others, left: given - 900 + LEAST_OVER, lines: [line('ann', given - 900 + LEAST_OVER)] }]))).toMatchObject([{ owner: { given } }]);
  });

  it('agrees with going through every day and every part', () => {
    const names = ['ann', 'ben', 'cas'];
    const who = fc.constantFrom(...names);
    const some = fc.record({ due: fc.option(fc.integer({ min: -3, max: 100 }), { nil: null }), start: fc.option(fc.integer({ min: -5, max: 60 }), { nil: null }), left: fc.option(fc.integer({ min: 0, max: 4_000 }), { nil: null }), owner: fc.option(who, { nil: null }), parts: fc.array(fc.record({ who, minutes: fc.integer({ min: 1, max: 2_000 }) }), { maxLength: 2 }) });
    const person = fc.oneof(fc.constant(unknown), fc.constantFrom(0, 10, 40, 100).map((percent) => giver(percent)), fc.constant(giver(60, [0, 0, 225, 0, 450, 0, 0])));
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), fc.tuple(person, person, person), fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }), (all, people, days) => {
        const work = all.map((one, at) => action(String(at), { dueOn: one.due === null ? null : day(one.due), startOn: one.start === null ? null : day(one.start), left: one.left, ownerId: one.owner, lines: one.parts.map((part) => line(part.who, part.minutes)) }));
        const known = Object.fromEntries(people.map((one, at) => [names[at], one]));
        const facts = ground(known, work, days === null ? {} : confirmed(days));
        const until = (given: readonly (number | null)[], dueOn: string): number | null => given.reduce<number | null>((sum, minutes, at) => (day(at) > dueOn ? sum : sum === null || minutes === null ? null : sum + minutes), 0);
        const expected = work.flatMap(({ id, dueOn, left, lines, ownerId }) => {
          if (dueOn === null || dueOn < today || dueOn > span.to) return [];
          const givers = days === null ? people.map((one) => givenBy(one, usualProductiveTime, span)) : [confirmedDays(confirmed(days).organisations[0]?.confirmed ?? [], span)];
          const isNone = givers.every((one) => until(one, dueOn) === 0);
          const needed = partsOf(work, today).filter((one) => one.personId !== null && one.personId === ownerId && one.to <= dueOn).reduce((sum, { minutes }) => sum + minutes, 0);
          const given = ownerId === null ? null : until(givenBy(known[ownerId] ?? unknown, usualProductiveTime, span), dueOn);
          const unstaffed = left !== null && left > 0 && lines.length === 0 && isNone ? left : null;
          const owner = given !== null && needed > 0 && needed - given >= LEAST_OVER ? { needed, given } : null;
          return unstaffed !== null || owner ? [{ actionId: id, dueOn, unstaffed, owner }] : [];
        });
        expect(loadVerdicts(facts)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
