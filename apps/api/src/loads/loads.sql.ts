import type { LoadCellsBy, LoadsBy } from '@followthrough/contracts';
import { ABLE, FEWEST_SHOWN } from '@followthrough/domain';
import { isOpen } from '../closures/published';
import { ME } from '../demand/published';
import { cursorSql } from '../kernel/cursor';
import { type Statement, statement } from '../kernel/statement';
import { productiveTimeHere, seesFigures } from '../supply/published';
import { BLANKED } from './blanked.sql';
import { gives } from './gives.sql';
import { openWork, openWorkAnswer } from './open-work.sql';

export const list = (select: string): string => `(select coalesce(json_agg(x), '[]') from (${select}) x)`;
/** Somebody whose days are named: with a pattern, a share released or asked for, or a post that is being filled. */
export const isNamed = 'w.expected_on is not null or exists (select from working_pattern x where x.person_id = w.id) or exists (select from release x where x.person_id = w.id and x.withdrawn_at is null)';

interface Kind {
  readonly rows: string;
  readonly members: string;
  /** Whether row `r` hides nothing of its people from the asker. */
  readonly isWhole: string;
  /**
   * Whether a month of a row that is not whole is left out: `n` give something in it, and `hidden` of its people are not the
   * asker's to see: of one or two who are hidden the asker would only have to take off the others, whom they do see.
   */
  readonly isFew: string;
}

const allSeen = 'not exists (select from member k join who w on w.id = k.person_id where k.row_id = r.id and not w.is_seen)';
export const kinds: Readonly<Record<LoadCellsBy, Kind>> = {
  person: {
    rows: 'select w.id, w.name, coalesce(w.job_title, w.profession) as detail from who w where w.is_seen',
    members: 'select w.id as row_id, w.id as person_id, null::date as from_on, null::date as to_on from who w where w.is_seen',
    isWhole: 'true',
    isFew: 'false',
  },
  team: {
    rows: `select t.id, t.name, (select o.name from organisation o where o.id = t.organisation_id) as detail from team t where t.withdrawn_at is null`,
    members: 'select k.team_id as row_id, k.person_id, k.from_on, k.to_on from team_member k join who w on w.id = k.person_id join span s on (k.to_on is null or k.to_on >= s.today) and k.from_on <= s.last',
    isWhole: allSeen,
    isFew: `n < ${FEWEST_SHOWN} or hidden between 1 and ${FEWEST_SHOWN - 1}`,
  },
  // Nobody in a month: what their organisation gives is nothing or not known, and tells nothing of anybody.
  organisation: {
    rows: 'select o.id, o.name, null as detail from organisation o cross join span s where o.withdrawn_at is null and (o.valid_to is null or o.valid_to >= s.today or exists (select from action a where a.accountable_organisation_id = o.id and a.withdrawn_at is null))',
    members: `select w.organisation_id as row_id, w.id as person_id, null::date as from_on, null::date as to_on from who w where w.organisation_id is not null and (${isNamed})`,
    isWhole: '(select me.leads from me)',
    isFew: `n between 1 and ${FEWEST_SHOWN - 1}`,
  },
  // Who is down for it.
  action: {
    rows: `select a.id, a.title as name, null as detail from action a where a.withdrawn_at is null and ${isOpen('a')}`,
    members: 'select distinct d.action_id as row_id, d.person_id, null::date as from_on, null::date as to_on from down_for d join who w on w.id = d.person_id',
    isWhole: '(select me.leads from me)',
    isFew: 'false',
  },
  skill: {
    rows: 'select k.id, k.name, null as detail from skill k where k.withdrawn_at is null',
    members: `select k.skill_id as row_id, w.id as person_id, null::date as from_on, null::date as to_on from person_skill k join who w on w.id = k.person_id where k.level >= ${ABLE}`,
    isWhole: allSeen,
    isFew: `n between 1 and ${FEWEST_SHOWN - 1} or hidden between 1 and ${FEWEST_SHOWN - 1}`,
  },
};

/** The givers among `ids`, of whom CTE `who` tells, with what they can give from the first day of CTE `span` on. */
export const giversIn = (ids: string): string => list(`
  select w.id, w.name, w.is_seen as "isSeen", w.expected_on as "expectedOn", w.funded_until as "fundedUntil", coalesce(p.all, '[]') as patterns, coalesce(l.all, '[]') as leave, coalesce(r.all, '[]') as releases
  from who w
    left join (select p.person_id, json_agg(json_build_object('from', p.from_on, 'to', p.to_on, 'minutes', p.minutes, 'fullTimeMinutes', p.full_time_minutes) order by p.from_on) as all from working_pattern p where p.person_id in (${ids}) group by p.person_id) p on p.person_id = w.id
    left join (select l.person_id, json_agg(json_build_object('from', l.from_on, 'to', l.to_on, 'part', l.part) order by l.from_on) as all from leave l cross join span s where l.person_id in (${ids}) and l.to_on >= s.today - 366 group by l.person_id) l on l.person_id = w.id
    left join (select r.person_id, json_agg(json_build_object('from', r.from_on, 'to', r.to_on, 'percent', r.percent, 'state', r.state) order by r.from_on) as all from release r cross join span s
      where r.person_id in (${ids}) and r.withdrawn_at is null and r.state = 'confirmed' and (r.to_on is null or r.to_on >= s.today) group by r.person_id) r on r.person_id = w.id
  where w.id in (${ids})`);

