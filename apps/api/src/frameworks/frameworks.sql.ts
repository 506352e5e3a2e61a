import { Criterion, FrameworkItem } from '@followthrough/contracts';
import { jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';

const made = {
  reviews: '(select count(*) from review r where r.framework_id = f.id and r.withdrawn_at is null)',
  criteria: jsonList(Criterion, 'c', {}, 'from criterion c where c.framework_id = f.id order by c.position'),
};

/** The blank one last: it is for what the others do not fit. */
export const allFrameworks = statement('frameworks.all', `select json_build_object('items', ${jsonList(FrameworkItem, 'f', made, `from framework f order by f.provenance = 'own', f.title, f.edition desc`)})::text as answer`);
