import { GuestPoll, PollItem } from '@followthrough/contracts';
import { jsonList } from '../kernel/select';

/** What statements of other features show of polls. The poll is `p`, the room `r`. */
export const pollFigures = { voted: 'poll_voted(p.id)', result: 'poll_result(p.id)' };

export const guestFigures = {
  ...pollFigures,
  hasVoted: 'exists (select from poll_voter v where v.locality_id = p.locality_id and v.poll_id = p.id and v.participant_id = current_guest())',
  mine: '(select b.choices from ballot b where b.locality_id = p.locality_id and b.poll_id = p.id and b.participant_id = current_guest())',
};

/** In the order in which they were made. */
const ofRoom = 'from poll p where p.locality_id = r.locality_id and p.room_id = r.id order by p.id limit 100';
export const roomPolls = jsonList(PollItem, 'p', pollFigures, ofRoom);
export const guestPolls = jsonList(GuestPoll, 'p', guestFigures, ofRoom);
