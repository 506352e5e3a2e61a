import { GuestQuestion, QuestionItem } from '@followthrough/contracts';
import { jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { guestFigures, questionFigures } from './published';

export const oneQuestion = statement('questions.one', jsonRow(QuestionItem, 'q', questionFigures, 'from question q where q.locality_id = coalesce(current_locality(), guest_locality()) and q.id = $1'));
export const oneGuestQuestion = statement('questions.guest', jsonRow(GuestQuestion, 'q', guestFigures, 'from question q where q.locality_id = guest_locality() and q.id = $1'));

/** Votes or takes the vote back, and tells the room of the votes that the question has then, if they are others: all in one statement. */
export const supportQuestion = statement(
  'questions.support',
  `select json_build_object('id', s.id, 'votes', s.votes)::text as answer,
     case when s.has_changed then tell(current_room(), 'all', 'votes', json_build_object('id', s.id, 'votes', s.votes)) end
   from support_question($1, $2) s`,
);
