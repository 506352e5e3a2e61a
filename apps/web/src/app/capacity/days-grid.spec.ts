import { cellKey, changed, pasted, toDays } from './days-grid';

const rows = [{ organisationId: 'a', months: [{ month: '2026-11', confirmed: null }, { month: '2026-12', confirmed: 5 }] }];

describe('the grid of confirmed days', () => {
  it('sends only what is another figure than before, and tells empty from 0', () => {
    expect(changed(rows, new Map([[cellKey('a', '2026-11'), ''], [cellKey('a', '2026-12'), ' 5 ']]), new Map())).toEqual([]);
    expect(changed(rows, new Map([[cellKey('a', '2026-11'), '0'], [cellKey('a', '2026-12'), '']]), new Map())).toEqual([
      { organisationId: 'a', month: '2026-11', days: 0, was: null },
      { organisationId: 'a', month: '2026-12', days: null, was: 5 },
    ]);
  });

  it('writes over what somebody was shown since, knowingly', () => {
    const key = cellKey('a', '2026-12');
    expect(changed(rows, new Map([[key, '7']]), new Map([[key, 9]]))).toEqual([{ organisationId: 'a', month: '2026-12', days: 7, was: 9 }]);
    expect(changed(rows, new Map([[key, '9']]), new Map([[key, 9]]))).toEqual([]);
  });

  it('reads figures as people type them, and a block as Excel copies it', () => {
    expect(toDays('1,200.5')).toBe(1200.5);
    expect(toDays('two')).toBeNaN();
    expect(pasted('1\t2\r\n3\t\r\n')).toEqual([['1', '2'], ['3', '']]);
  });
});
