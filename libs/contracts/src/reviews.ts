import { draft, omit, partial } from './kernel/derive';
import { CalendarDate, Id, Inside, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';

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
}

export class ReviewItem extends Review {
  @Text('Framework') frameworkTitle: string;
  @Quantity('Findings') findings: number;
  @Quantity('Findings with no action') unanswered: number;
}

export class ReviewList {
  @Inside('Reviews', () => ReviewItem, { many: 500 }) items: ReviewItem[];
}

export const NewReview = draft(omit(Review, 'id', 'version'));
export type NewReview = InstanceType<typeof NewReview>;

export class ReviewEdit extends partial(omit(Review, 'id', 'version', 'frameworkId')) {
  @Version() version: number;
}

export const reviewRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/reviews', may: 'plan.read', says: 'List the reviews, latest first', answer: ReviewList }),
  add: route({ method: 'POST', path: 'localities/:locality/reviews', may: 'finding.keep', says: 'Add a review', body: NewReview, answer: ReviewItem, status: 201, refusals: ['rule'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/reviews/:id', may: 'finding.keep', says: 'Change a review', body: ReviewEdit, answer: ReviewItem, refusals: ['rule', 'stale'] }),
};
