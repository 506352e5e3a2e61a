import { nameOf } from '../kernel/person';

/** Who is asked, as people read it: the board as it is called now, or whoever else was named. */
export const askedOf = '(coalesce((select g.name from board g where g.id = d.board_id), d.from_whom))';

/** What a row of the register shows. `today` is a date as SQL. */
export const madeOn = (today: string) => ({ fromWhom: askedOf, ref: 'a.ref', title: 'a.title', askedByName: nameOf('d.asked_by'), settledByName: nameOf('d.settled_by'), isLate: `coalesce(d.state <> 'taken' and d.needed_by < ${today}, false)` });
export const made = madeOn('today()');
export const ITEMS = 50;
export const soonest = `coalesce(d.needed_by, 'infinity')`;