/** The lines of action `a`, with everybody who is down for them. */
export const lines = list(`
  select e.purpose, e.skill_id as "skillId", e.level, coalesce(e.organisation_id, a.accountable_organisation_id) as "organisationId", e.likely_minutes as likely, e.shape,
    case when m.id is not null then json_build_object('dueOn', m.due_on, 'after', (select max(x.due_on) from milestone x where x.action_id = a.id and x.withdrawn_at is null and x.due_on < m.due_on)) end as milestone,
    ${list('select w.id as "personId", w.organisation_id as "organisationId", s.minutes from assignment s join who w on w.id = s.person_id where s.effort_id = e.id and s.withdrawn_at is null order by s.id')} as parts
  from effort e left join milestone m on m.id = e.milestone_id and m.withdrawn_at is null where e.action_id = a.id and e.withdrawn_at is null order by e.id`);

/** The ids of actions that somebody of a row is down for. */
const givenToMembers = 'select d.action_id from down_for d where d.person_id in (select k.person_id from member k)';

/** Which actions `a` have something at a row: of people and teams what somebody is down for; of the others ($3 in a cell) what lies there. */
const touching: Readonly<Record<LoadCellsBy, { readonly page: string; readonly cell: string }>> = {
  person: { page: `a.id in (${givenToMembers})`, cell: `a.id in (${givenToMembers})` },
  team: { page: `a.id in (${givenToMembers})`, cell: `a.id in (${givenToMembers})` },
  organisation: {
    page: 'true',
    cell: `($3::uuid is null or a.accountable_organisation_id = $3 or a.id in (select e.action_id from effort e where e.organisation_id = $3 and e.withdrawn_at is null)
      or a.id in (select d.action_id from down_for d join who w on w.id = d.person_id where w.organisation_id = $3))`,
  },
  action: { page: 'true', cell: 'a.id = $3' },
  skill: { page: 'true', cell: '($3::uuid is null or a.id in (select e.action_id from effort e where e.skill_id = $3 and e.withdrawn_at is null))' },
};

/** Work that has days in the month that begins on $4; this month has what is overdue. */
const inMonth = `exists (select from month m where m.first = $4::date and coalesce(least(a.start_on, a.due_on), m.first) <= m.last
  and (m.first <= (select s.today from span s) or greatest(a.due_on, (select max(x.due_on) from milestone x where x.action_id = a.id and x.withdrawn_at is null)) >= m.first))`;

/** How much is known of all open actions; see `coverageOf`. */
const coverage = `(select json_build_object('open', count(*), 'estimated', count(o.left_minutes), 'undated', count(*) filter (where o.due_on is null), 'nobody', count(*) filter (where d.action_id is null)) from open_work o left join (select distinct d.action_id from down_for d) d on d.action_id = o.id)`;

/** The days and months from today ($1: how many), who there is and whether the asker may see their figures, and who is down for which action. */
const SPAN = `
     span as materialized (select today() as today, (date_trunc('month', today()::timestamp) + make_interval(months => $1::integer) - interval '1 day')::date as last),
     month as materialized (select f::date as first, (f + interval '1 month' - interval '1 day')::date as last from span s, generate_series(date_trunc('month', s.today::timestamp), s.last::timestamp, interval '1 month') f),
     who as materialized (select p.id, p.name, p.job_title, p.profession, p.organisation_id, p.expected_on, p.funded_until, ${seesFigures('p')} as is_seen from person p where p.withdrawn_at is null),
     down_for as materialized (select e.action_id, s.person_id from assignment s join effort e on e.id = s.effort_id and e.withdrawn_at is null where s.withdrawn_at is null)`;

/**
 * The raw facts of the heat map, for the domain to reckon with, and for each row and month whether the asker may see it: a
 * person's only that person and the leads of their employer; a team's who may see all its members, or where three give and not all but one or two are seen; an
 * organisation's leads, and others where three give or nobody is named; a skill's as a team's, but where nobody has it, all. What
 * would tell of one or two together with other rows is left out too; see blanked.sql.ts.
 * $1: how many months, $2: whether the actions' refs and titles are asked for. Of a cell $3: the row, null for the rest, $4: its month's first day.
 */
