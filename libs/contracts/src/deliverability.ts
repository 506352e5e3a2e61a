import { CalendarDate, Flag, Id, Inside, Month, OneOf, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { LoadCoverage } from './loads';
import { type CapacityBand, capacityBands, deliveryAspects, type DeliveryAspect, type Verdict, verdicts } from './words';

/** One of the three, with the fact that decides it. */
export class DeliveryRead {
  @OneOf('What', deliveryAspects) aspect: DeliveryAspect;
  @OneOf('Verdict', verdicts) verdict: Verdict;
  @Text('Why', { max: 1_000 }) reason: string;
}

/** How many open actions there are of each verdict. */
export class DeliveryCounts {
  @Quantity('Can be delivered') green: number;
  @Quantity('In doubt') amber: number;
  @Quantity('Cannot') red: number;
  @Quantity('Not known') unknown: number;
}

export class DeliveryAspectCounts {
  @OneOf('What', deliveryAspects) aspect: DeliveryAspect;
  @Inside('Open actions', () => DeliveryCounts) counts: DeliveryCounts;
}

/** An organisation with its open actions rolled up. Without an id: those that have none. */
export class DeliveryPlace {
  @Id('Organisation', { nullable: true }) id: string | null;
  @Text('Organisation') name: string;
  @Quantity('Open actions') open: number;
  @OneOf('Verdict', verdicts) verdict: Verdict;
  @Inside('Open actions by verdict', () => DeliveryCounts) counts: DeliveryCounts;
  @Inside('The three', () => DeliveryRead, { many: 3 }) aspects: DeliveryRead[];
}

/** A month in which an organisation that has this work is asked for more than it can give. */
export class DeliveryMonth {
  @Month('Month') month: string;
  @Id('Organisation') id: string;
  @Text('Organisation') name: string;
  @Quantity('Per cent', { nullable: true }) percent: number | null;
  @OneOf('Band', capacityBands) band: CapacityBand;
}

/** Of one plan, or of all together. */
export class DeliverabilityPage {
  @OneOf('Verdict', verdicts) verdict: Verdict;
  @Inside('Open actions by verdict', () => DeliveryCounts) counts: DeliveryCounts;
  @Inside('The three, each', () => DeliveryAspectCounts, { many: 3 }) aspects: DeliveryAspectCounts[];
  @Inside('Coverage', () => LoadCoverage) coverage: LoadCoverage;
  @Inside('Organisations, the worst first', () => DeliveryPlace, { many: 2_001 }) places: DeliveryPlace[];
  @Inside('Months that are over, soonest first', () => DeliveryMonth, { many: 24 }) over: DeliveryMonth[];
  @Quantity('Months over that are not listed') moreOver: number;
}

export class DeliverabilityQuery {
  @Id('Plan', { optional: true }) plan?: string;
}

export class DeliveryItem {
  @Id('Id') id: string;
  @Text('Ref', { max: 50 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @CalendarDate('Due', { nullable: true }) dueOn: string | null;
  @OneOf('Verdict', verdicts) verdict: Verdict;
  @Inside('The three', () => DeliveryRead, { many: 3 }) aspects: DeliveryRead[];
}

/** `aspect` with `verdict`: of that one alone. */
export class DeliveryListQuery {
  @Id('Plan', { optional: true }) plan?: string;
  @Id('Organisation', { optional: true }) organisation?: string;
  @Flag('No organisation', { optional: true }) unaccountable?: boolean;
  @OneOf('Verdict', verdicts, { optional: true }) verdict?: Verdict;
  @OneOf('Of which', deliveryAspects, { optional: true }) aspect?: DeliveryAspect;
  @Flag('Nobody is down for it', { optional: true }) nobody?: boolean;
  @Text('After', { optional: true, max: 2_000, hint: 'The `next` of the page before' }) after?: string;
}

/** The worst first, then by ref. */
export class DeliveryList {
  @Quantity('That match') total: number;
  @Inside('Actions', () => DeliveryItem, { many: 50 }) items: DeliveryItem[];
  @Text('Next page', { nullable: true, max: 2_000 }) next: string | null;
}

export class DeliveryCarrierMonth {
  @Month('Month') month: string;
  @Quantity('Per cent', { nullable: true }) percent: number | null;
  @OneOf('Band', capacityBands) band: CapacityBand;
  @Flag('Fewer than three people') isFew: boolean;
}

/** Who has the work: an organisation, or somebody whose figures the asker may see. */
export class DeliveryCarrier {
  @Id('Id') id: string;
  @Text('Name') name: string;
  @Flag('A person') isPerson: boolean;
  @Inside('Months in which it has work of this action', () => DeliveryCarrierMonth, { many: 24 }) months: DeliveryCarrierMonth[];
}

/** Null: the action is not open, and there is nothing left to judge. */
export class ActionDeliverability {
  @OneOf('Verdict', verdicts, { nullable: true }) verdict: Verdict | null;
  @Inside('The three', () => DeliveryRead, { many: 3 }) aspects: DeliveryRead[];
  @Quantity('Minutes left', { nullable: true, hint: 'Null: nobody has estimated it' }) leftMinutes: number | null;
  @Flag('Somebody is down for it') hasPeople: boolean;
  @Inside('Who has it', () => DeliveryCarrier, { many: 200 }) carriers: DeliveryCarrier[];
}

const all = 'localities/:locality/deliverability';

export const deliverabilityRoutes = {
  show: route({ method: 'GET', path: all, may: 'capacity.read', says: 'Whether open work can be delivered: counts by verdict, organisations with the worst first, and months that are over, as far as the asker may see', query: DeliverabilityQuery, answer: DeliverabilityPage }),
  actions: route({ method: 'GET', path: `${all}/actions`, may: 'capacity.read', says: 'Open actions with their verdicts, fifty at a time', query: DeliveryListQuery, answer: DeliveryList }),
  ofAction: route({ method: 'GET', path: 'localities/:locality/actions/:id/deliverability', may: 'capacity.read', says: 'Whether an action can be delivered, with three reasons and who has it', answer: ActionDeliverability }),
};
