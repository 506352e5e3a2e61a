import type { Assurance, MeasureDirection, Variation } from '@followthrough/contracts';

/** Why a point is more than usual variation. */
export const specialCauses = ['outside', 'shift', 'trend', 'near_limit'] as const;
export type SpecialCause = (typeof specialCauses)[number];

/** A figure for a day, with at most four decimal places. */
export interface Point {
  readonly onDay: string;
  readonly value: number;
}

export interface ChartPoint extends Point {
  readonly causes: readonly SpecialCause[];
  /** Null while there are too few points to say. */
  readonly variation: Variation | null;
}

/** In the measure's own unit. Mean and limits are null while there are too few points. */
export interface ControlChart {
  readonly points: readonly ChartPoint[];
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** The limits are useful and not yet robust: there are fewer than twelve points. */
  readonly isTrial: boolean;
  readonly variation: Variation | null;
  readonly assurance: Assurance | null;
}

export const specialCauseSays: Readonly<Record<SpecialCause, string>> = {
  outside: 'Outside the limits',
  shift: 'Seven or more in a row on one side of the mean',
  trend: 'Seven or more in a row, each higher or each lower than the one before',
  near_limit: 'Two of three in a row close to a limit, all three on the same side of the mean',
};

/** Fewer points than this have no limits; fewer than `ROBUST` have trial limits (NHS-R Community, “How many points are required”). */
export const FEWEST = 6;
export const ROBUST = 12;

const RUN = 7;
const UNIT = 10_000;

/**
 * The control chart of single figures (XmR) as Making Data Count draws it. Limits are mean ± 2.66 × the mean moving range.
 * A point has a special cause when it lies outside them; is one of 7 in a row on one side of the mean, or of 7 that each
 * rise or each fall; or is close to a limit (beyond two thirds of the way, not outside) as 2 of 3 in a row are, with all three
 * on one side. It is an improvement when it lies on the better side of the mean, else a concern; neutral where no way is better. One exactly
 * on the mean can only be part of a trend, and goes the way of that. Variation is that of the last point. Assurance compares the
 * target with the limits: beyond them it is always met or always missed, between them now and then.
 *
 * Points may come in any order; days are distinct. Comparisons are exact: figures are whole ten-thousandths, and nothing is divided.
 * Rules after NHS-R Community, NHSRplotthedots (`ptd_spc_standard`, `ptd_calculate_point_type`, `ptd_calculate_assurance_type`), without its screening of outliers.
 */
export function controlChart(said: readonly Point[], direction: MeasureDirection, target: number | null): ControlChart {
  const points = [...said].sort((a, b) => (a.onDay < b.onDay ? -1 : 1));
  if (points.length < FEWEST) return { points: points.map((one) => ({ ...one, causes: [], variation: null })), mean: null, lower: null, upper: null, isTrial: false, variation: null, assurance: null };
  const values = points.map(({ value }) => whole(value));
  const lines = linesOf(values);
  const causes = causesOf(values, lines);
  const drawn = points.map((one, at): ChartPoint => ({ ...one, causes: causes[at] ?? [], variation: variationOf(values, at, causes[at] ?? [], lines, direction) }));
  return { points: drawn, ...shown(lines), isTrial: points.length < ROBUST, variation: drawn.at(-1)?.variation ?? null, assurance: assuranceOf(lines, direction, target) };
}

/** What a measure keeps of its points. */
export function verdictOf(points: readonly Point[], direction: MeasureDirection, target: number | null): { readonly variation: Variation | null; readonly assurance: Assurance | null; readonly latestValue: number | null; readonly latestOn: string | null; readonly baselineValue: number | null } {
  const { points: sorted, variation, assurance } = controlChart(points, direction, target);
  const latest = sorted.at(-1);
  return { variation, assurance, latestValue: latest?.value ?? null, latestOn: latest?.onDay ?? null, baselineValue: sorted[0]?.value ?? null };
}

const whole = (value: number): bigint => BigInt(Math.round(value * UNIT));
const size = (value: bigint): bigint => (value < 0n ? -value : value);
const sign = (value: bigint): -1 | 0 | 1 => (value > 0n ? 1 : value < 0n ? -1 : 0);

/** Sums that say where mean and limits are. With n points, n - 1 ranges and both sides multiplied by 100 n (n - 1), comparing needs no division. */
interface Lines {
  readonly count: bigint;
  readonly sum: bigint;
  /** The sum of moving ranges. */
  readonly ranges: bigint;
  /** 100 n (n - 1) times the distance of a limit from the mean. */
  readonly reach: bigint;
}

function linesOf(values: readonly bigint[]): Lines {
  const count = BigInt(values.length);
  const sum = values.reduce((all, value) => all + value, 0n);
  const ranges = values.slice(1).reduce((all, value, at) => all + size(value - (values[at] ?? value)), 0n);
  return { count, sum, ranges, reach: 266n * ranges * count };
}

/** How far a value lies from the mean, in the measure of `reach`. */
const away = ({ count, sum }: Lines, value: bigint): bigint => 100n * (count - 1n) * (value * count - sum);

function shown({ count, sum, ranges }: Lines): { readonly mean: number; readonly lower: number; readonly upper: number } {
  const mean = Number(sum) / Number(count) / UNIT;
  const reach = (2.66 * Number(ranges)) / Number(count - 1n) / UNIT;
  return { mean, lower: mean - reach, upper: mean + reach };
}

function causesOf(values: readonly bigint[], lines: Lines): readonly (readonly SpecialCause[])[] {
  const found = values.map(() => new Set<SpecialCause>());
  const mark = (cause: SpecialCause, from: number, count: number): void => found.slice(from, from + count).forEach((causes) => causes.add(cause));
  const distance = values.map((value) => away(lines, value));
  const side = distance.map(sign);
  const steps = values.map((value, at) => sign(value - (values[at - 1] ?? value)));
  const isClose = distance.map((one) => size(one) <= lines.reach && 3n * size(one) > 2n * lines.reach);
  distance.forEach((one, at) => {
    if (size(one) > lines.reach) mark('outside', at, 1);
    if (isSame(side.slice(at, at + RUN), RUN)) mark('shift', at, RUN);
    // Six steps lead through seven points.
    if (isSame(steps.slice(at + 1, at + RUN), RUN - 1)) mark('trend', at, RUN);
    const close = [at, at + 1, at + 2].filter((near) => isClose[near]);
    if (isSame(side.slice(at, at + 3), 3) && close.length >= 2) close.forEach((near) => mark('near_limit', near, 1));
  });
  return found.map((causes) => specialCauses.filter((one) => causes.has(one)));
}

const isSame = (sides: readonly number[], count: number): boolean => sides.length === count && sides[0] !== 0 && sides.every((one) => one === sides[0]);

function variationOf(values: readonly bigint[], at: number, causes: readonly SpecialCause[], lines: Lines, direction: MeasureDirection): Variation {
  if (causes.length === 0) return 'common';
  if (direction === 'none') return 'neutral';
  const here = values[at] ?? 0n;
  const step = at === 0 ? (values[1] ?? here) - here : here - (values[at - 1] ?? here);
  const way = sign(away(lines, here)) || sign(step);
  return way === (direction === 'up' ? 1 : -1) ? 'improvement' : 'concern';
}

function assuranceOf(lines: Lines, direction: MeasureDirection, target: number | null): Assurance | null {
  if (target === null || direction === 'none') return null;
  const far = away(lines, whole(target));
  if (size(far) <= lines.reach) return 'inconsistent';
  return far > 0n === (direction === 'up') ? 'fail' : 'pass';
}
