import { DueMove, Milestone } from '@followthrough/contracts';
import { nameOf } from '../kernel/person';
import { jsonList } from '../kernel/select';

/** Whether a milestone is past its day and not done. */
export const isLateMilestone = (m: string): string => `(${m}.done_on is null and ${m}.due_on < today())`;

/** The milestones of an action, in order, as a field of a larger answer. */
export const milestonesOf = (action: string): string =>
  jsonList(Milestone, 'm', { isLate: isLateMilestone('m'), moves: '(select count(*) from due_move d where d.milestone_id = m.id)' }, `from milestone m where m.action_id = ${action} and m.withdrawn_at is null order by m.position, m.id`);

/** Every move of a date of the action and of its milestones, or those of them that are `which` (over `m`), the latest first. */
export const movesOf = (action: string, which = ''): string =>
  jsonList(DueMove, 'm', { milestoneTitle: '(select s.title from milestone s where s.id = m.milestone_id)', movedByName: nameOf('m.moved_by') }, `from due_move m where m.action_id = ${action} ${which} order by m.id desc limit 1000`);

/** How far the milestones of an action are: one object. */
export const milestoneCount = (action: string): string =>
  `(select json_build_object('all', count(*), 'done', count(m.done_on), 'late', count(*) filter (where ${isLateMilestone('m')}), 'next', (array_agg(m.title order by m.due_on, m.position) filter (where m.done_on is null))[1], 'nextOn', min(m.due_on) filter (where m.done_on is null))
    from milestone m where m.action_id = ${action} and m.withdrawn_at is null)`;

/** Whether a milestone of an action is past its day and not done. */
export const hasLateMilestone = (action: string): string => `exists (select from milestone m where m.action_id = ${action} and m.withdrawn_at is null and ${isLateMilestone('m')})`;
