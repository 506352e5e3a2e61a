import type { ScoreBand, Scoring, ScoringMethod } from '@followthrough/contracts';

export interface Score {
  /** Sum of the points given. */
  readonly sum: number;
  /** Whole per cent of the points there were to get, half up. */
  readonly percent: number;
  readonly band: ScoreBand;
}

/**
 * One figure from equally weighted scores, by a published method: sum ÷ (number × highest) as a whole per cent, then its
 * band. Published bands are whole numbers with gaps between them (38 and 39), so the per cent is rounded first: 14 of 36
 * is 38.89 %, which is 39. Null while a score is missing: unknown is not zero. Source: the method's own `source`.
 */
export function score(scoring: Pick<Scoring, 'levels'>, method: Pick<ScoringMethod, 'bands'>, given: readonly (number | null)[]): Score | null {
  const highest = Math.max(...scoring.levels.map((level) => level.score));
  if (given.length === 0 || given.some((one) => one === null || !scoring.levels.some((level) => level.score === one))) return null;
  const sum = given.reduce<number>((total, one) => total + (one ?? 0), 0);
  const most = given.length * highest;
  const percent = Math.floor((200 * sum + most) / (2 * most));
  const band = method.bands.find((one) => percent >= one.from && percent <= one.to);
  return band ? { sum, percent, band } : null;
}
