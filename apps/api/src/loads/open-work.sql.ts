import { effortShapes } from '@followthrough/contracts';
import { FEWEST_SHOWN } from '@followthrough/domain';
import { isOpen } from '../closures/published';
import { leftOf, leftOfAll } from '../demand/published';

/** Columns of a query in its order, each as one array: a third of the time and an eighth of the text of objects. */
const columns = (of: Readonly<Record<string, string>>, from: string): string =>
  `(select json_build_object(${Object.entries(of).map(([name, value]) => `'${name}', coalesce(array_agg(${value}), '{}')`).join(', ')}) from (${from}) x)`;

/**
 * CTEs of open work that meets `where` (of action `a`): `work`, its lines of effort and who is down for them, each numbered from
 * 0 in its order. After CTEs `span` and `who`. Where `all` is gone through, what is left of each is reckoned together, and
 * `open_work` has what does not meet `where` as well. With `isKept`, what one or two people give who are not the asker's to see is
 * left out of `part`, and the actions are in `few`: their parts look like nobody's.
 */
export const openWork = (of: 'all' | 'some', where: string, page = '', isKept = false): string => `
  ${of === 'all' ? `${leftOfAll.tables},` : ''}
  open_work as materialized (
    select a.id, a.start_on, a.due_on, a.accountable_organisation_id as unit_id, ${of === 'all' ? `${leftOfAll.minutes} as left_minutes from action a ${leftOfAll.joins}` : `d.left_minutes from action a cross join lateral ${leftOf} d`}
    where a.withdrawn_at is null and ${isOpen('a')} ${of === 'some' ? `and ${where} ${page}` : ''}),
  work as materialized (select a.*, row_number() over (order by a.id) - 1 as n from open_work a ${of === 'all' ? `where ${where}` : ''}),
  unit as materialized (select o.id, row_number() over (order by o.id) - 1 as n from organisation o),
  craft as materialized (select k.id, row_number() over (order by k.id) - 1 as n from skill k),
  line as materialized (
    select e.id, w.n as work, w.id as action_id, e.purpose, e.shape, k.n as skill, e.level, u.n as unit, e.likely_minutes, m.due_on, row_number() over (order by w.n, e.id) - 1 as n
    from effort e join work w on w.id = e.action_id left join milestone m on m.id = e.milestone_id and m.withdrawn_at is null left join craft k on k.id = e.skill_id left join unit u on u.id = coalesce(e.organisation_id, w.unit_id)
    where e.withdrawn_at is null),
  doer as materialized (select w.id, u.n as unit, row_number() over (order by w.id) - 1 as n from who w left join unit u on u.id = w.organisation_id),
  ${isKept ? FEW : ''}
  part as materialized (select l.n as line, p.n as person, s.minutes, s.id from assignment s join line l on l.id = s.effort_id join doer p on p.id = s.person_id where s.withdrawn_at is null ${isKept ? 'and l.action_id not in (select f.action_id from few f)' : ''})`;

const FEW = `few as materialized (
    select l.action_id from assignment s join line l on l.id = s.effort_id join who w on w.id = s.person_id
    where s.withdrawn_at is null and not w.is_seen and not (select me.leads from me) group by l.action_id having count(distinct s.person_id) < ${FEWEST_SHOWN}),`;

/** What `openWork` found, as `Columns` in open-work.ts. $2: whether ids, refs and titles are asked for. */
export const openWorkAnswer = `json_build_object(
  'units', (select coalesce(array_agg(u.id order by u.n), '{}') from unit u), 'crafts', (select coalesce(array_agg(k.id order by k.n), '{}') from craft k),
  'people', ${columns({ id: 'x.id', unit: 'x.unit' }, 'select p.id, p.unit from doer p order by p.n')},
  'work', ${columns(
    { id: 'x.id', ref: 'x.ref', title: 'x.title', startOn: 'x.start_on', dueOn: 'x.due_on', unit: 'x.unit', left: 'x.left_minutes', milestones: 'x.milestones' },
    `select r.id, r.ref, r.title, w.start_on, w.due_on, u.n as unit, w.left_minutes, t.days as milestones
     from work w left join unit u on u.id = w.unit_id left join lateral (select a.id, a.ref, a.title from action a where $2::boolean and a.id = w.id) r on true
       left join (select m.action_id, string_agg(m.due_on::text, ' ' order by m.due_on) as days from milestone m where m.withdrawn_at is null and m.action_id in (select l.action_id from line l where l.shape = 'milestones') group by m.action_id) t on t.action_id = w.id
     order by w.n`,
  )},
  'lines', ${columns(
    { work: 'x.work', absorbs: 'x.absorbs', shape: 'x.shape_at', skill: 'x.skill', level: 'x.level', unit: 'x.unit', likely: 'x.likely_minutes', dueOn: 'x.due_on', after: 'x.after' },
    `select l.*, (l.purpose = 'absorb')::integer as absorbs, array_position('{${effortShapes.join()}}'::text[], l.shape) - 1 as shape_at, case when l.due_on is not null then (select max(m.due_on) from milestone m where m.action_id = l.action_id and m.withdrawn_at is null and m.due_on < l.due_on) end as after from line l order by l.n`,
  )},
  'parts', ${columns({ line: 'x.line', person: 'x.person', minutes: 'x.minutes' }, 'select p.line, p.person, p.minutes from part p order by p.line, p.id')})`;
