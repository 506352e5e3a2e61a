import { draft, partial, pick } from './kernel/derive';
import { Flag, Id, OneOf, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { type PollKind, pollKinds, type PollState, pollStates } from './words';

/** Something a summit is asked to answer. Its words are fixed once it opens; its votes once it closes. */
export class Poll {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Question', { max: 300 }) question: string;
  @OneOf('Kind', pollKinds) kind: PollKind;
  @Text('Choices', { many: 12, max: 120, hint: 'None for a 1 to 5 confidence poll' }) options: string[];
  @Quantity('Most that can be chosen', { nullable: true, min: 1, max: 12, hint: 'For several choices; leave empty for as many as people like' }) most: number | null;
  /** No ballot can be traced to its voter, not even in the database; its result shows when it closes. */
  @Flag('Secret ballot') isSecret: boolean;
  @Flag('Show the result while people vote') showsLive: boolean;
}

export class PollItem extends Poll {
  @OneOf('State', pollStates) state: PollState;
  @Quantity('Votes') voted: number;
  /** A figure a choice, in their order: votes, for a ranking points, for confidence the votes for 1 to 5. Null while it may not be seen. */
  @Quantity('Result', { many: 12, nullable: true }) result: number[] | null;
}

/** A poll as one guest sees it. */
export class GuestPoll extends PollItem {
  @Flag('I have voted') hasVoted: boolean;
  /** What I chose; null in a secret ballot, where only my device knows. */
  @Quantity('My choices', { many: 12, nullable: true }) mine: number[] | null;
}

export const NewPoll = draft(pick(Poll, 'question', 'kind', 'options', 'most', 'isSecret', 'showsLive'));
export type NewPoll = InstanceType<typeof NewPoll>;

export class PollEdit extends partial(pick(Poll, 'question', 'kind', 'options', 'most', 'isSecret', 'showsLive')) {
  @Version() version: number;
}

/**
 * Choices by their place, from 0: one, several, or best first for a ranking; confidence says 1 to 5. A secret ballot carries
 * a receipt that the device makes and keeps: only who has it can change the ballot.
 */
export class Ballot {
  @Quantity('Choices', { many: 12, max: 12 }) choices: number[];
  @Id('Receipt', { optional: true }) receipt?: string;
}

/** How many have voted, and the result where it shows while people vote. */
export class Voted extends pick(PollItem, 'id', 'voted', 'result') {}

export const pollRoutes = {
  add: route({ method: 'POST', path: 'localities/:locality/summits/:id/polls', may: 'summit.keep', says: 'Prepare a poll for a summit’s room', body: NewPoll, answer: PollItem, status: 201, refusals: ['rule'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/polls/:id', may: 'summit.keep', says: 'Change a poll that has not opened', body: PollEdit, answer: PollItem, refusals: ['rule', 'stale'] }),
  open: route({ method: 'POST', path: 'localities/:locality/polls/:id/open', may: 'summit.keep', says: 'Open a poll for votes', answer: PollItem, refusals: ['rule'] }),
  close: route({ method: 'POST', path: 'localities/:locality/polls/:id/close', may: 'summit.keep', says: 'Close a poll: its votes are frozen and its result shows', answer: PollItem, refusals: ['rule'] }),
  vote: route({ method: 'PUT', path: 'join/:codeKey/polls/:id/ballot', may: 'guest', says: 'Vote in a poll, or change my vote while it is open', body: Ballot, answer: GuestPoll, refusals: ['rule'] }),
};
