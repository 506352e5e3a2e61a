import type { CauseTree } from '@followthrough/contracts';
import { branchesOf, inOrder } from './branches';

const cause = (id: string, deeperId: string | null, findingIds: string[] = [], actionIds: string[] = []) => ({ id, version: 1, text: `Cause ${id}`, deeperId, findingIds, actionIds, actions: actionIds.length, rootOf: 0, answered: actionIds.length > 0 });
const finding = (id: string, symptomOnlyIds: string[]) => ({ id, ref: id, excerpt: '', kind: 'challenge' as const, reviewTitle: '', deepRooted: false, symptomOnlyIds });
const action = (id: string, symptomOnly = false) => ({ id, ref: id, title: id, planId: 'p', planTitle: '', horizon: 'medium' as const, status: 'on_track' as const, dueOn: null, overdue: false, symptomOnly });

/** Behind b and c lies a; d stands alone. */
const tree: CauseTree = {
  causes: [cause('b', 'a', ['f'], ['1']), cause('c', 'a'), cause('a', null, [], ['2']), cause('d', null, ['f', 'g'])],
  findings: [finding('f', ['3']), finding('g', ['3'])],
  actions: [action('1'), action('2'), action('3', true)],
  words: [],
};

describe('the branches of causes', () => {
  it('grow from the deepest cause, each cause once', () => {
    expect(inOrder(branchesOf(tree)).map(({ branch, depth }) => `${branch.cause.id}${depth}`)).toEqual(['a0', 'b1', 'c1', 'd0']);
    expect(inOrder(branchesOf(tree, 'c')).map(({ branch }) => branch.cause.id)).toEqual(['a', 'b', 'c']);
    expect(inOrder(branchesOf(tree, 'gone'))).toHaveLength(4);
  });

  it('tell what answers the cause from what treats only the symptom of its findings', () => {
    const [, b, c, d] = inOrder(branchesOf(tree)).map(({ branch }) => branch);
    expect([b?.answers.map((one) => one.id), b?.symptomOnly.map((one) => one.id)]).toEqual([['1'], ['3']]);
    expect([c?.answers, c?.symptomOnly]).toEqual([[], []]);
    expect([d?.answers, d?.symptomOnly.map((one) => one.id)]).toEqual([[], ['3']]);
  });
});
