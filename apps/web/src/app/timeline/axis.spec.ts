import { dayAfter } from '@followthrough/domain';
import fc from 'fast-check';
import { axisOf, dayAt, endOf, scales, ticksOf, xOf } from './axis';

const today = '2026-11-22';
const day = fc.integer({ min: -3_000, max: 3_000 }).map((n) => dayAfter(today, n));

describe('the axis of the timeline', () => {
  it('names weeks by their Monday, months by their letters and quarters by both ends', () => {
    const told = (scale: (typeof scales)[number]) => {
      const { above, below } = ticksOf(axisOf(scale, { firstOn: '2026-12-10', lastOn: '2027-01-20', today: '2026-12-10' }), 0, 500);
      return [above.map((one) => one.says).slice(0, 2), below.map((one) => one.says).slice(0, 3)];
    };
    expect(told('weeks')).toEqual([['Dec 2026', 'Jan 2027'], ['7 Dec', '14 Dec', '21 Dec']]);
    expect(told('months')).toEqual([['2026', '2027'], ['Nov', 'Dec', 'Jan']]);
    expect(told('quarters')).toEqual([['2026', '2027'], ['Oct–Dec', 'Jan–Mar', 'Apr–Jun']]);
  });

  it('holds every day of its rows, and today, and finds a day where it put it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scales), day, day, (scale, one, other) => {
        const [firstOn = '', lastOn = ''] = [one, other].sort();
        const axis = axisOf(scale, { firstOn, lastOn, today });
        for (const each of [firstOn, lastOn, today]) {
          expect(xOf(axis, each)).toBeGreaterThanOrEqual(0);
          expect(endOf(axis, each)).toBeLessThan(axis.width);
          expect(dayAt(axis, xOf(axis, each))).toBe(each);
        }
      }),
    );
  });

  it('names its parts without a gap and without one over another, wherever somebody looks', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scales), day, fc.nat(4_000), (scale, firstOn, at) => {
        const axis = axisOf(scale, { firstOn, lastOn: null, today });
        const { above, below } = ticksOf(axis, at, at + 1_000);
        for (const parts of [above, below]) {
          parts.forEach((part, nth) => expect(part.x).toBeCloseTo(nth === 0 ? part.x : (parts[nth - 1]?.x ?? 0) + (parts[nth - 1]?.width ?? 0), 5));
          const last = parts.at(-1);
          if (at < axis.width) expect([(parts[0]?.x ?? at + 1) <= at, (last?.x ?? 0) + (last?.width ?? 0) >= Math.min(axis.width, at + 1_000)]).toEqual([true, true]);
        }
      }),
    );
  });
});
