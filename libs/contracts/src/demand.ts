import { Choice } from './actions';
import { draft, omit, partial } from './kernel/derive';
import { Because, CalendarDate, Flag, Id, Inside, OneOf, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { SKILL_LEVELS } from './skills';
import { type AskedState, askedStates, type EffortPurpose, effortPurposes, type EffortShape, effortShapes, type Staffing, staffings } from './words';

/** An action has so many lines of effort at most, and a line so many people. */
export const MOST_EFFORTS = 50;
export const MOST_ASSIGNMENTS = 50;

/** The most that one line can hold: 2,000 person-days of 450 minutes. */
export const MOST_MINUTES = 900_000;

/** A line of work of an action, in whole minutes; screens say person-days. */
export class Effort {
  @Id('Id') id: string;
  @Version() version: number;
  @OneOf('What for', effortPurposes) purpose: EffortPurpose;
  @Id('Skill', { nullable: true }) skillId: string | null;
  @Quantity('Level needed', { nullable: true, min: 1, max: SKILL_LEVELS }) level: number | null;
  @Id('Whose', { nullable: true, hint: 'Left empty: the accountable organisation. Of what is taken in: the service that receives it' }) organisationId: string | null;
  @Id('Up to the milestone', { nullable: true }) milestoneId: string | null;
  @Quantity('At least') lowMinutes: number;
  @Quantity('Likely') likelyMinutes: number;
  @Quantity('At most') highMinutes: number;
  @OneOf('When it falls', effortShapes) shape: EffortShape;
}

const Typed = omit(Effort, 'id', 'version');

export class NewEffort extends draft(omit(Typed, 'lowMinutes', 'highMinutes')) {
  @Quantity('At least', { optional: true, hint: 'Left empty: as what is likely' }) lowMinutes?: number;
  @Quantity('At most', { optional: true, hint: 'Left empty: as what is likely' }) highMinutes?: number;
  @Because('Why it is added') reason?: string;
}

export class EffortEdit extends partial(Typed) {
  @Because() reason?: string;
  @Version() version: number;
}

export class EffortWithdrawal {
  @Because('Why it is taken out') reason?: string;
}

/** A person's part of a line: told to that person, to the leads of their organisation, and to who asked for it. */
export class EffortAssignment {
  @Id('Id') id: string;
  @Id('Person') personId: string;
  @Text('Person') personName: string;
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @Quantity('Minutes') minutes: number;
  @Quantity('Their person-day', { min: 1, max: 1_440, hint: 'In minutes, as their employer counts it' }) dayMinutes: number;
  @OneOf('State', askedStates) state: AskedState;
  @Text('Asked by', { nullable: true }) requestedByName: string | null;
  @CalendarDate('Asked on') requestedOn: string;
  @Text('Confirmed by', { nullable: true }) confirmedByName: string | null;
  @Flag('You can confirm it') mayConfirm: boolean;
  @Flag('You can take it back') mayTakeBack: boolean;
}

/** What an organisation's people give to a line, without their names. Fewer than three people: leads alone see the figure. */
export class OrganisationPart {
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @Quantity('Minutes', { nullable: true }) minutes: number | null;
  @OneOf('State', askedStates, { hint: 'Confirmed when all of it is' }) state: AskedState;
}

export class EffortItem extends Effort {
  @Text('Skill', { nullable: true, max: 100 }) skillName: string | null;
  @Text('Whose', { nullable: true }) organisationName: string | null;
  @Text('Up to the milestone', { nullable: true }) milestoneTitle: string | null;
  @OneOf('Who does it', staffings) staffing: Staffing;
  @Quantity('Minutes that people are down for', { nullable: true, hint: 'Null where it would tell what one or two people give' }) givenMinutes: number | null;
  @Inside('People', () => EffortAssignment, { many: MOST_ASSIGNMENTS }) people: EffortAssignment[];
  @Inside('Others, by organisation', () => OrganisationPart, { many: MOST_ASSIGNMENTS }) others: OrganisationPart[];
}

/** What an action asks of people, and what is left of it. `version` and `daysNeeded` are the action's, which its lines change. */
export class ActionEffort {
  @Version() version: number;
  @Quantity('Days needed', { nullable: true, places: 1 }) daysNeeded: number | null;
  @Quantity('Minutes spent', { nullable: true, hint: 'By the updates; null where none has said' }) spentMinutes: number | null;
  @Quantity('Minutes left', { nullable: true, hint: 'Null: nobody has estimated it' }) leftMinutes: number | null;
  @CalendarDate('Estimated again on', { nullable: true }) estimatedOn: string | null;
  @Inside('Lines', () => EffortItem, { many: MOST_EFFORTS }) items: EffortItem[];
}

/** Asks for a person's time. More than the line needs is asked for knowingly, or not at all. */
export class NewAssignment {
  @Id('Who') personId: string;
  @Quantity('How much') minutes: number;
  @Flag('More than it needs, knowingly', { optional: true }) knowingly?: boolean;
}

export class AssignablePerson {
  @Id('Id') id: string;
  @Text('Name') name: string;
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @Quantity('Their person-day', { min: 1, max: 1_440, hint: 'In minutes, as their employer counts it' }) dayMinutes: number;
  @Flag('Of your organisation', { hint: 'What you ask of them is confirmed with it' }) isOurs: boolean;
}

export class EffortChoices {
  @Inside('Skills', () => Choice, { many: 500 }) skills: Choice[];
  @Inside('Organisations', () => Choice, { many: 2_000 }) organisations: Choice[];
  @Inside('People', () => AssignablePerson, { many: 5_000 }) people: AssignablePerson[];
}

const ofAction = 'localities/:locality/actions/:id/effort';
const line = 'localities/:locality/effort/:id';
const part = 'localities/:locality/assignments/:id';

export const demandRoutes = {
  choices: route({ method: 'GET', path: 'localities/:locality/effort-choices', may: 'capacity.keep', says: 'The skills, organisations and people to choose from', answer: EffortChoices }),
  ofAction: route({ method: 'GET', path: ofAction, may: 'capacity.read', says: 'What an action asks of people, who gives it, and what is left', answer: ActionEffort }),
  add: route({ method: 'POST', path: ofAction, may: 'capacity.keep', says: 'Add a line of effort; the likely days of the lines to deliver become the action’s days needed', body: NewEffort, answer: ActionEffort, status: 201, refusals: ['rule'] }),
  edit: route({ method: 'PATCH', path: line, may: 'capacity.keep', says: 'Change a line of effort', body: EffortEdit, answer: ActionEffort, refusals: ['rule', 'stale'] }),
  withdraw: route({ method: 'POST', path: `${line}/withdrawal`, may: 'capacity.keep', says: 'Take a line of effort out', body: EffortWithdrawal, answer: ActionEffort, refusals: ['rule'] }),
  restore: route({ method: 'POST', path: `${line}/restoration`, may: 'capacity.keep', says: 'Put a line of effort back', body: EffortWithdrawal, answer: ActionEffort, refusals: ['rule'] }),
  request: route({ method: 'POST', path: `${line}/assignments`, may: 'capacity.keep', says: 'Ask for a person’s time; of one’s own organisation that confirms it', body: NewAssignment, answer: ActionEffort, status: 201, refusals: ['already_done', 'rule'] }),
  confirm: route({ method: 'POST', path: `${part}/confirmation`, may: 'capacity.keep', says: 'Confirm what a person of one’s own organisation gives', answer: ActionEffort, refusals: ['already_done', 'rule'] }),
  takeBack: route({ method: 'POST', path: `${part}/withdrawal`, may: 'capacity.keep', says: 'Take back a request, or decline it as the person’s organisation', answer: ActionEffort, refusals: ['rule'] }),
};
