import { Doorway, GuestRoom, Room } from '@followthrough/contracts';
import { columns, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { guestPolls, roomPolls } from '../polls/published';
import { guestQuestions, roomQuestions } from '../questions/published';

/** The last event that this picture may hold already: its stream goes on from there, and telling one twice does no harm. */
const position = '(select coalesce(max(e.number), 0) from event e where e.locality_id = r.locality_id and e.room_id = r.id)';

export const oneRoom = statement('rooms.one', jsonRow(Room, 'r', {}, 'from room r where r.summit_id = $1'));

/** The room as everybody in it is told of it. */
export const shownRoom = statement('rooms.shown', jsonRow(GuestRoom, 'r', {}, 'from room r where r.id = $1'));

export const roomPage = statement(
  'rooms.page',
  `select json_build_object('position', ${position}, 'people', participants_of(r.id), 'title', t.title,
     'room', (select to_json(x) from (select ${columns(Room, 'r')}) x), 'questions', ${roomQuestions}, 'polls', ${roomPolls})::text as answer
   from room r join summit t on t.locality_id = r.locality_id and t.id = r.summit_id where r.summit_id = $1`,
);

export const guestPage = statement(
  'rooms.guest',
  `select json_build_object('position', ${position}, 'title', g.title, 'locality', g.locality, 'name', (select p.name from participant p where p.id = current_guest()),
     'room', (select to_json(x) from (select ${columns(GuestRoom, 'r')}) x), 'questions', ${guestQuestions}, 'polls', ${guestPolls})::text as answer
   from room r cross join guest_title() g where r.locality_id = guest_locality() and r.id = current_room()`,
);

export const doorway = statement('rooms.doorway', jsonRow(Doorway, 'd', {}, 'from read_doorway($1, $2) d'));

export const peopleIn = statement('rooms.people', `select json_build_object('people', participants_of($1))::text as answer`);
