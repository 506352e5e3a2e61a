import { CalendarDate, Flag, Id, Inside, Month, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { SKILL_LEVELS } from './skills';

/** One skill and level in one month, in whole minutes. `isFew`: what is held would tell the days of one or two people. */
export class SkillMonthItem {
  @Month('Month') month: string;
  @Quantity('Needed') needed: number;
  @Quantity('Held', { nullable: true, hint: 'Null: not known, or hidden' }) held: number | null;
  @Quantity('Too little', { nullable: true, hint: 'Null: it cannot be said' }) gap: number | null;
  @Flag('Fewer than three people') isFew: boolean;
}

/** What open work asks of a skill at a level, and who has it at that level or above. */
export class SkillLine {
  @Id('Skill') skillId: string;
  @Text('Skill', { max: 100 }) name: string;
  @Quantity('Level', { min: 1, max: SKILL_LEVELS }) level: number;
  @Quantity('People who have it') people: number;
  @Quantity('Actions that need it') actions: number;
  @Inside('Months in which it is needed', () => SkillMonthItem, { many: 24 }) months: SkillMonthItem[];
}

/** A skill that work needs and one person alone has. */
export class SinglePointItem {
  @Id('Skill') skillId: string;
  @Text('Skill', { max: 100 }) name: string;
  @Quantity('Level', { min: 1, max: SKILL_LEVELS }) level: number;
  @Id('Person') personId: string;
  @Text('Person') personName: string;
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @Quantity('Actions that need it') actions: number;
}

export class WorkAfterFunding {
  @Id('Id') id: string;
  @Text('Ref', { max: 50 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @CalendarDate('Due') dueOn: string;
}

/** A post whose money ends before its work is due: told to that person and to the leads of their organisation. */
export class FundingEnd {
  @Id('Person') personId: string;
  @Text('Person') personName: string;
  @CalendarDate('Funded until') fundedUntil: string;
  @Inside('Work due later', () => WorkAfterFunding, { many: 200 }) actions: WorkAfterFunding[];
}

export class MissingProfession {
  @Text('Profession') profession: string;
  @CalendarDate('Somebody comes on', { nullable: true }) comesOn: string | null;
}

/** A team that wants a profession which nobody in it has today. */
export class TeamGap {
  @Id('Team') id: string;
  @Text('Team') name: string;
  @Quantity('Professions that it wants') wanted: number;
  @Inside('Missing', () => MissingProfession, { many: 30 }) missing: MissingProfession[];
}

export class CapabilityPage {
  @Quantity('Open actions') open: number;
  @Quantity('Of these, with a skill named') named: number;
  @Quantity('Teams that say which professions they want') teamsAsked: number;
  @Inside('Skills', () => SkillLine, { many: 2_000 }) skills: SkillLine[];
  @Inside('Hanging on one person', () => SinglePointItem, { many: 2_000 }) singlePoints: SinglePointItem[];
  @Inside('Money that ends before the work', () => FundingEnd, { many: 500 }) fundingEnds: FundingEnd[];
  @Inside('Teams', () => TeamGap, { many: 500 }) teams: TeamGap[];
}

/** An action that asks for a skill. `minutes`: in the month, or in all where none is chosen. */
export class SkillAction {
  @Id('Id') id: string;
  @Text('Ref', { max: 50 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @CalendarDate('Due', { nullable: true }) dueOn: string | null;
  @Quantity('Minutes', { nullable: true, hint: 'Null: without a date or an estimate' }) minutes: number | null;
}

/** Somebody who has it. What they can give is told to who may see their figures. */
export class SkillPerson {
  @Id('Id') id: string;
  @Text('Name') name: string;
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @Quantity('Level', { min: 1, max: SKILL_LEVELS }) level: number;
  @Quantity('Can give', { nullable: true, hint: 'Minutes in the month; null: not known, or not the asker’s to see' }) given: number | null;
}

export class SkillParts {
  @Inside('Actions, most first', () => SkillAction, { many: 200 }) actions: SkillAction[];
  @Quantity('Actions not listed', { hint: 'Beyond the first 200' }) more: number;
  @Inside('People', () => SkillPerson, { many: 5_000 }) people: SkillPerson[];
}

export class SkillPartsQuery {
  @Id('Skill') skill: string;
  @Quantity('Level', { min: 1, max: SKILL_LEVELS }) level: number;
  @Month('Month', { optional: true, hint: 'One of the next twelve; all of them when left out' }) month?: string;
}

export const capabilityRoutes = {
  page: route({ method: 'GET', path: 'localities/:locality/capability', may: 'capacity.read', says: 'Skills needed beside skills held by month, what hangs on one person, posts whose money ends before their work, and professions that teams lack', answer: CapabilityPage }),
  parts: route({ method: 'GET', path: 'localities/:locality/capability/parts', may: 'capacity.read', says: 'The actions that ask for a skill at a level or above, and the people who have it', query: SkillPartsQuery, answer: SkillParts }),
};
