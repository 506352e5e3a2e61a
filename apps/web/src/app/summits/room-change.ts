import type { PollItem, QuestionItem, RoomChange, RoomPage } from '@followthrough/contracts';

/** The room after one change. Every change says how a thing now is, so that hearing one twice does no harm. */
export function changedRoom(page: RoomPage, { kind, body }: RoomChange): RoomPage {
  switch (kind) {
    case 'room':
      return { ...page, room: { ...page.room, ...body } };
    case 'joined':
      return { ...page, people: body.people };
    case 'question':
      return { ...page, questions: put<QuestionItem>(page.questions, body) };
    case 'votes':
      return { ...page, questions: page.questions.map((one) => (one.id === body.id ? { ...one, votes: body.votes } : one)) };
    case 'poll':
      return { ...page, polls: put<PollItem>(page.polls, body) };
    case 'voted':
      return { ...page, polls: page.polls.map((one) => (one.id === body.id ? { ...one, voted: body.voted, result: body.result } : one)) };
    // Guests no longer see it; those who keep the room do.
    case 'gone':
      return page;
  }
}

/** In its place when it is there, else at the end. */
const put = <T extends { readonly id: string }>(all: readonly T[], one: T): T[] => (all.some((each) => each.id === one.id) ? all.map((each) => (each.id === one.id ? one : each)) : [...all, one]);
