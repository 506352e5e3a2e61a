import fc from 'fast-check';
import { dayAfter } from './calendar';
import { givenBy, usualProductiveTime as usual } from './supply';
import { equivalents, type KnownGiver, type KnownPattern, personDays, supplyMonths } from './supply-months';

const none = { usualLeave: 0, training: 0, administration: 0, sickness: 0, buffer: 0 };
const threeDays: KnownPattern = { from: '2026-01-01', to: null, minutes: [450, 450, 450, 0, 0, 0, 0], fullTimeMinutes: 450 };
const giver = (more: Partial<KnownGiver> = {}): KnownGiver => ({ patterns: [threeDays], leave: [], releases: [{ from: '2026-01-01', to: null, percent: 40, state: 'confirmed' }], expectedOn: null, fundedUntil: null, ...more });

describe('the months of what somebody can give', () => {
  it('say how they come about', () => {
    // December 2026: Mondays 7, 14, 21, 28, Tuesdays 1 to 29, Wednesdays 2 to 30: 14 days. Monday 28 is a holiday, two are leave.
    const [month] = supplyMonths(giver({ leave: [{ from: '2026-12-29', to: '2026-12-30', part: 'whole' }] }), none, '2026-12', 1);
    expect(month).toMatchObject({ month: '2026-12', pattern: 14 * 450, outside: 0, holidays: 450, leave: 2 * 450, kept: 11 * 270, otherWork: 0, given: 11 * 180, asked: 11 * 180, unknownDays: 0, personDay: 450, fullTime: 21 * 450 });
  });

  it('are unknown where no pattern is, and never nothing', () => {
    const months = supplyMonths(giver({ patterns: [{ ...threeDays, from: '2026-12-16' }] }), none, '2026-11', 2);
    expect(months.map(({ given, asked, unknownDays }) => ({ given, asked, unknownDays }))).toEqual([{ given: null, asked: null, unknownDays: 30 }, { given: 6 * 180, asked: 6 * 180, unknownDays: 15 }]);
    expect(supplyMonths(giver({ releases: [] }), none, '2026-12', 1)[0]).toMatchObject({ given: 0, kept: 13 * 450 });
  });

  it('name what is only asked for, what lies outside a post, and the employer’s own person-day', () => {
    const releases = [{ from: '2026-01-01', to: null, percent: 100, state: 'requested' as const }];
    expect(supplyMonths(giver({ releases, expectedOn: '2026-12-08', fundedUntil: '2026-12-24' }), none, '2026-12', 1)[0]).toMatchObject({ outside: 6 * 450, given: 0, asked: 8 * 450 });
    expect(supplyMonths(giver({ patterns: [{ ...threeDays, to: '2026-12-13' }, { ...threeDays, from: '2026-12-14', fullTimeMinutes: 444 }] }), none, '2026-11', 2).map((one) => one.personDay)).toEqual([450, 444]);
  });

  it('add up, line by line, and month by month to what is given day by day', () => {
    const days = fc.integer({ min: 0, max: 420 }).map((n) => dayAfter('2026-01-01', n));
    const leave = fc.record({ from: days, length: fc.integer({ min: 0, max: 20 }), part: fc.constantFrom('whole' as const, 'half' as const) }).map(({ from, length, part }) => ({ from, to: dayAfter(from, length), part }));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 721 }), { minLength: 7, maxLength: 7 }), fc.array(leave, { maxLength: 4 }), fc.integer({ min: 1, max: 100 }), (minutes, away, percent) => {
        const one = giver({ patterns: [{ ...threeDays, minutes }], leave: away, releases: [{ from: '2026-02-10', to: null, percent, state: 'confirmed' }] });
        const months = supplyMonths(one, usual, '2026-01', 14);
        for (const { pattern, outside, holidays, leave: absent, kept, otherWork, given } of months) {
          expect(pattern - outside - holidays - absent - kept - otherWork).toBe(given);
          for (const line of [pattern, outside, holidays, absent]) expect(line).toBeGreaterThanOrEqual(0);
          expect(Math.min(kept, otherWork)).toBeGreaterThanOrEqual(-1);
        }
        const daily = givenBy(one, usual, { from: '2026-01-01', to: '2027-02-28' });
        expect(months.reduce((sum, { given }) => sum + (given ?? 0), 0)).toBe(daily.reduce<number>((sum, given) => sum + (given ?? 0), 0));
        expect(supplyMonths(one, usual, '2026-01', 3)).toEqual(months.slice(0, 3));
      }),
      { numRuns: 40 },
    );
  });

  it('are said in person-days and full-time equivalents, half up', () => {
    expect([personDays(450, 450), personDays(1_000, 450), personDays(22, 450), personDays(23, 450), personDays(444, 444)]).toEqual([1, 2.2, 0, 0.1, 1]);
    expect([equivalents([450, 450, 450, 0, 0, 0, 0], 450), equivalents([444, 444, 444, 222, 0, 0, 0], 444), equivalents([0, 0, 0, 0, 0, 0, 0], 450)]).toEqual([0.6, 0.7, 0]);
  });
});
