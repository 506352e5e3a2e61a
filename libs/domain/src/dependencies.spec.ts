import fc from 'fast-check';
import { circleOf, circleSays, type Step } from './dependencies';

const step = (pair: string): Step => ({ firstId: pair[0] ?? '', thenId: pair[1] ?? '' });

describe('what comes before what', () => {
  it.each<readonly [string, string, string, string | undefined]>([
    ['nothing yet', '', 'ab', undefined],
    ['a chain going on', 'ab bc', 'cd', undefined],
    ['a second way to the same', 'ab bc', 'ac', undefined],
    ['itself', '', 'aa', 'aa'],
    ['there and back', 'ba', 'ab', 'aba'],
    ['the long way round', 'bc cd da', 'ab', 'abcda'],
    ['the shorter of two ways round', 'bc cd da ca', 'ab', 'abca'],
  ])('finds the circle, or that there is none: %s', (_, steps, asked, circle) => {
    const { firstId, thenId } = step(asked);
    expect(circleOf(steps.split(' ').filter(Boolean).map(step), firstId, thenId)?.join('')).toBe(circle);
  });

  it('lets any order be built that somebody could draw from left to right, and finds a circle of real steps otherwise', () => {
    const letters = 'abcdefgh'.split('');
    const steps = fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)).map(([from, more]) => `${letters[from]}${letters[Math.min(7, from + 1 + more)]}`), { maxLength: 14 });
    fc.assert(
      fc.property(steps, fc.nat(7), fc.nat(7), (pairs, from, to) => {
        const [first, then] = [letters[from] ?? '', letters[to] ?? ''];
        const circle = circleOf(pairs.map(step), first, then);
        if (from < to) expect(circle).toBeUndefined();
        if (!circle) return;
        expect([circle[0], circle[1], circle.at(-1)]).toEqual([first, then, first]);
        for (let at = 1; at < circle.length - 1; at += 1) expect(pairs).toContain(`${circle[at]}${circle[at + 1]}`);
      }),
    );
  });

  it('is refused in a sentence that shows it', () => {
    expect(circleSays(['2.2', '2.1', '2.2'])).toBe('That would go round in a circle: 2.2 → 2.1 → 2.2');
  });
});
