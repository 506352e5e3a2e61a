import { Found, SearchAnswer } from '@followthrough/contracts';
import { columns, jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';
import { shownWords } from '../status-words/published';

/** The search functions say which; row security still says who may see it. */
const items = jsonList(
  Found,
  'f',
  {},
  `from (
     select distinct on (kind, id) * from (
       select 'action' as kind, a.id, a.ref, a.title, p.title as within, a.status, s.rank from search_actions($1) s join action a on a.id = s.id join plan p on p.id = a.plan_id
       union all
       select 'finding', f.id, f.ref, left(f.quotation, 300), r.title, null, s.rank from search_findings($1) s join finding f on f.id = s.id join review r on r.id = f.review_id
       union all
       select 'cause', c.id, null, c.text, (select left(string_agg(f.ref, ', ' order by f.ref), 500) from finding_cause l join finding f on f.id = l.finding_id where l.cause_id = c.id and f.withdrawn_at is null), null, s.rank from search_causes($1) s join cause c on c.id = s.id
     ) every order by kind, id, rank desc
   ) f order by f.rank desc, f.kind, f.ref limit 20`,
);

export const search = statement('search.find', `select to_json(t)::text as answer from (select ${columns(SearchAnswer, 's', { items, words: shownWords })}) t`);
