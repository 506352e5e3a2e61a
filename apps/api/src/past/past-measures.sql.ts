import { PastMeasure, PastMeasuredAction } from '@followthrough/contracts';
import { statement } from '../kernel/statement';
import { actionsShown, measureShown, measuresListed } from '../measures/published';
import { asAt, momentOf } from './moment.sql';
import { wordsThen } from './past.sql';
import { addedThen, namedThen, tableThen } from './tables-then.sql';

const MEASURE = ['id', 'title', 'unit', 'direction', 'target', 'target_on', 'source', 'retired_on', 'replaced_by_id', 'variation', 'assurance', 'latest_value', 'latest_on', 'baseline_value', 'withdrawn_at'];

/** Measures with what they belong to. A figure is known from when it was added, and stands until it was corrected. */
const measured = (action: readonly string[], finding: readonly string[], links: (link: string) => string = () => 'true'): string =>
  [
    tableThen('measure', MEASURE),
    addedThen('measure_point'),
    tableThen('action_measure', ['action_id', 'measure_id'], links),
    tableThen('finding_measure', ['finding_id', 'measure_id'], links),
    tableThen('action', ['id', 'ref', 'title', 'withdrawn_at', ...action], (a) => `${a}.id in (select l.action_id from action_measure l)`),
    tableThen('finding', ['id', 'ref', 'quotation', 'withdrawn_at', ...finding], (f) => `${f}.id in (select l.finding_id from finding_measure l)`),
  ].join(',\n  ');

/** As the list of now counts them, all at once: rows that were put back have no index to count each measure's by. */
const belonging = (thing: string): string => `${thing}s_of as materialized (select l.measure_id, count(*) as many from ${thing}_measure l join ${thing} o on o.id = l.${thing}_id and o.withdrawn_at is null group by l.measure_id)`;
const counted = Object.fromEntries(['action', 'finding'].map((thing) => [`${thing}s`, `coalesce((select c.many from ${thing}s_of c where c.measure_id = m.id), 0)`]));

/** The list as it was, by the statement of now. After its own values: $7 report or null, $8 day or null. */
export const pastMeasures = statement('past.measures', `with ${momentOf('$7', '$8', 'null')}, ${measured([], [])}, ${belonging('action')}, ${belonging('finding')} ${measuresListed(counted, { asAt })} from moment`);

/** One measure as it was. $1 measure, $2 report or null, $3 day or null. */
export const pastMeasure = statement(
  'past.measure',
  `with ${momentOf('$2', '$3', 'null')}, ${measured(['plan_id', 'status'], ['kind', 'review_id'], (link) => `${link}.measure_id = $1::uuid`)},
  ${tableThen('plan', ['id', 'title'])},
  ${tableThen('review', ['id', 'title'])},
  ${namedThen('select p.added_by from measure_point p where p.measure_id = $1::uuid')}
  ${measureShown(PastMeasure, { actions: actionsShown(PastMeasuredAction), asAt, words: wordsThen })} where exists (select from moment)`,
);
