import type { Gone, GuestPage, GuestQuestion, GuestRoom, PollItem, QuestionItem, Voted, Votes } from '@followthrough/contracts';
import { isForAll } from '@followthrough/domain';
import type { Change } from '../api/changes';

/** A guest's screen after one change. What is mine stays mine: changes are told to everybody and say nothing of it. */
export function changed(page: GuestPage, { kind, body }: Change): GuestPage {
  switch (kind) {
    case 'room':
      return { ...page, room: body as GuestRoom };
    case 'question':
      return withQuestion(page, body as QuestionItem);
    case 'gone':
      return { ...page, questions: page.questions.flatMap((one) => (one.id !== (body as Gone).id ? [one] : one.isMine ? [{ ...one, state: 'parked' as const }] : [])) };
    case 'votes':
      return { ...page, questions: page.questions.map((one) => (one.id === (body as Votes).id ? { ...one, votes: (body as Votes).votes } : one)) };
    case 'poll':
      return withPoll(page, body as PollItem);
    case 'voted':
      return { ...page, polls: page.polls.map((one) => (one.id === (body as Voted).id ? { ...one, ...(body as Voted) } : one)) };
    default:
      return page;
  }
}

function withQuestion(page: GuestPage, { version: _version, mergedIntoId: _merged, ...said }: QuestionItem): GuestPage {
  const known = page.questions.find((one) => one.id === said.id);
  const question: GuestQuestion = { ...said, isMine: known?.isMine ?? false, isRaised: known?.isRaised ?? false };
  if (known) return { ...page, questions: page.questions.map((one) => (one === known ? question : one)) };
  return isForAll(said.state) ? { ...page, questions: [...page.questions, question] } : page;
}

function withPoll(page: GuestPage, said: PollItem): GuestPage {
  const known = page.polls.find((one) => one.id === said.id);
  if (known) return { ...page, polls: page.polls.map((one) => (one === known ? { ...known, ...said } : one)) };
  return { ...page, polls: [...page.polls, { ...said, hasVoted: false, mine: null }] };
}

/** The screen with a question as its own asker sees it: answered to who asked, or voted. */
export const withMine = (page: GuestPage, question: GuestQuestion): GuestPage => ({
  ...page,
  questions: page.questions.some((one) => one.id === question.id) ? page.questions.map((one) => (one.id === question.id ? question : one)) : [...page.questions, question],
});
