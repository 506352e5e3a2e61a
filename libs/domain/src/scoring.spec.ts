import fc from 'fast-check';
import { score } from './scoring';

const levels = [1, 2, 3, 4].map((one) => ({ score: one, says: `Level ${one}` }));
const bands = [
  { from: 25, to: 38, word: 'Inadequate', counts: 1 },
  { from: 39, to: 62, word: 'Requires improvement', counts: 2 },
  { from: 63, to: 87, word: 'Good', counts: 3 },
  { from: 88, to: 100, word: 'Outstanding', counts: 4 },
];

/** Nine scores of 1 to 4 with that sum. */
const nine = (sum: number): number[] => Array.from({ length: 9 }, (_, index) => 1 + Math.min(3, Math.max(0, sum - 9 - 3 * index)));

describe('the score of an assessment', () => {
  it.each([
    [9, 25, 'Inadequate'],
    [13, 36, 'Inadequate'],
    [14, 39, 'Requires improvement'],
    [22, 61, 'Requires improvement'],
    [23, 64, 'Good'],
    [31, 86, 'Good'],
    [32, 89, 'Outstanding'],
    [36, 100, 'Outstanding'],
  ])('nine statements that add up to %d are %d %%, %s', (sum, percent, word) => {
    expect(score({ levels }, { bands }, nine(sum))).toMatchObject({ sum, percent, band: { word } });
  });

  it('is unknown while a statement has no score, or one that is not on the scale', () => {
    expect(score({ levels }, { bands }, [3, null, 3])).toBeNull();
    expect(score({ levels }, { bands }, [3, 5, 3])).toBeNull();
    expect(score({ levels }, { bands }, [])).toBeNull();
  });

  it('turns evidence categories into a statement’s score by the earlier method', () => {
    expect(score({ levels }, { bands }, [2, 2, 3, 3])).toMatchObject({ percent: 63, band: { counts: 3 } });
  });

  it('always falls in exactly one band, and never falls when a score rises', () => {
    const points = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 20 }), fc.nat(19), (given, which) => {
        const before = score({ levels }, { bands }, given);
        const after = score({ levels }, { bands }, given.map((one, index) => (index === which ? Math.min(4, one + 1) : one)));
        expect(before).not.toBeNull();
        expect((after?.percent ?? 0) >= (before?.percent ?? 0)).toBe(true);
      }),
    );
  });
});
