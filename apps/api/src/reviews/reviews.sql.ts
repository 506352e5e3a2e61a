import { ReviewItem } from '@followthrough/contracts';
import { jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';

const made = {
  frameworkTitle: `(select f.title || ', ' || f.edition from framework f where f.id = r.framework_id)`,
  findings: '(select count(*) from finding f where f.review_id = r.id and f.withdrawn_at is null)',
  unanswered: `(select count(*) from finding f where f.review_id = r.id and f.withdrawn_at is null and f.kind in ('area_for_improvement', 'challenge')
    and not exists (select from action_finding l join action a on a.id = l.action_id and a.withdrawn_at is null where l.finding_id = f.id))`,
};

export const allReviews = statement('reviews.all', `select json_build_object('items', ${jsonList(ReviewItem, 'r', made, 'from review r where r.withdrawn_at is null order by coalesce(r.published_on, r.fieldwork_to, r.fieldwork_from) desc nulls first, r.id desc')})::text as answer`);

export const oneReview = statement('reviews.one', jsonRow(ReviewItem, 'r', made, 'from review r where r.id = $1 and r.withdrawn_at is null'));
