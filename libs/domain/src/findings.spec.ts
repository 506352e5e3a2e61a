import { findingKinds, jointStates, statuses } from '@followthrough/contracts';
import fc from 'fast-check';
import { checkList, checkLock, checkThemes, findingRank, jointState } from './findings';

describe('findings', () => {
  it('stand as the worst of their actions, or have none', () => {
    expect(jointState([])).toBe('no_action');
    expect(jointState(['complete', 'at_risk', 'embedded'])).toBe('at_risk');
    expect(jointState(['on_track', 'not_started'])).toBe('not_started');
  });

  it('never look better for another action', () => {
    const status = fc.constantFrom(...statuses);
    fc.assert(fc.property(fc.constantFrom(...findingKinds), fc.array(status, { minLength: 1 }), status, (kind, some, more) => expect(findingRank(kind, jointState([...some, more]))).toBeLessThanOrEqual(findingRank(kind, jointState(some)))));
  });

  it('come worst first: off track, then unanswered; a strength without an action comes last', () => {
    const order = jointStates.map((joint) => [findingRank('challenge', joint), joint] as const).sort(([a], [b]) => a - b);
    expect(order.map(([, joint]) => joint)).toEqual(['off_track', 'no_action', 'at_risk', 'not_started', 'on_track', 'complete', 'embedded']);
    expect(findingRank('strength', 'no_action')).toBe(8);
  });

  it('refuse a theme said twice', () => {
    expect(checkThemes(['Discharge', 'Workforce', 'discharge'])).toMatchObject([{ field: 'themes.2' }]);
  });

  it('locks the quotation and its page, and nothing else, once they are confirmed', () => {
    expect(checkLock(false, { quotation: 'x', page: '3' })).toEqual([]);
    expect(checkLock(true, {})).toEqual([]);
    expect(checkLock(true, { quotation: 'x', page: null }).map((one) => one.field)).toEqual(['quotation', 'page']);
  });

  it('refuses a list that uses a ref twice, at the second', () => {
    const one = { ref: '1.1', themes: [] };
    expect(checkList([one, { ref: '1.2', themes: [] }])).toEqual([]);
    expect(checkList([one, { ref: '1.2', themes: ['Home', 'home'] }, one]).map((found) => found.field)).toEqual(['findings.1.themes.1', 'findings.2.ref']);
  });
});
