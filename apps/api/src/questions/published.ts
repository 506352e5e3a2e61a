import { GuestQuestion, QuestionItem } from '@followthrough/contracts';
import { jsonList } from '../kernel/select';

/** What statements of other features show of questions. The question is `q`, the room `r`. */
export const questionFigures = { votes: 'votes_of(q.id)' };

export const guestFigures = {
  ...questionFigures,
  isMine: 'exists (select from support s where s.locality_id = q.locality_id and s.question_id = q.id and s.participant_id = current_guest() and s.asked)',
  isRaised: 'i_raise(q.id)',
};

const ofRoom = 'from question q where q.locality_id = r.locality_id and q.room_id = r.id order by votes_of(q.id) desc, q.asked_at limit 2000';
export const roomQuestions = jsonList(QuestionItem, 'q', questionFigures, ofRoom);
export const guestQuestions = jsonList(GuestQuestion, 'q', guestFigures, ofRoom);
