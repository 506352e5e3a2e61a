import { checkLink, checkPoints, checkRetirement, checkTarget } from './measures';

const messages = (refused: readonly { readonly field: string; readonly message: string }[]): string[] => refused.map(({ field, message }) => `${field}: ${message}`);

describe('a target', () => {
  it('needs a way that is better, and its date needs the target', () => {
    expect(checkTarget({ direction: 'down', target: 20, targetOn: '2027-03-31' })).toEqual([]);
    expect(checkTarget({ direction: 'none', target: null, targetOn: null })).toEqual([]);
    expect(messages(checkTarget({ direction: 'up', target: null, targetOn: '2027-03-31' }))).toEqual(['targetOn: Give the target itself too']);
    expect(messages(checkTarget({ direction: 'none', target: 0 }))).toEqual(['target: Say first which way is better: without that nothing can meet a target']);
  });
});

describe('points', () => {
  it('have one figure a day, none to come and none after the end', () => {
    const counted = { figures: new Map([['2026-09-30', 41]]), retiredOn: null, today: '2026-11-22' };
    const point = (onDay: string) => ({ onDay, value: 1 });
    expect(messages(checkPoints([point('2026-09-30'), point('2026-10-31'), point('2026-10-31'), point('2026-11-22'), point('2026-11-23')], counted))).toEqual([
      'points.0.onDay: There is 41 for 30 September 2026 already: correct that one',
      'points.2.onDay: 31 October 2026 is in this list twice',
      'points.4.onDay: 23 November 2026 is still to come',
    ]);
    expect(messages(checkPoints([point('2026-10-31'), point('2026-11-01')], { ...counted, retiredOn: '2026-10-31' }))).toEqual(['points.1.onDay: The measure was counted until 31 October 2026']);
  });
});

describe('an end', () => {
  it.each([
    ['2026-11-22', '2026-11-22', []],
    ['2026-11-23', null, ['retiredOn: 23 November 2026 is still to come']],
    ['2026-09-29', '2026-09-30', ['retiredOn: There is a figure for 30 September 2026: it cannot have ended before']],
  ])('on %s after a figure of %s', (on, latest, says) => expect(messages(checkRetirement(on, latest, '2026-11-22'))).toEqual(says));
});

it('a measure is linked to one action or one finding at a time', () => {
  expect(checkLink({ actionId: 'a' })).toEqual([]);
  expect(checkLink({ findingId: 'f' })).toEqual([]);
  expect(messages(checkLink({}))).toEqual(['actionId: Say to which action or finding it belongs']);
  expect(messages(checkLink({ actionId: 'a', findingId: 'f' }))).toEqual(['findingId: Say one at a time: the action or the finding']);
});
