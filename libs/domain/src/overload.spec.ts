import fc from 'fast-check';
import { overloads, type Piece, placeByDue } from './overload';

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

const cases = (days: number, most: { readonly given: number; readonly minutes: number; readonly pieces: number }) =>
  fc.record({
    given: fc.array(fc.integer({ min: 0, max: most.given }), { minLength: days, maxLength: days }),
    pieces: fc
      .array(fc.record({ minutes: fc.integer({ min: 0, max: most.minutes }), a: fc.nat(days - 1), b: fc.nat(days - 1) }), { maxLength: most.pieces })
      .map((all) => all.map(({ minutes, a, b }, at): Piece => ({ id: `${at}`, minutes, from: Math.min(a, b), to: Math.max(a, b) }))),
  });

/** How many minutes can be placed at most, found by trying every way: each minute seeks a slot, and those in its way seek another. */
function mostByForce(pieces: readonly Piece[], given: readonly number[]): number {
  const slots = given.flatMap((minutes, day) => Array.from({ length: minutes }, () => day));
  const taken = new Map<number, Piece>();
  const seek = (one: Piece, seen: Set<number>): boolean =>
    slots.some((day, slot) => {
      if (day < one.from || day > one.to || seen.has(slot)) return false;
      seen.add(slot);
      const other = taken.get(slot);
      if (other && !seek(other, seen)) return false;
      taken.set(slot, one);
      return true;
    });
  return pieces.flatMap((one) => Array.from({ length: one.minutes }, () => one)).filter((one) => seek(one, new Set())).length;
}

describe('the proof of an overload', () => {
  it('is over by exactly what no order of work has room for', () => {
    fc.assert(
      fc.property(cases(6, { given: 3, minutes: 4, pieces: 6 }), ({ given, pieces }) => {
        const leftByForce = sum(pieces.map((one) => one.minutes)) - mostByForce(pieces, given);
        expect(sum(placeByDue(pieces, given).left.map((one) => one.minutes))).toBe(leftByForce);
        expect(sum(overloads(pieces, given).map((one) => one.excess))).toBe(leftByForce);
      }),
      { numRuns: 3000 },
    );
  });

  it('names stretches apart from one another, each with the work that must fall inside', () => {
    fc.assert(
      fc.property(cases(40, { given: 450, minutes: 3000, pieces: 25 }), ({ given, pieces }) => {
        const found = overloads(pieces, given);
        for (const [at, one] of found.entries()) {
          expect(one.from).toBeGreaterThan(found[at - 1]?.to ?? -1);
          expect(one.excess).toBeGreaterThan(0);
          expect(one.given).toBe(sum(given.slice(one.from, one.to + 1)));
          expect(one.needed).toBe(sum(one.pieces.map((piece) => piece.minutes)));
          expect(one.excess).toBe(one.needed - one.given);
          expect(one.pieces).toEqual(pieces.filter((piece) => piece.minutes > 0 && piece.from >= one.from && piece.to <= one.to));
        }
        expect(sum(found.map((one) => one.excess))).toBe(sum(placeByDue(pieces, given).left.map((one) => one.minutes)));
      }),
    );
  });

  it('goes away when its excess is taken from its work, or given', () => {
    fc.assert(
      fc.property(cases(20, { given: 450, minutes: 3000, pieces: 12 }), ({ given, pieces }) => {
        const more = [...given];
        for (const one of overloads(pieces, given)) more[one.to] = (more[one.to] ?? 0) + one.excess;
        const less = placeByDue(pieces, given).left;
        const lighter = pieces.map((one) => ({ ...one, minutes: one.minutes - (less.find(({ id }) => id === one.id)?.minutes ?? 0) }));
        expect(overloads(lighter, given)).toEqual([]);
        // Giving as much in the last day of each stretch leaves no less over than giving it wherever it is missed.
        expect(sum(overloads(pieces, more).map((one) => one.excess))).toBeLessThanOrEqual(sum(overloads(pieces, given).map((one) => one.excess)));
      }),
    );
  });

  it('sees what even spreading gets wrong, either way', () => {
    const day = 450;
    const month = Array.from({ length: 20 }, () => day);
    // Spread evenly over its four weeks the first asks for half of each day, the second for all of the first week: over. Yet all fits.
    expect(overloads([{ id: 'long', minutes: 10 * day, from: 0, to: 19 }, { id: 'short', minutes: 5 * day, from: 0, to: 4 }], month)).toEqual([]);
    // Spread over the month, 18 days in 20 look tight; but 7 of them have to be done in the last week.
    const late: Piece[] = [{ id: 'long', minutes: 11 * day, from: 0, to: 19 }, { id: 'last week', minutes: 7 * day, from: 15, to: 19 }];
    expect(overloads(late, month)).toEqual([{ from: 15, to: 19, needed: 7 * day, given: 5 * day, excess: 2 * day, pieces: late.slice(1) }]);
  });

  it('refuses what makes no sense', () => {
    expect(() => overloads([{ id: 'A', minutes: 1, from: 2, to: 1 }], [1, 1, 1])).toThrow('The first day of A is after its last');
    expect(() => overloads([{ id: 'A', minutes: 1, from: 0, to: 3 }], [1, 1, 1])).toThrow('beyond what is given');
    expect(() => placeByDue([{ id: 'A', minutes: -1, from: 0, to: 1 }], [1, 1, 1])).toThrow(RangeError);
    expect(() => placeByDue([], [0.5])).toThrow(RangeError);
  });
});

describe('placing work by what is due first', () => {
  it('stays within the dates of the work and within what is given, and loses nothing', () => {
    fc.assert(
      fc.property(cases(30, { given: 450, minutes: 3000, pieces: 15 }), ({ given, pieces }) => {
        const { placed, left } = placeByDue(pieces, given);
        for (const [day, minutes] of given.entries()) expect(sum(placed.filter((one) => one.day === day).map((one) => one.minutes))).toBeLessThanOrEqual(minutes);
        for (const piece of pieces) {
          const own = placed.filter((one) => one.id === piece.id);
          expect(own.every((one) => one.day >= piece.from && one.day <= piece.to)).toBe(true);
          expect(sum(own.map((one) => one.minutes)) + sum(left.filter((one) => one.id === piece.id).map((one) => one.minutes))).toBe(piece.minutes);
        }
      }),
    );
  });
});
