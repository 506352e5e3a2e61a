import { LateAction } from '@followthrough/contracts';
import { isOpen } from '../closures/published';
import { askedOf, isEscalated, isOwed, withCycle } from '../cycles/published';
import { hasAccount } from '../kernel/person';
import { columns } from '../kernel/select';
import { statement } from '../kernel/statement';
import { isSnoozedBy } from '../snoozes/published';

/** Open actions on which an update is owed: for the open cycle, or where the plan has none, since $1 days. */
const owing = `
  select a.id, a.ref, a.title, a.accountable_person_id, ${askedOf('a')} as asked_id, c.id as cycle_id, ${isEscalated} as escalated, c.name as report_name, c.due_on as report_due_on,
    case when a.last_update_id is null then '-infinity' else a.status_on end as updated_on, case when a.last_update_id is not null then a.status_on end as last_update_on
  from action a ${withCycle('a')} where a.withdrawn_at is null and ${isOpen('a')} and ${isOwed('a', '$1::integer')}`;

/** The same gathered by whom it is asked of; those longest without an update first. */
const late = `
  select o.asked_id as owner_id, count(*) as count, min(o.updated_on) as oldest, array_agg(o.id order by o.updated_on, o.ref) as ids from owing o group by o.asked_id`;

export const chaseList = statement(
  'chases.list',
  `with owing as materialized (${owing})
   select json_build_object('days', $1::integer, 'items', coalesce(json_agg(t.one order by t.oldest, t.name), '[]'))::text as answer from (
    select l.oldest, p.name, json_build_object(
      'personId', p.id, 'name', p.name, 'email', p.email, 'hasAccount', ${hasAccount('p.id')},
      'organisationName', (select o.name from organisation o where o.id = p.organisation_id),
      'chasedToday', exists (select from chase c where c.person_id = p.id and c.chased_on = today()),
      'lastChasedOn', (select max(c.chased_on) from chase c where c.person_id = p.id),
      'count', l.count,
      'actions', (select json_agg(x) from (
        select ${columns(LateAction, 'a')} from unnest(l.ids[1:50]) with ordinality as i(id, at) join owing a on a.id = i.id order by i.at) x)) as one
    from (${late}) l left join person p on p.id = l.owner_id
    order by l.oldest, p.name limit 500) t`,
);

const letterLines = (which: string): string => `(select coalesce(json_agg(t), '[]') from (select o.id, o.ref, o.title, o.report_name as "reportName", o.report_due_on as "reportDueOn" from owing o where ${which} order by o.report_due_on, o.updated_on, o.ref limit 10) t)`;
const theirs = 'o.asked_id = p.id';
/** What others owe that this person is accountable for, once the days of grace are over. */
const accountable = 'o.escalated and o.accountable_person_id = p.id and o.asked_id is distinct from p.id';

/** Who would get a mail, with what they owe. `which`: of whom, over the person `p`; `own`: which of what is asked of them. */
const letters = (which: string, own = theirs): string => `
  with owing as materialized (${owing})
  select p.id as "personId", p.name, p.email, (select count(*)::integer from owing o where ${own}) as count, (select count(*)::integer from owing o where ${accountable}) as "lateCount",
    exists (select from chase c where c.person_id = p.id and c.chased_on = today()) as "chasedToday", ${hasAccount('p.id')} as "hasAccount",
    ${letterLines(own)} as actions, ${letterLines(accountable)} as late
  from person p where p.withdrawn_at is null and ${which} order by p.id limit 500`;

/** $2: those people only, or null for all who owe. */
export const toChase = letters(`p.id in (select asked_id from owing) and ($2::uuid[] is null or p.id = any ($2::uuid[]))`);

/** A person's own day for it is kept by the daily mail; a lead who chases by hand knows why. */
const awake = `${theirs} and not ${isSnoozedBy('p.id', 'update', 'o.id')}`;

/** $2: the cycles on account of which people are mailed today; the mail then says all that they owe. Only to people who can sign in. */
export const toRemind = letters(`p.email is not null and ${hasAccount('p.id')} and exists (select from owing o where o.cycle_id = any ($2::uuid[]) and ((${awake}) or ${accountable}))`, awake);

/** Notes who is chased today; somebody whom another lead chases at this moment is left out. */
export const noteChased = `
  insert into chase (person_id, actions) select (t ->> 'personId')::uuid, (t ->> 'count')::integer from jsonb_array_elements($1) t
  on conflict on constraint chase_once_a_day do nothing returning person_id as "personId"`;
