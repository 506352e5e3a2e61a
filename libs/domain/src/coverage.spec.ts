import fc from 'fast-check';
import { coverageOf, coverageSays } from './coverage';

const counted = (open: number, estimated: number, nobody = 0, undated = 0) => coverageOf({ open, estimated, nobody, undated });

describe('coverage', () => {
  it('is said as people say it', () => {
    expect(coverageSays(counted(29, 18, 9))).toBe('62 % of 29 open actions have an estimate; 9 have nobody');
    expect(coverageSays(counted(1, 1, 1, 1))).toBe('100 % of 1 open action has an estimate; 1 has nobody; 1 has no date');
    expect(coverageSays(counted(0, 0))).toBe('No action is open');
  });

  it('is whole only where all are estimated, and nothing only where none is', () => {
    expect(counted(1_000, 999).percent).toBe(99);
    expect(counted(1_000, 1).percent).toBe(1);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(300), (open, some) => {
        const estimated = Math.min(open, some);
        const { percent } = counted(open, estimated);
        expect(percent === 100).toBe(estimated === open);
        expect(percent === 0).toBe(estimated === 0);
        expect(Math.abs((percent ?? 0) - (100 * estimated) / open)).toBeLessThan(1);
      }),
    );
  });
});
