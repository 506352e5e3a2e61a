import { MyAmendments } from '@followthrough/contracts';
import { access } from '@followthrough/domain';
import { jsonList } from '../kernel/select';
import { amendmentFigures } from './figures.sql';

/** Everything agreed that has changed since a plan's last version, for the report that a board reads: $1 is the plan. See changes.sql.ts. */
export { amended } from './changes.sql';

const mayApprove = `exists (select from membership m where m.person_id = current_person() and m.ended_at is null and m.roles && '{${access['plan.approve'].join()}}'::text[])`;

/** For those who record what boards say: the plans with changes that no board has said anything of, most changes first. */
export const amendmentsForMe = jsonList(
  MyAmendments,
  'w',
  {},
  `from (
    select p.id, p.title, (c.counts ->> 'waiting')::integer as waiting, v.number, v.approved_on
    from plan p join lateral (select x.number, x.approved_on from plan_version x where x.plan_id = p.id order by x.number desc limit 1) v on true cross join lateral (select ${amendmentFigures('p.id')} as counts) c
    where p.withdrawn_at is null and ${mayApprove} and exists (select from plan_amended m where m.plan_id = p.id)) w
   where w.waiting > 0 order by w.waiting desc, lower(w.title), w.id limit 20`,
);

/** Rows and names of a moment that has been, for the screens that can be seen as at one. See state.sql.ts. */
export { asColumn, nameAt, organisationAt, overlaid, rowsThen } from './state.sql';
