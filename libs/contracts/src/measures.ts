import { draft, omit, partial, pick } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, OneOf, Prose, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { ShownWord } from './status-words';
import { type Assurance, assurances, type FindingKind, findingKinds, type MeasureDirection, measureDirections, type Status, statuses, type Variation, variations } from './words';

/** A figure with at most four decimal places, as exact in PostgreSQL as it was typed. */
const Figure = (label: string, more: { readonly nullable?: boolean; readonly hint?: string } = {}): ReturnType<typeof Quantity> => Quantity(label, { min: -1_000_000_000, max: 1_000_000_000, places: 4, ...more });

/** What is counted to see whether anything changes for people. Its verdicts and latest figure are kept at every write of a point. */
export class Measure {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Title', { max: 300, hint: 'What is counted, of whom, and where' }) title: string;
  @Text('Unit', { max: 40, hint: 'Such as days, people or %' }) unit: string;
  @OneOf('Which way is better?', measureDirections) direction: MeasureDirection;
  @Figure('Target', { nullable: true }) target: number | null;
  @CalendarDate('Target date', { nullable: true, hint: 'By when it is to be met' }) targetOn: string | null;
  @Text('Source', { nullable: true, max: 500, hint: 'Who counts it, and where it is published' }) source: string | null;
  @CalendarDate('Retired on', { nullable: true }) retiredOn: string | null;
  @Id('Replaced by', { nullable: true }) replacedById: string | null;
  @OneOf('Variation', variations, { nullable: true, hint: 'Null while there are too few points' }) variation: Variation | null;
  @OneOf('Assurance', assurances, { nullable: true, hint: 'Null without a target, a direction or enough points' }) assurance: Assurance | null;
  @Figure('Latest figure', { nullable: true }) latestValue: number | null;
  @CalendarDate('Latest figure of', { nullable: true }) latestOn: string | null;
  @Figure('First figure', { nullable: true, hint: 'Where it stood when counting began' }) baselineValue: number | null;
}

const Typed = pick(Measure, 'title', 'unit', 'direction', 'target', 'targetOn', 'source');

export class NewMeasure extends draft(Typed) {
  @Id('Actions', { many: 50, optional: true }) actionIds?: string[];
  @Id('Findings', { many: 50, optional: true }) findingIds?: string[];
}

export class MeasureEdit extends partial(Typed) {
  @Version() version: number;
}

/** A measure as an action, a finding or a why shows it. */
export class MeasureBrief extends pick(Measure, 'id', 'title', 'unit', 'direction', 'target', 'latestValue', 'latestOn', 'variation', 'assurance', 'retiredOn') {}

/** One line of the list of measures. */
export class MeasureItem extends omit(Measure, 'version', 'source', 'replacedById') {
  @Quantity('Points') points: number;
  @Quantity('Actions') actions: number;
  @Quantity('Findings') findings: number;
}

export class MeasureQuery {
  @Id('Action', { optional: true }) action?: string;
  @Id('Finding', { optional: true }) finding?: string;
  @OneOf('Variation', variations, { optional: true }) variation?: Variation;
  @OneOf('Assurance', assurances, { optional: true }) assurance?: Assurance;
  @Flag('Too few points', { optional: true }) tooFew?: boolean;
  @Flag('Retired', { optional: true, hint: 'Retired ones too; left out unless they are asked for' }) retired?: boolean;
}

export class MeasureOwner {
  @Id('Id') id: string;
  @Text('Name', { max: 600 }) name: string;
}

/** Every measure that was asked for: a locality has 500 at most. */
export class MeasureList {
  @Inside('Measures', () => MeasureItem, { many: 500 }) items: MeasureItem[];
  @Quantity('Measures in all', { hint: 'Retired ones too' }) total: number;
  @Inside('Actions that have one', () => MeasureOwner, { many: 5_000 }) actions: MeasureOwner[];
  @Inside('Findings that have one', () => MeasureOwner, { many: 5_000 }) findings: MeasureOwner[];
}

/** A figure for a day. It is never changed: a correction is a new point that names the one it corrects, without a value when there should be none. */
export class MeasurePoint {
  @Id('Id') id: string;
  @CalendarDate('Date', { hint: 'The day or the last day of the period that it is for' }) onDay: string;
  @Figure('Figure', { nullable: true }) value: number | null;
  @Text('Note', { nullable: true, max: 500, hint: 'What somebody should know of this figure. Nothing about a patient.' }) note: string | null;
  @Id('Corrects', { nullable: true }) correctsId: string | null;
  @Flag('Was corrected since') isCorrected: boolean;
  @Text('Added by', { nullable: true }) addedByName: string | null;
  @CalendarDate('Added on') addedOn: string;
}

