import type { Assessment, FieldRefusal, PartBand, ScoreBand, Scoring, ScoringMethod } from '@followthrough/contracts';

/** One score that somebody gave: to a criterion, or by methods that look closer, to one part of it. */
export interface Given {
  readonly criterionId: string;
  /** Null: the criterion as a whole. */
  readonly part: string | null;
  /** Null: taken back. */
  readonly score: number | null;
}

/**
 * Whole per cent of `sum` in `most`, half up, in integers alone. Published bands are whole numbers with gaps between them
 * (38 and 39), so a per cent is made whole before its band is looked up: 14 of 36 is 38.89 %, which is 39.
 */
export const wholePercent = (sum: number, most: number): number => Math.floor((200 * sum + most) / (2 * most));

/**
 * The points of one criterion by a method: its own score, or where the method scores parts, the whole per cent of those
 * turned back into points by the method's part bands. Null while anything is missing: unknown is not zero.
 */
export function criterionScore(scoring: Pick<Scoring, 'levels'>, method: Pick<ScoringMethod, 'parts' | 'partBands'>, criterionId: string, given: readonly Given[]): number | null {
  const own = given.filter((one) => one.criterionId === criterionId);
  const points = (part: string | null): number | null => onScale(scoring, own.find((one) => one.part === part)?.score ?? null);
  if (method.parts.length === 0) return points(null);
  const parts = whole(method.parts.map(points));
  return parts && (bandOf(method.partBands, wholePercent(total(parts), parts.length * highest(scoring)))?.counts ?? null);
}

/** An overall band from equally weighted criteria. Never a band while one of them has no score; then it says how many have. */
export function assess(scoring: Pick<Scoring, 'levels'>, method: Pick<ScoringMethod, 'parts' | 'partBands' | 'bands'>, criterionIds: readonly string[], given: readonly Given[]): Assessment {
  const scores = criterionIds.map((id) => criterionScore(scoring, method, id, given));
  const scored = scores.filter((one) => one !== null).length;
  const all = whole(scores);
  if (!all || all.length === 0) return { scored, of: scores.length, sum: null, percent: null, band: null };
  const sum = total(all);
  const percent = wholePercent(sum, all.length * highest(scoring));
  return { scored, of: scores.length, sum, percent, band: bandOf<ScoreBand>(method.bands, percent)?.word ?? null };
}

/** A scheme that always gives one answer: levels that differ, and bands that meet without a hole from the lowest per cent to 100. */
export function checkScoring(scoring: Scoring | null | undefined): readonly FieldRefusal[] {
  if (!scoring) return [];
  const { levels, methods } = scoring;
  const found: FieldRefusal[] = [];
  const refused = (field: string, message: string): unknown => found.push({ field: `scoring.${field}`, code: 'rule', message });
  if (new Set(levels.map((level) => level.score)).size < Math.max(2, levels.length)) refused('levels', 'A scale needs two scores or more, each said once');
  if (levels.length > 0 && highest(scoring) === 0) refused('levels', 'The highest score must be more than 0');
  if (methods.length === 0) refused('methods', 'Say how scores are added up: one method or more');
  if (new Set(methods.map((method) => method.code)).size < methods.length) refused('methods', 'Two methods have the same code');
  const lowest = levels.length > 0 && highest(scoring) > 0 ? wholePercent(Math.min(...levels.map((level) => level.score)), highest(scoring)) : 0;
  for (const [at, { parts, partBands, bands }] of methods.entries()) {
    const gap = holeIn(bands, lowest);
    if (gap) refused(`methods.${at}.bands`, gap);
    if (new Set(parts).size < parts.length) refused(`methods.${at}.parts`, 'A part is there twice');
    const partGap = parts.length > 0 ? holeIn(partBands, lowest) : partBands.length > 0 ? 'Bands for parts are there, and no parts' : null;
    if (partGap) refused(`methods.${at}.partBands`, partGap);
    if (partBands.some((band) => !levels.some((level) => level.score === band.counts))) refused(`methods.${at}.partBands`, 'A band counts as a score that is not on the scale');
  }
  return found;
}

/** What is wrong with bands of whole per cents that should run from `lowest` or below to 100, each beginning where the last ended. */
function holeIn(bands: readonly Pick<ScoreBand, 'from' | 'to'>[], lowest: number): string | null {
  const [first] = bands;
  if (!first) return 'Say the bands';
  if (first.from > lowest) return `The lowest there can be is ${lowest} %, and the first band begins at ${first.from} %`;
  for (const [at, { from, to }] of bands.entries()) {
    if (from > to) return `The band from ${from} % ends before it begins`;
    const last = bands[at - 1];
    if (last && from !== last.to + 1) return `A band must begin at ${last.to + 1} %, where the one before it ended, not at ${from} %`;
  }
  const end = bands.at(-1)?.to;
  return end === 100 ? null : `The last band must end at 100 %, not at ${end} %`;
}

const bandOf = <B extends ScoreBand | PartBand>(bands: readonly B[], percent: number): B | undefined => bands.find((one) => percent >= one.from && percent <= one.to);
const highest = ({ levels }: Pick<Scoring, 'levels'>): number => Math.max(...levels.map((level) => level.score));
const total = (scores: readonly number[]): number => scores.reduce((sum, one) => sum + one, 0);
const onScale = ({ levels }: Pick<Scoring, 'levels'>, score: number | null): number | null => (levels.some((level) => level.score === score) ? score : null);
const whole = (scores: readonly (number | null)[]): readonly number[] | null => (scores.every((one) => one !== null) ? scores : null);
