import { pick } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, Month, OneOf, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { MOST_MINUTES } from './demand';
import { SKILL_LEVELS } from './skills';
import { type EffortPurpose, effortPurposes, type ProofSaid, proofStates } from './words';

/** Open work that nobody is down for: what is left of one line, or of an action without lines. */
export class StaffingItem {
  @Id('Line, or the action without lines') id: string;
  @Flag('A line', { hint: 'Of an action without lines somebody has to say first what kind of work it is' }) isLine: boolean;
  @Id('Action') actionId: string;
  @Text('Ref', { max: 50 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @CalendarDate('Due', { nullable: true }) dueOn: string | null;
  @Flag('Due with a milestone') isWay: boolean;
  @OneOf('What for', effortPurposes) purpose: EffortPurpose;
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @Text('Skill', { nullable: true, max: 100 }) skillName: string | null;
  @Quantity('Level needed', { nullable: true, min: 1, max: SKILL_LEVELS }) level: number | null;
  @Quantity('Minutes with nobody', { min: 1 }) minutes: number;
  @Quantity('Minutes that somebody is down for') givenMinutes: number;
}

export class StaffingQuery {
  @Id('Organisation', { optional: true, hint: 'At whose door it lies' }) organisation?: string;
  @Id('Skill', { optional: true }) skill?: string;
  @Text('After', { optional: true, max: 2_000 }) after?: string;
}

/** Soonest and biggest first. `total` is of all that was asked for, and comes with the first page. */
export class StaffingList {
  @Inside('Work', () => StaffingItem, { many: 50 }) items: StaffingItem[];
  @Text('Next page', { nullable: true, max: 2_000 }) next: string | null;
  @Quantity('In all', { nullable: true }) total: number | null;
  @Quantity('Minutes in all', { nullable: true }) minutes: number | null;
}

/** Somebody who could do it. To who may not see their figures only who they are and how well they can do it. */
export class StaffingPerson {
  @Id('Person') id: string;
  @Text('Name') name: string;
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @Text('Job title', { nullable: true }) jobTitle: string | null;
  @Quantity('Level', { nullable: true, min: 1, max: SKILL_LEVELS }) level: number | null;
  @Flag('Their figures are shown') isShown: boolean;
  @Flag('Of your organisation', { hint: 'What you ask of them is confirmed with it' }) isOurs: boolean;
  @Quantity('Minutes that fit between its dates', { nullable: true, hint: 'Null: hidden, or not known' }) room: number | null;
  @Quantity('Minutes of a person-day', { min: 300, max: 600 }) personDay: number;
}

/** One line with nobody and who could do it, those first who have room for all of it. */
export class StaffingLine extends StaffingItem {
  @CalendarDate('From', { nullable: true }) fromOn: string | null;
  @CalendarDate('Until', { nullable: true, hint: 'Of what is overdue: today' }) toOn: string | null;
  @Quantity('Likely minutes of the line') likelyMinutes: number;
  @Quantity('People on it') onIt: number;
  @Inside('People', () => StaffingPerson, { many: 100 }) people: StaffingPerson[];
  @Quantity('People not listed') more: number;
}

/** One month of somebody, before and after. */
export class StaffingMonth {
  @Month('Month') month: string;
  @Quantity('Given', { nullable: true, hint: 'Null: not known' }) given: number | null;
  @Quantity('Needed before') before: number;
  @Quantity('Needed after') after: number;
  @Quantity('Per cent before', { nullable: true }) percentBefore: number | null;
  @Quantity('Per cent after', { nullable: true }) percentAfter: number | null;
}

/** What it would do to somebody: nothing is saved. */
export class StaffingPreview extends pick(StaffingPerson, 'id', 'name', 'personDay') {
  @Quantity('Minutes') minutes: number;
  @Inside('Months', () => StaffingMonth, { many: 13 }) months: StaffingMonth[];
  @OneOf('Proof before', proofStates) stateBefore: ProofSaid;
  @OneOf('Proof after', proofStates) stateAfter: ProofSaid;
  @Quantity('Too much before') excessBefore: number;
  @Quantity('Too much after') excessAfter: number;
}

export class StaffingPreviewQuery {
  @Id('Person') personId: string;
  @Quantity('Minutes', { min: 1, max: MOST_MINUTES }) minutes: number;
}

export const staffingRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/staffing', may: 'capacity.keep', says: 'Open work that nobody is down for, soonest and biggest first', query: StaffingQuery, answer: StaffingList }),
  line: route({ method: 'GET', path: 'localities/:locality/staffing/:id', may: 'capacity.keep', says: 'One line with nobody, and who could do it, as far as the asker may see', answer: StaffingLine }),
  preview: route({ method: 'GET', path: 'localities/:locality/staffing/:id/preview', may: 'capacity.keep', says: 'What a line would do to somebody’s months, and whether their work would still fit; for the leads of their employer', query: StaffingPreviewQuery, answer: StaffingPreview }),
};
