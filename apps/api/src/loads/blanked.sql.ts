import { ABLE, FEWEST_SHOWN } from '@followthrough/domain';
import { gives } from './gives.sql';

const few = `between 1 and ${FEWEST_SHOWN - 1}`;

/**
 * CTEs after `me`, `month` and `who` that end in `blanked`: months of rows whose figure would tell, with the others that the asker may see
 * taken off or taken from, what one or two people give whose own figures are not theirs to see.
 *
 * - A row less the people in it whom the asker does see.
 * - A team or a skill less the organisations that are in it as a whole: the rest of it.
 * - Organisations less the team or the skill that has most of their people: those who are not in it.
 * - A team or a skill less another that is wholly in it: the smaller is left out.
 *
 * Organisations come first, because plans hang on them: where one would tell of another, the team or the skill is left out. What is
 * left out of more than these is never too much. Three teams or skills at once that overlap are not looked at.
 */
export const BLANKED = `
  dark as materialized (
    select w.id as person_id, w.organisation_id, m.first from who w join month m on (w.expected_on is null or w.expected_on <= m.last) and (w.funded_until is null or w.funded_until >= m.first) where not w.is_seen and ${gives}),
  dark_unit as materialized (select d.organisation_id, d.first, count(*) as n, d.organisation_id is not null and ((select me.leads from me) or count(*) >= ${FEWEST_SHOWN}) as is_shown from dark d group by d.organisation_id, d.first),
  dark_in as materialized (
    select distinct g.row_id, d.person_id, d.organisation_id, d.first from dark d join month m on m.first = d.first join (
      select k.team_id as row_id, k.person_id, k.from_on, k.to_on from team_member k join team t on t.id = k.team_id and t.withdrawn_at is null
      union all select s.skill_id, s.person_id, null, null from person_skill s join skill k on k.id = s.skill_id and k.withdrawn_at is null where s.level >= ${ABLE}) g
      on g.person_id = d.person_id and (g.from_on is null or g.from_on <= m.last) and (g.to_on is null or g.to_on >= m.first)),
  dark_row as materialized (select i.row_id, i.first, count(*) as n from dark_in i group by i.row_id, i.first),
  of_unit as (
    select i.row_id, i.first, count(*) as some, u.n as whole, u.is_shown from dark_in i join dark_unit u on u.organisation_id is not distinct from i.organisation_id and u.first = i.first group by i.row_id, i.first, u.organisation_id, u.n, u.is_shown),
  inside as (
    select a.row_id, b.row_id as around, a.first, count(*) as n from dark_in a join dark_in b on b.person_id = a.person_id and b.first = a.first and b.row_id <> a.row_id group by a.row_id, b.row_id, a.first),
  blanked as materialized (
    select u.organisation_id as row_id, u.first from dark_unit u where u.n ${few}
    union select o.row_id, o.first from of_unit o group by o.row_id, o.first
      having sum(o.some) filter (where not o.is_shown or o.some < o.whole) ${few} or (bool_and(o.is_shown) and sum(o.whole - o.some) ${few})
    union select i.row_id, i.first from inside i join dark_row r on r.row_id = i.row_id and r.first = i.first and r.n = i.n join dark_row o on o.row_id = i.around and o.first = i.first where o.n - r.n ${few})`;