export class NewMeasurePoint {
  @CalendarDate('Date', { hint: 'The day or the last day of the period that it is for' }) onDay: string;
  @Figure('Figure') value: number;
  @Text('Note', { nullable: true, optional: true, max: 500, hint: 'What somebody should know of this figure. Nothing about a patient.' }) note?: string | null;
}

/** All of them are taken, or none. */
export class NewMeasurePoints {
  @Inside('Points', () => NewMeasurePoint, { many: 1_000 }) points: NewMeasurePoint[];
}

export class PointCorrection {
  @CalendarDate('Date') onDay: string;
  @Figure('Figure', { nullable: true, hint: 'Leave it empty to take the point out' }) value: number | null;
  @Text('Why it is corrected', { max: 500 }) note: string;
}

/** Counting ends; what follows it, if anything, takes over its actions and findings. */
export class MeasureRetirement {
  @CalendarDate('Counted until', { hint: 'The last day for which there is a figure' }) retiredOn: string;
  @Id('Replaced by', { nullable: true, optional: true }) replacedById?: string | null;
}

/** What the measure belongs to: an action or a finding. */
export class MeasureLink {
  @Id('Action', { optional: true }) actionId?: string;
  @Id('Finding', { optional: true }) findingId?: string;
}

export class MeasuredAction {
  @Id('Id') id: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @Text('Plan') planTitle: string;
  @OneOf('Status', statuses) status: Status;
}

export class MeasuredFinding {
  @Id('Id') id: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Prose('Quotation', { max: 300 }) excerpt: string;
  @OneOf('Kind', findingKinds) kind: FindingKind;
  @Text('Review') reviewTitle: string;
}

export class MeasureName extends pick(Measure, 'id', 'title') {}

/** One measure with all its points, the newest first, and what it belongs to. The chart is drawn from the points by `controlChart`. */
export class MeasurePage extends Measure {
  @Inside('Points', () => MeasurePoint, { many: 4_000 }) points: MeasurePoint[];
  @Inside('Actions', () => MeasuredAction, { many: 500 }) actions: MeasuredAction[];
  @Inside('Findings', () => MeasuredFinding, { many: 500 }) findings: MeasuredFinding[];
  @Inside('Replaced by', () => MeasureName, { nullable: true }) replacedBy: MeasureName | null;
  @Inside('Replaces', () => MeasureName, { many: 500 }) replaces: MeasureName[];
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

export class MeasureWithdrawn extends pick(Measure, 'id') {}

export const measureRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/measures', may: 'plan.read', says: 'Every measure with its latest figure and its verdicts', query: MeasureQuery, answer: MeasureList }),
  page: route({ method: 'GET', path: 'localities/:locality/measures/:id', may: 'plan.read', says: 'One measure with its points and what it belongs to', answer: MeasurePage }),
  add: route({ method: 'POST', path: 'localities/:locality/measures', may: 'measure.keep', says: 'Say what is measured', body: NewMeasure, answer: MeasurePage, status: 201, refusals: ['name_taken', 'rule'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/measures/:id', may: 'measure.keep', says: 'Change what a measure is, or its target', body: MeasureEdit, answer: MeasurePage, refusals: ['name_taken', 'rule', 'stale'] }),
  addPoints: route({ method: 'POST', path: 'localities/:locality/measures/:id/points', may: 'measure.keep', says: 'Add figures, all of them or none', body: NewMeasurePoints, answer: MeasurePage, status: 201, refusals: ['rule'] }),
  correct: route({ method: 'POST', path: 'localities/:locality/measures/:id/points/:point/correction', may: 'measure.keep', says: 'Correct a figure with a new one; the old one stays to be read', body: PointCorrection, answer: MeasurePage, status: 201, refusals: ['already_done', 'rule'] }),
  retire: route({ method: 'POST', path: 'localities/:locality/measures/:id/retirement', may: 'measure.keep', says: 'Stop counting, and say what follows', body: MeasureRetirement, answer: MeasurePage, refusals: ['rule'] }),
  takeUp: route({ method: 'DELETE', path: 'localities/:locality/measures/:id/retirement', may: 'measure.keep', says: 'Count it again', answer: MeasurePage }),
  withdraw: route({ method: 'POST', path: 'localities/:locality/measures/:id/withdrawal', may: 'measure.keep', says: 'Withdraw a measure that nothing hangs on', answer: MeasureWithdrawn, refusals: ['in_use'] }),
  link: route({ method: 'POST', path: 'localities/:locality/measures/:id/links', may: 'measure.keep', says: 'Say that the measure belongs to an action or a finding', body: MeasureLink, answer: MeasurePage, refusals: ['rule'] }),
  unlink: route({ method: 'DELETE', path: 'localities/:locality/measures/:id/links/:other', may: 'measure.keep', says: 'Say that it does not belong to that action or finding after all', answer: MeasurePage }),
};
