import fc from 'fast-check';
import { coverageOf, coverageSays, type OpenWork } from './coverage';

const work: fc.Arbitrary<OpenWork> = fc.record({ isEstimated: fc.boolean(), people: fc.integer({ min: 0, max: 3 }), isDated: fc.boolean() });
const some = (many: number, one: Partial<OpenWork> = {}): OpenWork[] => Array.from({ length: many }, () => ({ isEstimated: true, people: 1, isDated: true, ...one }));

describe('coverage', () => {
  it('is said as people say it', () => {
    expect(coverageSays(coverageOf([...some(18), ...some(2, { isEstimated: false }), ...some(9, { isEstimated: false, people: 0 })]))).toBe('62 % of 29 open actions have an estimate; 9 have nobody');
    expect(coverageSays(coverageOf(some(1, { people: 0, isDated: false })))).toBe('100 % of 1 open action has an estimate; 1 has nobody; 1 has no date');
    expect(coverageSays(coverageOf([]))).toBe('No action is open');
  });

  it('is whole only where all are estimated, and nothing only where none is', () => {
    expect(coverageOf([...some(999), ...some(1, { isEstimated: false })]).percent).toBe(99);
    expect(coverageOf([...some(1), ...some(999, { isEstimated: false })]).percent).toBe(1);
    fc.assert(
      fc.property(fc.array(work, { minLength: 1, maxLength: 300 }), (all) => {
        const { open, estimated, percent, nobody, undated } = coverageOf(all);
        expect(percent === 100).toBe(estimated === open);
        expect(percent === 0).toBe(estimated === 0);
        expect(Math.abs((percent ?? 0) - (100 * estimated) / open)).toBeLessThan(1);
        expect([nobody, undated]).toEqual([all.filter((one) => one.people === 0).length, all.filter((one) => !one.isDated).length]);
      }),
    );
  });
});
