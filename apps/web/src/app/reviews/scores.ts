import type { CriterionScore, ReviewCriterion, ReviewPage, ScoringMethod } from '@followthrough/contracts';

/** The method that the review is scored by; none where its framework is not scored. */
export const methodOf = ({ scoring, scoringMethod }: Pick<ReviewPage, 'scoring' | 'scoringMethod'>): ScoringMethod | undefined => scoring?.methods.find((one) => one.code === scoringMethod);

/** The score that counts. Scores come latest first. */
export const latestScore = ({ scores }: Pick<ReviewPage, 'scores'>, criterionId: string, part: string | null): CriterionScore | undefined => scores.find((one) => one.criterionId === criterionId && one.part === part);

/** Criteria under their domains, in the framework's order. */
export const themesOf = (criteria: readonly ReviewCriterion[]): readonly { readonly title: string; readonly criteria: readonly ReviewCriterion[] }[] => [...Map.groupBy(criteria, (one) => one.domain)].map(([title, own]) => ({ title, criteria: own }));

/** The most points there are to get. */
export const mostOf = ({ scoring, criteria }: Pick<ReviewPage, 'scoring' | 'criteria'>): number => criteria.length * Math.max(0, ...(scoring?.levels ?? []).map((one) => one.score));
