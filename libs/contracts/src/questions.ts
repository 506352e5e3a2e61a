import { partial, pick } from './kernel/derive';
import { Flag, Id, Instant, OneOf, Prose, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { type QuestionState, questionStates } from './words';

/** Asked by somebody at a summit. HTML in it is text like any other. */
export class Question {
  @Id('Id') id: string;
  @Prose('Your question', { max: 500 }) text: string;
  @OneOf('State', questionStates) state: QuestionState;
  /** Who asked; null when they asked without their name. */
  @Text('Asked by', { nullable: true }) askedBy: string | null;
  @Instant('Asked at') askedAt: string;
  /** How many people raise it: who asked and who voted for it, or for one merged into it, each once. */
  @Quantity('Votes') votes: number;
}

export class QuestionItem extends Question {
  @Version() version: number;
  @Id('Merged into', { nullable: true }) mergedIntoId: string | null;
}

/** A question as one guest sees it. */
export class GuestQuestion extends Question {
  @Flag('Mine') isMine: boolean;
  @Flag('I raise this too') isRaised: boolean;
}

/** The device makes the id when the question is typed: sent again, it is the same question. */
export class NewQuestion extends pick(Question, 'id', 'text') {
  @Flag('Ask without my name') isAnonymous: boolean;
}

/** Approved, answered, parked, or back to waiting; `merged` is another deed. */
export class QuestionEdit extends partial(pick(Question, 'state')) {
  @Version() version: number;
}

export class MergeQuestion {
  @Id('Question to keep') intoId: string;
}

/** A question’s votes as they now are. */
export class Votes extends pick(Question, 'id', 'votes') {}

/** A question that guests no longer see. */
export class Gone extends pick(Question, 'id') {}

export const questionRoutes = {
  moderate: route({ method: 'PATCH', path: 'localities/:locality/questions/:id', may: 'summit.keep', says: 'Approve a question, mark it answered, or park it', body: QuestionEdit, answer: QuestionItem, refusals: ['rule', 'stale'] }),
  merge: route({ method: 'POST', path: 'localities/:locality/questions/:id/merge', may: 'summit.keep', says: 'Merge a question into another; whoever raised both counts once', body: MergeQuestion, answer: QuestionItem, refusals: ['rule'] }),
  ask: route({ method: 'POST', path: 'join/:codeKey/questions', may: 'guest', says: 'Ask a question', body: NewQuestion, answer: GuestQuestion, status: 201, refusals: ['rule', 'already_done'] }),
  raise: route({ method: 'PUT', path: 'join/:codeKey/questions/:id/vote', may: 'guest', says: 'Vote for a question, once', answer: Votes, refusals: ['rule'] }),
  withdraw: route({ method: 'DELETE', path: 'join/:codeKey/questions/:id/vote', may: 'guest', says: 'Take the vote for a question back', answer: Votes, refusals: ['rule'] }),
};
