import { changedAt, freeCode, insertedAt, moved, shownNumber, toNumber, withoutAt } from './rows';

describe('lists that are edited in place', () => {
  const list = ['a', 'b', 'c'];
  it('move one place, and stay as they are at either end', () => {
    expect(moved(list, 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(list, 1, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(list, 0, -1)).toEqual(list);
    expect(moved(list, 2, 1)).toEqual(list);
  });

  it('change, lose and gain one row', () => {
    expect(changedAt([{ a: 1, b: 2 }, { a: 3, b: 4 }], 1, { b: 5 })).toEqual([{ a: 1, b: 2 }, { a: 3, b: 5 }]);
    expect(withoutAt(list, 1)).toEqual(['a', 'c']);
    expect(insertedAt(list, 3, 'd')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('take whole numbers, and leave the rest to be refused', () => {
    expect([' 7 ', '', '7.5', 'x'].map(toNumber)).toEqual([7, NaN, NaN, NaN]);
    expect([7, null, NaN].map(shownNumber)).toEqual(['7', '', '']);
  });

  it('find a code that is free', () => expect(freeCode('step', [{ code: 'step-1' }, { code: 'plan' }])).toBe('step-2'));
});
