import fc from 'fast-check';
import { checkAccent, contrast } from './contrast';

describe('contrast', () => {
  it('agrees with the published examples', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#005eb8', '#ffffff')).toBeGreaterThan(4.5);
  });

  it('is the same both ways, and between 1 and 21', () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((one) => `#${one.toString(16).padStart(6, '0')}`);
    fc.assert(fc.property(colour, colour, (a, b) => contrast(a, b) === contrast(b, a) && contrast(a, b) >= 1 && contrast(a, b) <= 21.000001));
  });

  it('refuses an accent too light for white, and takes none', () => {
    expect(checkAccent('#ffeb3b')).toMatchObject([{ field: 'accent' }]);
    expect(checkAccent('#777777')).toHaveLength(1);
    expect(checkAccent('#767676')).toEqual([]);
    expect(checkAccent(null)).toEqual([]);
  });
});
