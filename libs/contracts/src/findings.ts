import { Choice } from './actions';
import { Gaps } from './causes';
import { AgreedCount, DiagnosisBrief } from './diagnoses';
import { Criterion } from './frameworks';
import { draft, omit, partial, pick } from './kernel/derive';
import { Because, CalendarDate, Flag, Id, Inside, Instant, OneOf, Prose, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { MeasureBrief } from './measures';
import { RoundBrief } from './rounds';
import { ShownWord } from './status-words';
import { type FindingKind, findingKinds, type Force, forces, type JointState, jointStates, type OutcomeKind, outcomeKinds, type Status, statuses } from './words';

/** One thing that a review said. Its quotation and page are a draft until somebody confirms them; then they are locked. */
export class Finding {
  @Id('Id') id: string;
  @Version() version: number;
  @Id('Review') reviewId: string;
  @Text('Ref', { max: 40, hint: 'Unique in the review, such as 3.2' }) ref: string;
  @Prose('Quotation', { hint: 'The report’s own words' }) quotation: string;
  @Text('Page', { nullable: true, max: 40 }) page: string | null;
  @OneOf('Kind', findingKinds) kind: FindingKind;
  @OneOf('Must or should', forces) force: Force;
  @Text('Themes', { many: 20, max: 100 }) themes: string[];
}

export class NewFinding extends draft(omit(Finding, 'id', 'version')) {
  @Id('Criteria', { many: 20, optional: true }) criterionIds?: string[];
}

/** Findings of one review together: all of them or none. */
export class NewFindings {
  @Id('Review') reviewId: string;
  @Inside('Findings', () => ListedFinding, { many: 500 }) findings: ListedFinding[];
}

export class ListedFinding extends omit(Finding, 'id', 'version', 'reviewId') {
  @Id('Criteria', { many: 20, optional: true }) criterionIds?: string[];
}

export class FindingsAdded {
  @Quantity('Findings') added: number;
}

/** A finding that nobody has compared with the report yet, in full. */
export class DraftFinding extends omit(Finding, 'reviewId', 'themes') {}

/** What one needs to enter findings of a review: what is there already, and the drafts, latest first. */
export class ReviewDrafts {
  @Id('Review') id: string;
  @Text('Review') title: string;
  @Text('Link to the report', { nullable: true, max: 2_000 }) reportUrl: string | null;
  @Text('Refs', { many: 10_000, max: 40 }) refs: string[];
  @Inside('Criteria of the framework', () => Criterion, { many: 500 }) criteria: Criterion[];
  @Inside('Drafts', () => DraftFinding, { many: 500 }) drafts: DraftFinding[];
}

/** What somebody has compared with the report. A finding changed since that version is not confirmed. */
export class Compared extends pick(Finding, 'id', 'version') {}
export class Confirmation {
  @Inside('Findings', () => Compared, { many: 500 }) findings: Compared[];
}

export class Confirmed {
  @Quantity('Findings') confirmed: number;
}

/** What a locked quotation should have been. It is shown under the quotation, which stays as it is. */
export class Correction {
  @Prose('Should read') quotation: string;
  @Text('Page', { nullable: true, max: 40 }) page: string | null;
  @Prose('Why', { max: 1_000, hint: 'Such as a slip in the typing, or a later edition of the report' }) reason: string;
}

export const NewCorrection = draft(Correction);
export type NewCorrection = InstanceType<typeof NewCorrection>;

export class CorrectionMade extends Correction {
  @Id('Id') id: string;
  @Text('Corrected by', { nullable: true }) by: string | null;
  @Instant('Corrected') at: string;
}

/** Criteria change by what is added and removed, so two people's changes both stay. */
export class FindingEdit extends partial(pick(Finding, 'ref', 'quotation', 'page', 'kind', 'force', 'themes')) {
  @Id('Criteria to add', { many: 20, optional: true }) addCriteria?: string[];
  @Id('Criteria to remove', { many: 20, optional: true }) removeCriteria?: string[];
  @Version() version: number;
}

/** One row of the findings list. */
export class FindingItem extends omit(Finding, 'quotation') {
  @Text('Quotation', { max: 300 }) excerpt: string;
  @Instant('Confirmed', { nullable: true }) confirmedAt: string | null;
  @Text('Review') reviewTitle: string;
  @Text('Criteria', { many: 100, max: 800 }) criteria: string[];
  @Quantity('Actions') actions: number;
  @OneOf('Joint state', jointStates) joint: JointState;
  @Quantity('Threads waiting for an answer') openThreads: number;
}

export class FindingQuery {
  @Id('Review', { optional: true }) review?: string;
  @OneOf('Kind', findingKinds, { optional: true }) kind?: FindingKind;
  @OneOf('Must or should', forces, { optional: true }) force?: Force;
  @Id('Criterion', { optional: true }) criterion?: string;
  @Text('Theme', { optional: true, max: 100 }) theme?: string;
  @Flag('With no action', { optional: true }) unanswered?: boolean;
  @Flag('Deep-rooted, with only quick wins', { optional: true }) quickWinsOnly?: boolean;
  @Flag('Not confirmed', { optional: true }) unconfirmed?: boolean;
  @Text('After', { optional: true, max: 2_000, hint: 'The `next` of the page before' }) after?: string;
}

/** What the list can be narrowed to. */
export class FindingChoices {
  @Inside('Reviews', () => Choice, { many: 500 }) reviews: Choice[];
  @Inside('Criteria', () => Choice, { many: 2_000 }) criteria: Choice[];
  @Text('Themes', { many: 1_000, max: 100 }) themes: string[];
}

/** How many findings of each kind speak to one criterion. */
export class CriterionCount {
  @Id('Id') id: string;
  @Text('Domain') domain: string;
  @Text('Criterion', { max: 500 }) title: string;
  @Quantity('Challenges') challenge: number;
  @Quantity('Areas for improvement') area_for_improvement: number;
  @Quantity('Good practice') good_practice: number;
  @Quantity('Strengths') strength: number;
  @Quantity('With no action') unanswered: number;
}

/** A page of findings, worst first. Totals and choices come with the first page; later pages have null there. */
export class FindingList {
  @Inside('Findings', () => FindingItem, { many: 50 }) items: FindingItem[];
  @Text('Next page', { nullable: true, max: 2_000 }) next: string | null;
  @Quantity('Findings in all', { nullable: true }) total: number | null;
  @Quantity('Findings with no action', { nullable: true }) unanswered: number | null;
  @Quantity('Findings not confirmed', { nullable: true }) unconfirmed: number | null;
  @Inside('Diagnosis agreed', () => AgreedCount, { nullable: true }) agreed: AgreedCount | null;
  @Inside('Choices', () => FindingChoices, { nullable: true }) choices: FindingChoices | null;
  @Inside('Gaps', () => Gaps, { nullable: true }) gaps: Gaps | null;
  @Inside('By criterion', () => CriterionCount, { many: 500, nullable: true }) byCriterion: CriterionCount[] | null;
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

/** An action that answers the finding. */
export class AnsweringAction {
  @Id('Id') id: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @Id('Plan') planId: string;
  @Text('Plan') planTitle: string;
  @OneOf('Status', statuses) status: Status;
  @CalendarDate('Due date', { nullable: true }) dueOn: string | null;
  @Text('Due, as the plan says it', { nullable: true }) dueText: string | null;
  @Text('Accountable organisation', { nullable: true }) organisationName: string | null;
  @Text('As the plan says it', { nullable: true, max: 500 }) note: string | null;
}

/** What a summit agreed about the finding. */
export class FindingOutcome {
  @Id('Id') id: string;
  @OneOf('Kind', outcomeKinds) kind: OutcomeKind;
  @Prose('Outcome', { max: 2_000 }) text: string;
  @CalendarDate('Agreed on') agreedOn: string;
  @Id('Summit') summitId: string;
  @Text('Summit') summitTitle: string;
}

/** The finding page: the review's words, what is done about them, and how that stands together. */
export class FindingPage extends Finding {
  @Instant('Confirmed', { nullable: true }) confirmedAt: string | null;
  @Text('Confirmed by', { nullable: true }) confirmedBy: string | null;
  @Inside('Corrections', () => CorrectionMade, { many: 100 }) corrections: CorrectionMade[];
  @Text('Review') reviewTitle: string;
  @Text('Reviewed by', { nullable: true }) reviewBody: string | null;
  @CalendarDate('Report published', { nullable: true }) publishedOn: string | null;
  @Text('Link to the report', { nullable: true, max: 2_000 }) reportUrl: string | null;
  @Text('Framework') frameworkTitle: string;
  @Inside('Criteria', () => Criterion, { many: 100 }) criteria: Criterion[];
  @Inside('Criteria of the framework', () => Criterion, { many: 500 }) allCriteria: Criterion[];
  @Inside('Actions', () => AnsweringAction, { many: 500 }) actions: AnsweringAction[];
  @Inside('Outcomes', () => FindingOutcome, { many: 200 }) outcomes: FindingOutcome[];
  @Inside('Diagnosis', () => DiagnosisBrief, { nullable: true }) diagnosis: DiagnosisBrief | null;
  @Inside('Round', () => RoundBrief, { nullable: true }) round: RoundBrief | null;
  @Inside('Measures', () => MeasureBrief, { many: 100 }) measures: MeasureBrief[];
  @OneOf('Joint state', jointStates) joint: JointState;
  @Quantity('Threads') threads: number;
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

export class ActionLink {
  @Id('Action') actionId: string;
  @Because() reason?: string;
}

export class ActionUnlink extends pick(ActionLink, 'reason') {}

export class FindingWithdrawn extends pick(Finding, 'id') {}

export const findingRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/findings', may: 'plan.read', says: 'A page of findings, worst first', query: FindingQuery, answer: FindingList }),
  page: route({ method: 'GET', path: 'localities/:locality/findings/:id', may: 'plan.read', says: 'One finding, what answers it and how that stands', answer: FindingPage }),
  add: route({ method: 'POST', path: 'localities/:locality/findings', may: 'finding.keep', says: 'Add a finding of a review', body: NewFinding, answer: FindingPage, status: 201, refusals: ['name_taken', 'rule'] }),
  drafts: route({ method: 'GET', path: 'localities/:locality/reviews/:id/drafts', may: 'finding.keep', says: 'What is needed to enter findings of a review: its refs, and the drafts', answer: ReviewDrafts }),
  addSeveral: route({ method: 'POST', path: 'localities/:locality/findings/several', may: 'finding.keep', says: 'Add several findings of a review, all of them or none', body: NewFindings, answer: FindingsAdded, status: 201, refusals: ['name_taken', 'rule'] }),
  confirm: route({ method: 'POST', path: 'localities/:locality/findings/confirmations', may: 'finding.keep', says: 'Confirm that quotations are the report’s own words, which locks them', body: Confirmation, answer: Confirmed, refusals: ['stale'] }),
  correct: route({ method: 'POST', path: 'localities/:locality/findings/:id/corrections', may: 'finding.keep', says: 'Say what a locked quotation should have been', body: NewCorrection, answer: FindingPage, status: 201, refusals: ['rule'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/findings/:id', may: 'finding.keep', says: 'Change a finding; its quotation and page until they are confirmed', body: FindingEdit, answer: FindingPage, refusals: ['name_taken', 'rule', 'stale'] }),
  withdraw: route({ method: 'POST', path: 'localities/:locality/findings/:id/withdrawal', may: 'finding.keep', says: 'Withdraw a finding that nothing was built on', answer: FindingWithdrawn, refusals: ['in_use'] }),
  link: route({ method: 'POST', path: 'localities/:locality/findings/:id/actions', may: 'action.keep', says: 'Say that an action answers the finding', body: ActionLink, answer: FindingPage, refusals: ['rule'] }),
  unlink: route({ method: 'DELETE', path: 'localities/:locality/findings/:id/actions/:action', may: 'action.keep', says: 'Say that an action does not answer the finding after all', body: ActionUnlink, answer: FindingPage, refusals: ['rule'] }),
};
