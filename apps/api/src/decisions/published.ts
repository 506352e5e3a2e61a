import { Decision, DecisionItem } from '@followthrough/contracts';
import { nameOf } from '../kernel/person';
import { jsonList } from '../kernel/select';

/** Who is asked, as people read it: the board as it is called now, or whoever else was named. */
export const askedOf = '(coalesce((select g.name from board g where g.id = d.board_id), d.from_whom))';

/** What statements of other features show of decisions. */
export const made = { fromWhom: askedOf, ref: 'a.ref', title: 'a.title', askedByName: nameOf('d.asked_by'), settledByName: nameOf('d.settled_by'), isLate: `coalesce(d.state <> 'taken' and d.needed_by < today(), false)` };
export const ITEMS = 50;
export const soonest = `coalesce(d.needed_by, 'infinity')`;

/** Decisions of one action, those still open first. */
export const decisionsOf = (action: string): string => jsonList(Decision, 'd', { fromWhom: askedOf }, `from decision_request d where d.action_id = ${action} and d.withdrawn_at is null order by d.state = 'open' desc, d.id desc`);

/** Open decisions as a field of a larger answer. */
export const openDecisions = (which: string): string => jsonList(DecisionItem, 'd', made, `from decision_request d join action a on a.id = d.action_id and a.withdrawn_at is null where d.withdrawn_at is null and d.state = 'open' and ${which} order by ${soonest}, d.id limit ${ITEMS}`);
