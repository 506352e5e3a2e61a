import { MOST_ASSIGNMENTS } from '@followthrough/contracts';
import fc from 'fast-check';
import { dayAfter } from './calendar';
import { checkAssignment, checkEffort, daysOf, type EffortSaid, equalStretches, leftOf, type Share, spreadEffort, staffingOf, touchesDaysNeeded } from './demand';
import { isWorkingDay } from './working-days';

const line: EffortSaid = { purpose: 'deliver', skillId: null, level: null, organisationId: null, milestoneId: null, lowMinutes: 450, likelyMinutes: 900, highMinutes: 1350, shape: 'even' };
const fields = (more: Partial<EffortSaid>, milestones = 0) => checkEffort({ ...line, ...more }, milestones).map((one) => one.field);
const sum = (shares: readonly Share[]): number => shares.reduce((all, one) => all + one.minutes, 0);

describe('a line of effort', () => {
  it.each([
    ['as it should be', {}, []],
    ['one figure for all three', { lowMinutes: 900, highMinutes: 900 }, []],
    ['no days', { lowMinutes: 0, likelyMinutes: 0 }, ['likelyMinutes']],
    ['the least above the likely', { lowMinutes: 901 }, ['lowMinutes']],
    ['the most below the likely', { highMinutes: 899 }, ['highMinutes']],
    ['more days than a line holds', { highMinutes: 900_001 }, ['highMinutes']],
    ['far more', { likelyMinutes: 1_000_000, highMinutes: 1_000_000 }, ['likelyMinutes']],
    ['a level of nothing', { level: 3 }, ['level']],
    ['a level of a skill', { level: 3, skillId: 'data' }, []],
    ['taken in by nobody', { purpose: 'absorb' }, ['organisationId']],
    ['taken in by a service', { purpose: 'absorb', organisationId: 'ward' }, []],
    ['by milestones that are not there', { shape: 'milestones' }, ['shape']],
    ['by milestones and of one of them', { shape: 'milestones', milestoneId: 'one' }, ['shape']],
  ] as const)('%s', (_, more, refused) => {
    expect(fields(more)).toEqual(refused);
  });

  it('is spread by milestones where there are some', () => {
    expect(fields({ shape: 'milestones' }, 1)).toEqual([]);
  });

  it('changes the days needed only where it delivers and its likely figure changes', () => {
    const absorbed = { ...line, purpose: 'absorb' } as const;
    expect(touchesDaysNeeded(null, line)).toBe(true);
    expect(touchesDaysNeeded(line, null)).toBe(true);
    expect(touchesDaysNeeded(line, absorbed)).toBe(true);
    expect(touchesDaysNeeded(line, { ...line, likelyMinutes: 901 })).toBe(true);
    expect(touchesDaysNeeded(line, { ...line })).toBe(false);
    expect(touchesDaysNeeded(null, absorbed)).toBe(false);
  });

  it('says days with one decimal place, of the employer’s own length', () => {
    expect([daysOf(900), daysOf(675), daysOf(888, 444), daysOf(20)]).toEqual([2, 1.5, 2, 0]);
  });
});

describe('people on a line', () => {
  const soFar = { likelyMinutes: 900, givenMinutes: 450, people: 1, isOnIt: false };
  const asked = { minutes: 450, knowingly: false };

  it('may fill it, and overfill it only knowingly', () => {
    expect(checkAssignment(asked, soFar)).toEqual([]);
    expect(checkAssignment({ ...asked, minutes: 675 }, soFar)).toEqual([{ field: 'minutes', code: 'rule', message: 'That is 0.5 days more than the line needs. Ask for less, or say that you know' }]);
    expect(checkAssignment({ minutes: 9_000, knowingly: true }, soFar)).toEqual([]);
    expect(checkAssignment({ ...asked, minutes: 451 }, soFar)).toMatchObject([{ message: expect.stringContaining('less than 0.1 days') }]);
  });

  it('are asked for something, and not for a lifetime', () => {
    expect(checkAssignment({ minutes: 0, knowingly: true }, soFar)).toMatchObject([{ field: 'minutes', message: 'Say how much' }]);
    expect(checkAssignment({ minutes: 900_001, knowingly: true }, soFar)).toMatchObject([{ field: 'minutes', message: 'Nobody is asked for more than 2,000 days' }]);
  });

  it('are on it once, and not a thousand', () => {
    expect(checkAssignment(asked, { ...soFar, isOnIt: true })).toMatchObject([{ field: 'personId' }]);
    expect(checkAssignment(asked, { ...soFar, people: MOST_ASSIGNMENTS - 1 })).toEqual([]);
    expect(checkAssignment({ ...asked, knowingly: true }, { ...soFar, people: 1_000 })).toMatchObject([{ field: 'personId' }]);
  });

  it.each([[0, 'nobody'], [1, 'part'], [899, 'part'], [900, 'whole'], [901, 'over']] as const)('%d of 900 minutes: %s', (given, says) => {
    expect(staffingOf(900, given)).toBe(says);
  });
});

