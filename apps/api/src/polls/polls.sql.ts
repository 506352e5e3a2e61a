import { GuestPoll, PollItem, Voted } from '@followthrough/contracts';
import { jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { guestFigures, pollFigures } from './published';

const HERE = 'from poll p where p.locality_id = coalesce(current_locality(), guest_locality()) and p.id = $1';
export const onePoll = statement('polls.one', jsonRow(PollItem, 'p', pollFigures, HERE));
export const oneGuestPoll = statement('polls.guest', jsonRow(GuestPoll, 'p', guestFigures, HERE));
export const votedSoFar = statement('polls.voted', jsonRow(Voted, 'p', pollFigures, HERE));
