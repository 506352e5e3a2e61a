import { OutcomeOrigin } from '@followthrough/contracts';
import { jsonList } from '../kernel/select';

/** What statements of other features show of an outcome's origin; `of` is the outcome's id. */
export const originsOf = (of: string): string => jsonList(OutcomeOrigin, 'g', { kind: `case when g.question_id is null then 'poll' else 'question' end`, arePoints: `g.choice is not null and exists (select from poll p where p.id = g.poll_id and p.kind = 'ranking')` }, `from outcome_origin g where g.outcome_id = ${of} order by g.place, g.id`);
