import { ActionEffort, AssignablePerson, Choice, EffortAssignment, EffortChoices, EffortItem, OrganisationPart } from '@followthrough/contracts';
import { FEWEST_SHOWN } from '@followthrough/domain';
import { nameOf } from '../kernel/person';
import { columns, jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { isOurs, seesFigures } from '../supply/published';
import { dayOf, leftOf, ME } from './published';

/**
 * What an action asks of people. A person's part is told to that person, to the leads of their organisation and to who asked
 * for it; of others leads see what each organisation gives, and everybody else only where three people give it.
 */
export const effortOfAction = statement(
  'demand.of-action',
  `with ${ME}, part as materialized (
     select s.*, w.name as person_name, w.organisation_id, o.name as organisation_name,
       ${seesFigures('w')} or coalesce(s.requested_by = me.id, false) as is_seen, ${isOurs('w')} as is_ours, s.requested_by = me.id as is_mine
     from effort e join assignment s on s.effort_id = e.id and s.withdrawn_at is null join person w on w.id = s.person_id left join organisation o on o.id = w.organisation_id cross join me
     where e.action_id = $1 and e.withdrawn_at is null
   ), other as materialized (
     select t.effort_id, t.organisation_name, case when (select me.leads from me) or count(*) >= ${FEWEST_SHOWN} then sum(t.minutes) end as minutes, case when bool_and(t.state = 'confirmed') then 'confirmed' else 'requested' end as state
     from part t where not t.is_seen group by t.effort_id, t.organisation_id, t.organisation_name
   )
   ${jsonRow(
     ActionEffort,
     'a',
     {
       spentMinutes: 'd.spent_minutes',
       leftMinutes: 'd.left_minutes',
       estimatedOn: 'd.estimated_on',
       items: jsonList(
         EffortItem,
         'e',
         {
           skillName: '(select k.name from skill k where k.id = e.skill_id)',
           organisationName: '(select o.name from organisation o where o.id = e.organisation_id)',
           milestoneTitle: '(select m.title from milestone m where m.id = e.milestone_id)',
           staffing: `case when g.minutes = 0 then 'nobody' when g.minutes < e.likely_minutes then 'part' when g.minutes = e.likely_minutes then 'whole' else 'over' end`,
           givenMinutes: 'case when not exists (select from other t where t.effort_id = e.id and t.minutes is null) then g.minutes end',
           people: `(select coalesce(json_agg(x), '[]') from (select ${columns(EffortAssignment, 't', { dayMinutes: dayOf('t.person_id'), requestedByName: nameOf('t.requested_by'), confirmedByName: nameOf('t.confirmed_by'), mayConfirm: `t.is_ours and t.state = 'requested'`, mayTakeBack: '(select me.leads from me) and (t.is_ours or coalesce(t.is_mine, false))' })} from part t where t.effort_id = e.id and t.is_seen order by lower(t.person_name), t.id) x)`,
           others: jsonList(OrganisationPart, 't', {}, 'from other t where t.effort_id = e.id order by lower(t.organisation_name)'),
         },
         `from effort e cross join lateral (select coalesce(sum(t.minutes), 0) as minutes from part t where t.effort_id = e.id) g where e.action_id = a.id and e.withdrawn_at is null order by e.purpose desc, e.id`,
       ),
     },
     `from action a cross join lateral ${leftOf} d where a.id = $1 and a.withdrawn_at is null`,
   )}`,
);

export const effortChoices = statement(
  'demand.choices',
  jsonRow(
    EffortChoices,
    'x',
    {
      skills: jsonList(Choice, 's', {}, 'from skill s where s.withdrawn_at is null order by lower(s.name) limit 500'),
      organisations: jsonList(Choice, 'o', {}, 'from organisation o where o.withdrawn_at is null order by lower(o.name) limit 2000'),
      people: jsonList(
        AssignablePerson,
        'p',
        { organisationName: 'o.name', dayMinutes: dayOf('p.id'), isOurs: isOurs('p') },
        'from person p left join organisation o on o.id = p.organisation_id where p.withdrawn_at is null order by lower(p.name), p.id limit 5000',
      ),
    },
    'from (select 1) x',
  ),
);
