import { draft, partial, pick } from './kernel/derive';
import { Because, CalendarDate, Flag, Id, Inside, OneOf, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { DueMove, Following, KnockOn, KnockOnQuery } from './moves';
import { type SlipReason, slipReasons } from './words';

/** An action has so many milestones at most. */
export const MOST_MILESTONES = 30;

/** A point on the way of an action that can be seen to be reached, such as "Contract signed". */
export class Milestone {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Milestone', { hint: 'What can be seen to be done, such as “Contract signed”' }) title: string;
  @CalendarDate('Baseline') baselineOn: string;
  @CalendarDate('Due date') dueOn: string;
  @CalendarDate('Done on', { nullable: true }) doneOn: string | null;
  @Flag('Late', { hint: 'Due before today, and not done' }) isLate: boolean;
  @Quantity('Times the date moved') moves: number;
}

/** How far the milestones of an action are. */
export class MilestoneCount {
  @Quantity('Milestones') all: number;
  @Quantity('Done') done: number;
  @Quantity('Late') late: number;
  @Text('Next', { nullable: true }) next: string | null;
  @CalendarDate('Next is due', { nullable: true }) nextOn: string | null;
}

/** The milestones of one action and every move of a date there. */
export class Milestones {
  @Inside('Milestones, in order', () => Milestone, { many: 50 }) milestones: Milestone[];
  @Inside('Moves of dates', () => DueMove, { many: 1_000 }) moves: DueMove[];
}

export class NewMilestone extends draft(pick(Milestone, 'title', 'dueOn')) {
  @Because('Why it is added') reason?: string;
}

/** Its words; its date moves with a reason of its own. */
export class MilestoneEdit extends partial(pick(Milestone, 'title')) {
  @Because() reason?: string;
  @Version() version: number;
}

/** All milestones of the action in their new order: every one once. */
export class MilestoneOrder {
  @Id('Milestones', { many: 50 }) ids: string[];
}

/** A milestone is done on a day; empty takes that back. */
export class MilestoneDone {
  @CalendarDate('Done on', { nullable: true }) doneOn: string | null;
}

/** A milestone keeps a date: one that is not wanted any more is taken out. */
export class MilestoneMoving {
  @CalendarDate('New date') dueOn: string;
  @OneOf('Why', slipReasons) reason: SlipReason;
  @Text('Agreed by', { hint: 'The person or board who agreed to it' }) agreedBy: string;
  @Text('Note', { nullable: true, optional: true, max: 2_000, lines: true }) note?: string | null;
  @Inside('Actions that move along', () => Following, { many: 500, optional: true }) follow?: Following[];
}

export class MilestoneWithdrawal {
  @Because('Why it is taken out') reason?: string;
}

const of = 'localities/:locality/actions/:id/milestones';
const one = 'localities/:locality/milestones/:id';

export const milestoneRoutes = {
  add: route({ method: 'POST', path: of, may: 'action.keep', says: 'Add a milestone to an action; its first date is its baseline', body: NewMilestone, answer: Milestones, status: 201, refusals: ['rule'] }),
  order: route({ method: 'PUT', path: `${of}/order`, may: 'action.keep', says: 'Put the milestones of an action in another order', body: MilestoneOrder, answer: Milestones, refusals: ['rule'] }),
  edit: route({ method: 'PATCH', path: one, may: 'action.keep', says: 'Change the words of a milestone', body: MilestoneEdit, answer: Milestones, refusals: ['rule', 'stale'] }),
  done: route({ method: 'PUT', path: `${one}/done`, may: 'update.report', says: 'Say on which day a milestone was done, or that it is not', body: MilestoneDone, answer: Milestones, refusals: ['rule'] }),
  knockOn: route({ method: 'GET', path: `${one}/knock-on`, may: 'plan.read', says: 'Which actions could no longer keep their dates if this milestone moved', query: KnockOnQuery, answer: KnockOn }),
  move: route({ method: 'POST', path: `${one}/moves`, may: 'action.move_date', says: 'Move the date of a milestone, with the reason and who agreed', body: MilestoneMoving, answer: Milestones, refusals: ['rule'] }),
  withdraw: route({ method: 'POST', path: `${one}/withdrawal`, may: 'action.keep', says: 'Take a milestone out; what was said of it is kept', body: MilestoneWithdrawal, answer: Milestones, refusals: ['rule'] }),
  restore: route({ method: 'POST', path: `${one}/restoration`, may: 'action.keep', says: 'Put a milestone back', body: MilestoneWithdrawal, answer: Milestones, refusals: ['rule'] }),
};