describe('what is left', () => {
  const said = (spentMinutes: number | null, leftMinutes: number | null = null) => ({ spentMinutes, leftMinutes });

  it.each([
    ['nothing is estimated', null, [said(450)], null],
    ['nothing was spent', 900, [said(null), said(null)], 900],
    ['some was spent', 900, [said(450), said(null), said(225)], 225],
    ['more was spent than there was', 900, [said(1_350)], 0],
    ['it was estimated again', 900, [said(450), said(450, 2_000), said(500)], 1_500],
    ['it was first estimated by an update', null, [said(450, 900)], 900],
    ['nothing is left by the last word', 900, [said(null, 0)], 0],
  ] as const)('%s', (_, estimate, updates, left) => {
    expect(leftOf(estimate, updates)).toBe(left);
  });
});

describe('effort over days', () => {
  // Monday 30 November to Friday 11 December 2026: ten working days.
  const fortnight = { from: '2026-11-30', to: '2026-12-11' };
  const minutes = (shares: readonly Share[]): readonly number[] => shares.map((one) => one.minutes);

  it('is even, two thirds in the first half, or two thirds in the second', () => {
    expect(minutes(spreadEffort({ ...fortnight, minutes: 1_500, shape: 'even' }))).toEqual(Array(10).fill(150));
    expect(minutes(spreadEffort({ ...fortnight, minutes: 1_500, shape: 'front' }))).toEqual([...Array(5).fill(200), ...Array(5).fill(100)]);
    expect(minutes(spreadEffort({ ...fortnight, minutes: 1_500, shape: 'back' }))).toEqual([...Array(5).fill(100), ...Array(5).fill(200)]);
    // Three days: the middle one lies in both halves.
    expect(minutes(spreadEffort({ from: '2026-12-07', to: '2026-12-09', minutes: 900, shape: 'front' }))).toEqual([400, 300, 200]);
  });

  it('leaves out weekends and bank holidays', () => {
    expect(spreadEffort({ from: '2026-12-24', to: '2026-12-29', minutes: 100, shape: 'even' })).toEqual([{ day: '2026-12-24', minutes: 50 }, { day: '2026-12-29', minutes: 50 }]);
  });

  it('is by milestones in equal or given parts, each stretch evenly', () => {
    const stretches = equalStretches(['2026-12-01'], fortnight);
    expect(stretches).toEqual([{ to: '2026-12-01', part: 1 }, { to: '2026-12-11', part: 1 }]);
    expect(minutes(spreadEffort({ ...fortnight, minutes: 800, shape: 'milestones', stretches }))).toEqual([200, 200, ...Array(8).fill(50)]);
    expect(minutes(spreadEffort({ ...fortnight, minutes: 800, shape: 'milestones', stretches: [{ to: '2026-12-01', part: 3 }, { to: '2026-12-11', part: 1 }] }))).toEqual([300, 300, ...Array(8).fill(25)]);
  });

  it('does what a weekend at the start has with the next stretch, any other with the one before it, and all on the first day where there is no working day', () => {
    const weekend = [{ to: '2026-12-05', part: 1 }, { to: '2026-12-06', part: 1 }, { to: '2026-12-08', part: 1 }];
    expect(spreadEffort({ from: '2026-12-05', to: '2026-12-08', minutes: 300, shape: 'milestones', stretches: weekend })).toEqual([{ day: '2026-12-07', minutes: 150 }, { day: '2026-12-08', minutes: 150 }]);
    const between = [{ to: '2026-12-04', part: 1 }, { to: '2026-12-06', part: 1 }, { to: '2026-12-07', part: 1 }];
    expect(spreadEffort({ from: '2026-12-04', to: '2026-12-07', minutes: 300, shape: 'milestones', stretches: between })).toEqual([{ day: '2026-12-04', minutes: 200 }, { day: '2026-12-07', minutes: 100 }]);
    expect(spreadEffort({ from: '2026-12-05', to: '2026-12-06', minutes: 300, shape: 'back' })).toEqual([{ day: '2026-12-05', minutes: 300 }]);
    expect(equalStretches(['2020-01-01', '2099-01-01'], fortnight)).toEqual([{ to: '2026-11-30', part: 1 }, { to: '2026-12-11', part: 1 }]);
  });

  it('refuses what cannot be: dates reversed, a schedule for a hundred years, half a minute, stretches out of order', () => {
    const even = { minutes: 10, shape: 'even' } as const;
    expect(() => spreadEffort({ ...even, from: '2026-12-02', to: '2026-12-01' })).toThrow(RangeError);
    expect(() => spreadEffort({ ...even, from: '2026-12-01', to: '2126-12-01' })).toThrow(RangeError);
    expect(() => spreadEffort({ ...fortnight, shape: 'even', minutes: -1 })).toThrow(RangeError);
    expect(() => spreadEffort({ ...fortnight, shape: 'even', minutes: 0.5 })).toThrow(RangeError);
    expect(() => spreadEffort({ ...fortnight, shape: 'milestones', minutes: 1, stretches: [] })).toThrow(RangeError);
    expect(() => spreadEffort({ ...fortnight, shape: 'milestones', minutes: 1, stretches: [{ to: '2026-12-05', part: 1 }, { to: '2026-12-04', part: 1 }] })).toThrow(RangeError);
  });

  const day = fc.integer({ min: 0, max: 2_000 }).map((days) => dayAfter('2025-01-01', days));
  const span = fc.tuple(day, fc.integer({ min: 0, max: 500 })).map(([from, days]) => ({ from, to: dayAfter(from, days) }));

  it('never loses or adds a minute, and is on working days of its own', () => {
    fc.assert(
      fc.property(span, fc.integer({ min: 0, max: 900_000 }), fc.constantFrom('even', 'front', 'back', 'milestones'), fc.array(day, { maxLength: 6 }), (dates, all, shape, milestones) => {
        const shares = spreadEffort({ ...dates, minutes: all, shape, stretches: equalStretches(milestones, dates) });
        expect(sum(shares)).toBe(all);
        const hasWorkingDay = shares.some((one) => isWorkingDay(one.day));
        for (const one of shares) expect({ ...one, isWhole: Number.isInteger(one.minutes) && one.minutes > 0, isOwn: one.day >= dates.from && one.day <= dates.to, isWorked: isWorkingDay(one.day) || !hasWorkingDay }).toMatchObject({ isWhole: true, isOwn: true, isWorked: true });
      }),
    );
  });

  it('has two thirds in the one half, to within a minute, and the other way round in the other shape', () => {
    fc.assert(
      fc.property(span, fc.integer({ min: 0, max: 900_000 }), (dates, all) => {
        const days = spreadEffort({ ...dates, minutes: 1_000_000, shape: 'even' }).map((one) => one.day);
        if (days.length % 2 === 1) return;
        const half = days[days.length / 2] ?? '';
        for (const [shape, thirds] of [['front', 2], ['back', 1]] as const) {
          const first = sum(spreadEffort({ ...dates, minutes: all, shape }).filter((one) => one.day < half));
          expect(Math.abs(first - (all * thirds) / 3)).toBeLessThan(1);
        }
      }),
    );
  });

  it('has done its part of the whole, to within a minute, by each milestone', () => {
    fc.assert(
      fc.property(span, fc.integer({ min: 0, max: 900_000 }), fc.array(fc.tuple(day, fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 6 }), (dates, all, said) => {
        const ends = said.map(([at]) => (at < dates.from ? dates.from : at > dates.to ? dates.to : at)).sort();
        const stretches = [...ends.map((to, at) => ({ to, part: said[at]?.[1] ?? 0 })), { to: dates.to, part: 1 }];
        const shares = spreadEffort({ ...dates, minutes: all, shape: 'milestones', stretches });
        const parts = stretches.reduce((one, { part }) => one + part, 0);
        const days = spreadEffort({ ...dates, minutes: 1_000_000, shape: 'even' }).filter((one) => isWorkingDay(one.day));
        const worked = (until: string): number => days.filter((one) => one.day <= until).length;
        for (const { to } of stretches) {
          if (worked(to) === 0 || worked(to) === days.length) continue;
          // What is due on the weekend after is done by then as well.
          const due = stretches.filter((one) => worked(one.to) <= worked(to)).reduce((one, { part }) => one + part, 0);
          expect(Math.abs(sum(shares.filter((one) => one.day <= to)) - (all * due) / parts)).toBeLessThan(1);
        }
      }),
    );
  });
});
