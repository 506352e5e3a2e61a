import type { PollItem, QuestionItem, RoomPage } from '@followthrough/contracts';
import { changedRoom } from './room-change';

const question = (more: Partial<QuestionItem> = {}): QuestionItem => ({ id: 'q', version: 1, text: 'Who decides?', state: 'waiting', askedBy: null, askedAt: '2026-05-12T09:00:00Z', votes: 1, mergedIntoId: null, ...more });
const poll = (more: Partial<PollItem> = {}): PollItem => ({ id: 'p', version: 1, question: 'What first?', kind: 'single', options: ['Beds', 'Homes'], most: null, isSecret: false, showsLive: true, state: 'open', voted: 0, result: [0, 0], ...more });
const page: RoomPage = { position: 1, title: 'Summit', people: 2, room: { id: 'r', version: 3, summitId: 's', code: 'BCDF2345', state: 'open', names: 'either', takesQuestions: true, checksQuestions: true, shownQuestionId: null, shownPollId: null }, questions: [question()], polls: [poll()] };

describe('a room', () => {
  it('follows what is asked, voted and answered, one thing at a time', () => {
    expect(changedRoom(page, { kind: 'joined', body: { people: 9 } }).people).toBe(9);
    expect(changedRoom(page, { kind: 'votes', body: { id: 'q', votes: 14 } }).questions).toEqual([question({ votes: 14 })]);
    expect(changedRoom(page, { kind: 'question', body: question({ id: 'new' }) }).questions.map((one) => one.id)).toEqual(['q', 'new']);
    expect(changedRoom(page, { kind: 'question', body: question({ state: 'approved', version: 2 }) }).questions).toEqual([question({ state: 'approved', version: 2 })]);
    expect(changedRoom(page, { kind: 'voted', body: { id: 'p', voted: 3, result: [1, 2] } }).polls).toEqual([poll({ voted: 3, result: [1, 2] })]);
    expect(changedRoom(page, { kind: 'poll', body: poll({ state: 'closed' }) }).polls).toEqual([poll({ state: 'closed' })]);
    expect(changedRoom(page, { kind: 'gone', body: { id: 'q' } })).toEqual(page);
  });

  it('keeps its code and version when what it shows changes', () => {
    const { room } = changedRoom(page, { kind: 'room', body: { state: 'closed', names: 'either', takesQuestions: false, checksQuestions: true, shownQuestionId: 'q', shownPollId: null } });
    expect(room).toMatchObject({ code: 'BCDF2345', version: 3, state: 'closed', shownQuestionId: 'q' });
  });

  it('is the same when a change is heard twice', () => {
    const change = { kind: 'question' as const, body: question({ id: 'new', votes: 2 }) };
    expect(changedRoom(changedRoom(page, change), change)).toEqual(changedRoom(page, change));
  });
});
