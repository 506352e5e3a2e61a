import { Decision, DecisionItem } from '@followthrough/contracts';
import { jsonList } from '../kernel/select';
import { askedOf, ITEMS, made, soonest } from './shown.sql';

/** What statements of other features show of decisions. */
export { askedOf, madeOn } from './shown.sql';

/** Decisions of one action, those still open first. */
export const decisionsOf = (action: string): string => jsonList(Decision, 'd', { fromWhom: askedOf }, `from decision_request d where d.action_id = ${action} and d.withdrawn_at is null order by d.state = 'open' desc, d.id desc`);

/** Open decisions as a field of a larger answer. */
export const openDecisions = (which: string): string => jsonList(DecisionItem, 'd', made, `from decision_request d join action a on a.id = d.action_id and a.withdrawn_at is null where d.withdrawn_at is null and d.state = 'open' and ${which} order by ${soonest}, d.id limit ${ITEMS}`);

/** The pages of the register, for who shows it as at a moment that has been. */
export { decisionsListed, narrowing } from './decisions.sql';
