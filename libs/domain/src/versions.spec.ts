import { checkApproval, checkReason, type Standing, touchesAgreed, whyMoved } from './versions';

const approval = { number: 1, board: 'Delivery board', approvedOn: '2026-11-01' };

describe('a change of what a board approved', () => {
  it.each([
    [{ title: 'Other words' }, true],
    [{ ownerId: null }, true],
    [{ addContributing: ['a'] }, true],
    [{ removeFindings: ['a'], risks: 'More' }, true],
    [{ addContributing: [], removeFindings: [] }, false],
    [{ risks: 'More', nextSteps: 'Ring them', restricted: ['risks'] }, false],
    [{}, false],
  ])('%j touches what was agreed: %s', (changes, touches) => {
    expect(touchesAgreed(changes)).toBe(touches);
  });

  it('says why, from the first approval on', () => {
    expect(checkReason(null, true, undefined)).toEqual([]);
    expect(checkReason(approval, false, undefined)).toEqual([]);
    expect(checkReason(approval, true, 'The ward closed')).toEqual([]);
    expect(checkReason(approval, true, '')).toMatchObject([{ field: 'reason', message: expect.stringContaining('Delivery board approved') as string }]);
  });

  it('is explained by the move itself where it is a date', () => {
    expect(whyMoved({ reason: 'capacity', note: 'The post is not filled.', agreedBy: 'Delivery board' })).toBe('Capacity: The post is not filled. Agreed by Delivery board');
    expect(whyMoved({ reason: 'external', agreedBy: 'The chair' })).toBe('Outside our control. Agreed by The chair');
    expect(whyMoved({ reason: 'scope', note: 'x'.repeat(2_000), agreedBy: 'y'.repeat(200) }).length).toBeLessThanOrEqual(1_000);
  });
});

describe('an approval', () => {
  const today = '2026-11-22';
  const fresh: Standing = { last: null, actions: 3, amendments: 0, declined: 0 };
  const later: Standing = { last: { number: 2, approvedOn: '2026-11-01' }, actions: 3, amendments: 4, declined: 0 };
  it.each([
    ['a first one', '2026-11-22', undefined, fresh, null],
    ['a first one of an empty plan', '2026-11-22', undefined, { ...fresh, actions: 0 }, 'boardId'],
    ['one after today', '2026-11-23', undefined, fresh, 'approvedOn'],
    ['a second one', '2026-11-20', 4, later, null],
    ['one before the last', '2026-10-31', 4, later, 'approvedOn'],
    ['one of a list that has changed', '2026-11-20', 3, later, 'amendments'],
    ['one of nothing new', '2026-11-20', 0, { ...later, amendments: 0 }, 'boardId'],
    ['one over a declined change that is still there', '2026-11-20', 4, { ...later, declined: 1 }, 'boardId'],
  ])('%s', (_, approvedOn, amendments, standing, refused) => {
    expect(checkApproval({ approvedOn, amendments }, standing, today)[0]?.field ?? null).toBe(refused);
  });
});
