import type { Role } from '@followthrough/contracts';
import { checkMentions, checkThread, stateAfter } from './threads';

const today = '2026-11-21';
const lead = { mayAnswer: true, raisedIt: false };
const friend = { mayAnswer: false, raisedIt: true };
const other = { mayAnswer: false, raisedIt: false };

describe('threads', () => {
  it.each([
    [{ kind: 'challenge', actionId: 'a', respondBy: today } as const, []],
    [{ kind: 'challenge', actionId: 'a', findingId: 'f' } as const, ['actionId']],
    [{ kind: 'comment' } as const, ['actionId']],
    [{ kind: 'question', findingId: 'f', respondBy: '2026-11-20' } as const, ['respondBy']],
    [{ kind: 'commendation', findingId: 'f', respondBy: '2026-12-20' } as const, ['respondBy']],
  ])('%j is refused at %j', (thread, fields) => {
    expect(checkThread(thread, today).map((one) => one.field)).toEqual(fields);
  });

  it.each([
    ['accepted', 'open', lead, 'answered'],
    ['reply', 'open', lead, 'answered'],
    ['not_accepted', 'answered', lead, 'answered'],
    ['reply', 'answered', friend, 'open'],
    ['accepted', 'open', friend, 'not_permitted'],
    ['reply', 'open', other, 'not_permitted'],
    ['reply', 'closed', friend, 'closed_already'],
    ['done', 'closed', lead, 'closed_already'],
  ] as const)('after “%s” a thread that was %s, by %j, is %s', (answer, state, by, after) => {
    expect(stateAfter(answer, { state }, by)).toBe(after);
  });

  it('are brought to other people who can read them, each once', () => {
    const roles = new Map<string, readonly Role[]>([['ann', ['executive']], ['bo', ['visitor']], ['me', ['lead']], ['cy', ['visitor', 'expert']]]);
    const fields = (...ids: string[]) => checkMentions(ids, 'me', roles).map((one) => one.field);
    expect(fields('ann', 'cy')).toEqual([]);
    expect(fields()).toEqual([]);
    expect(fields('ann', 'bo', 'nobody', 'me', 'ann')).toEqual(['mentionIds.1', 'mentionIds.2', 'mentionIds.3', 'mentionIds.4']);
  });
});
