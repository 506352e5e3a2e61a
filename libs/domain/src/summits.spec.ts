import { type SummitState, summitStates } from '@followthrough/contracts';
import { checkAgreed, checkCommitment, checkMaterial, committed, horizonOf, titleOf, unsettled, whyNot } from './summits';

describe('summits', () => {
  it('refuse an outcome that nobody agreed to', () => {
    expect(checkAgreed(0)).toMatchObject([{ field: 'organisationIds' }]);
    expect(checkAgreed(1)).toEqual([]);
  });

  it('say whose commitment it is, where more than one agreed', () => {
    expect(committed('commitment', null, ['council'])).toBe('council');
    expect(committed('commitment', null, ['council', 'trust'])).toBeNull();
    expect(committed('decision', null, ['council'])).toBeNull();
    expect(committed('decision', 'trust', ['council'])).toBe('trust');
    expect(checkCommitment({ kind: 'commitment', organisationId: null })).toMatchObject([{ field: 'organisationId' }]);
    expect(checkCommitment({ kind: 'commitment', organisationId: 'council' })).toEqual([]);
    expect(checkCommitment({ kind: 'quick_win' })).toEqual([]);
  });

  it('go from draft to published, and never back from there', () => {
    const settled = [{ noAction: null, actions: ['one'] }];
    const may = (state: SummitState) => summitStates.filter((to) => whyNot({ state, heldOn: '2026-05-12', outcomes: settled }, to, '2026-05-12') === null);
    expect(Object.fromEntries(summitStates.map((state) => [state, may(state)]))).toEqual({ draft: ['open', 'closed'], open: ['closed'], closed: ['open', 'published'], published: [] });
  });

  it('are published after they were held, with every outcome an action or a reason why none', () => {
    const publish = (outcomes: Parameters<typeof whyNot>[0]['outcomes'], today = '2026-05-12') => whyNot({ state: 'closed', heldOn: '2026-05-12', outcomes }, 'published', today);
    const without = { noAction: null, actions: [] };
    expect(publish([{ noAction: 'Said for the record', actions: [] }, { noAction: null, actions: ['one'] }])).toBeNull();
    expect(publish([without])).toBe('One outcome has no action and no reason why none.');
    expect(publish([without, without])).toBe('2 outcomes have no action and no reason why none.');
    expect(publish([])).toBe('Record what was agreed before publishing.');
    expect(publish([{ noAction: null, actions: ['one'] }], '2026-05-11')).toBe('A summit is published after it was held.');
    expect(unsettled([without])).toHaveLength(1);
  });

  it('have a link or a file for each material', () => {
    expect(checkMaterial({ url: 'https://example.org', fileId: null })).toEqual([]);
    expect(checkMaterial({ fileId: 'file' })).toEqual([]);
    expect(checkMaterial({})).toMatchObject([{ field: 'url' }]);
    expect(checkMaterial({ url: 'https://example.org', fileId: 'file' })).toMatchObject([{ field: 'url' }]);
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
