import { BoardItem, BoardMeeting, BoardPlan } from '@followthrough/contracts';
import { jsonList } from '../kernel/select';

/** The day on which a board meets next, today included. */
export const nextMeeting = (board: string): string => `(select min(m.held_on) from board_meeting m where m.board_id = ${board} and m.held_on >= today())`;

/** The name of the board of a plan that meets first; of those that meet no more, any. */
export const firstBoard = (plan: string): string => `(select b.name from plan_board l join board b on b.id = l.board_id where l.plan_id = ${plan} order by ${nextMeeting('b.id')}, lower(b.name) limit 1)`;

/** What is shown of a board beside its columns. */
export const shown = {
  meetings: jsonList(BoardMeeting, 'm', {}, 'from board_meeting m where m.board_id = b.id order by m.held_on limit 500'),
  nextOn: nextMeeting('b.id'),
  plans: jsonList(BoardPlan, 'p', {}, 'from plan_board l join plan p on p.id = l.plan_id and p.withdrawn_at is null where l.board_id = b.id order by lower(p.title)'),
};

/** The boards that a plan reports to, as a field of a larger answer. */
export const boardsOf = (plan: string): string => jsonList(BoardItem, 'b', shown, `from plan_board r join board b on b.id = r.board_id where r.plan_id = ${plan} order by lower(b.name)`);
