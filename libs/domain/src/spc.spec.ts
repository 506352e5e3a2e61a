import type { MeasureDirection } from '@followthrough/contracts';
import fc from 'fast-check';
import { controlChart, FEWEST, type Point, type SpecialCause, verdictOf } from './spc';

/** A figure a month. */
const monthly = (values: readonly number[]): Point[] => values.map((value, at) => ({ onDay: `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-28`, value }));
const chart = (values: readonly number[], direction: MeasureDirection = 'up', target: number | null = null) => controlChart(monthly(values), direction, target);
const with_ = (cause: SpecialCause, values: readonly number[]): number[] => chart(values).points.flatMap(({ causes }, at) => (causes.includes(cause) ? [at] : []));
/** Figures that go up and down round their mean, so that only what is added to them stands out. */
const swing = (many: number, by = 1): number[] => Array.from({ length: many }, (_, at) => (at % 2 === 0 ? by : -by));

const figure = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((one) => one / 100);
const figures = fc.array(figure, { minLength: FEWEST, maxLength: 40 });
const direction = fc.constantFrom<MeasureDirection>('up', 'down');
const near = (a: number | null, b: number): void => expect(Math.abs((a ?? NaN) - b)).toBeLessThan(1e-6);

describe('mean and limits', () => {
  it('are those of a chart reckoned by hand', () => {
    // Sum 72 of 8; moving ranges 2 4 1 2 5 2 3, in all 19 of 7.
    const { mean, lower, upper, isTrial } = chart([8, 10, 6, 7, 9, 14, 12, 6]);
    near(mean, 9);
    near(lower, 9 - (2.66 * 22) / 7);
    near(upper, 9 + (2.66 * 22) / 7);
    expect(isTrial).toBe(true);
  });

  it('need six points, and twelve to be more than a trial', () => {
    expect(chart(swing(5))).toMatchObject({ mean: null, lower: null, upper: null, isTrial: false, variation: null, assurance: null });
    expect(chart(swing(6)).mean).not.toBeNull();
    expect(chart(swing(11)).isTrial).toBe(true);
    expect(chart(swing(12)).isTrial).toBe(false);
  });

  it('come out the same whatever the order in which points are given, and the mean whatever the order of the figures', () => {
    fc.assert(
      fc.property(figures.chain((values) => fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length }), fc.shuffledSubarray(monthly(values), { minLength: values.length }))), ([values, shuffled, points]) => {
        expect(controlChart(points, 'up', 3)).toEqual(chart(values, 'up', 3));
        near(chart(shuffled).mean, chart(values).mean ?? NaN);
      }),
    );
  });

  it('move with the figures, and change no verdict by it', () => {
    fc.assert(
      fc.property(figures, figure, figure, direction, (values, by, target, way) => {
        const [here, there] = [chart(values, way, target), chart(values.map((one) => Math.round((one + by) * 100) / 100), way, Math.round((target + by) * 100) / 100)];
        near(there.mean, (here.mean ?? NaN) + by);
        near(there.upper, (here.upper ?? NaN) + by);
        near(there.lower, (here.lower ?? NaN) + by);
        expect(there.points.map((one) => one.causes)).toEqual(here.points.map((one) => one.causes));
        expect([there.variation, there.assurance]).toEqual([here.variation, here.assurance]);
      }),
    );
  });
});

