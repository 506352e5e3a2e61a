import { StaffingItem } from '@followthrough/contracts';
import { isOpen } from '../closures/published';
import { leftOf, ME } from '../demand/published';
import { cursorSql } from '../kernel/cursor';
import { columns } from '../kernel/select';
import { statement } from '../kernel/statement';
import { giversIn, list } from '../loads/published';
import { givenTo, SPAN, WHO, workIn } from '../proof/published';
import { isOurs, productiveTimeHere } from '../supply/published';

export const STAFFING_ORDER = 'staffing';
const ITEMS = 50;
const MOST_PEOPLE = 300;
/** From this level on somebody can do it without support; see `person_skill`. */
const ABLE = 3;

/**
 * What nobody is down for, as the heat map has it, to the minute: what is left of a line less its people's parts, which shrink
 * with it; and all that is left of an action without lines to deliver. One row for each with a minute or more.
 */
const OPEN_WORK = `open_work as (
  select coalesce(e.id, a.id) as id, e.id is not null as is_line, a.id as action_id, a.ref, a.title, coalesce(m.due_on, a.due_on) as due_on, m.id is not null as is_way, coalesce(e.purpose, 'deliver') as purpose,
    coalesce(e.organisation_id, a.accountable_organisation_id) as organisation_id, e.skill_id, e.level, coalesce(e.likely_minutes, l.minutes)::integer as likely_minutes,
    round(case when g.minutes > 0 and l.minutes < e.likely_minutes then l.minutes - g.minutes * l.minutes / e.likely_minutes else l.minutes - g.minutes end)::integer as minutes, g.minutes::integer as given_minutes, g.people
  from action a cross join lateral ${leftOf} d
    left join effort e on e.action_id = a.id and e.withdrawn_at is null
    left join milestone m on m.id = e.milestone_id and m.withdrawn_at is null
    cross join lateral (select coalesce(sum(s.minutes), 0)::numeric as minutes, count(*)::integer as people from assignment s where s.effort_id = e.id and s.withdrawn_at is null) g
    cross join lateral (select case when e.id is null then d.left_minutes::numeric when e.purpose = 'absorb' then e.likely_minutes
      else d.left_minutes::numeric * e.likely_minutes / (select sum(x.likely_minutes) from effort x where x.action_id = a.id and x.purpose = 'deliver' and x.withdrawn_at is null) end as minutes) l
  where a.withdrawn_at is null and ${isOpen('a')}
  union all
  select a.id, false, a.id, a.ref, a.title, a.due_on, false, 'deliver', a.accountable_organisation_id, null, null, d.left_minutes::integer, d.left_minutes::integer, 0, 0
  from action a cross join lateral ${leftOf} d
  where a.withdrawn_at is null and ${isOpen('a')} and exists (select from effort e where e.action_id = a.id and e.withdrawn_at is null) and not exists (select from effort e where e.action_id = a.id and e.purpose = 'deliver' and e.withdrawn_at is null)
)`;

const item = columns(StaffingItem, 'w', { organisationName: '(select o.name from organisation o where o.id = w.organisation_id)', skillName: '(select k.name from skill k where k.id = w.skill_id)' });

/** $1 organisation, $2 skill. */
const page = (further: string, isFirst: boolean): string => `with ${OPEN_WORK},
  asked as materialized (select w.*, coalesce(w.due_on, 'infinity') as due from open_work w where w.minutes >= 1 and ($1::uuid is null or w.organisation_id = $1) and ($2::uuid is null or w.skill_id = $2))
  select json_build_object(
    'items', coalesce(json_agg(t.one order by t.n) filter (where t.n <= ${ITEMS}), '[]'),
    'next', case when count(*) > ${ITEMS} then max(t.cursor) filter (where t.n = ${ITEMS}) end,
    'total', ${isFirst ? '(select count(*) from asked)' : 'null::integer'}, 'minutes', ${isFirst ? '(select coalesce(sum(w.minutes), 0) from asked w)' : 'null::integer'})::text as answer
  from (
    select row_number() over (order by w.due, w.minutes desc, w.id) as n, ${cursorSql(STAFFING_ORDER, 'w.due', 'w.minutes', 'w.id')} as cursor, (select to_json(o) from (select ${item}) o) as one
    from asked w ${further} order by w.due, w.minutes desc, w.id limit ${ITEMS + 1}
  ) t`;

