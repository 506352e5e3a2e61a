import { Criterion, Scoring } from './frameworks';
import { draft, omit, partial, pick } from './kernel/derive';
import { CalendarDate, Id, Inside, Instant, OneOf, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { type ClockEntryKind, clockEntryKinds, type ClockState, clockStates, type Provenance, provenances } from './words';

/** A framework applied to this locality: who looked, when, and where the report is. */
export class Review {
  @Id('Id') id: string;
  @Version() version: number;
  @Id('Framework') frameworkId: string;
  @Text('Title') title: string;
  @Text('Reviewed by', { nullable: true, hint: 'The regulator or peer team' }) body: string | null;
  @CalendarDate('Fieldwork from', { nullable: true }) fieldworkFrom: string | null;
  @CalendarDate('Fieldwork to', { nullable: true }) fieldworkTo: string | null;
  @CalendarDate('Report published', { nullable: true }) publishedOn: string | null;
  @Text('Link to the report', { nullable: true, max: 2_000, pattern: /^https?:\/\/[^\s]+$/, patternSays: 'a web address that begins with https://' }) reportUrl: string | null;
  @Text('Scored by', { nullable: true, max: 40, hint: 'The method that turns scores into a band' }) scoringMethod: string | null;
}

/** One step of what should follow the review, as the framework's rule and people's word have it. */
export class ClockStep {
  @Text('Code', { max: 40 }) code: string;
  @Text('Step', { max: 100 }) title: string;
  @Text('Rule', { max: 300 }) rule: string;
  @Text('Source', { max: 500 }) source: string;
  @OneOf('State', clockStates) state: ClockState;
  @CalendarDate('By the rule', { nullable: true }) ruleOn: string | null;
  @CalendarDate('Due', { nullable: true }) dueOn: string | null;
  @CalendarDate('At the latest', { nullable: true }) latestOn: string | null;
  @CalendarDate('Done', { nullable: true }) doneOn: string | null;
}

/** What somebody said of a step. The latest of its kind counts; none is ever changed. */
export class ClockEntry {
  @Text('Step', { max: 40 }) step: string;
  @OneOf('What is said', clockEntryKinds) kind: ClockEntryKind;
  /** Null takes it back: the rule's own date, or not done after all. */
  @CalendarDate('Date', { nullable: true }) on: string | null;
  @Text('Reason', { nullable: true, max: 1_000 }) reason: string | null;
  @Text('By', { nullable: true }) by: string | null;
  @Instant('At') at: string;
}

export const NewClockEntry = draft(pick(ClockEntry, 'step', 'kind', 'on', 'reason'));
export type NewClockEntry = InstanceType<typeof NewClockEntry>;

/** A score somebody gave. The latest for its criterion and part counts; earlier ones stay. */
export class CriterionScore {
  @Id('Criterion') criterionId: string;
  @Text('Part', { nullable: true }) part: string | null;
  /** Null takes the last one back. */
  @Quantity('Score', { nullable: true, max: 100 }) score: number | null;
  @Text('By', { nullable: true }) by: string | null;
  @Instant('At') at: string;
}

export class NewScore extends pick(CriterionScore, 'criterionId', 'part', 'score') {}
export class NewScores {
  @Inside('Scores', () => NewScore, { many: 500 }) scores: NewScore[];
}

/** What the scores come to by the review's method. Without all of them there is no sum, per cent or band. */
export class Assessment {
  @Quantity('Criteria scored') scored: number;
  @Quantity('Criteria') of: number;
  @Quantity('Sum', { nullable: true }) sum: number | null;
  @Quantity('Whole per cent', { nullable: true, max: 100 }) percent: number | null;
  @Text('Band', { nullable: true }) band: string | null;
}

export class ReviewItem extends Review {
  @Text('Framework', { max: 300 }) frameworkTitle: string;
  @Quantity('Findings') findings: number;
  @Quantity('Findings with no action') unanswered: number;
  @Quantity('Findings not confirmed') unconfirmed: number;
  @Inside('Clock', () => ClockStep, { many: 12 }) steps: ClockStep[];
}

export class ReviewList {
  @Inside('Reviews', () => ReviewItem, { many: 500 }) items: ReviewItem[];
}

/** A criterion of the review's framework: its score by the review's method, and the findings that speak to it. */
export class ReviewCriterion extends Criterion {
  @Quantity('Score', { nullable: true, max: 100 }) score: number | null;
  @Quantity('Findings') findings: number;
  @Quantity('Strengths and good practice') good: number;
  @Quantity('With no action') unanswered: number;
}

export class ReviewPage extends ReviewItem {
  @OneOf('Provenance', provenances) provenance: Provenance;
  @Text('Publisher') publisher: string;
  @Text('Source', { max: 500, nullable: true }) source: string | null;
  @Inside('Scoring', () => Scoring, { nullable: true }) scoring: Scoring | null;
  @Inside('Criteria', () => ReviewCriterion, { many: 3_000 }) criteria: ReviewCriterion[];
  @Quantity('Findings that speak to no criterion') outside: number;
  /** Latest first. */
  @Inside('Scores', () => CriterionScore, { many: 2_000 }) scores: CriterionScore[];
  @Inside('What it comes to', () => Assessment, { nullable: true }) assessment: Assessment | null;
  /** Latest first. */
  @Inside('Said of the clock', () => ClockEntry, { many: 500 }) entries: ClockEntry[];
}

export const NewReview = draft(omit(Review, 'id', 'version'));
export type NewReview = InstanceType<typeof NewReview>;

export class ReviewEdit extends partial(omit(Review, 'id', 'version', 'frameworkId')) {
  @Version() version: number;
}

const one = 'localities/:locality/reviews/:id';
export const reviewRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/reviews', may: 'plan.read', says: 'List the reviews, latest first', answer: ReviewList }),
  page: route({ method: 'GET', path: one, may: 'plan.read', says: 'One review: its grid, its scores and its clock', answer: ReviewPage }),
  add: route({ method: 'POST', path: 'localities/:locality/reviews', may: 'finding.keep', says: 'Add a review', body: NewReview, answer: ReviewPage, status: 201, refusals: ['rule'] }),
  edit: route({ method: 'PATCH', path: one, may: 'finding.keep', says: 'Change a review', body: ReviewEdit, answer: ReviewPage, refusals: ['rule', 'stale'] }),
  say: route({ method: 'POST', path: `${one}/clock`, may: 'finding.keep', says: 'Move a date of the review’s clock, with the reason, or say when a step was done', body: NewClockEntry, answer: ReviewPage, refusals: ['rule'] }),
  score: route({ method: 'POST', path: `${one}/scores`, may: 'finding.keep', says: 'Give scores, or take them back', body: NewScores, answer: ReviewPage, refusals: ['rule'] }),
};
