import { MeasureBrief } from '@followthrough/contracts';
import { columns, jsonList } from '../kernel/select';

/** What statements of other features show of measures. */

/** Those still counted first. */
const from = (table: string, key: string, of: string): string => `from ${table} l join measure m on m.id = l.measure_id and m.withdrawn_at is null where l.${key} = ${of} order by m.retired_on is not null, lower(m.title), m.id limit 100`;

export const measuresOfAction = (action: string): string => jsonList(MeasureBrief, 'm', {}, from('action_measure', 'action_id', action));
export const measuresOfFinding = (finding: string): string => jsonList(MeasureBrief, 'm', {}, from('finding_measure', 'finding_id', finding));

/** One measure in brief; null where there is none. */
export const measureOf = (measure: string): string => `(select to_json(t) from (select ${columns(MeasureBrief, 'm')} from measure m where m.id = ${measure}) t)`;

/** A measure of that action is counted still. */
export const isMeasured = (action: string): string => `exists (select from action_measure l join measure m on m.id = l.measure_id where l.action_id = ${action} and m.withdrawn_at is null and m.retired_on is null)`;

/** The list and the page of a measure, for who shows them as at a moment that has been. */
export { actionsShown, measureShown, measuresListed, narrowing } from './measures.sql';
