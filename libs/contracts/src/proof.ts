import { CalendarDate, Flag, Id, Inside, Month, OneOf, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { type ProofOf, type ProofSaid, proofsOf, proofStates } from './words';

/** Work of one action with the same days. `minutes` null: it would tell what one or two people give. */
export class ProofItem {
  @Id('Action') id: string;
  @Text('Ref', { max: 50 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @Quantity('Minutes', { nullable: true }) minutes: number | null;
  @Quantity('Of these with nobody', { nullable: true }) nobody: number | null;
  @CalendarDate('From') fromOn: string;
  @CalendarDate('Until') toOn: string;
  @Flag('Overdue', { hint: 'It was due before today' }) isOverdue: boolean;
  @Flag('Due with a milestone') isWay: boolean;
}

/** The one action, or milestone of one, that gets rid of an overload by being due later. */
export class ProofLater {
  @Id('Action') id: string;
  @Text('Ref', { max: 50 }) ref: string;
  @CalendarDate('Due') fromOn: string;
  @CalendarDate('Would be due') toOn: string;
  @Quantity('Days later', { min: 1 }) days: number;
  @Flag('Due with a milestone') isWay: boolean;
}

/** So much less of one action, or so much of it done by somebody else between two days. */
export class ProofLess {
  @Id('Action') id: string;
  @Text('Ref', { max: 50 }) ref: string;
  @Quantity('Minutes', { min: 1 }) minutes: number;
  @CalendarDate('From') fromOn: string;
  @CalendarDate('Until') toOn: string;
}

/** A colleague who has room for some of it, whose figures the asker may see. */
export class ProofHelper {
  @Id('Person') id: string;
  @Text('Name') name: string;
  @Quantity('Minutes that fit', { min: 1 }) room: number;
  @Quantity('Minutes of a person-day', { min: 300, max: 600 }) personDay: number;
}

/** A stretch of days in which more has to be done than can be given, whatever is moved within its dates. */
export class ProofOverload {
  @CalendarDate('First day') fromOn: string;
  @CalendarDate('Last day') toOn: string;
  @Quantity('Needed') needed: number;
  @Quantity('Given') given: number;
  @Quantity('Too much', { min: 1 }) excess: number;
  @Inside('Work that has to be done in it, most first', () => ProofItem, { many: 100 }) items: ProofItem[];
  @Quantity('Items not listed') more: number;
  @Inside('Later', () => ProofLater, { nullable: true, hint: 'Null: no one thing put off is enough' }) later: ProofLater | null;
  @Inside('Less work, or more people', () => ProofLess, { many: 100 }) less: ProofLess[];
  @Inside('Who has room, most first', () => ProofHelper, { many: 3 }) helpers: ProofHelper[];
}

export class ProofTurn {
  @Id('Action') id: string;
  @Text('Ref', { max: 50 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @CalendarDate('From') fromOn: string;
  @CalendarDate('Until') toOn: string;
}

/** A month that is over when its work is spread, and fits when it is done in this order. */
export class ProofMonth {
  @Month('Month') month: string;
  @Quantity('Needed') needed: number;
  @Quantity('Given') given: number;
  @Quantity('Per cent') percent: number;
  @Inside('Order', () => ProofTurn, { many: 100 }) order: ProofTurn[];
}

/** Somebody of a team or an organisation whose figures the asker may see. */
export class ProofMember {
  @Id('Person') id: string;
  @Text('Name') name: string;
  @OneOf('Proof', proofStates) state: ProofSaid;
  @Quantity('Too much') excess: number;
  @Quantity('Minutes of a person-day', { min: 300, max: 600 }) personDay: number;
}

/** Whether the work of the next twelve months fits. Minutes are whole; what is due later is only counted. */
export class ProofPage {
  @OneOf('Of', proofsOf) of: ProofOf;
  @Id('Id') id: string;
  @Text('Name') name: string;
  @CalendarDate('From') fromOn: string;
  @CalendarDate('Until') toOn: string;
  @OneOf('Proof', proofStates) state: ProofSaid;
  @Quantity('Minutes of a person-day', { min: 300, max: 600 }) personDay: number;
  @Quantity('People', { nullable: true, hint: 'Null: nobody is named, and what the organisation confirmed is taken' }) people: number | null;
  @Quantity('People not known') unknown: number;
  @Quantity('Needed') needed: number;
  @Quantity('Given', { hint: 'Of those who are known' }) given: number;
  @Quantity('Due after that') later: number;
  @Quantity('Actions without an estimate or a date') leftOut: number;
  @Inside('Overloads, soonest first', () => ProofOverload, { many: 6 }) overloads: ProofOverload[];
  @Quantity('Overloads not listed') more: number;
  @Inside('Months that only look over', () => ProofMonth, { many: 13 }) settled: ProofMonth[];
  @Inside('People, most over first', () => ProofMember, { many: 200 }) members: ProofMember[];
}

export class ProofQuery {
  @OneOf('Of', proofsOf) of: ProofOf;
  @Id('Whose') id: string;
}

export const proofRoutes = {
  read: route({ method: 'GET', path: 'localities/:locality/proof', may: 'capacity.read', says: 'Whether the work of a person, a team or an organisation fits into what they can give, what is at fault where it does not, and what gets rid of it', query: ProofQuery, answer: ProofPage }),
};
