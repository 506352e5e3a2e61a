import { CalendarDate, Flag, Id, Inside, Month, OneOf, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { type CapacityBand, capacityBands, type LoadCellsBy, loadCellsBy, type LoadsBy, loadsBy } from './words';

/**
 * One row in one month, in whole minutes. `isFew`: its figures would tell those of fewer than three people, so they are left
 * out and the band is `unknown`.
 */
export class LoadCell {
  @Month('Month') month: string;
  @Quantity('Needed', { nullable: true }) needed: number | null;
  @Quantity('Given', { nullable: true, hint: 'Null: not known' }) given: number | null;
  @Quantity('Given less needed', { nullable: true, min: -1_000_000_000 }) difference: number | null;
  @Quantity('Per cent', { nullable: true }) percent: number | null;
  @OneOf('Band', capacityBands) band: CapacityBand;
  @Quantity('People not known') unknown: number;
  @Quantity('Confirmed by the organisation', { nullable: true, hint: 'Where its people are named: what it promised' }) promised: number | null;
  @Flag('Fewer than three people') isFew: boolean;
}

/** Without an id: the work that has no such thing yet. */
export class LoadRowItem {
  @Id('Id', { nullable: true }) id: string | null;
  @Text('Name') name: string;
  @Text('Beside the name', { nullable: true }) detail: string | null;
  @Quantity('People who make it up', { nullable: true, hint: 'Null: nobody is named' }) people: number | null;
  @Quantity('Minutes of a person-day', { min: 300, max: 600 }) personDay: number;
  @Inside('Months', () => LoadCell, { many: 24 }) months: LoadCell[];
}

export class LoadMonth {
  @Month('Month') month: string;
  @Quantity('Minutes of a full-time post') fullTime: number;
}

/** How much is known, of open actions. */
export class LoadCoverage {
  @Quantity('Open') open: number;
  @Quantity('With an estimate') estimated: number;
  @Quantity('Per cent with an estimate', { nullable: true }) percent: number | null;
  @Quantity('With nobody') nobody: number;
  @Quantity('Without a date') undated: number;
}

export class LoadPage {
  @OneOf('By', loadsBy) by: LoadsBy;
  @Inside('Months', () => LoadMonth, { many: 24 }) months: LoadMonth[];
  @Inside('Coverage', () => LoadCoverage) coverage: LoadCoverage;
  @Inside('Rows', () => LoadRowItem, { many: 5_001 }) rows: LoadRowItem[];
}

export class LoadQuery {
  @OneOf('By', loadsBy) by: LoadsBy;
  @Quantity('Months', { optional: true, min: 1, max: 24, hint: '12 when left out' }) months?: number;
}

/** What one action asks in one month. Null: it would tell what one or two people give. */
export class LoadActionCell {
  @Month('Month') month: string;
  @Quantity('Needed', { nullable: true }) needed: number | null;
  @Quantity('Of it with nobody', { nullable: true }) nobody: number | null;
}

export class LoadActionRow {
  @Id('Id') id: string;
  @Text('Ref', { max: 50 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @CalendarDate('Due') dueOn: string;
  @Flag('Overdue') isOverdue: boolean;
  @Inside('Months', () => LoadActionCell, { many: 24 }) months: LoadActionCell[];
}

/** Open actions with a date and an estimate, soonest due first. */
export class LoadActionsPage {
  @Inside('Months', () => LoadMonth, { many: 24 }) months: LoadMonth[];
  @Text('What lies at whom', { nullable: true, hint: 'The organisation or person that was asked for' }) of: string | null;
  @Inside('Actions', () => LoadActionRow, { many: 50 }) items: LoadActionRow[];
  @Text('Next', { nullable: true, max: 2_000 }) next: string | null;
}

export class LoadActionsQuery {
  @Quantity('Months', { optional: true, min: 1, max: 24, hint: '12 when left out' }) months?: number;
  @Id('What lies at an organisation', { optional: true }) organisation?: string;
  @Id('What somebody is down for', { optional: true }) person?: string;
  @Text('After', { optional: true, max: 2_000, hint: 'The `next` of the page before' }) after?: string;
}

/** An action in one cell. `minutes` null: it would tell what one or two people give. */
export class LoadAction {
  @Id('Id') id: string;
  @Text('Ref', { max: 50 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @Quantity('Minutes', { nullable: true }) minutes: number | null;
  @Quantity('Of these with nobody', { nullable: true }) nobody: number | null;
  @Flag('Overdue') isOverdue: boolean;
}

/** Somebody of a row whose figures the asker may see. */
export class LoadPerson {
  @Id('Id') id: string;
  @Text('Name') name: string;
  @Quantity('Minutes of a person-day', { min: 300, max: 600 }) personDay: number;
  @Quantity('Needed') needed: number;
  @Quantity('Given', { nullable: true, hint: 'Null: not known' }) given: number | null;
}

export class LoadCellParts {
  @Flag('Fewer than three people') isFew: boolean;
  @Inside('Actions, most first', () => LoadAction, { many: 200 }) actions: LoadAction[];
  @Quantity('Actions not listed', { hint: 'Beyond the first 200' }) more: number;
  @Inside('People', () => LoadPerson, { many: 500 }) people: LoadPerson[];
  @Quantity('People whose figures are not the asker’s to see') others: number;
}

export class LoadCellQuery {
  @OneOf('By', loadCellsBy) by: LoadCellsBy;
  @Id('Row', { optional: true, hint: 'Left out: the row of the rest' }) id?: string;
  @Month('Month', { hint: 'One of the next 24' }) month: string;
}

export const loadRoutes = {
  page: route({ method: 'GET', path: 'localities/:locality/loads', may: 'capacity.read', says: 'What open work asks of people, teams, organisations or skills by month, beside what they can give, as far as the asker may see', query: LoadQuery, answer: LoadPage }),
  actions: route({ method: 'GET', path: 'localities/:locality/loads/actions', may: 'capacity.read', says: 'What each open action asks in each month, and how much of it has nobody: all of them, what lies at an organisation, or what somebody is down for', query: LoadActionsQuery, answer: LoadActionsPage }),
  cell: route({ method: 'GET', path: 'localities/:locality/loads/cell', may: 'capacity.read', says: 'The actions, and the people where they may be seen, that make up one month of one row', query: LoadCellQuery, answer: LoadCellParts }),
};
