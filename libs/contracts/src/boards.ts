import { draft, omit, partial, pick } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, OneOf, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { type DecisionState, decisionStates } from './words';

/** Where plans are reported and decided upon. Several plans may report to one board, and a plan to several. */
export class Board {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Name', { hint: 'Such as the Health and Wellbeing Board' }) name: string;
  @CalendarDate('Retired on', { nullable: true, hint: 'Only when it sits no longer: then it cannot be chosen any more, and what it decided stays' }) retiredOn: string | null;
}

/** A board as a choice: one that is not retired. */
export class BoardChoice extends pick(Board, 'id', 'name') {}

export class BoardMeeting {
  @Id('Id') id: string;
  @CalendarDate('Meets on') heldOn: string;
}

export class BoardPlan {
  @Id('Id') id: string;
  @Text('Plan') title: string;
}

export class BoardItem extends Board {
  @Inside('Meetings, soonest first', () => BoardMeeting, { many: 500 }) meetings: BoardMeeting[];
  @CalendarDate('Meets next', { nullable: true }) nextOn: string | null;
  @Inside('Plans that report to it', () => BoardPlan, { many: 500 }) plans: BoardPlan[];
  @Quantity('Decisions that wait for it') waiting: number;
}

/** A version of a plan that the board approved. */
export class BoardApproval {
  @Id('Version') id: string;
  @Id('Plan') planId: string;
  @Text('Plan') planTitle: string;
  @Quantity('Number', { min: 1 }) number: number;
}

/** What it said of single changes of one plan. */
export class BoardAmendments {
  @Id('Plan') planId: string;
  @Text('Plan') planTitle: string;
  @Quantity('Approved') approved: number;
  @Quantity('Declined') declined: number;
}

/** A decision that was asked of it. */
export class BoardDecision {
  @Id('Id') id: string;
  @Id('Action') actionId: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Action', { max: 500 }) title: string;
  @Text('Decision needed', { max: 1_000, lines: true }) what: string;
  @CalendarDate('Needed by', { nullable: true }) neededBy: string | null;
  @OneOf('State', decisionStates) state: DecisionState;
  @Text('What was decided', { nullable: true, max: 2_000, lines: true }) note: string | null;
}

/** An organisation that was asked to a meeting. */
export class BoardAttendee {
  @Id('Organisation') organisationId: string;
  @Text('Name') name: string;
  @Flag('Came') came: boolean;
}

/** An organisation that may have been asked: those of the last meeting on which this was recorded, before that those with work in its plans. */
export class BoardInvitee {
  @Id('Organisation') organisationId: string;
  @Text('Name') name: string;
  @Flag('Expected') isExpected: boolean;
}

/** Who was asked to a meeting: those that came, and those that did not. Others are left out. */
export class BoardAttendanceSaid {
  @Id('Came', { many: 500 }) came: string[];
  @Id('Did not come', { many: 500 }) absent: string[];
}

/** A day on which it met, or on which something is recorded that it decided. */
export class BoardDay {
  @CalendarDate('Day') day: string;
  @Id('Meeting', { nullable: true, hint: 'Null where the day is not among its meetings' }) meetingId: string | null;
  @Inside('Who was asked to come', () => BoardAttendee, { many: 500 }) attendance: BoardAttendee[];
  @Inside('Plans approved', () => BoardApproval, { many: 100 }) approvals: BoardApproval[];
  @Inside('Amendments decided', () => BoardAmendments, { many: 100 }) amendments: BoardAmendments[];
  @Inside('Decisions taken or put off', () => BoardDecision, { many: 100 }) decisions: BoardDecision[];
}

/** One board: when it meets, what waits for it, and what was decided there. */
export class BoardPage extends BoardItem {
  @Inside('Open decisions, soonest needed first', () => BoardDecision, { many: 100 }) asked: BoardDecision[];
  @Inside('Days that have been, latest first', () => BoardDay, { many: 200 }) days: BoardDay[];
  @Inside('Organisations, those expected first', () => BoardInvitee, { many: 500 }) invitees: BoardInvitee[];
}

export class BoardList {
  @Inside('Boards', () => BoardItem, { many: 500 }) items: BoardItem[];
}

export const NewBoard = draft(pick(Board, 'name'));
export type NewBoard = InstanceType<typeof NewBoard>;

export class BoardEdit extends partial(omit(Board, 'id', 'version')) {
  @Version() version: number;
}

export class NewBoardMeeting {
  @CalendarDate('Meets on') heldOn: string;
}

export const boardRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/boards', may: 'plan.read', says: 'List the boards, their meetings and the plans that report to them', answer: BoardList }),
  page: route({ method: 'GET', path: 'localities/:locality/boards/:id', may: 'plan.read', says: 'One board: its meetings to come, what waits for it, and the days that have been with what was decided there', answer: BoardPage }),
  add: route({ method: 'POST', path: 'localities/:locality/boards', may: 'plan.keep', says: 'Add a board', body: NewBoard, answer: BoardItem, status: 201, refusals: ['name_taken'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/boards/:id', may: 'plan.keep', says: 'Rename a board, retire it or bring it back', body: BoardEdit, answer: BoardItem, refusals: ['name_taken', 'rule', 'stale'] }),
  addMeeting: route({ method: 'POST', path: 'localities/:locality/boards/:id/meetings', may: 'plan.keep', says: 'Add a date on which a board meets', body: NewBoardMeeting, answer: BoardItem, status: 201, refusals: ['rule'] }),
  dropMeeting: route({ method: 'DELETE', path: 'localities/:locality/boards/:id/meetings/:meeting', may: 'plan.keep', says: 'Take out a date on which a board does not meet', answer: BoardItem, refusals: ['rule'] }),
  noteAttendance: route({ method: 'PUT', path: 'localities/:locality/boards/:id/meetings/:meeting/attendance', may: 'plan.keep', says: 'Record which organisations came to a meeting and which did not', body: BoardAttendanceSaid, answer: BoardPage, refusals: ['rule'] }),
};
