import type { MeasurePoint } from '@followthrough/contracts';
import { type ControlChart, type Counted, londonDay, type SpecialCause, specialCauses } from '@followthrough/domain';

/** A figure that counts, or that was taken out, with what it said before, the last first. */
export interface Told {
  readonly point: MeasurePoint;
  readonly was: readonly MeasurePoint[];
}

/** Corrections stand with what they corrected. The order of the points is kept. */
export function told(points: readonly MeasurePoint[]): readonly Told[] {
  const known = new Map(points.map((one) => [one.id, one]));
  const before = (point: MeasurePoint): MeasurePoint[] => {
    const corrected = known.get(point.correctsId ?? '');
    return corrected ? [corrected, ...before(corrected)] : [];
  };
  return points.filter((one) => !one.isCorrected).map((point) => ({ point, was: before(point) }));
}

/** The figures that count. */
export const live = (points: readonly MeasurePoint[]): readonly (MeasurePoint & { readonly value: number })[] => points.flatMap((one) => (one.isCorrected || one.value === null ? [] : [{ ...one, value: one.value }]));

/** What new points are held against. */
export const countedIn = ({ points, retiredOn }: { readonly points: readonly MeasurePoint[]; readonly retiredOn: string | null }): Counted => ({ figures: new Map(live(points).map(({ onDay, value }) => [onDay, value])), retiredOn, today: londonDay(new Date()) });

/** Neighbours with the same special cause, by cause, in the order of time. */
export interface Run {
  readonly cause: SpecialCause;
  readonly points: ControlChart['points'];
}

export function runsOf({ points }: ControlChart): readonly Run[] {
  return specialCauses.flatMap((cause) => {
    const runs: ControlChart['points'][number][][] = [];
    points.forEach((point, at) => {
      if (!point.causes.includes(cause)) return;
      if (points[at - 1]?.causes.includes(cause)) runs.at(-1)?.push(point);
      else runs.push([point]);
    });
    return runs.map((run) => ({ cause, points: run }));
  });
}