export const staffingPage = {
  first: statement('staffing.first', page('', true)),
  further: statement('staffing.further', page('where (w.due, -w.minutes, w.id) > ($3::date, -$4::integer, $5::uuid)', false)),
};

/** Line $1, if it has something that nobody is down for. */
const LINE = `line as materialized (select w.* from open_work w where w.id = $1 and w.is_line and w.minutes >= 1)`;
const lineOf = `(select to_json(x) from (select ${item}, w.likely_minutes as "likelyMinutes", w.people as "onIt", w.skill_id as "skillId" from line w) x)`;
/** The action of the line, whole: from when it can be done and how it is spread. */
const actionOf = workIn('select l.action_id from line l');
const shape = '(select e.shape from effort e where e.id = $1)';
const milestone = `(select json_build_object('dueOn', m.due_on, 'after', (select max(x.due_on) from milestone x where x.action_id = m.action_id and x.withdrawn_at is null and x.due_on < m.due_on)) from effort e join milestone m on m.id = e.milestone_id and m.withdrawn_at is null where e.id = $1)`;

/** Who could do a line: with its skill at its level, and where it names none, one's own people and those of the organisation at whose door it lies. */
const FITS = `fits as materialized (
  select w.id, w.name, w.job_title, (select o.name from organisation o where o.id = w.organisation_id) as organisation_name, k.level, w.is_seen, ${isOurs('w')} as is_ours
  from line l cross join who w left join person_skill k on k.person_id = w.id and k.skill_id = l.skill_id
  where not exists (select from assignment s where s.effort_id = l.id and s.person_id = w.id and s.withdrawn_at is null)
    and case when l.skill_id is null then w.is_seen or w.organisation_id = l.organisation_id else k.level >= coalesce(l.level, ${ABLE}) end
  order by w.is_seen desc, k.level desc nulls last, w.name, w.id limit ${MOST_PEOPLE}
)`;

export const staffingLine = statement(
  'staffing.line',
  `with ${ME}, ${SPAN}, ${WHO}, ${OPEN_WORK}, ${LINE}, ${FITS}
   select json_build_object('today', (select s.today from span s), 'time', ${productiveTimeHere}, 'line', ${lineOf}, 'action', ${actionOf}->0, 'shape', ${shape}, 'milestone', ${milestone},
     'fits', ${list('select f.id, f.name, f.job_title as "jobTitle", f.organisation_name as "organisationName", f.level, f.is_seen as "isShown", f.is_ours as "isOurs" from fits f')},
     'people', ${giversIn('select f.id from fits f where f.is_seen')}, 'work', ${workIn(givenTo('select f.id from fits f where f.is_seen'))})::text as answer
   from line`,
);

/** The same for one person ($2) whose figures the asker may see. */
export const staffingPreview = statement(
  'staffing.preview',
  `with ${ME}, ${SPAN}, ${WHO}, ${OPEN_WORK}, ${LINE}, seen as materialized (select w.id from who w where w.id = $2 and w.is_seen)
   select json_build_object('today', (select s.today from span s), 'time', ${productiveTimeHere}, 'line', ${lineOf}, 'action', ${actionOf}->0, 'shape', ${shape}, 'milestone', ${milestone},
     'fits', '[]'::json, 'people', ${giversIn('select s.id from seen s')}, 'work', ${workIn(givenTo('select s.id from seen s'))})::text as answer
   from line, seen`,
);
