import type { Scoring, ScoringMethod } from '@followthrough/contracts';
import fc from 'fast-check';
import { assess, checkScoring, criterionScore, type Given, wholePercent } from './scoring';

const levels = [1, 2, 3, 4].map((one) => ({ score: one, says: `Level ${one}` }));
const spans = [[25, 38], [39, 62], [63, 87], [88, 100]] as const;
const words = ['Inadequate', 'Requires improvement', 'Good', 'Outstanding'] as const;
const bands = spans.map(([from, to], at) => ({ from, to, word: words[at] ?? '' }));
const partBands = spans.map(([from, to], at) => ({ from, to, counts: at + 1 }));
const parts = ['People', 'Staff', 'Partners', 'Processes'];

const current: ScoringMethod = { code: 'statements', title: 'Current', source: 'x', parts: [], partBands: [], bands };
const earlier: ScoringMethod = { code: 'categories', title: 'Earlier', source: 'x', parts, partBands, bands };
const scoring: Scoring = { levels, methods: [current, earlier] };

const statements = Array.from({ length: 9 }, (_, at) => `s${at}`);
const bandOfSum = (sum: number): string => (sum <= 13 ? words[0] : sum <= 22 ? words[1] : sum <= 31 ? words[2] : words[3]);
/** Nine scores of 1 to 4 with that sum. */
const nine = (sum: number): number[] => statements.map((_, at) => 1 + Math.min(3, Math.max(0, sum - 9 - 3 * at)));
const said = (scores: readonly (number | null)[]): Given[] => scores.map((score, at) => ({ criterionId: `s${at}`, part: null, score }));
/** The same scores, each of the four categories of a statement alike. */
const saidOfParts = (scores: readonly (number | null)[]): Given[] => scores.flatMap((score, at) => parts.map((part) => ({ criterionId: `s${at}`, part, score })));
const points = fc.integer({ min: 1, max: 4 });
const nineScores = fc.array(points, { minLength: 9, maxLength: 9 });

describe('the score of a local authority assessment', () => {
  it.each([
    [9, 25, 'Inadequate'],
    [13, 36, 'Inadequate'],
    [14, 39, 'Requires improvement'],
    [22, 61, 'Requires improvement'],
    [23, 64, 'Good'],
    [31, 86, 'Good'],
    [32, 89, 'Outstanding'],
    [36, 100, 'Outstanding'],
  ])('nine statements that add up to %d are %d %%, %s, by both methods', (sum, percent, band) => {
    expect(assess(scoring, current, statements, said(nine(sum)))).toEqual({ scored: 9, of: 9, sum, percent, band });
    expect(assess(scoring, earlier, statements, saidOfParts(nine(sum)))).toEqual({ scored: 9, of: 9, sum, percent, band });
  });

  it('puts every sum from 9 to 36 into exactly one published band', () => {
    for (let sum = 9; sum <= 36; sum += 1) {
      const percent = wholePercent(sum, 36);
      expect({ sum, bands: bands.filter((one) => percent >= one.from && percent <= one.to).map((one) => one.word) }).toEqual({ sum, bands: [bandOfSum(sum)] });
    }
  });

  it('looks at the sum alone, however the scores are mixed, and never falls when one rises', () => {
    fc.assert(
      fc.property(nineScores, fc.nat(8), (scores, which) => {
        const before = assess(scoring, current, statements, said(scores));
        const after = assess(scoring, current, statements, said(scores.map((one, at) => (at === which ? Math.min(4, one + 1) : one))));
        expect(before.band).toBe(bandOfSum(scores.reduce((a, b) => a + b)));
        expect((after.percent ?? 0) >= (before.percent ?? 0)).toBe(true);
      }),
    );
  });

  it('says how many are scored and gives no band while one is missing, taken back or not on the scale', () => {
    const none = { sum: null, percent: null, band: null };
    expect(assess(scoring, current, statements, [])).toEqual({ scored: 0, of: 9, ...none });
    expect(assess(scoring, current, statements, said([3, 3, 3, 3, 3, 3, 3, 3, null]))).toEqual({ scored: 8, of: 9, ...none });
    expect(assess(scoring, current, statements, said([3, 3, 3, 3, 3, 3, 3, 3, 5]))).toEqual({ scored: 8, of: 9, ...none });
    expect(assess(scoring, earlier, statements, saidOfParts(nine(23)).slice(1))).toEqual({ scored: 8, of: 9, ...none });
    expect(assess(scoring, current, [], [])).toEqual({ scored: 0, of: 0, ...none });
  });

  it.each([
    [[1, 1, 2, 2], 38, 1],
    [[1, 2, 2, 2], 44, 2],
    [[2, 2, 3, 3], 63, 3],
    [[3, 3, 4, 4], 88, 4],
    [[3, 3, 3, 4], 81, 3],
  ])('by the earlier method categories of %j are %d %%, which counts as %d', (scores, percent, counts) => {
    expect(wholePercent(scores.reduce((a, b) => a + b), 16)).toBe(percent);
    expect(criterionScore(scoring, earlier, 's0', parts.map((part, at) => ({ criterionId: 's0', part, score: scores[at] ?? null })))).toBe(counts);
  });

  it('turns any evidence categories into a score that is on the scale, and their order is nothing', () => {
    fc.assert(
      fc.property(fc.array(points, { minLength: 4, maxLength: 4 }), (scores) => {
        const of = (all: readonly number[]): number | null => criterionScore(scoring, earlier, 's0', parts.map((part, at) => ({ criterionId: 's0', part, score: all[at] ?? null })));
        expect([1, 2, 3, 4]).toContain(of(scores));
        expect(of([...scores].reverse())).toBe(of(scores));
      }),
    );
  });

  it('does not mix what the two methods were given', () => {
    expect(assess(scoring, earlier, statements, said(nine(36))).scored).toBe(0);
    expect(assess(scoring, current, statements, saidOfParts(nine(36))).scored).toBe(0);
  });
});

