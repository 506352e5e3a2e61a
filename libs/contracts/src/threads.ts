import { Choice } from './actions';
import { draft, pick } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, Instant, OneOf, Prose, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { MyWork } from './my-work';
import { type AnswerKind, answerKinds, type ThreadKind, threadKinds, type ThreadState, threadStates } from './words';

/** One answer. Never changed: who thinks again answers again. */
export class Answer {
  @Id('Id') id: string;
  @OneOf('Answer', answerKinds) kind: AnswerKind;
  @Prose('What you want to say', { max: 4_000 }) text: string;
  @Text('Answered by') answeredByName: string;
  @Text('Brought to', { many: 20 }) mentions: string[];
  @Instant('Answered at') answeredAt: string;
}

/** What somebody raised on an action or a finding, and what came back. */
export class Thread {
  @Id('Id') id: string;
  @Id('Action', { nullable: true }) actionId: string | null;
  @Id('Finding', { nullable: true }) findingId: string | null;
  @OneOf('Kind', threadKinds) kind: ThreadKind;
  @Prose('What you want to say', { max: 4_000 }) text: string;
  @CalendarDate('Answer needed by', { nullable: true, hint: 'Leave empty when no answer is needed' }) respondBy: string | null;
  @OneOf('State', threadStates) state: ThreadState;
  @Text('Raised by') raisedByName: string;
  @Instant('Raised at') raisedAt: string;
}

export class ThreadItem extends Thread {
  /** The action or finding it is about. */
  @Text('About', { max: 40 }) aboutRef: string;
  @Text('About', { max: 500 }) aboutTitle: string;
  @Flag('Raised by you') mine: boolean;
  @Flag('The answer is late') overdue: boolean;
  @Text('Brought to', { many: 20 }) mentions: string[];
  @Inside('Answers', () => Answer, { many: 500 }) answers: Answer[];
}

export class ThreadQuery {
  @Id('Action', { optional: true }) action?: string;
  @Id('Finding', { optional: true }) finding?: string;
  @OneOf('State', threadStates, { optional: true }) state?: ThreadState;
  @OneOf('Kind', threadKinds, { optional: true }) kind?: ThreadKind;
  @Id('About an action of this plan', { optional: true }) plan?: string;
  @Flag('Raised by a critical friend', { optional: true }) byFriends?: boolean;
  @Text('After', { optional: true, max: 2_000, hint: 'The `next` of the page before' }) after?: string;
}

/** Threads: those that wait for an answer first, then the latest. The total comes with the first page; later pages have null there. */
export class ThreadList {
  @Inside('Threads', () => ThreadItem, { many: 50 }) items: ThreadItem[];
  @Text('Next page', { nullable: true, max: 2_000 }) next: string | null;
  @Quantity('Threads in all', { nullable: true }) total: number | null;
}

/** Who should see what is said: it waits in their work until they have seen it or answer. */
const MentionIds = () => Id('Bring it to', { many: 20, optional: true, hint: 'It waits in their work until they have seen it or answer' });

/** Exactly one of `actionId` and `findingId` is said. */
export class NewThread extends draft(pick(Thread, 'kind', 'text', 'respondBy', 'actionId', 'findingId')) {
  @MentionIds() mentionIds?: string[];
}

export class NewAnswer extends pick(Answer, 'kind', 'text') {
  @MentionIds() mentionIds?: string[];
}

export class ThreadReaders {
  @Inside('People', () => Choice, { many: 1_000 }) items: Choice[];
}

export const threadRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/threads', may: 'plan.read', says: 'Comments, questions, challenges, suggestions and commendations with their answers', query: ThreadQuery, answer: ThreadList }),
  readers: route({ method: 'GET', path: 'localities/:locality/threads/readers', may: 'thread.raise', says: 'Who can be asked to look at a thread: everybody who can sign in and read it', answer: ThreadReaders }),
  raise: route({ method: 'POST', path: 'localities/:locality/threads', may: 'thread.raise', says: 'Raise something on an action or a finding', body: NewThread, answer: ThreadItem, status: 201, refusals: ['rule'] }),
  answer: route({ method: 'POST', path: 'localities/:locality/threads/:id/answers', may: 'thread.raise', says: 'Answer a thread, or reply in one’s own', body: NewAnswer, answer: ThreadItem, status: 201, refusals: ['rule'] }),
  seen: route({ method: 'POST', path: 'localities/:locality/my-work/mentions/:id/seen', may: 'plan.read', says: 'Say that I have seen what somebody asked me to look at', answer: MyWork, refusals: ['already_done'] }),
  close: route({ method: 'POST', path: 'localities/:locality/threads/:id/closure', may: 'thread.raise', says: 'Close a thread that you raised', answer: ThreadItem, refusals: ['already_done'] }),
};
