import { Criterion, FrameworkItem } from '@followthrough/contracts';
import { jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';

const made = {
  basedOn: `(select b.title || ', ' || b.edition from framework b where b.id = f.based_on_id)`,
  reviews: '(select count(*) from review r where r.framework_id = f.id and r.withdrawn_at is null)',
  criteria: jsonList(Criterion, 'c', {}, 'from criterion c where c.framework_id = f.id order by c.position'),
};

/** What this locality made comes first, its drafts before all; the blank one last: it is for what the others do not fit. */
export const allFrameworks = statement(
  'frameworks.all',
  `select json_build_object('items', ${jsonList(FrameworkItem, 'f', made, `from framework f where f.withdrawn_at is null order by f.shipped, f.state = 'published', f.provenance = 'own' and f.shipped, f.title, f.published_at desc, f.edition desc limit 200`)})::text as answer`,
);

export const oneFramework = statement('frameworks.one', jsonRow(FrameworkItem, 'f', made, 'from framework f where f.id = $1 and f.withdrawn_at is null'));