describe('a scoring scheme', () => {
  const fieldsOf = (changed: Partial<Scoring>): string[] => checkScoring({ ...scoring, ...changed }).map((one) => one.field);
  const withBands = (given: readonly (readonly [number, number])[]): Partial<Scoring> => ({ methods: [{ ...current, bands: given.map(([from, to]) => ({ from, to, word: 'x' })) }] });

  it('may be none at all, or one whose bands meet', () => {
    expect(checkScoring(null)).toEqual([]);
    expect(checkScoring(scoring)).toEqual([]);
    expect(fieldsOf(withBands([[0, 50], [51, 100]]))).toEqual([]);
  });

  it.each<readonly [readonly (readonly [number, number])[], string]>([
    [[[25, 38], [40, 100]], 'a hole between bands'],
    [[[25, 40], [40, 100]], 'a per cent in two bands'],
    [[[26, 100]], 'nothing for the lowest scores'],
    [[[25, 99]], 'nothing for the highest'],
    [[[25, 20], [21, 100]], 'a band that ends before it begins'],
    [[], 'no bands'],
  ])('is refused for %j: %s', (given) => {
    expect(fieldsOf(withBands(given))).toEqual(['scoring.methods.0.bands']);
  });

  it('is refused for a scale of one, no method, two alike, parts without bands and bands that count as nothing', () => {
    expect(fieldsOf({ levels: levels.slice(0, 1), methods: [{ ...current, bands: [{ from: 0, to: 100, word: 'x' }] }] })).toEqual(['scoring.levels']);
    expect(fieldsOf({ methods: [] })).toEqual(['scoring.methods']);
    expect(fieldsOf({ methods: [current, current] })).toEqual(['scoring.methods']);
    expect(fieldsOf({ methods: [{ ...earlier, partBands: [] }] })).toEqual(['scoring.methods.0.partBands']);
    expect(fieldsOf({ methods: [{ ...earlier, parts: ['People', 'People'] }] })).toEqual(['scoring.methods.0.parts']);
    expect(fieldsOf({ methods: [{ ...earlier, partBands: [{ from: 0, to: 100, counts: 9 }] }] })).toEqual(['scoring.methods.0.partBands']);
  });

  it('gives every complete set of scores exactly one band, whatever bands it allows', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 26, max: 100 }), { maxLength: 6 }).map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(cuts, fc.array(points, { minLength: 1, maxLength: 15 }), (starts, scores) => {
        const edges = [25, ...starts];
        const method = { ...current, bands: edges.map((from, at) => ({ from, to: (edges[at + 1] ?? 101) - 1, word: `Band ${at}` })) };
        expect(checkScoring({ levels, methods: [method] })).toEqual([]);
        expect(assess({ levels }, method, scores.map((_, at) => `s${at}`), said(scores)).band).not.toBeNull();
      }),
    );
  });
});
