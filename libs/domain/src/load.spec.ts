import fc from 'fast-check';
import { dayAfter } from './calendar';
import { type Carrier, loadOf, type Step, stretchesOf, together } from './load';

const DAYS = 40;
const minutes = fc.integer({ min: 0, max: 600 });
const known = fc.array(minutes, { minLength: DAYS, maxLength: DAYS });
const perhaps = fc.array(fc.option(minutes, { freq: 6 }), { minLength: DAYS, maxLength: DAYS });
const carrier: fc.Arbitrary<Carrier> = fc.record({ needed: known, givers: fc.array(fc.oneof(known, perhaps), { maxLength: 4 }) });
const step = fc.constantFrom<Step>('day', 'week', 'month');
const first = fc.integer({ min: 0, max: 1_500 }).map((days) => dayAfter('2026-01-01', days));
const rank = { spare: 0, healthy: 1, tight: 2, over: 3, unresourced: 3, unknown: 3 };

describe('stretches', () => {
  it('follow one another, end on Sundays or with the month, and leave no day out', () => {
    fc.assert(
      fc.property(first, fc.integer({ min: 0, max: 400 }), step, (from, more, by) => {
        const to = dayAfter(from, more);
        const all = stretchesOf({ from, to }, by);
        expect([all[0]?.from, all.at(-1)?.to]).toEqual([from, to]);
        for (const [at, one] of all.entries()) {
          if (at > 0) expect(one.from).toBe(dayAfter(all[at - 1]?.to ?? '', 1));
          if (at < all.length - 1) expect(by === 'day' ? one.from === one.to : by === 'week' ? new Date(one.to).getUTCDay() === 0 : dayAfter(one.to, 1).endsWith('-01')).toBe(true);
        }
      }),
    );
  });
});

describe('load', () => {
  it('is as reckoned by hand', () => {
    // Monday 30 November 2026 to Friday 4 December: five hours a day to do, one who gives seven and a half on three days.
    const [november, december] = loadOf({ needed: [300, 300, 300, 300, 300], givers: [[450, 450, 450, 0, 0]] }, '2026-11-30', 'month');
    expect(november).toEqual({ from: '2026-11-30', to: '2026-11-30', needed: 300, given: 450, unknown: 0, difference: 150, percent: 67, band: 'spare' });
    expect(december).toEqual({ from: '2026-12-01', to: '2026-12-04', needed: 1200, given: 900, unknown: 0, difference: -300, percent: 133, band: 'over' });
    expect(loadOf({ needed: [10], givers: [] }, '2026-11-30', 'day')[0]).toMatchObject({ given: 0, percent: null, band: 'unresourced' });
    expect(loadOf({ needed: [10], givers: [[null]] }, '2026-11-30', 'day')[0]).toMatchObject({ given: null, difference: null, percent: null, band: 'unknown' });
    expect(loadOf({ needed: [10], givers: [[20], [null]] }, '2026-11-30', 'day')[0]).toMatchObject({ given: 20, unknown: 1, percent: 50, band: 'spare' });
    expect(loadOf({ needed: [30], givers: [[20], [null]] }, '2026-11-30', 'day')[0]).toMatchObject({ percent: 150, band: 'unknown' });
    expect(loadOf({ needed: [20], givers: [[20]] }, '2026-11-30', 'day', { healthy: 10, tight: 20, over: 30 })[0]).toMatchObject({ percent: 100, band: 'over' });
  });

  it('loses no minute, however it is cut', () => {
    fc.assert(
      fc.property(carrier, first, step, (one, from, by) => {
        const cut = loadOf(one, from, by);
        const all = (of: readonly (number | null)[]): number => of.reduce<number>((sum, each) => sum + (each ?? 0), 0);
        expect(all(cut.map(({ needed }) => needed))).toBe(all(one.needed));
        expect(all(cut.map(({ given }) => given))).toBe(all(one.givers.flat()));
        for (const { needed, given, difference } of cut) expect(difference).toBe(given === null ? null : given - needed);
      }),
    );
  });

  it('gets no worse by one more person, and a person who is not known hides no overload and invents none', () => {
    fc.assert(
      fc.property(carrier, known, first, step, (one, more, from, by) => {
        const unknown = more.map(() => null);
        const before = loadOf(one, from, by);
        for (const [at, after] of loadOf({ ...one, givers: [...one.givers, more] }, from, by).entries()) expect(rank[after.band]).toBeLessThanOrEqual(rank[before[at]?.band ?? 'unknown']);
        for (const [at, after] of loadOf({ ...one, givers: [...one.givers, unknown] }, from, by).entries()) {
          const was = before[at]?.band ?? 'unknown';
          const isShort = was === 'over' || was === 'unresourced' || was === 'unknown' || one.givers.length === 0;
          expect(after.band).toBe(isShort ? 'unknown' : was);
        }
      }),
    );
  });

  it('of several together needs and gives what each of them does', () => {
    fc.assert(
      fc.property(fc.array(carrier, { minLength: 1, maxLength: 4 }), first, step, (all, from, by) => {
        const each = all.map((one) => loadOf(one, from, by));
        for (const [at, { needed, given }] of loadOf(together(all), from, by).entries()) {
          expect(needed).toBe(each.reduce((sum, one) => sum + (one[at]?.needed ?? 0), 0));
          expect(given ?? 0).toBe(each.reduce((sum, one) => sum + (one[at]?.given ?? 0), 0));
        }
      }),
    );
  });

  it('refuses people of other days', () => {
    expect(() => loadOf({ needed: [1, 2], givers: [[1]] }, '2026-11-30', 'day')).toThrow(RangeError);
    expect(loadOf({ needed: [], givers: [] }, '2026-11-30', 'day')).toEqual([]);
  });
});
