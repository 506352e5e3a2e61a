import { ME } from '../demand/published';
import { statement } from '../kernel/statement';
import { giversIn, list } from '../loads/published';
import { givenTo, WHO, workIn } from '../proof/published';
import { productiveTimeHere } from '../supply/published';

/** The weeks of person $1 (null: who asks), what they have to do and can give; for them and the leads of their employer. */
export const daysChecks = statement(
  'days-checks.read',
  `with ${ME}, span as materialized (select date_trunc('week', today()::timestamp)::date - 7 as today), ${WHO},
   seen as materialized (select w.id from who w where w.id = coalesce($1, current_person()) and w.is_seen)
   select json_build_object('today', today(), 'time', ${productiveTimeHere}, 'id', s.id, 'isMe', s.id = current_person(), 'people', ${giversIn('select z.id from seen z')}, 'work', ${workIn(givenTo('select z.id from seen z'))},
     'weeks', ${list('select c.week, c.planned_minutes as "plannedMinutes", c.answer, coalesce(c.minutes, c.planned_minutes) as minutes from days_check c where c.person_id = s.id order by c.week desc limit 26')})::text as answer
   from seen s`,
);
