import { ABLE, FEWEST_SHOWN } from '@followthrough/domain';
import { isOpen } from '../closures/published';
import { gives, list } from '../loads/published';
import { seesFigures } from '../supply/published';

/**
 * Skills with who has them, as a sub-select; $1: how many months. `few`: months in which what is held would tell the days of one
 * or two people whose figures are not the asker's to see. Levels are held one within the other, so each step between the levels
 * that work asks for counts by itself: what two levels differ by could be reckoned.
 */
export const skillsHeld = `(
  with asked as materialized (
    select k.id as skill_id, ${ABLE} as level from skill k
    union select e.skill_id, e.level from effort e join action a on a.id = e.action_id and a.withdrawn_at is null and ${isOpen('a')} where e.withdrawn_at is null and e.skill_id is not null and e.level is not null
  ), held as materialized (
    select k.skill_id, k.level, w.id, w.name, o.name as organisation, w.expected_on, w.funded_until, ${seesFigures('w')} as is_seen,
      (select max(s.level) from asked s where s.skill_id = k.skill_id and s.level <= k.level) as step
    from person_skill k join person w on w.id = k.person_id and w.withdrawn_at is null left join organisation o on o.id = w.organisation_id
  ), month as materialized (
    select f::date as first, (f + interval '1 month' - interval '1 day')::date as last
    from generate_series(date_trunc('month', today()::timestamp), date_trunc('month', today()::timestamp) + make_interval(months => $1::integer - 1), interval '1 month') f
  ), few as materialized (
    select distinct w.skill_id, m.first from held w
    join month m on (w.expected_on is null or w.expected_on <= m.last) and (w.funded_until is null or w.funded_until >= m.first)
    where not w.is_seen and w.step is not null and ${gives}
    group by w.skill_id, w.step, m.first having count(*) < ${FEWEST_SHOWN}
  )
  ${list(`select k.id, k.name, (select coalesce(json_agg(to_char(f.first, 'YYYY-MM')), '[]') from few f where f.skill_id = k.id) as few,
    ${list('select h.id as "personId", h.level, h.is_seen as "isSeen", h.name, h.organisation as "organisationName" from held h where h.skill_id = k.id order by h.level desc, lower(h.name), h.id')} as holders
    from skill k order by k.name collate as_counted, k.id`).slice(1, -1)}
)`;

/** Posts whose money ends on a day, of those whose figures the asker may see: that of the post, or of all its releases. */
export const postsEnding = list(`
  select w.id as "personId", w.name as "personName", t.until as "fundedUntil"
  from person w cross join lateral (
    select least(w.funded_until, nullif((select max(coalesce(r.funded_until, 'infinity')) from release r where r.person_id = w.id and r.withdrawn_at is null and r.state = 'confirmed' and coalesce(r.to_on >= today(), true)), 'infinity')) as until
  ) t where w.withdrawn_at is null and t.until is not null and ${seesFigures('w')}`);

/** Teams that say which professions they want, with who is or comes there. */
export const teamsWanting = list(`
  select t.id, t.name, t.wanted,
    ${list(`select p.profession, greatest(m.from_on, p.expected_on) as "from", m.to_on as "to" from team_member m join person p on p.id = m.person_id and p.withdrawn_at is null where m.team_id = t.id`)} as members
  from team t where t.withdrawn_at is null and cardinality(t.wanted) > 0 order by t.name collate as_counted, t.id`);
