import { draft, omit, partial } from './kernel/derive';
import { CalendarDate, Id, Inside, Text, Version } from './kernel/fields';
import { route } from './kernel/route';

/** Where plans are reported and decided upon. Several plans may report to one board, and a plan to several. */
export class Board {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Name', { hint: 'Such as the Health and Wellbeing Board' }) name: string;
}

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
}

export class BoardList {
  @Inside('Boards', () => BoardItem, { many: 500 }) items: BoardItem[];
}

export const NewBoard = draft(omit(Board, 'id', 'version'));
export type NewBoard = InstanceType<typeof NewBoard>;

export class BoardEdit extends partial(omit(Board, 'id', 'version')) {
  @Version() version: number;
}

export class NewBoardMeeting {
  @CalendarDate('Meets on') heldOn: string;
}

export const boardRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/boards', may: 'plan.read', says: 'List the boards, their meetings and the plans that report to them', answer: BoardList }),
  add: route({ method: 'POST', path: 'localities/:locality/boards', may: 'plan.keep', says: 'Add a board', body: NewBoard, answer: BoardItem, status: 201, refusals: ['name_taken'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/boards/:id', may: 'plan.keep', says: 'Rename a board', body: BoardEdit, answer: BoardItem, refusals: ['name_taken', 'stale'] }),
  addMeeting: route({ method: 'POST', path: 'localities/:locality/boards/:id/meetings', may: 'plan.keep', says: 'Add a date on which a board meets', body: NewBoardMeeting, answer: BoardItem, status: 201, refusals: ['rule'] }),
  dropMeeting: route({ method: 'DELETE', path: 'localities/:locality/boards/:id/meetings/:meeting', may: 'plan.keep', says: 'Take out a date on which a board does not meet', answer: BoardItem }),
};
