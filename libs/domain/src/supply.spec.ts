import fc from 'fast-check';
import { dayAfter } from './calendar';
import { type Giver, givenBy, productiveDays, productiveThousandths, type Release, usualProductiveTime as usual } from './supply';
import { bankHolidays } from './working-days';

const full = { from: '2026-01-01', to: null, minutes: [450, 450, 450, 450, 450, 0, 0] };
const whole: Release = { from: '2026-01-01', to: null, percent: 100, state: 'confirmed' };
const all = { usualLeave: 0, training: 0, administration: 0, sickness: 0, buffer: 0 };
const giver = (more: Partial<Giver> = {}): Giver => ({ patterns: [full], leave: [], releases: [whole], expectedOn: null, fundedUntil: null, ...more });
const sum = (minutes: readonly (number | null)[]): number => minutes.reduce<number>((total, one) => total + (one ?? 0), 0);
const december = { from: '2026-12-01', to: '2026-12-31' };

describe('what somebody can give', () => {
  it('is their pattern less bank holidays', () => {
    // December 2026 has 23 weekdays; Christmas Day is a Friday, and Boxing Day, a Saturday, is taken on Monday 28.
    expect(sum(givenBy(giver(), all, december))).toBe(21 * 450);
  });

  it('is a part-time pattern with leave, released at 40 per cent', () => {
    // Monday to Wednesday, and Thursday mornings from the 14th on. Mondays 7, 14, 21; Tuesdays 1, 8, 15, 22, 29; Wednesdays 2, 9, 16, 23, 30; Thursdays 17, 24, 31.
    const patterns = [{ from: '2026-01-01', to: '2026-12-13', minutes: [450, 450, 450, 0, 0, 0, 0] }, { from: '2026-12-14', to: null, minutes: [450, 450, 450, 225, 0, 0, 0] }];
    expect(sum(givenBy(giver({ patterns }), all, december))).toBe(13 * 450 + 3 * 225);
    // Away from Tuesday 29 to Thursday 31, and half of Wednesday 9.
    const leave = [{ from: '2026-12-29', to: '2026-12-31', part: 'whole' as const }, { from: '2026-12-09', to: '2026-12-09', part: 'half' as const }];
    expect(sum(givenBy(giver({ patterns, leave }), all, december))).toBe(11 * 450 + 2 * 225 - 225);
    expect(sum(givenBy(giver({ patterns, leave, releases: [{ ...whole, percent: 40 }] }), all, december))).toBe(0.4 * (11 * 450 + 225));
  });

  it('counts what is confirmed, and what is asked for where that is asked', () => {
    const releases: Release[] = [{ ...whole, to: '2026-12-04', percent: 50 }, { ...whole, from: '2026-12-07', to: '2026-12-11', state: 'requested' }];
    expect(sum(givenBy(giver({ releases }), all, december))).toBe(4 * 225);
    expect(sum(givenBy(giver({ releases }), all, december, ['confirmed', 'requested']))).toBe(4 * 225 + 5 * 450);
  });

  it('ends with the funding, begins with a post that is filled, and is unknown where no pattern holds', () => {
    expect(sum(givenBy(giver({ fundedUntil: '2026-12-02' }), all, december))).toBe(2 * 450);
    expect(sum(givenBy(giver({ expectedOn: '2026-12-30' }), all, december))).toBe(2 * 450);
    expect(givenBy(giver({ patterns: [{ ...full, from: '2026-12-03', to: '2026-12-03' }] }), all, { from: '2026-12-02', to: '2026-12-04' })).toEqual([null, 450, null]);
  });

  it('leaves the part of working time that meetings, training and sickness leave', () => {
    // 260 days less 8 holidays, 25 leave, 5 training, 10 administration, 5 sickness, 7 buffer: 200, of 227 or of 252.
    expect(productiveDays(usual)).toBe(200);
    expect([productiveThousandths(usual, 25), productiveThousandths(usual, 0)]).toEqual([881, 794]);
    expect(sum(givenBy(giver(), usual, december))).toBe(Math.floor(21 * 450 * 0.794));
  });

  it('takes no leave twice: what is entered of the usual leave leaves the rest of the year more', () => {
    expect(productiveThousandths(usual, 1)).toBe(797);
    // More than the usual leave takes nothing from the days on which somebody is there.
    expect(productiveThousandths(usual, 120)).toBe(881);
    // Five days in May count for the year from April to March, and for no other.
    const leave = [{ from: '2026-05-11', to: '2026-05-15', part: 'whole' as const }];
    const day = (on: string) => sum(givenBy(giver({ leave }), usual, { from: on, to: on }));
    expect([day('2026-03-31'), day('2026-04-01'), day('2027-03-31'), day('2027-04-01')]).toEqual([794, 810, 810, 794].map((share) => Math.floor(450 * share / 1000)));
    // One of three days in the week is 5/3 days of a full-time post; a half day of them half of that.
    const part = { ...full, minutes: [450, 450, 450, 0, 0, 0, 0] };
    const half = givenBy(giver({ patterns: [part], leave: [{ from: '2026-05-11', to: '2026-05-11', part: 'half' }] }), usual, { from: '2026-05-12', to: '2026-05-12' });
    expect(sum(half)).toBe(Math.floor((450 * productiveThousandths(usual, 0.83)) / 1000));
  });

  it('gives the same over a year from April to March, whatever of the usual leave is entered', () => {
    const year = { from: '2026-04-01', to: '2027-03-31' };
    const start = fc.integer({ min: 0, max: 350 });
    fc.assert(
      fc.property(fc.array(start, { maxLength: 25 }), (starts) => {
        const leave = [...new Set(starts)].map((n) => ({ from: dayAfter('2026-04-01', n), to: dayAfter('2026-04-01', n), part: 'whole' as const }));
        // To half a day: thousandths are rounded, and this year happens to have 251 working days, not 252.
        expect(Math.abs(sum(givenBy(giver({ leave }), usual, year)) - sum(givenBy(giver(), usual, year)))).toBeLessThan(225);
      }),
      { numRuns: 40 },
    );
  });

  it('adds up over any stretch from the first day, to the minute below', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => dayAfter('2026-01-01', n));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 720 }), { minLength: 7, maxLength: 7 }), fc.integer({ min: 1, max: 100 }), day, fc.integer({ min: 0, max: 300 }), (minutes, percent, from, length) => {
        const given = givenBy(giver({ patterns: [{ from: '2026-01-01', to: null, minutes }], releases: [{ ...whole, percent }] }), usual, { from, to: dayAfter(from, length) });
        let exact = 0;
        for (const [at, one] of given.entries()) {
          const on = dayAfter(from, at);
          if (!bankHolidays(Number(on.slice(0, 4))).has(on)) exact += ((minutes[(new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 0) * percent * 794) / 100_000;
          expect(one).toBeGreaterThanOrEqual(0);
          expect(Math.abs(sum(given.slice(0, at + 1)) - exact)).toBeLessThan(1.001);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a hundred years', () => {
    expect(() => givenBy(giver(), all, { from: '2026-01-01', to: '2126-01-01' })).toThrow(RangeError);
    expect(() => givenBy(giver(), all, { from: '2026-01-02', to: '2026-01-01' })).toThrow(RangeError);
  });
});