function factsBy(by: LoadCellsBy, reading: 'page' | 'cell'): Statement {
  const { rows, members, isWhole, isFew } = kinds[by];
  const isCell = reading === 'cell';
  const own = (id: string): string => (isCell ? `where $3::uuid is null or ${id} = $3` : '');
  const confirmed = by === 'organisation' ? list(`select to_char(d.month, 'YYYY-MM') as month, d.days from confirmed_days d cross join span s where d.organisation_id = r.id and d.month between date_trunc('month', s.today)::date and s.last`) : `'[]'::json`;
  return statement(
    `loads.${by}.${reading}`,
    `with ${ME},
     ${SPAN},
     member as materialized (select x.* from (${members}) x ${own('x.row_id')}),
     row_of as materialized (select x.* from (${rows}) x ${own('x.id')}),
     made as materialized (select k.row_id, json_agg(json_build_object('personId', k.person_id, 'from', k.from_on, 'to', k.to_on) order by k.person_id, k.from_on) as members from member k group by k.row_id),
     giving as materialized (
       select k.row_id, m.first, count(distinct w.id) filter (where ${gives}) as n, count(distinct w.id) filter (where not w.is_seen) as hidden from member k join who w on w.id = k.person_id
       join month m on (k.to_on is null or k.to_on >= m.first) and (k.from_on is null or k.from_on <= m.last) and (w.expected_on is null or w.expected_on <= m.last) and (w.funded_until is null or w.funded_until >= m.first)
       group by k.row_id, m.first
     ),
     ${BLANKED},
     ${isCell ? openWork('some', `${touching[by].cell} and ${inMonth}`) : openWork('all', touching[by].page)}
     select json_build_object(
       'today', (select s.today from span s), 'time', ${productiveTimeHere}, 'people', ${giversIn('select k.person_id from member k')}, 'coverage', ${isCell ? 'null' : coverage}, 'work', ${openWorkAnswer},
       'rows', ${list(`
         select r.id, r.name, r.detail, ${isWhole} as "isWhole", ${confirmed} as confirmed, coalesce(k.members, '[]') as members,
           case when ${isWhole} then '[]' else (select coalesce(json_agg(to_char(v.first, 'YYYY-MM')), '[]') from (select m.first, coalesce(g.n, 0) as n, coalesce(g.hidden, 0) as hidden from month m left join giving g on g.row_id = r.id and g.first = m.first) v
             where ${isFew} or exists (select from blanked b where b.row_id = r.id and b.first = v.first)) end as few
         from row_of r left join made k on k.row_id = r.id order by r.name collate as_counted, r.id limit 5000`)}
     )::text as answer`,
  );
}

const all = (reading: 'page' | 'cell'): Readonly<Record<LoadsBy, Statement>> => ({ person: factsBy('person', reading), team: factsBy('team', reading), organisation: factsBy('organisation', reading), skill: factsBy('skill', reading) });
/** Of all rows, and of one in one month. */
export const factsOf = all('page');
export const cellOf: Readonly<Record<LoadCellsBy, Statement>> = { ...all('cell'), action: factsBy('action', 'cell') };

export const ACTIONS_ORDER = 'loads.actions';
export const ACTIONS = 50;

/**
 * Open actions with a date and an estimate, soonest due first. $1 months, $2 true, $3 what lies at an organisation, $4 what somebody is
 * down for whose figures the asker may see, $5 and $6 after which due day and id.
 */
export const actionsOf = statement(
  'loads.actions',
  `with ${ME}, ${SPAN},
   ${openWork('some', `a.due_on is not null and (a.due_on, a.id) > (coalesce($5::date, '-infinity'), coalesce($6::uuid, '00000000-0000-0000-0000-000000000000'))
     and (a.days_needed is not null or exists (select from effort e where e.action_id = a.id and e.withdrawn_at is null) or exists (select from status_update u where u.action_id = a.id and u.days_left is not null and u.withdrawn_at is null))
     and ${touching.organisation.cell} and ($4::uuid is null or a.id in (select d.action_id from down_for d join who w on w.id = d.person_id where d.person_id = $4 and w.is_seen))`, `order by a.due_on, a.id limit ${ACTIONS + 1}`, true)}
   select json_build_object(
     'today', (select s.today from span s), 'time', ${productiveTimeHere}, 'work', ${openWorkAnswer},
     'of', coalesce((select o.name from organisation o where o.id = $3), (select w.name from who w where w.id = $4 and w.is_seen)),
     'few', (select coalesce(json_agg(f.action_id), '[]') from few f),
     'rows', ${list(`select w.id, (select o.name from organisation o where o.id = w.unit_id) as "organisationName", w.due_on as "dueOn", ${cursorSql(ACTIONS_ORDER, 'w.due_on', 'w.id')} as cursor from work w order by w.due_on, w.id`)}
   )::text as answer`,
);
