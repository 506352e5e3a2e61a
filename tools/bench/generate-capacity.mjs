// Of the large locality: what 500 people of one organisation and 60 of others can give for two years, and what 20,000 actions ask of them.

const LARGE = `(select id from locality order by slug limit 1)`;
/** Everybody there with a number; 0 is who asks, and the 500 are of their organisation. */
const PEOPLE = `(select p.id, p.organisation_id, row_number() over (order by p.name) - 1 as n from person p where p.locality_id = ${LARGE} and (p.name like 'Person %' or p.name like 'Staff %'))`;
/** A number that follows from an id. */
const hash = (id, salt) => `abs(hashtext(${id}::text || '${salt}'))`;

export const CAPACITY = [
  ['staff', `insert into person (locality_id, name, organisation_id) select p.locality_id, 'Staff ' || lpad(s.n::text, 3, '0'), p.organisation_id from ${PEOPLE} f join person p on p.locality_id = ${LARGE} and p.id = f.id, generate_series(1, 500) s(n) where f.n = 0`],
  ['skills', `insert into skill (locality_id, name) select ${LARGE}, 'Skill ' || n from generate_series(1, 8) n`],
  // One in ten works three days a week from the autumn on; one in forty has said nothing.
  ['patterns', `insert into working_pattern (locality_id, person_id, from_on, to_on, minutes) select ${LARGE}, p.id, t.from_on, t.to_on, t.minutes from ${PEOPLE} p,
     lateral (select current_date - 400 as from_on, case when p.n % 10 = 3 then current_date + 199 end as to_on, '{450,450,450,450,450,0,0}'::integer[] as minutes union all select current_date + 200, null, '{450,450,450,0,0,0,0}' where p.n % 10 = 3) t where p.n % 40 <> 7`],
  ['leave', `insert into leave (locality_id, person_id, from_on, to_on, part) select ${LARGE}, p.id, current_date - 150 + k * 91 + (p.n * 3 % 60)::int, current_date - 150 + k * 91 + (p.n * 3 % 60)::int + 4, case when k = 4 then 'half' else 'whole' end from ${PEOPLE} p, generate_series(0, 8) k`],
  ['releases', `insert into release (locality_id, person_id, from_on, to_on, percent, state, confirmed_at) select ${LARGE}, p.id, t.from_on, t.to_on, t.percent, 'confirmed', now() from ${PEOPLE} p,
     lateral (select current_date - 100 as from_on, current_date + 299 as to_on, 20 + 10 * (p.n % 8) as percent union all select current_date + 300, null, 50) t`],
  ['teams', `with t as (insert into team (locality_id, name, kind) select ${LARGE}, 'Team ' || n, 'team' from generate_series(1, 20) n returning id, split_part(name, ' ', 2)::int as n)
     insert into team_member (locality_id, team_id, person_id, from_on, to_on) select ${LARGE}, t.id, p.id, current_date - 100, case when p.n % 9 = 0 then current_date + 250 end from ${PEOPLE} p join t on t.n = 1 + p.n % 20`],
  ['levels', `insert into person_skill (locality_id, person_id, skill_id, level) select ${LARGE}, p.id, k.id, 2 + (p.n % 3)::int from ${PEOPLE} p join (select id, row_number() over (order by name) as n from skill where locality_id = ${LARGE}) k on (p.n + k.n) % 4 = 0`],
  ['confirmed days', `insert into confirmed_days (locality_id, organisation_id, month, days) select o.locality_id, o.id, (date_trunc('month', current_date) + make_interval(months => m))::date, 40 + m from organisation o, generate_series(0, 23) m where o.locality_id = ${LARGE}`],
  // The days needed are the sum of the lines: one, or for each third action two. One in ten is taken in by another service as well.
  [
    'effort',
    `insert into effort (locality_id, action_id, skill_id, purpose, organisation_id, low_minutes, likely_minutes, high_minutes, shape)
     select a.locality_id, a.id, k.ids[1 + (h + l.part) % 12], l.purpose, case when l.purpose = 'absorb' then a.accountable_organisation_id end, l.minutes, l.minutes, l.minutes, (array['even','even','front','back','milestones'])[1 + (h + l.part) % case when exists (select from milestone m where m.locality_id = a.locality_id and m.action_id = a.id) then 5 else 4 end]
     from (select *, ${hash('id', 'e')} as h, (days_needed * 450)::integer as minutes from action where locality_id = ${LARGE} and days_needed is not null) a, lateral (select array_agg(id order by name) as ids from skill where locality_id = a.locality_id) k,
       lateral (select 1 as part, 'deliver' as purpose, case when h % 3 = 0 then a.minutes / 2 else a.minutes end as minutes union all select 2, 'deliver', a.minutes - a.minutes / 2 where h % 3 = 0 union all select 3, 'absorb', 900 where h % 10 = 0) l`,
  ],
  ['assignments', `insert into assignment (locality_id, effort_id, person_id, minutes) select e.locality_id, e.id, p.id, greatest(1, e.likely_minutes / 3) from (select *, ${hash('id', 'p')} as h from effort where locality_id = ${LARGE}) e cross join generate_series(0, 2) k join ${PEOPLE} p on p.n = (e.h / 4 + k * 131) % 560 where k < e.h % 4`],
];
