import { draft, omit, partial } from './kernel/derive';
import { Id, Inside, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';

/** Levels of a skill, from 1: aware, with support, able, can teach. */
export const SKILL_LEVELS = 4;

/** Something that people can do and work asks for, in the locality's own words. */
export class Skill {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Skill', { max: 100, hint: 'Such as Data and analysis' }) name: string;
}

export class SkillItem extends Skill {
  @Quantity('People who have it') people: number;
  @Quantity('Lines of effort that ask for it') efforts: number;
}

export class SkillList {
  @Inside('Skills', () => SkillItem, { many: 500 }) items: SkillItem[];
}

export class NewSkill extends draft(omit(Skill, 'id', 'version')) {}

export class SkillEdit extends partial(omit(Skill, 'id', 'version')) {
  @Version() version: number;
}

export class HeldSkill {
  @Id('Skill') skillId: string;
  @Text('Skill', { max: 100 }) name: string;
  @Quantity('Level', { min: 1, max: SKILL_LEVELS }) level: number;
}

/** What a person can do. */
export class PersonSkills {
  @Id('Person') personId: string;
  @Text('Name') name: string;
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @Inside('Skills', () => HeldSkill, { many: 500 }) skills: HeldSkill[];
}

export class SkilledPeople {
  @Inside('People', () => PersonSkills, { many: 5_000 }) items: PersonSkills[];
}

/** How well a person can do it; null: they do not have it. */
export class SkillHolding {
  @Quantity('Level', { min: 1, max: SKILL_LEVELS, nullable: true, hint: '1 aware, 2 with support, 3 able, 4 can teach' }) level: number | null;
}

const all = 'localities/:locality/skills';

export const skillRoutes = {
  list: route({ method: 'GET', path: all, may: 'capacity.read', says: 'The skills of the locality, with how many people have each and how much work asks for it', answer: SkillList }),
  add: route({ method: 'POST', path: all, may: 'capacity.keep', says: 'Add a skill', body: NewSkill, answer: SkillList, status: 201, refusals: ['name_taken', 'rule'] }),
  edit: route({ method: 'PATCH', path: `${all}/:id`, may: 'capacity.keep', says: 'Change the name of a skill', body: SkillEdit, answer: SkillList, refusals: ['name_taken', 'stale'] }),
  withdraw: route({ method: 'POST', path: `${all}/:id/withdrawal`, may: 'capacity.keep', says: 'Take a skill out of the list; who has it and what asked for it is kept', answer: SkillList }),
  restore: route({ method: 'POST', path: `${all}/:id/restoration`, may: 'capacity.keep', says: 'Put a skill back', answer: SkillList, refusals: ['name_taken', 'rule'] }),
  people: route({ method: 'GET', path: 'localities/:locality/skilled-people', may: 'capacity.keep', says: 'Who can do what, and how well', answer: SkilledPeople }),
  hold: route({ method: 'PUT', path: 'localities/:locality/people/:id/skills/:skill', may: 'capacity.keep', says: 'Say how well a person can do something', body: SkillHolding, answer: PersonSkills }),
};
