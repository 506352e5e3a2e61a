import { checkAgreed, horizonOf, titleOf } from './summits';

describe('summits', () => {
  it('refuse an outcome that nobody agreed to', () => {
    expect(checkAgreed(0)).toMatchObject([{ field: 'organisationIds' }]);
    expect(checkAgreed(1)).toEqual([]);
  });

  it('say how far away an action of each kind of outcome lies', () => {
    expect([horizonOf('quick_win'), horizonOf('deep_rooted_priority'), horizonOf('decision'), horizonOf('commitment')]).toEqual(['quick_win', 'deep_rooted', 'medium', 'medium']);
  });

  it('cut a long outcome at a word for the title', () => {
    expect(titleOf('One\n  line')).toBe('One line');
    const cut = titleOf('seven77 '.repeat(100));
    expect(cut.length).toBeLessThanOrEqual(500);
    expect(cut.endsWith('seven77…')).toBe(true);
  });
});
