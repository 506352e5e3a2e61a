import { type Statement, statement } from '../kernel/statement';
import { DAY, momentOf } from './moment.sql';
import { wholeThen } from './tables-then.sql';

/** The tables that screens of the past read as they were; of each, what was changed or deleted since is put back from the audit. */
const KEPT = [
  'action', 'action_cause', 'action_finding', 'action_measure', 'action_organisation', 'action_programme', 'board', 'board_meeting', 'cause', 'co_production_step', 'criterion', 'decision_request', 'dependency', 'diagnosis', 'due_move', 'file', 'finding', 'finding_cause', 'finding_criterion', 'finding_measure', 'framework', 'measure', 'milestone',
  'organisation', 'outcome', 'outcome_finding', 'person', 'plan', 'plan_board', 'plan_signature', 'plan_sponsor', 'quotation_correction', 'review', 'summit', 'thread', 'why', 'why_evidence',
];
/** Read as they are: the moment and its report, the history itself, and the words of the states, which no day has kept. */
const AS_THEY_ARE = ['moment', 'head', 'audit', 'status_word'];

const READS = /\b(?:from|join) (?!lateral\b)(\w+)\b(?!\()/g;
const MAKES = /\b(\w+)(?: \(\w+\))? as (?:materialized )?\(/g;
const namesIn = (text: string, pattern: RegExp): ReadonlySet<string> => new Set([...text.matchAll(pattern)].map(([, name = '']) => name));

/**
 * The statement of a present screen, asked of a moment that has been: its tables as they were stand before the real ones
 * under the same names, so that a screen of the past says what the present one said then, and cannot come to differ from it.
 * A table that is not known here is refused at once. After its own values: report or null, day or null.
 */
export const ofThePast = (name: string, present: string): Statement => statement(name, asItWas(name, present));

/** The same for a question of many shapes, which no connection keeps prepared. */
export function asItWas(name: string, present: string): string {
  const made = namesIn(present, MAKES);
  const read = [...namesIn(present, READS)].filter((one) => !made.has(one) && !AS_THEY_ARE.includes(one));
  const unknown = read.filter((one) => !KEPT.includes(one));
  if (unknown.length > 0) throw new Error(`${name} reads what is not kept as it was: ${unknown.join(', ')}`);
  const values = Math.max(0, ...[...present.matchAll(/\$(\d+)/g)].map(([, place]) => Number(place)));
  return `with ${momentOf(`$${values + 1}`, `$${values + 2}`, 'null')}, ${read.map(wholeThen).join(',')} select seen.answer from moment cross join (${present.replaceAll('today()', DAY)}) seen`;
}
