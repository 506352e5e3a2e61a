import { draft, partial, pick } from './kernel/derive';
import { Flag, Id, Inside, OneOf, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { GuestPoll, PollItem, Voted } from './polls';
import { Gone, GuestQuestion, QuestionItem, Votes } from './questions';
import { type Naming, namings, type RoomState, roomStates } from './words';

/** Where a summit happens live: people come in with its code, ask, vote and answer, until it closes. One a summit. */
export class Room {
  @Id('Id') id: string;
  @Version() version: number;
  @Id('Summit') summitId: string;
  @Text('Code', { max: 20 }) code: string;
  @OneOf('State', roomStates) state: RoomState;
  @OneOf('Names with questions', namings) names: Naming;
  @Flag('Questions can be asked') takesQuestions: boolean;
  @Flag('New questions wait for the moderator') checksQuestions: boolean;
  /** What the projector shows large; nothing when both are null. */
  @Id('Question on the projector', { nullable: true }) shownQuestionId: string | null;
  @Id('Poll on the projector', { nullable: true }) shownPollId: string | null;
}

/** How many have joined so far. */
export class Joined {
  @Quantity('People') people: number;
}

const Position = (): ReturnType<typeof Quantity> => Quantity('Position', { max: Number.MAX_SAFE_INTEGER });

/** What moderator, facilitator and projector begin with. Its stream goes on from `position`. */
export class RoomPage extends Joined {
  @Position() position: number;
  @Text('Summit') title: string;
  @Inside('Room', () => Room) room: Room;
  @Inside('Questions', () => QuestionItem, { many: 2_000 }) questions: QuestionItem[];
  @Inside('Polls', () => PollItem, { many: 100 }) polls: PollItem[];
}

export class OpenRoom extends draft(pick(Room, 'names', 'takesQuestions', 'checksQuestions')) {}

export class RoomEdit extends partial(pick(Room, 'names', 'takesQuestions', 'checksQuestions', 'shownQuestionId', 'shownPollId')) {
  @Version() version: number;
}

/** What is told to whoever has the code, before they come in. */
export class Doorway {
  @Text('Summit') title: string;
  @Text('Locality') locality: string;
  @OneOf('State', roomStates) state: RoomState;
  @OneOf('Names with questions', namings) names: Naming;
  /** This browser has come in already. */
  @Flag('Joined') isIn: boolean;
  /** Who is signed in and belongs to the locality: they come in as themselves. */
  @Text('Name', { nullable: true }) name: string | null;
}

export class JoinRoom {
  @Text('Your name', { nullable: true, max: 80, optional: true }) name?: string | null;
}

/** What somebody who has come in sees of the room. */
export class GuestRoom extends pick(Room, 'state', 'names', 'takesQuestions', 'checksQuestions', 'shownQuestionId', 'shownPollId') {}

/** The phone's screen. Waiting questions of others are not in it. Its stream goes on from `position`. */
export class GuestPage {
  @Position() position: number;
  @Text('Summit') title: string;
  @Text('Locality') locality: string;
  @Text('Name', { nullable: true }) name: string | null;
  @Inside('Room', () => GuestRoom) room: GuestRoom;
  @Inside('Questions', () => GuestQuestion, { many: 2_000 }) questions: GuestQuestion[];
  @Inside('Polls', () => GuestPoll, { many: 100 }) polls: GuestPoll[];
}

/** A stream's changes by kind: a question or poll as it now is, the count of one, or one that is no longer shown. `again`: too much was missed, read the screen again. */
export const roomChanges = { room: GuestRoom, question: QuestionItem, gone: Gone, votes: Votes, poll: PollItem, voted: Voted, joined: Joined };
export type RoomChange = { readonly [Kind in keyof typeof roomChanges]: { readonly kind: Kind; readonly body: InstanceType<(typeof roomChanges)[Kind]> } }[keyof typeof roomChanges];

/** Where a stream goes on from; a browser that comes back says `Last-Event-ID` instead. */
export class StreamFrom {
  @Quantity('After', { optional: true, max: Number.MAX_SAFE_INTEGER }) after?: number;
}

export const roomRoutes = {
  open: route({ method: 'POST', path: 'localities/:locality/summits/:id/room', may: 'summit.keep', says: 'Open a summit’s room, with a new code to join it', body: OpenRoom, answer: RoomPage, status: 201, refusals: ['already_done'] }),
  page: route({ method: 'GET', path: 'localities/:locality/summits/:id/room', may: 'summit.keep', says: 'A summit’s room: its code, every question and every poll', answer: RoomPage }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/summits/:id/room', may: 'summit.keep', says: 'Change how questions are asked, or what the projector shows', body: RoomEdit, answer: Room, refusals: ['rule', 'stale'] }),
  close: route({ method: 'POST', path: 'localities/:locality/summits/:id/room/close', may: 'summit.keep', says: 'Close the room: open polls close with it, and nobody can join, ask or vote', answer: RoomPage, refusals: ['already_done'] }),
  changes: route({ method: 'GET', path: 'localities/:locality/summits/:id/room/changes', may: 'summit.keep', says: 'Every change of the room as it happens', query: StreamFrom, stream: roomChanges }),
  doorway: route({ method: 'GET', path: 'join/:codeKey', may: 'anyone', says: 'Which summit a code is for' , answer: Doorway }),
  join: route({ method: 'POST', path: 'join/:codeKey', may: 'anyone', says: 'Come into a summit’s room with its code', body: JoinRoom, answer: GuestPage, status: 201, refusals: ['rule'] }),
  screen: route({ method: 'GET', path: 'join/:codeKey/screen', may: 'guest', says: 'The room as somebody who has come in sees it', answer: GuestPage }),
  guestChanges: route({ method: 'GET', path: 'join/:codeKey/changes', may: 'guest', says: 'The changes that somebody who has come in sees, as they happen', query: StreamFrom, stream: roomChanges, refusals: ['rule'] }),
};
