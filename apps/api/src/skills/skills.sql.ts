import { HeldSkill, PersonSkills, SkillItem } from '@followthrough/contracts';
import { jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';

const counts = {
  people: '(select count(*) from person_skill h join person p on p.id = h.person_id and p.withdrawn_at is null where h.skill_id = s.id)',
  efforts: '(select count(*) from effort e join action a on a.id = e.action_id and a.withdrawn_at is null where e.skill_id = s.id and e.withdrawn_at is null)',
};

export const allSkills = statement('skills.all', `select json_build_object('items', ${jsonList(SkillItem, 's', counts, 'from skill s where s.withdrawn_at is null order by lower(s.name) limit 500')})::text as answer`);

const held = {
  personId: 'p.id',
  organisationName: '(select o.name from organisation o where o.id = p.organisation_id)',
  skills: jsonList(HeldSkill, 'h', { name: 's.name' }, 'from person_skill h join skill s on s.id = h.skill_id and s.withdrawn_at is null where h.person_id = p.id order by h.level desc, lower(s.name)'),
};

export const skilledPeople = statement('skills.people', `select json_build_object('items', ${jsonList(PersonSkills, 'p', held, 'from person p where p.withdrawn_at is null order by lower(p.name), p.id limit 5000')})::text as answer`);

export const skilledPerson = statement('skills.person', jsonRow(PersonSkills, 'p', held, 'from person p where p.id = $1 and p.withdrawn_at is null'));

/** $1: person, $2: skill, $3: level, null where they do not have it. */
export const holdSkill = `with gone as (delete from person_skill h where h.person_id = $1 and h.skill_id = $2 and $3::integer is null)
  insert into person_skill (person_id, skill_id, level) select $1::uuid, $2::uuid, $3::integer where $3::integer is not null
  on conflict on constraint person_skill_one do update set level = excluded.level where person_skill.level <> excluded.level`;
