import { proofColumns, sheetColumns } from '@followthrough/domain';
import { columnGroups, columnsIn, groupsOf, groupsWith, usualGroups, widthsOf } from './sheet-columns';

describe('the columns of the sheet', () => {
  it('are in groups, each in one, and how it is going in none: that is always there', () => {
    expect(columnGroups.flatMap((one) => [...one.columns]).toSorted()).toEqual(sheetColumns.filter((one) => one !== 'status').toSorted());
    expect(columnsIn([])).toEqual(['status']);
    expect(columnsIn(columnGroups.map((one) => one.key))).toEqual(sheetColumns);
  });

  it('are those that the address names, in their own order, and the usual ones where it names none', () => {
    expect(groupsOf(undefined)).toEqual(usualGroups);
    expect(groupsOf('outcome nonsense narrative')).toEqual(['narrative', 'outcome']);
    expect(groupsOf('')).toEqual([]);
    expect(columnsIn(usualGroups)).toEqual(sheetColumns.filter((one) => one !== 'outcomeConfidence' && !proofColumns.some((proof) => proof === one)));
  });

  it('come as a whole group where one of them is in use, and none twice', () => {
    expect(groupsWith(new Set(['proofUrl', 'neededBy', 'status']))).toEqual(['decision', 'evidence']);
    expect(columnsIn(['evidence', 'evidence'])).toEqual(['status', ...proofColumns]);
    expect(widthsOf(['action', 'last', 'status'])).toBe('230px 200px 165px');
  });
});
