import fc from 'fast-check';
import { checkBallot, checkPoll, tally } from './polls';

const order = (options: number) => fc.shuffledSubarray(Array.from({ length: options }, (_, at) => at), { minLength: 1 });
const sum = (figures: readonly number[]): number => figures.reduce((all, one) => all + one, 0);

describe('a poll’s count', () => {
  it.each([
    ['single', 3, [[0], [2], [2]], [1, 0, 2]],
    ['multiple', 3, [[0, 1], [1], [1, 2]], [1, 3, 1]],
    ['confidence', 0, [[1], [5], [5], [3]], [1, 0, 1, 0, 2]],
    // Three choices: 3 points for the first place, 2 for the second, 1 for the third.
    ['ranking', 3, [[0, 1, 2], [1, 0, 2], [1]], [5, 8, 2]],
    ['ranking', 2, [], [0, 0]],
  ] as const)('of %s with %d choices and %p is %p', (kind, options, ballots, figures) => {
    expect(tally(kind, options, ballots)).toEqual(figures);
  });

  it('does not depend on who voted when, and adds up over two rooms', () => {
    fc.assert(
      fc.property(fc.array(order(5), { maxLength: 20 }), fc.array(order(5), { maxLength: 20 }), (one, other) => {
        const together = tally('ranking', 5, [...one, ...other]);
        expect(tally('ranking', 5, [...other, ...one])).toEqual(together);
        const [a, b] = [tally('ranking', 5, one), tally('ranking', 5, other)];
        expect(together).toEqual(a.map((figure, at) => figure + (b[at] ?? 0)));
      }),
    );
  });

  it('counts every choice once, and gives whole rankings n(n + 1)/2 points each', () => {
    fc.assert(
      fc.property(fc.array(order(6), { maxLength: 20 }), (ballots) => {
        expect(sum(tally('multiple', 6, ballots))).toBe(sum(ballots.map((one) => one.length)));
        const whole = ballots.filter((one) => one.length === 6);
        expect(sum(tally('ranking', 6, whole))).toBe(whole.length * 21);
      }),
    );
  });

  it('never puts a choice that everybody prefers behind the other', () => {
    fc.assert(
      fc.property(fc.array(order(4), { minLength: 1, maxLength: 20 }), (ballots) => {
        const prefer = ballots.filter((one) => one.includes(0) && (!one.includes(1) || one.indexOf(0) < one.indexOf(1)));
        const [first = 0, second = 0] = tally('ranking', 4, prefer);
        expect(first >= second).toBe(true);
      }),
    );
  });
});

describe('a ballot', () => {
  it('is right exactly when every choice is there, once, and not too many', () => {
    const poll = { kind: 'multiple' as const, options: ['a', 'b', 'c', 'd'], most: 3 };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 5 }), { maxLength: 6 }), (choices) => {
        const isRight = choices.length >= 1 && choices.length <= 3 && new Set(choices).size === choices.length && choices.every((one) => one >= 0 && one < 4);
        expect(checkBallot(poll, choices).length === 0).toBe(isRight);
      }),
    );
  });
});

describe('the wording of a poll', () => {
  const poll = { kind: 'single' as const, options: ['a', 'b'], isSecret: false, showsLive: true };
  it.each([
    [{}, []],
    [{ options: ['a'] }, ['options']],
    [{ options: ['a', 'A'] }, ['options']],
    [{ kind: 'confidence' as const, options: [] }, []],
    [{ kind: 'confidence' as const }, ['options']],
    [{ most: 1 }, ['most']],
    [{ kind: 'multiple' as const, most: 2 }, []],
    [{ kind: 'multiple' as const, most: 3 }, ['most']],
    [{ isSecret: true }, ['showsLive']],
    [{ isSecret: true, showsLive: false }, []],
  ])('with %p is refused at %p', (more, fields) => {
    expect(checkPoll({ ...poll, ...more }).map(({ field }) => field)).toEqual(fields);
  });
});
