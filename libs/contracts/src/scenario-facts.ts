import { MOST_ASSIGNMENTS, MOST_EFFORTS } from './demand';
import { CalendarDate, Flag, Id, Inside, Month, OneOf, Quantity, Text } from './kernel/fields';
import { type CapacityBand, capacityBands, type DependencyKind, dependencyKinds, type EffortPurpose, effortPurposes, type EffortShape, effortShapes, type Status, statuses } from './words';

class FactPart {
  @Id('Person', { nullable: true }) personId: string | null;
  @Id('Organisation', { nullable: true }) organisationId: string | null;
  @Quantity('Minutes') minutes: number;
}

class FactStretch {
  @CalendarDate('After', { nullable: true }) after: string | null;
  @CalendarDate('Due date') dueOn: string;
}

class FactLine {
  @Id('Id') id: string;
  @OneOf('What for', effortPurposes) purpose: EffortPurpose;
  @Id('Skill', { nullable: true }) skillId: string | null;
  @Quantity('Level', { nullable: true }) level: number | null;
  @Id('Organisation', { nullable: true }) organisationId: string | null;
  @Flag('It is the accountable organisation’s') follows: boolean;
  @Quantity('Likely') likely: number;
  @OneOf('When it falls', effortShapes) shape: EffortShape;
  @Inside('Up to a milestone', () => FactStretch, { nullable: true }) milestone: FactStretch | null;
  @Inside('Who has it', () => FactPart, { many: MOST_ASSIGNMENTS }) parts: FactPart[];
}

class FactWork {
  @Id('Id') id: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @OneOf('Status', statuses) status: Status;
  @CalendarDate('Start date', { nullable: true }) startOn: string | null;
  @CalendarDate('Due date', { nullable: true }) dueOn: string | null;
  @Id('Accountable organisation', { nullable: true }) organisationId: string | null;
  @Quantity('Minutes left', { nullable: true }) left: number | null;
  @Quantity('Minutes spent') spent: number;
  @CalendarDate('Estimated again on', { nullable: true }) estimatedOn: string | null;
  @CalendarDate('Days of its milestones', { many: 50 }) milestones: string[];
  @Inside('Lines', () => FactLine, { many: MOST_EFFORTS }) lines: FactLine[];
}

class FactLink {
  @Id('First') firstId: string;
  @Id('Then') thenId: string;
  @OneOf('How', dependencyKinds) kind: DependencyKind;
}

/** Days in a row of which it is known what can be given; other days are not known. */
class FactDays {
  @Quantity('From the day', { hint: 'Counted from the first of the span' }) at: number;
  @Quantity('Minutes', { many: 800 }) minutes: number[];
}

class FactPerson {
  @Id('Id') id: string;
  @Text('Name') name: string;
  @Id('Organisation', { nullable: true }) organisationId: string | null;
  @Quantity('Minutes of a person-day', { min: 300, max: 600 }) personDay: number;
  @Inside('Given', () => FactDays, { many: 400 }) given: FactDays[];
}

class FactOrganisation {
  @Id('Id') id: string;
  @Text('Name') name: string;
  @Flag('Its people say what they can give') isNamed: boolean;
  @Inside('Given by others', () => FactDays, { many: 400, nullable: true }) others: FactDays[] | null;
  @Quantity('Others not known') unknown: number;
}

class FactSpan {
  @CalendarDate('From') from: string;
  @CalendarDate('To') to: string;
}

class FactTime {
  @Quantity('Annual leave') usualLeave: number;
  @Quantity('Training') training: number;
  @Quantity('Administration') administration: number;
  @Quantity('Sickness') sickness: number;
  @Quantity('Buffer') buffer: number;
}

/** What the plan is now, for whoever may change it, as far as they may see it: enough to reckon any change on their own machine. */
export class ScenarioFactsSaid {
  @Inside('Span', () => FactSpan) span: FactSpan;
  @Inside('Productive time', () => FactTime) time: FactTime;
  @Inside('Open actions', () => FactWork, { many: 50_000 }) work: FactWork[];
  @Inside('What comes before what', () => FactLink, { many: 50_000 }) links: FactLink[];
  @Inside('People whose figures the asker may see', () => FactPerson, { many: 5_000 }) people: FactPerson[];
  @Inside('Organisations', () => FactOrganisation, { many: 2_000 }) organisations: FactOrganisation[];
}

class SaidMonth {
  @Month('Month') month: string;
  @Quantity('Needed') needed: number;
  @Quantity('Given', { nullable: true }) given: number | null;
  @Quantity('Per cent', { nullable: true }) percent: number | null;
  @OneOf('Band', capacityBands) band: CapacityBand;
}

class SaidOverload {
  @CalendarDate('From') from: string;
  @CalendarDate('To') to: string;
  @Quantity('Needed') needed: number;
  @Quantity('Given') given: number;
  @Quantity('Too much') excess: number;
  @Id('Actions at fault', { many: 50_000 }) works: string[];
}

class SaidRow {
  @OneOf('Kind', ['person', 'organisation']) kind: 'person' | 'organisation';
  @Id('Id', { nullable: true }) id: string | null;
  @Text('Name') name: string;
  @Quantity('Minutes of a person-day') personDay: number;
  @Quantity('Too much') excess: number;
  @Inside('Overloads', () => SaidOverload, { many: 500 }) overloads: SaidOverload[];
  @Id('Late actions', { many: 50_000 }) late: string[];
  @Flag('Not known') isUnknown: boolean;
  @Inside('Months', () => SaidMonth, { many: 24 }) months: SaidMonth[];
}

export class ScenarioVerdictSaid {
  @Inside('Rows', () => SaidRow, { many: 7_001 }) rows: SaidRow[];
  @Quantity('Too much') excess: number;
  @Quantity('Rows with too much') over: number;
  @Id('Late actions', { many: 50_000 }) late: string[];
  @Quantity('Months over') monthsOver: number;
  @Quantity('Rows not known') unknown: number;
}
