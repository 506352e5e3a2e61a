import { Id, Inside, OneOf, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';

/** What one open action can lack. Each is a list: the plan table narrowed to that gap. */
export const actionGaps = ['owner', 'organisation', 'due', 'milestone', 'measure', 'measured', 'evidence', 'estimate', 'programme', 'co_production'] as const;
export type ActionGap = (typeof actionGaps)[number];

/** What a plan as a whole can lack. */
export const planGaps = ['aim', 'unsigned', 'sponsor', 'board', 'meeting', 'balance', 'diagnosis'] as const;
export type PlanGap = (typeof planGaps)[number];

export const healthKeys = [...planGaps, ...actionGaps] as const;
export type HealthKey = (typeof healthKeys)[number];

/** One of those that a line of the list is about: an action, an organisation, a board. */
export class HealthCase {
  @Id('Id') id: string;
  @Text('Ref', { nullable: true, max: 40 }) ref: string | null;
  @Text('Name', { max: 500 }) name: string;
}

/** One line of the list: how many lack it, of how many. Nothing lacking is said as well. */
export class HealthItem {
  @OneOf('What', healthKeys) key: HealthKey;
  @Quantity('Lacking') count: number;
  @Quantity('Of') of: number;
  @Inside('The first few', () => HealthCase, { many: 5 }) cases: HealthCase[];
}

/** What a plan lacks, item by item. Only open actions are asked for more. */
export class PlanHealth {
  @Id('Plan') planId: string;
  @Text('Title') title: string;
  @Quantity('Open actions') openActions: number;
  @Quantity('Quick wins') quickWins: number;
  @Quantity('Deep-rooted actions') deepRooted: number;
  @Inside('Items', () => HealthItem, { many: 40 }) items: HealthItem[];
}

export const planHealthRoutes = {
  show: route({ method: 'GET', path: 'localities/:locality/plans/:id/health', may: 'plan.read', says: 'What the plan lacks, item by item', answer: PlanHealth }),
};
