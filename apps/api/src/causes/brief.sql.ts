import { isOpen } from '../closures/published';
import { treatsOnlySymptom } from './gaps.sql';

/** Action `b` in brief. */
export const brief = {
  planTitle: '(select p.title from plan p where p.id = b.plan_id)',
  overdue: `coalesce(b.due_on < today() and ${isOpen('b')}, false)`,
  symptomOnly: treatsOnlySymptom('b.id'),
};

/** Late before others, then by their state: what needs somebody stands first where not all are shown. */
export const worstFirst = `coalesce(b.due_on < today() and ${isOpen('b')}, false) desc, kernel.urgency(b.status), b.ref, b.id`;
