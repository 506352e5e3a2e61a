import { PastCapacityAction } from '@followthrough/contracts';
import { loadsOn, sharesOn } from '../capacity/published';
import { statement } from '../kernel/statement';
import { asAt, DAY, momentOf } from './moment.sql';
import { tableThen } from './tables-then.sql';

const tables = [
  tableThen('action', ['id', 'plan_id', 'ref', 'title', 'accountable_organisation_id', 'days_needed', 'start_on', 'due_on', 'status', 'disposition', 'withdrawn_at'], (a) => `${a}.withdrawn_at is null`),
  tableThen('organisation', ['id', 'name', 'valid_to', 'withdrawn_at']),
  tableThen('confirmed_days', ['organisation_id', 'month', 'days']),
].join(',\n  ');

const then = (report: string, day: string): string => `${momentOf(report, day, 'null')}, ${tables},`;

/** Demand over supply as it was, of all plans together: one plan's demand over everybody's days would say too little. $1 report or null, $2 day or null. */
export const pastCapacity = statement('past.capacity', `${loadsOn(DAY, then('$1', '$2'), { asAt })} where exists (select from moment)`);

/** $1 report or null, $2 organisation or null, $3 first of the month, $4 day or null. */
export const pastCapacityActions = statement('past.capacity.actions', `${sharesOn(DAY, PastCapacityAction, then('$1', '$4'), { asAt })} where exists (select from moment)`);
