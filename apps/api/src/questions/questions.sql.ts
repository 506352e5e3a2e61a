import { GuestQuestion, QuestionItem, Votes } from '@followthrough/contracts';
import { columns, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { guestFigures, questionFigures } from './published';

export const oneQuestion = statement('questions.one', jsonRow(QuestionItem, 'q', questionFigures, 'from question q where q.locality_id = coalesce(current_locality(), guest_locality()) and q.id = $1'));
export const oneGuestQuestion = statement('questions.guest', jsonRow(GuestQuestion, 'q', guestFigures, 'from question q where q.locality_id = guest_locality() and q.id = $1'));

/** A vote given or taken back, and the votes that the question has then. */
export const supported = `select ${columns(Votes, 's')}, s.has_changed from support_question($1, $2) s`;
