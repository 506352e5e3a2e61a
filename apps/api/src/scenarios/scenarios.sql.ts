import { Choice, ScenarioAnswerItem, ScenarioBeside, ScenarioChangeItem, ScenarioItem, ScenarioSomebody } from '@followthrough/contracts';
import { isOpen } from '../closures/published';
import { leftOf, ME } from '../demand/published';
import { nameOf } from '../kernel/person';
import { columns, jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { factsOf } from '../loads/published';
import { seesFigures } from '../supply/published';

const organisationOf = (column: string): string => `(select o.name from organisation o where o.id = ${column})`;
const answered = (answer: string): string => `array(select o.name from scenario_answer t join organisation o on o.id = t.organisation_id where t.scenario_id = s.id and t.answer = '${answer}' order by lower(o.name) limit 50)`;

const item = { madeByName: nameOf('s.made_by'), changes: '(select count(*) from scenario_change c where c.scenario_id = s.id)', waitsFor: `case when s.state = 'proposed' then ${answered('asked')} else '{}'::text[] end`, declinedBy: answered('declined') };

export const scenarioList = statement('scenarios.list', `select json_build_object('items', ${jsonList(ScenarioItem, 's', item, 'from scenario s order by s.made_at desc, s.id desc limit 200')})::text as answer`);
export const scenarioItem = statement('scenarios.one', jsonRow(ScenarioItem, 's', item, 'from scenario s where s.id = $1'));

/**
 * The changes of scenario `s`, each with what it names. Who gives what is told to whom their figures are told and to who made
 * it; others know their organisation, and leads how much.
 */
const changes = jsonList(
  ScenarioChangeItem,
  'c',
  {
    ref: 'a.ref',
    actionTitle: 'a.title',
    personId: 'case when v.sees then c.person_id end',
    personName: 'case when v.sees then p.name end',
    personOrganisationId: 'p.organisation_id',
    personOrganisationName: organisationOf('p.organisation_id'),
    toPersonId: 'case when v.sees_to then c.to_person_id end',
    toPersonName: 'case when v.sees_to then q.name end',
    toPersonOrganisationId: 'q.organisation_id',
    toPersonOrganisationName: organisationOf('q.organisation_id'),
    organisationName: organisationOf('c.organisation_id'),
    fromOrganisationName: organisationOf('c.from_organisation_id'),
    minutes: 'case when c.person_id is null or v.sees or (select me.leads from me) then c.minutes end',
    fromMinutes: 'case when c.person_id is null or v.sees or (select me.leads from me) then c.from_minutes end',
    isClosed: `a.id is not null and a.withdrawn_at is null and not ${isOpen('a')}`,
    hasLeft: 'coalesce(p.withdrawn_at is not null, false) or coalesce(q.withdrawn_at is not null, false)',
  },
  `from scenario_change c left join action a on a.id = c.action_id left join person p on p.id = c.person_id left join person q on q.id = c.to_person_id
     cross join lateral (select $5::boolean or coalesce(${seesFigures('p')}, false) or coalesce(s.made_by = (select me.id from me), false) as sees, $5::boolean or coalesce(${seesFigures('q')}, false) or coalesce(s.made_by = (select me.id from me), false) as sees_to) v
   where c.scenario_id = s.id order by c.id`,
);

const answers = jsonList(
  ScenarioAnswerItem,
  't',
  { organisationName: 'o.name', answeredByName: nameOf('t.answered_by'), mayAnswer: `s.state in ('proposed', 'agreed') and coalesce(t.organisation_id = my_organisation(), false) and (select me.leads from me)` },
  'from scenario_answer t join organisation o on o.id = t.organisation_id where t.scenario_id = s.id order by lower(o.name)',
);

const choices = `json_build_object(
  'organisations', ${jsonList(Choice, 'o', {}, 'from organisation o where o.withdrawn_at is null and (o.valid_to is null or o.valid_to >= today()) order by lower(o.name) limit 2000')},
  'people', ${jsonList(ScenarioSomebody, 'p', { organisationName: organisationOf('p.organisation_id') }, 'from person p where p.withdrawn_at is null order by lower(p.name), p.id limit 5000')},
  'scenarios', ${jsonList(Choice, 'x', {}, `from scenario x where x.id <> s.id and x.state <> 'withdrawn' order by x.made_at desc limit 200`)})`;

const list = (select: string): string => `(select coalesce(json_agg(x), '[]') from (${select}) x)`;

/** Open actions as a scenario changes them: line by line, with everybody who is down for them. */
const work = list(`
  select a.id, a.ref, a.title, a.status, a.start_on as "startOn", a.due_on as "dueOn", a.accountable_organisation_id as "organisationId", d.left_minutes as "left", coalesce(d.spent_minutes, 0) as spent, d.estimated_on as "estimatedOn",
    array(select m.due_on from milestone m where m.action_id = a.id and m.withdrawn_at is null order by m.due_on) as milestones,
    ${list(`
      select e.id, e.organisation_id is null as follows, e.purpose, e.skill_id as "skillId", e.level, coalesce(e.organisation_id, a.accountable_organisation_id) as "organisationId", e.likely_minutes as likely, e.shape,
        case when m.id is not null then json_build_object('dueOn', m.due_on, 'after', (select max(x.due_on) from milestone x where x.action_id = a.id and x.withdrawn_at is null and x.due_on < m.due_on)) end as milestone,
        ${list('select p.id as "personId", p.organisation_id as "organisationId", t.minutes from assignment t join person p on p.id = t.person_id and p.withdrawn_at is null where t.effort_id = e.id and t.withdrawn_at is null order by t.id')} as parts
      from effort e left join milestone m on m.id = e.milestone_id and m.withdrawn_at is null where e.action_id = a.id and e.withdrawn_at is null order by e.id`)} as lines
  from action a cross join lateral ${leftOf} d where a.withdrawn_at is null and ${isOpen('a')} order by a.id`);

const here = columns(ScenarioItem, 's', item);

/**
 * A scenario with the plan as it is now, raw: the domain lays the one over the other. $1: how many months are looked at,
 * $2: false, $3: the scenario, $4: another beside it or null, $5: for nobody's eyes, with everybody's name in the changes.
 */
export const scenarioOverPlan = statement(
  'scenarios.over-plan',
  `with ${ME} select json_build_object(
     'leads', (select me.leads from me),
     'loads', (select f.answer::json from (${factsOf.organisation.text}) f),
     'work', ${work},
     'links', (select coalesce(json_agg(json_build_object('firstId', d.first_id, 'thenId', d.then_id, 'kind', d.kind)), '[]') from dependency d join action a on a.id = d.first_id and a.withdrawn_at is null and ${isOpen('a')} join action b on b.id = d.then_id and b.withdrawn_at is null and ${isOpen('b')}),
     'scenario', (select to_json(t) from (select ${here}) t), 'did', s.did, 'changes', ${changes}, 'answers', ${answers},
     'choices', case when (select me.leads from me) then ${choices} end,
     'beside', (select to_json(t) from (select ${columns(ScenarioBeside, 's', { changes })} from scenario s where s.id = $4::uuid) t)
   )::text as answer from scenario s where s.id = $3::uuid`,
);

/** Proposed to the organisation of the person asking, which has not answered. */
export const scenariosForMe = jsonList(
  ScenarioItem,
  's',
  item,
  `from scenario s join scenario_answer t on t.scenario_id = s.id and t.answer = 'asked' and t.organisation_id = my_organisation() where s.state = 'proposed' and exists (select from membership m where m.person_id = current_person() and m.ended_at is null and m.roles && array['administrator', 'lead']) order by s.proposed_at, s.id limit 50`,
);
