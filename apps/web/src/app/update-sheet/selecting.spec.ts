import { areaOf, holds, movedBy, nextCell, only, type Selection } from './selecting';

const size = { rows: 20, columns: 11, page: 6 };
const at = (row: number, column: number) => ({ row, column });
const key = (name: string, more = {}) => ({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, ...more });

describe('moving over the sheet', () => {
  it.each<[string, object, { row: number; column: number }]>([
    ['ArrowDown', {}, at(4, 5)],
    ['ArrowUp', {}, at(2, 5)],
    ['ArrowLeft', { ctrlKey: true }, at(3, 0)],
    ['ArrowDown', { metaKey: true }, at(19, 5)],
    ['Home', {}, at(3, 0)],
    ['End', { ctrlKey: true }, at(19, 10)],
    ['PageDown', {}, at(9, 5)],
    ['PageUp', {}, at(0, 5)],
  ])('goes with %s %j', (name, more, place) => {
    expect(movedBy(key(name, more), only(at(3, 5)), size)).toEqual(only(place));
  });

  it('selects with Shift, from where it began', () => {
    let selection: Selection = only(at(3, 5));
    for (const name of ['ArrowRight', 'ArrowUp', 'ArrowUp']) selection = movedBy(key(name, { shiftKey: true }), selection, size) ?? selection;
    expect(areaOf(selection)).toEqual({ top: 1, left: 5, bottom: 3, right: 6 });
    expect([holds(areaOf(selection), at(2, 6)), holds(areaOf(selection), at(2, 7))]).toEqual([true, false]);
  });

  it('leaves other keys alone', () => {
    expect(movedBy(key('a'), only(at(0, 0)), size)).toBeUndefined();
  });

  it('goes with Tab through the cells that can be typed in, row by row, and out at both ends', () => {
    expect(nextCell(at(3, 5), 1, size, 2)).toEqual(at(3, 6));
    expect(nextCell(at(3, 10), 1, size, 2)).toEqual(at(4, 2));
    expect(nextCell(at(3, 2), -1, size, 2)).toEqual(at(2, 10));
    expect([nextCell(at(19, 10), 1, size, 2), nextCell(at(0, 2), -1, size, 2)]).toEqual([undefined, undefined]);
  });
});
