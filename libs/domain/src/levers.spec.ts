import fc from 'fast-check';
import { type Candidate, excessOf, fitOrder, roomFor } from './fitting';
import { leversOf, type MovablePiece } from './levers';
import { overloads, placeByDue } from './overload';

const cases = (days: number, most: { readonly given: number; readonly minutes: number; readonly pieces: number }) =>
  fc.record({
    given: fc.array(fc.integer({ min: 0, max: most.given }), { minLength: days, maxLength: days }),
    pieces: fc
      .array(fc.record({ minutes: fc.integer({ min: 0, max: most.minutes }), a: fc.nat(days - 1), b: fc.nat(days - 1), moves: fc.nat(3), latest: fc.option(fc.nat(days - 1)) }), { maxLength: most.pieces })
      .map((all) => all.map(({ minutes, a, b, moves, latest }, at): MovablePiece => ({ id: `${at}`, minutes, from: Math.min(a, b), to: Math.max(a, b), moves: `group ${moves}`, latest }))),
  });

describe('what no order has room for', () => {
  it('is what is left over when work is placed by what is due first', () => {
    fc.assert(
      fc.property(cases(30, { given: 450, minutes: 3000, pieces: 20 }), ({ given, pieces }) => {
        expect(excessOf(pieces, given)).toBe(placeByDue(pieces, given).left.reduce((sum, { minutes }) => sum + minutes, 0));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('room for more work', () => {
  it('is the most that fits between two days without anything missing its own', () => {
    fc.assert(
      fc.property(cases(6, { given: 4, minutes: 5, pieces: 5 }), fc.nat(5), fc.nat(5), ({ given, pieces }, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const more = (minutes: number): number => excessOf([...pieces, { id: 'more', minutes, from, to }], given);
        const room = roomFor(pieces, given, from, to);
        expect(more(room)).toBe(excessOf(pieces, given));
        expect(more(room + 1)).toBe(excessOf(pieces, given) + 1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('who fits', () => {
  it('comes in one order, whoever has room for all of it before who has not, and the hidden last', () => {
    const candidate = fc.record({ name: fc.string(), room: fc.option(fc.nat(1_000)), isShown: fc.boolean(), level: fc.option(fc.integer({ min: 1, max: 4 })) });
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 12 }), fc.integer({ min: 1, max: 900 }), (all: readonly Candidate[], minutes) => {
        const order = all.toSorted(fitOrder(minutes));
        expect(all.toReversed().toSorted(fitOrder(minutes)).map((one) => [one.name, one.room, one.level])).toEqual(order.map((one) => [one.name, one.room, one.level]));
        const isWhole = order.map((one) => one.isShown && one.room !== null && one.room >= minutes);
        expect(isWhole.lastIndexOf(true)).toBe(isWhole.filter(Boolean).length - 1);
        expect(order.findLastIndex((one) => one.isShown)).toBe(order.filter((one) => one.isShown).length - 1);
      }),
    );
  });
});

describe('what gets rid of an overload', () => {
  const moved = (pieces: readonly MovablePiece[], moves: string, to: number): readonly MovablePiece[] => pieces.map((one) => (one.moves === moves && one.to < to ? { ...one, to } : one));
  const lastOf = (pieces: readonly MovablePiece[], moves: string): number => Math.max(...pieces.filter((one) => one.moves === moves).map(({ to }) => to));
  const latestOf = (pieces: readonly MovablePiece[], moves: string, days: number): number => Math.min(days - 1, ...pieces.filter((one) => one.moves === moves).map(({ latest }) => latest ?? days - 1));

  it('is by the fewest days later that any one thing can be put off to, within what waits for it', () => {
    fc.assert(
      fc.property(cases(8, { given: 4, minutes: 5, pieces: 6 }), ({ given, pieces }) => {
        const all = excessOf(pieces, given);
        for (const overload of overloads(pieces, given)) {
          const { later } = leversOf(pieces, given, overload);
          // By force: everything at fault, every day.
          const tries = [...new Set(overload.pieces.map(({ id }) => pieces.find((one) => one.id === id)?.moves ?? ''))].flatMap((moves) =>
            Array.from({ length: given.length }, (_, to) => to).filter((to) => to > lastOf(pieces, moves) && to <= latestOf(pieces, moves, given.length) && excessOf(moved(pieces, moves, to), given) <= all - overload.excess).map((to) => to - lastOf(pieces, moves)));
          expect(later ? later.to - later.from : null).toBe(tries.length > 0 ? Math.min(...tries) : null);
          if (later) expect(excessOf(moved(pieces, later.moves, later.to), given)).toBeLessThanOrEqual(all - overload.excess);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is as much less work as the overload is over by, and no minute less is enough', () => {
    fc.assert(
      fc.property(cases(12, { given: 450, minutes: 2000, pieces: 10 }), ({ given, pieces }) => {
        const all = excessOf(pieces, given);
        for (const overload of overloads(pieces, given)) {
          const { less } = leversOf(pieces, given, overload);
          expect(less.reduce((sum, one) => sum + one.minutes, 0)).toBe(overload.excess);
          const without = (spare: number) => pieces.map((one) => ({ ...one, minutes: one.minutes - Math.max(0, (less.find(({ id }) => id === one.id)?.minutes ?? 0) - (less[0]?.id === one.id ? spare : 0)) }));
          expect(excessOf(without(0), given)).toBe(all - overload.excess);
          expect(excessOf(without(1), given)).toBe(all - overload.excess + 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('names one piece where one is enough, the largest of those', () => {
    const pieces: MovablePiece[] = [
      { id: 'small', moves: 'S', minutes: 900, from: 0, to: 1, latest: null },
      { id: 'large', moves: 'L', minutes: 1_800, from: 0, to: 4, latest: null },
    ];
    const given = [450, 450, 450, 450, 450, 0, 0, 450, 450, 450];
    const [over] = overloads(pieces, given);
    expect(over && leversOf(pieces, given, over)).toEqual({ later: { moves: 'L', from: 4, to: 7 }, less: [{ id: 'large', minutes: 450, from: 0, to: 4 }] });
  });
});
