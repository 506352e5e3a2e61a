import type { Assessment, ClockEntry, ClockRule, ClockStep, CriterionScore, ReviewCriterion, ReviewItem, ReviewPage } from '@followthrough/contracts';
import { assess, criterionScore, reviewClock, type SaidOfStep } from '@followthrough/domain';

/** A review as the statements give it: what is stored, without what the domain makes of it. */
type Stored<R extends ReviewItem> = Omit<R, 'steps' | 'assessment' | 'criteria'> & { readonly clock: readonly ClockRule[]; readonly entries: readonly ClockEntry[]; readonly today: string };
type StoredPage = Stored<ReviewPage> & { readonly criteria: readonly Omit<ReviewCriterion, 'score'>[] };

/** The list of reviews with the steps of their clocks. */
export function workedOutList(stored: string): string {
  const items = (JSON.parse(stored) as Stored<ReviewItem>[]).map(({ clock, entries, today, ...review }) => ({ ...review, steps: stepsOf(clock, review, entries, today) }));
  return JSON.stringify({ items });
}

/** The page of a review with its clock, and with what its scores come to. */
export function workedOut(stored: string): string {
  const { clock, today, criteria, ...review } = JSON.parse(stored) as StoredPage;
  const { scored, assessment } = assessed(review, criteria);
  const page: ReviewPage = { ...review, entries: [...review.entries], steps: stepsOf(clock, review, review.entries, today), criteria: scored, assessment };
  return JSON.stringify(page);
}

function stepsOf(rules: readonly ClockRule[], review: Pick<ReviewItem, 'fieldworkFrom' | 'fieldworkTo' | 'publishedOn'>, entries: readonly ClockEntry[], today: string): ClockStep[] {
  // Latest first: the first of a kind is the one that counts.
  const latest = (step: string, kind: ClockEntry['kind']): string | null => entries.find((one) => one.step === step && one.kind === kind)?.on ?? null;
  const said: SaidOfStep[] = rules.map(({ code }) => ({ step: code, movedTo: latest(code, 'due'), doneOn: latest(code, 'done') }));
  return [...reviewClock(rules, review, said, today)];
}

function assessed({ scoring, scoringMethod, scores }: Pick<ReviewPage, 'scoring' | 'scoringMethod' | 'scores'>, criteria: StoredPage['criteria']): { readonly scored: ReviewCriterion[]; readonly assessment: Assessment | null } {
  const method = scoring?.methods.find((one) => one.code === scoringMethod);
  if (!scoring || !method) return { scored: criteria.map((one) => ({ ...one, score: null })), assessment: null };
  const given = latestScores(scores);
  return {
    scored: criteria.map((one) => ({ ...one, score: criterionScore(scoring, method, one.id, given) })),
    assessment: assess(scoring, method, criteria.map((one) => one.id), given),
  };
}

/** Of scores that come latest first, the one that counts for each criterion and part. */
function latestScores(scores: readonly CriterionScore[]): readonly CriterionScore[] {
  return [...Map.groupBy(scores, (one) => `${one.criterionId} ${one.part ?? ''}`).values()].flatMap((all) => all.slice(0, 1));
}
