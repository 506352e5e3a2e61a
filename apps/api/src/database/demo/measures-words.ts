import type { MeasureDirection } from '@followthrough/contracts';

export interface DemoMeasure {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  readonly direction: MeasureDirection;
  readonly target?: number;
  readonly source: string;
  /** The theme whose actions and first finding it belongs to. */
  readonly theme: string;
  /** A figure a month, the last of them for the month that ended last. */
  readonly figures: readonly number[];
  /** Said of a figure, counted from the last. */
  readonly notes?: Readonly<Record<number, string>>;
  /** So many months ago its counting ended, and what followed it. */
  readonly retired?: { readonly monthsAgo: number; readonly by: string };
}

/** Measures of localities that do not exist, each with something else to see. */
export const MEASURES: readonly DemoMeasure[] = [
  {
    key: 'waiting',
    title: 'People waiting more than seven days after they were well enough to leave',
    unit: 'people',
    direction: 'down',
    target: 20,
    source: 'Weekly discharge list, last week of the month',
    theme: 'Leaving hospital',
    // Better since the one list, and still far from its target: improvement, consistently failing.
    figures: [64, 59, 66, 61, 67, 60, 65, 62, 68, 63, 66, 60, 57, 53, 54, 50, 52, 49, 51, 48],
    notes: { 7: 'One list of people ready to leave, used every morning' },
  },
  {
    key: 'weekend',
    title: 'Discharges on Saturday and Sunday as a share of all',
    unit: '%',
    direction: 'up',
    target: 18,
    source: 'Hospital patient administration system',
    theme: 'Leaving hospital',
    // Round its target: hit and miss.
    figures: [15.2, 18.9, 16.4, 19.1, 17.3, 14.8, 18.2, 19.6, 16.1, 17.8, 15.5, 19.3, 17.1, 16.6, 18.4, 17.9],
  },
  {
    key: 'handed-back',
    title: 'Packages of home care handed back in a month',
    unit: 'packages',
    direction: 'down',
    target: 8,
    source: 'Brokerage team',
    theme: 'Help at home',
    // Outside the limits in the last month: a concern, whatever the action says of itself.
    figures: [11, 14, 12, 10, 13, 12, 14, 11, 13, 12, 10, 13, 12, 11, 24],
    notes: { 0: 'Two agencies left the framework in the same week' },
  },
  {
    key: 'at-home',
    title: 'People still at home 91 days after reablement',
    unit: '%',
    direction: 'up',
    target: 75,
    source: 'Reablement service, by phone',
    theme: 'Help at home',
    figures: [83.1, 81.4, 84.2, 82.6, 80.9, 83.7, 82.2, 84.8, 81.9, 83.3, 82.8, 81.6, 84.1],
  },
  {
    key: 'story',
    title: 'Times people say they told their story before somebody helped',
    unit: 'times',
    direction: 'down',
    target: 2,
    source: 'Ten calls a month, made by Healthwatch',
    theme: 'One front door',
    // Each lower than the one before.
    figures: [4.6, 4.9, 4.5, 4.8, 4.7, 4.9, 4.4, 4.2, 3.9, 3.7, 3.4, 3.2, 2.9],
  },
  {
    key: 'agency',
    title: 'Agency shifts in a month',
    unit: 'shifts',
    direction: 'none',
    source: 'Payroll of the three largest providers',
    theme: 'Workforce',
    figures: [212, 208, 221, 214, 209, 218, 211, 216, 207, 215, 210, 268],
    notes: { 0: 'A new ward opened for the winter' },
  },
  {
    key: 'carers',
    title: 'Carers with an emergency plan',
    unit: 'carers',
    direction: 'up',
    target: 400,
    source: 'Carers’ service',
    theme: 'Unpaid carers',
    // Too few to say anything.
    figures: [118, 131, 149],
  },
  {
    key: 'delayed',
    title: 'Delayed days a day, for every 100,000 adults',
    unit: 'days',
    direction: 'down',
    source: 'National collection, which ended',
    theme: 'Leaving hospital',
    figures: [14.2, 13.1, 15.6, 14.4, 13.8, 14.9, 13.5, 14.1],
    retired: { monthsAgo: 18, by: 'waiting' },
  },
];
