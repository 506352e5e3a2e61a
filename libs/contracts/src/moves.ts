import { RelatedAction } from './dependencies';
import { pick } from './kernel/derive';
import { CalendarDate, Id, Inside, OneOf, Quantity, Text } from './kernel/fields';
import { type SlipReason, slipReasons } from './words';

/** An action that moves along, and the day that it moves to: as the knock-on showed it. */
export class Following {
  @Id('Action') id: string;
  @CalendarDate('New due date') dueOn: string;
}

/** A due date never moves silently. */
export class DueMoving {
  @CalendarDate('New due date', { nullable: true, hint: 'Leave empty when there is no date any more' }) dueOn: string | null;
  @OneOf('Why', slipReasons) reason: SlipReason;
  @Text('Agreed by', { hint: 'The person or board who agreed to it' }) agreedBy: string;
  @Text('Note', { nullable: true, optional: true, max: 2_000, lines: true }) note?: string | null;
  @Inside('Actions that move along', () => Following, { many: 500, optional: true, hint: 'All that the knock-on showed, or none: then they stay, and are late' }) follow?: Following[];
}

/** One move of a due date: the action's own, or that of a milestone on the way. */
export class DueMove {
  @Id('Id') id: string;
  @Id('Milestone', { nullable: true, hint: 'Empty for the due date of the action itself' }) milestoneId: string | null;
  @Text('Milestone', { nullable: true }) milestoneTitle: string | null;
  @CalendarDate('From') fromOn: string;
  @CalendarDate('To', { nullable: true }) toOn: string | null;
  @OneOf('Why', slipReasons) reason: SlipReason;
  @Text('Note', { nullable: true, max: 2_000 }) note: string | null;
  @Text('Agreed by') agreedBy: string;
  @Text('Moved by', { nullable: true }) movedByName: string | null;
  @CalendarDate('Moved on') movedOn: string;
}

export class KnockOnQuery {
  @CalendarDate('New due date') dueOn: string;
}

/** An action that a move reaches. `waitsFor` is the ref of what holds it up: the last to be done of those that do. */
export class Reached extends pick(RelatedAction, 'id', 'planId', 'ref', 'title') {
  @Text('Plan') planTitle: string;
  @CalendarDate('Due now') fromOn: string;
  @CalendarDate('Not before') toOn: string;
  @Quantity('Days later', { min: 1 }) days: number;
  @Text('Waits for', { max: 40 }) waitsFor: string;
}

/** What follows from a move. `moves` cannot keep their dates: something has to be done before them. `softly` are only helped by what moves, and may still keep theirs. */
export class KnockOn {
  @Inside('Cannot keep their dates', () => Reached, { many: 500 }) moves: Reached[];
  @Inside('Lose what was to open the way', () => Reached, { many: 500 }) softly: Reached[];
}
