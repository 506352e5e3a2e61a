import type { GuestPage, GuestPoll, GuestQuestion } from '@followthrough/contracts';
import { changed, withMine } from './guest-changes';

const question = (id: string, more: Partial<GuestQuestion> = {}): GuestQuestion => ({ id, text: `Question ${id}`, state: 'approved', askedBy: null, askedAt: '2026-06-10T10:00:00Z', votes: 3, isMine: false, isRaised: false, ...more });
const poll: GuestPoll = { id: 'p', version: 1, question: 'What first?', kind: 'single', options: ['Beds', 'Homes'], most: null, isSecret: false, showsLive: true, state: 'open', voted: 1, result: [1, 0], hasVoted: true, mine: [0] };
const page: GuestPage = {
  position: 10,
  title: 'Summit',
  locality: 'Northmoor',
  name: null,
  room: { state: 'open', names: 'either', takesQuestions: true, checksQuestions: true, shownQuestionId: null, shownPollId: null },
  questions: [question('a', { isRaised: true }), question('b', { isMine: true, state: 'waiting' })],
  polls: [poll],
};
const told = (kind: string, body: unknown): GuestPage => changed(page, { number: 11, kind, body });
const item = (id: string, more: object = {}) => ({ id, text: `Question ${id}`, state: 'approved', askedBy: null, askedAt: '2026-06-10T10:00:00Z', votes: 4, version: 2, mergedIntoId: null, ...more });

describe('a guest’s screen after a change', () => {
  it('keeps what is mine when everybody is told of it', () => {
    expect(told('question', item('a')).questions[0]).toEqual(question('a', { votes: 4, isRaised: true }));
    expect(told('question', item('b')).questions[1]).toEqual(question('b', { votes: 4, isMine: true }));
    const { hasVoted: _, mine: __, ...forAll } = poll;
    expect(told('poll', { ...forAll, version: 2, state: 'closed' }).polls[0]).toEqual({ ...poll, version: 2, state: 'closed' });
  });

  it('takes in what is new, and puts away what may no longer be seen, but never what I asked', () => {
    expect(told('question', item('c')).questions.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(told('question', item('c', { state: 'waiting' })).questions).toHaveLength(2);
    expect(told('gone', { id: 'a' }).questions.map(({ id }) => id)).toEqual(['b']);
    expect(told('gone', { id: 'b' }).questions[1]).toMatchObject({ id: 'b', state: 'parked' });
    expect(told('poll', { ...poll, id: 'q' }).polls[1]).toMatchObject({ id: 'q', hasVoted: false, mine: null });
  });

  it('counts votes, and knows nothing of what is not for it', () => {
    expect(told('votes', { id: 'a', votes: 9 }).questions[0]).toMatchObject({ votes: 9, isRaised: true });
    expect(told('voted', { id: 'p', voted: 2, result: [1, 1] }).polls[0]).toMatchObject({ voted: 2, result: [1, 1], mine: [0] });
    expect(told('joined', { people: 9 })).toBe(page);
    expect(told('room', { ...page.room, state: 'closed' }).room.state).toBe('closed');
  });

  it('shows what I asked once, whether the answer or the change comes first', () => {
    const mine = question('c', { isMine: true, isRaised: true });
    expect(withMine(told('question', item('c')), mine).questions.filter(({ id }) => id === 'c')).toEqual([mine]);
    expect(withMine(page, mine).questions).toHaveLength(3);
  });
});
