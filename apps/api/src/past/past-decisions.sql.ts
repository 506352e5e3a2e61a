import { PastDecisionItem } from '@followthrough/contracts';
import { decisionsListed, madeOn } from '../decisions/published';
import { statement } from '../kernel/statement';
import { asAt, DAY, momentOf, PLAN } from './moment.sql';
import { namedThen, tableThen } from './tables-then.sql';

// No more than is asked for: the planner cannot know how few rows are put back, and joins them one by one.
const tables = [
  tableThen('board', ['id', 'name']),
  tableThen('decision_request', ['id', 'action_id', 'what', 'board_id', 'from_whom', 'needed_by', 'state', 'note', 'settled_on', 'settled_by', 'asked_by', 'asked_on', 'withdrawn_at'], (d) => `${d}.withdrawn_at is null and ${d}.state = any ($1::text[])`),
  // As at a report, its own plan's: the pages of those actions are frozen with it.
  tableThen('action', ['id', 'plan_id', 'ref', 'title', 'withdrawn_at'], (a) => `(${PLAN} is null or ${a}.plan_id = ${PLAN}) and ${a}.id in (select d.action_id from decision_request d)`),
  namedThen('select d.asked_by from decision_request d', 'select d.settled_by from decision_request d'),
].join(',\n  ');

const listed = decisionsListed(PastDecisionItem, madeOn(DAY), { asAt });
const page = (report: string, day: string, text: string): string => `with ${momentOf(report, day, '$2')}, ${tables} ${text} having exists (select from moment)`;

/** The register as it was, by the statement of now. After its own values: report or null, day or null. */
export const pastDecisions = {
  first: statement('past.decisions.first', page('$5', '$6', listed.first)),
  further: statement('past.decisions.further', page('$7', '$8', listed.further)),
};
