import { hasOnlyQuickWins, isCauseAnswered, type Thread, treatsOnlySymptom } from './gaps';

/** Finding f has the cause c, behind which the deeper cause d lies; finding g has no cause. */
const thread = (more: Partial<Thread> = {}): Thread => ({
  causes: [{ id: 'c', deeperId: 'd' }, { id: 'd', deeperId: null }, { id: 'e', deeperId: null }],
  findings: [{ id: 'f', deepRooted: true }, { id: 'g', deepRooted: false }],
  actions: [{ id: 'a', horizon: 'quick_win' }],
  causeOfFinding: [['f', 'c']],
  findingOfAction: [],
  causeOfAction: [],
  ...more,
});

describe('the thread from finding to action', () => {
  it.each([
    ['it answers a finding and none of its causes', { findingOfAction: [['a', 'f']] }, true],
    ['it answers a cause of something else', { findingOfAction: [['a', 'f']], causeOfAction: [['a', 'e']] }, true],
    ['it answers a cause of the finding', { findingOfAction: [['a', 'f']], causeOfAction: [['a', 'c']] }, false],
    ['it answers what lies deeper', { findingOfAction: [['a', 'f']], causeOfAction: [['a', 'd']] }, false],
    ['nobody knows a cause of the finding', { findingOfAction: [['a', 'g']] }, false],
    ['it answers a cause of one of its two findings', { findingOfAction: [['a', 'f'], ['a', 'h']], causeOfFinding: [['f', 'c'], ['h', 'e']], causeOfAction: [['a', 'e']] }, false],
    ['it answers causes alone', { causeOfAction: [['a', 'c']] }, false],
  ] as const)('treats only a symptom when %s: %#', (_, more, only) => {
    expect(treatsOnlySymptom(thread(more), 'a')).toBe(only);
  });

  it('answers a cause at itself or deeper, never from above', () => {
    expect(['c', 'd', 'e'].filter((one) => isCauseAnswered(thread({ causeOfAction: [['a', 'd']] }), one))).toEqual(['c', 'd']);
    expect(['c', 'd', 'e'].filter((one) => isCauseAnswered(thread({ causeOfAction: [['a', 'c']] }), one))).toEqual(['c']);
  });

  it('counts a deep-rooted finding that has quick wins and nothing else', () => {
    const both = { actions: [{ id: 'a', horizon: 'quick_win' }, { id: 'b', horizon: 'deep_rooted' }] } as const;
    expect(hasOnlyQuickWins(thread(), 'f')).toBe(false);
    expect(hasOnlyQuickWins(thread({ findingOfAction: [['a', 'f']] }), 'f')).toBe(true);
    expect(hasOnlyQuickWins(thread({ causeOfAction: [['a', 'd']] }), 'f')).toBe(true);
    expect(hasOnlyQuickWins(thread({ ...both, findingOfAction: [['a', 'f']], causeOfAction: [['b', 'c']] }), 'f')).toBe(false);
    expect(hasOnlyQuickWins(thread({ findingOfAction: [['a', 'g']] }), 'g')).toBe(false);
  });
});
