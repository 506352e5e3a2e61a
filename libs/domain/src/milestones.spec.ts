import { checkDone, checkMilestoneMove } from './milestones';

describe('a milestone', () => {
  it('moves while it is not done, and to another day', () => {
    const way = { dueOn: '2027-03-03', doneOn: null };
    expect(checkMilestoneMove(way, '2027-04-01')).toEqual([]);
    expect(checkMilestoneMove(way, '2027-03-03')).toMatchObject([{ field: 'dueOn', message: 'That is its date already' }]);
    expect(checkMilestoneMove({ ...way, doneOn: '2027-03-01' }, '2027-04-01')).toMatchObject([{ message: 'It is done, so its date stays' }]);
  });

  it('is done today or before', () => {
    expect(checkDone(null, '2027-03-03')).toEqual([]);
    expect(checkDone('2027-03-03', '2027-03-03')).toEqual([]);
    expect(checkDone('2027-03-04', '2027-03-03')).toMatchObject([{ field: 'doneOn' }]);
  });
});
