import { checkAsking, MOST_ASKED, MOST_MINE } from './questions';

const asking = { room: { state: 'open' as const, takesQuestions: true, names: 'either' as const }, isAnonymous: false, hasName: true, mine: 0, everybody: 0 };

describe('asking a question', () => {
  it.each([
    ['as set', {}, []],
    ['after closing', { room: { ...asking.room, state: 'closed' as const } }, ['text']],
    ['while none are taken', { room: { ...asking.room, takesQuestions: false } }, ['text']],
    ['without a name where names are shown', { room: { ...asking.room, names: 'named' as const }, isAnonymous: true }, ['isAnonymous']],
    ['with a name where none are', { room: { ...asking.room, names: 'anonymous' as const } }, ['isAnonymous']],
    ['with a name that nobody knows', { hasName: false }, ['isAnonymous']],
    ['without a name that nobody knows', { hasName: false, isAnonymous: true }, []],
    ['one too many', { mine: MOST_MINE }, ['text']],
    ['the last one', { mine: MOST_MINE - 1 }, []],
    ['in a full room', { everybody: MOST_ASKED }, ['text']],
  ] as const)('%s', (_, more, fields) => {
    expect(checkAsking({ ...asking, ...more }).map(({ field }) => field)).toEqual(fields);
  });
});
