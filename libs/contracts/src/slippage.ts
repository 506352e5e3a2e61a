import { CalendarDate, Id, Inside, OneOf, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { type SlipReason, slipReasons } from './words';

/** How much slipped for one reason. An action that moved for two counts under each. */
export class Slipped {
  @OneOf('Why', slipReasons) reason: SlipReason;
  @Quantity('Moves') moves: number;
  @Quantity('Actions') actions: number;
  @Quantity('Days later', { hint: 'Calendar days of the moves to a later day, added up; a move to an earlier day, or to none, adds nothing' }) days: number;
}

/** One move of an action’s due date. */
export class SlippedAction {
  @Id('Id') id: string;
  @Id('Action') actionId: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @CalendarDate('From') fromOn: string;
  @CalendarDate('To', { nullable: true }) toOn: string | null;
  @Quantity('Days later', { nullable: true, min: -1_000_000, hint: 'Less than none where it was brought forward; empty where there is no date any more' }) days: number | null;
  @OneOf('Why', slipReasons) reason: SlipReason;
  @Text('Agreed by') agreedBy: string;
  @CalendarDate('Moved on') movedOn: string;
}

export class SlippageQuery {
  @Id('Plan', { optional: true }) plan?: string;
  @Id('Accountable organisation', { optional: true }) organisation?: string;
  @CalendarDate('Moved from', { optional: true }) from?: string;
  @CalendarDate('Moved until', { optional: true }) until?: string;
  @OneOf('Why', slipReasons, { optional: true }) reason?: SlipReason;
  @Text('After', { optional: true, max: 2_000 }) after?: string;
}

/** What slipped and why, the latest move first. Sums and total are of all that was asked for and come with the first page. */
export class SlippageList {
  @Inside('By reason, most days first', () => Slipped, { many: 6, nullable: true }) reasons: Slipped[] | null;
  @Inside('Moves', () => SlippedAction, { many: 50 }) items: SlippedAction[];
  @Text('Next page', { nullable: true, max: 2_000 }) next: string | null;
  @Quantity('Moves in all', { nullable: true }) total: number | null;
}

export const slippageRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/slippage', may: 'plan.read', says: 'Which due dates moved, why and by how many days', query: SlippageQuery, answer: SlippageList }),
};
