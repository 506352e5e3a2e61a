import { LateAction } from '@followthrough/contracts';
import { hasAccount } from '../kernel/person';
import { columns } from '../kernel/select';
import { statement } from '../kernel/statement';

/** Open actions without an update for $1 days, gathered by owner; those longest without one first. */
const late = `
  select a.owner_id, count(*) as count, min(case when a.last_update_id is null then '-infinity' else a.status_on end) as oldest,
    array_agg(a.id order by case when a.last_update_id is null then '-infinity' else a.status_on end, a.ref) as ids
  from action a
  where a.withdrawn_at is null and a.status not in ('complete', 'embedded') and (a.last_update_id is null or a.status_on < today() - $1::integer)
  group by a.owner_id`;

export const chaseList = statement(
  'chases.list',
  `select json_build_object('days', $1::integer, 'items', coalesce(json_agg(t.one order by t.oldest, t.name), '[]'))::text as answer from (
    select l.oldest, p.name, json_build_object(
      'personId', p.id, 'name', p.name, 'email', p.email, 'hasAccount', ${hasAccount('p.id')},
      'organisationName', (select o.name from organisation o where o.id = p.organisation_id),
      'chasedToday', exists (select from chase c where c.person_id = p.id and c.chased_on = today()),
      'lastChasedOn', (select max(c.chased_on) from chase c where c.person_id = p.id),
      'count', l.count,
      'actions', (select json_agg(x) from (
        select ${columns(LateAction, 'a', { lastUpdateOn: 'case when a.last_update_id is not null then a.status_on end' })}
        from unnest(l.ids[1:50]) with ordinality as i(id, at) join action a on a.id = i.id order by i.at) x)) as one
    from (${late}) l left join person p on p.id = l.owner_id
    order by l.oldest, p.name limit 500) t`,
);

/** Who would get a mail, with their longest waiting actions. $2: those people only, or null for all. */
export const toChase = `
  select p.id as "personId", p.name, p.email, l.count::integer as count, exists (select from chase c where c.person_id = p.id and c.chased_on = today()) as "chasedToday",
    ${hasAccount('p.id')} as "hasAccount",
    (select json_agg(json_build_object('id', a.id, 'ref', a.ref, 'title', a.title) order by i.at) from unnest(l.ids[1:10]) with ordinality as i(id, at) join action a on a.id = i.id) as actions
  from (${late}) l join person p on p.id = l.owner_id and p.withdrawn_at is null
  where $2::uuid[] is null or p.id = any ($2::uuid[]) order by p.id limit 500`;

/** Notes who is chased today; somebody whom another lead chases at this moment is left out. */
export const noteChased = `
  insert into chase (person_id, actions) select (t ->> 'personId')::uuid, (t ->> 'count')::integer from jsonb_array_elements($1) t
  on conflict on constraint chase_once_a_day do nothing returning person_id as "personId"`;