describe('special causes', () => {
  it('are points outside the limits, and not those on them', () => {
    expect(with_('outside', [...swing(11), 9])).toEqual([11]);
    expect(with_('outside', [...swing(11), 4])).toEqual([]);
    expect(with_('outside', [5, 5, 5, 5, 5, 5])).toEqual([]);
  });

  it('are found exactly where the last figure crosses a limit', () => {
    // 19 zeros and x: the mean is x / 20, the mean moving range x / 19. The limit is 0.19 x, and x lies beyond it for every x.
    expect(with_('outside', [...Array<number>(19).fill(0), 0.0001])).toEqual([19]);
    // 0 100 0 100 0 100: the mean is 50 and the limit 50 + 266.
    expect(with_('outside', [0, 100, 0, 100, 0, 100])).toEqual([]);
  });

  it.each([[6, []], [7, [0, 1, 2, 3, 4, 5, 6]], [8, [0, 1, 2, 3, 4, 5, 6, 7]]])('are %i points on one side of the mean: %j', (many, found) => {
    expect(with_('shift', [...swing(many, 0.1).map((one) => one + 5), ...swing(many, 0.1).map((one) => one - 5)].slice(0, many).concat(-40, 40, -40, 40, -40, 40, -40))).toEqual(found);
  });

  it('break a run at a point on the mean', () => {
    expect(with_('shift', [1, 2, 1, 0, 1, 2, 1, -1, -2, -1, 0, -1, -2, -1])).toEqual([]);
  });

  it.each([[6, 0], [7, 7], [9, 9]])('are %i points that each rise: %i', (many, found) => {
    const rising = Array.from({ length: many }, (_, at) => at);
    expect(with_('trend', [...rising, many - 2, many, many - 2])).toHaveLength(found);
    expect(with_('trend', [...rising.map((one) => -one), 2 - many, -many, 2 - many])).toHaveLength(found);
  });

  it('end a trend where two figures are the same', () => {
    expect(with_('trend', [0, 1, 2, 3, 3, 4, 5, 6, 5])).toEqual([]);
  });

  it('are two of three close to a limit, with all three on that side', () => {
    const calm = [...swing(40), 0];
    const close = (values: readonly number[]): number => with_('near_limit', [...calm, ...values, ...swing(6)]).length;
    expect(close([4.4, 4.4, 0.9])).toBe(2);
    expect(close([4.4, 0.9, 4.4])).toBe(2);
    expect(close([4.4, 0.9, 0.9, 4.4])).toBe(0);
    expect(close([4.4, 4.4, -0.9])).toBe(0);
    expect(close([4.4, -4.4, 0.9])).toBe(0);
    expect(close([2, 2, 0.9])).toBe(0);
  });

  it('are turned round with the figures, and stay where they are', () => {
    fc.assert(fc.property(figures, (values) => expect(chart(values.map((one) => -one)).points.map((one) => one.causes)).toEqual(chart(values).points.map((one) => one.causes))));
  });
});

describe('what they mean', () => {
  it('is improvement on the better side of the mean and concern on the other, and turns with the direction', () => {
    expect(chart([...swing(11), 9], 'up').variation).toBe('improvement');
    expect(chart([...swing(11), 9], 'down').variation).toBe('concern');
    expect(chart([...swing(11), 9], 'none').variation).toBe('neutral');
    expect(chart(swing(12)).variation).toBe('common');
    const swapped = { improvement: 'concern', concern: 'improvement', common: 'common', neutral: 'neutral' } as const;
    fc.assert(
      fc.property(figures, (values) => {
        const of = (way: MeasureDirection) => chart(values, way).points.map((one) => one.variation ?? 'none');
        expect(of('down')).toEqual(of('up').map((one) => (one === 'none' ? one : swapped[one])));
        expect(chart(values.map((one) => -one), 'down').points.map((one) => one.variation)).toEqual(chart(values, 'up').points.map((one) => one.variation));
        expect(of('none').every((one) => one === 'common' || one === 'neutral')).toBe(true);
      }),
    );
  });

  it('follows the trend for a point exactly on the mean', () => {
    const { points } = chart([1, 2, 3, 4, 5, 6, 7], 'up');
    expect(points[3]).toMatchObject({ value: 4, causes: ['trend'], variation: 'improvement' });
    expect(chart([1, 2, 3, 4, 5, 6, 7], 'down').points[3]?.variation).toBe('concern');
  });
});

describe('assurance', () => {
  // Mean 10, moving ranges 2: limits 4.68 and 15.32.
  const values = swing(12).map((one) => one + 10);
  it.each([
    ['up', 4.6799, 'pass'],
    ['up', 4.68, 'inconsistent'],
    ['up', 15.32, 'inconsistent'],
    ['up', 15.3201, 'fail'],
    ['down', 4.6799, 'fail'],
    ['down', 15.3201, 'pass'],
    ['none', 20, null],
    ['up', null, null],
  ] as const)('%s to %s is %s', (way, target, says) => expect(chart(values, way, target).assurance).toBe(says));
});

describe('what a measure keeps', () => {
  it('is its first and last figure by day, with the verdicts', () => {
    expect(verdictOf(monthly([...swing(11), 9]).reverse(), 'down', -20)).toEqual({ variation: 'concern', assurance: 'fail', latestValue: 9, latestOn: '2020-12-28', baselineValue: 1 });
    expect(verdictOf([], 'up', 3)).toEqual({ variation: null, assurance: null, latestValue: null, latestOn: null, baselineValue: null });
  });

  it('is exact for large figures with decimals', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 }), { minLength: 6, maxLength: 20 }), (wholes) => {
      // A target equal to the mean is between the limits, however large the figures.
      const values = wholes.map((one) => one / 10_000);
      expect(chart(values, 'up', chart(values).mean).assurance).toBe('inconsistent');
    }));
  });
});
