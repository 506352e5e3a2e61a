import { PlanItem } from '@followthrough/contracts';
import { jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { approvalOf } from '../versions/approved';

const counted = (which: string) => `(select count(*) from action a where a.plan_id = p.id and a.withdrawn_at is null${which})`;
const counts = {
  actions: counted(''),
  openActions: counted(` and a.status not in ('complete', 'embedded')`),
  overdueActions: counted(` and a.status not in ('complete', 'embedded') and a.due_on < today()`),
  approval: approvalOf('p.id'),
  unresolvedDates: counted(' and a.due_on is null and a.due_text is not null and not a.due_text_kept'),
};

export const allPlans = statement('plans.all', `select json_build_object('items', ${jsonList(PlanItem, 'p', counts, 'from plan p where p.withdrawn_at is null order by lower(p.title)')})::text as answer`);

export const onePlan = statement('plans.one', jsonRow(PlanItem, 'p', counts, 'from plan p where p.id = $1 and p.withdrawn_at is null'));
