import type { FieldRefusal, Measure, MeasureLink } from '@followthrough/contracts';
import { spoken } from './calendar';
import type { Point } from './spc';

/** How many live points one measure holds, and how many measures a locality. */
export const MOST_POINTS = 2_000;
export const MOST_MEASURES = 500;

/** A target date needs a target, and a target a way that is better. */
export function checkTarget({ direction, target, targetOn }: Pick<Measure, 'direction'> & Partial<Pick<Measure, 'target' | 'targetOn'>>): readonly FieldRefusal[] {
  if (target === undefined || target === null) return targetOn ? [{ field: 'targetOn', code: 'rule', message: 'Give the target itself too' }] : [];
  return direction === 'none' ? [{ field: 'target', code: 'rule', message: 'Say first which way is better: without that nothing can meet a target' }] : [];
}

/** A measure belongs to one action or one finding at a time that somebody says so. */
export function checkLink({ actionId, findingId }: MeasureLink): readonly FieldRefusal[] {
  if (actionId && findingId) return [{ field: 'findingId', code: 'rule', message: 'Say one at a time: the action or the finding' }];
  return actionId ?? findingId ? [] : [{ field: 'actionId', code: 'rule', message: 'Say to which action or finding it belongs' }];
}

/** What a measure has already, against which a point is held. `figures` has the live value of each day. */
export interface Counted {
  readonly figures: ReadonlyMap<string, number>;
  readonly retiredOn: string | null;
  readonly today: string;
}

/** What keeps a point from being added, in a sentence; empty when nothing does. One day has one figure. */
export function pointProblem({ onDay }: Pick<Point, 'onDay'>, { figures, retiredOn, today }: Counted): string {
  if (onDay > today) return `${spoken(onDay)} is still to come`;
  if (retiredOn && onDay > retiredOn) return `The measure was counted until ${spoken(retiredOn)}`;
  const there = figures.get(onDay);
  return there === undefined ? '' : `There is ${there.toLocaleString('en-GB', { maximumFractionDigits: 4 })} for ${spoken(onDay)} already: correct that one`;
}

/** Refuses points whose days are taken, or said twice, each at its place in the list. */
export function checkPoints(points: readonly Point[], counted: Counted): readonly FieldRefusal[] {
  const seen = new Set<string>();
  return points.flatMap(({ onDay }, at) => {
    const message = pointProblem({ onDay }, counted) || (seen.has(onDay) ? `${spoken(onDay)} is in this list twice` : '');
    seen.add(onDay);
    return message ? [{ field: `points.${at}.onDay`, code: 'rule' as const, message }] : [];
  });
}

/** A measure ends on a day that was, not before its last figure, and is followed by one that is still counted. */
export function checkRetirement(retiredOn: string, latestOn: string | null, today: string): readonly FieldRefusal[] {
  if (retiredOn > today) return [{ field: 'retiredOn', code: 'rule', message: `${spoken(retiredOn)} is still to come` }];
  return latestOn && retiredOn < latestOn ? [{ field: 'retiredOn', code: 'rule', message: `There is a figure for ${spoken(latestOn)}: it cannot have ended before` }] : [];
}
