import { Action, ActionGroup, ActionQuery } from './actions';
import { RelatedAction } from './dependencies';
import { pick } from './kernel/derive';
import { CalendarDate, Flag, Inside, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { LadderLink } from './ladder';
import { Milestone } from './milestones';
import { ShownWord } from './status-words';

/** A page of the timeline has so many rows at most. */
export const TIMELINE_ROWS = 500;

export class TimelineMilestone extends pick(Milestone, 'id', 'title', 'baselineOn', 'dueOn', 'doneOn', 'isLate') {}

/** One row: an action as it was planned, and as it stands. */
export class TimelineAction extends pick(Action, 'id', 'planId', 'ref', 'title', 'horizon', 'status', 'startOn', 'startText', 'baselineDueOn', 'dueOn', 'dueText', 'disposition') {
  @Text('Owner', { nullable: true }) ownerName: string | null;
  @Flag('Work on it goes on') isOpen: boolean;
  @Flag('Overdue') overdue: boolean;
  @Quantity('Times the due date moved') moves: number;
  @Inside('Milestones, in order', () => TimelineMilestone, { many: 50 }) milestones: TimelineMilestone[];
  @Text('Group', { nullable: true, max: 500, hint: 'The heading that this row is under' }) group: string | null;
}

/** An action at either end of a dependency. It need not be among the rows: it may be filtered out, or of another plan. */
export class TimelineEnd extends pick(RelatedAction, 'id', 'planId', 'ref', 'title', 'dueOn') {
  @Flag('Work on it goes on') isOpen: boolean;
  @Flag('Asked for', { hint: 'The filter holds for it' }) isAsked: boolean;
}

/** A page of rows. What holds for all of them, from the total to the last day, comes with the first page; later pages have null there. */
export class TimelinePage {
  @CalendarDate('As at') today: string;
  @Inside('Actions', () => TimelineAction, { many: TIMELINE_ROWS }) items: TimelineAction[];
  @Text('Next page', { nullable: true, max: 2_000 }) next: string | null;
  @Quantity('Actions in all', { nullable: true }) total: number | null;
  @Inside('Headings', () => ActionGroup, { many: 5_000, nullable: true }) groups: ActionGroup[] | null;
  @Inside('Dependencies', () => LadderLink, { many: 20_000, nullable: true }) links: LadderLink[] | null;
  @Inside('Actions that depend on each other', () => TimelineEnd, { many: 40_000, nullable: true }) ends: TimelineEnd[] | null;
  @CalendarDate('First day', { nullable: true, hint: 'Of all dates of all rows' }) firstOn: string | null;
  @CalendarDate('Last day', { nullable: true }) lastOn: string | null;
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

export const timelineRoutes = {
  show: route({ method: 'GET', path: 'localities/:locality/timeline', may: 'plan.read', says: 'The actions of the plan table over time: dates, baselines, milestones, dependencies', query: ActionQuery, answer: TimelinePage }),
};
