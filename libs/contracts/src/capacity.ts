import { Flag, Id, Inside, Month, OneOf, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { type CapacityBand, capacityBands } from './words';

/** One organisation in one month: person-days needed over person-days confirmed. */
export class CapacityCell {
  @Month('Month') month: string;
  @Quantity('Days needed', { places: 2 }) needed: number;
  @Quantity('Days confirmed', { places: 1, nullable: true }) confirmed: number | null;
  @Quantity('Per cent', { nullable: true }) percent: number | null;
  @OneOf('Band', capacityBands) band: CapacityBand;
}

/** A row of the heat map. Without an organisation: the work that nobody is accountable for yet. */
export class CapacityRow {
  @Id('Organisation', { nullable: true }) organisationId: string | null;
  @Text('Name') name: string;
  @Quantity('Not estimated') notEstimated: number;
  @Quantity('Undated') undated: number;
  @Inside('Months', () => CapacityCell, { many: 24 }) months: CapacityCell[];
}

export class CapacityPage {
  @Month('Months', { many: 24 }) months: string[];
  @Quantity('Open actions') openActions: number;
  @Quantity('Not estimated') notEstimated: number;
  @Quantity('Undated') undated: number;
  @Inside('Organisations', () => CapacityRow, { many: 2_001 }) rows: CapacityRow[];
}

/** One cell of the editor. `days`: null for unknown, 0 for none. `was`: what the editor saw, so nobody's figure is overwritten unseen. */
export class ConfirmedDays {
  @Id('Organisation') organisationId: string;
  @Month('Month') month: string;
  @Quantity('Days confirmed', { places: 1, max: 10_000, nullable: true }) days: number | null;
  @Quantity('Days before', { places: 1, max: 10_000, nullable: true }) was: number | null;
}

export class ConfirmedDaysEdit {
  @Inside('Days', () => ConfirmedDays, { many: 500 }) cells: ConfirmedDays[];
}

/** An action that makes up a month's demand. */
export class CapacityAction {
  @Id('Id') id: string;
  @Text('Ref') ref: string;
  @Text('Title', { max: 500 }) title: string;
  @Quantity('Days in the month', { places: 2 }) needed: number;
  @Flag('Overdue') isOverdue: boolean;
}

export class CapacityActions {
  @Inside('Actions', () => CapacityAction, { many: 200 }) items: CapacityAction[];
}

export class CapacityActionsQuery {
  @Id('Organisation', { optional: true }) organisation?: string;
  @Month('Month') month: string;
}

export const capacityRoutes = {
  page: route({ method: 'GET', path: 'localities/:locality/capacity', may: 'capacity.read', says: 'Person-days needed over person-days confirmed, by organisation and month', answer: CapacityPage }),
  actions: route({ method: 'GET', path: 'localities/:locality/capacity/actions', may: 'capacity.read', says: 'The actions that make up one month of one organisation, most days first', query: CapacityActionsQuery, answer: CapacityActions }),
  confirm: route({ method: 'PUT', path: 'localities/:locality/capacity/days', may: 'capacity.keep', says: 'Confirm person-days by organisation and month', body: ConfirmedDaysEdit, answer: CapacityPage, refusals: ['rule', 'stale'] }),
};
