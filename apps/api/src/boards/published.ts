import { BoardChoice, BoardItem, BoardMeeting, BoardPlan } from '@followthrough/contracts';
import { jsonList } from '../kernel/select';

/** The day on which a board meets next, today included. */
export const nextMeeting = (board: string): string => `(select min(m.held_on) from board_meeting m where m.board_id = ${board} and m.held_on >= today())`;

/** The board of a plan that meets first, or of those that meet no more, any: its name, or what else is asked of it. */
export const firstBoard = (plan: string, what = 'b.name'): string => `(select ${what} from plan_board l join board b on b.id = l.board_id where l.plan_id = ${plan} order by ${nextMeeting('b.id')}, lower(b.name) limit 1)`;

/** The boards that can be chosen, those that the plan reports to before the others. */
export const boardChoices = (plan: string): string =>
  jsonList(BoardChoice, 'b', {}, `from board b where b.retired_on is null order by not exists (select from plan_board l where l.plan_id = ${plan} and l.board_id = b.id), lower(b.name) limit 500`);

/** What is shown of a board beside its columns. */
export const shown = {
  meetings: jsonList(BoardMeeting, 'm', {}, 'from board_meeting m where m.board_id = b.id order by m.held_on limit 500'),
  nextOn: nextMeeting('b.id'),
  plans: jsonList(BoardPlan, 'p', {}, 'from plan_board l join plan p on p.id = l.plan_id and p.withdrawn_at is null where l.board_id = b.id order by lower(p.title)'),
  waiting: `(select count(*) from decision_request d join action a on a.id = d.action_id and a.withdrawn_at is null where d.board_id = b.id and d.state = 'open' and d.withdrawn_at is null)`,
};

/** The boards that a plan reports to, as a field of a larger answer. */
export const boardsOf = (plan: string): string => jsonList(BoardItem, 'b', shown, `from plan_board r join board b on b.id = r.board_id where r.plan_id = ${plan} order by lower(b.name)`);
