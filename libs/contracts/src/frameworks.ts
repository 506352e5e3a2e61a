import { partial, pick } from './kernel/derive';
import { Flag, Id, Inside, Instant, OneOf, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { type FrameworkState, frameworkStates, type Provenance, provenances } from './words';

/** One question a framework asks, under its domain. */
export class Criterion {
  @Id('Id') id: string;
  @Text('Domain') domain: string;
  @Text('Criterion', { max: 500 }) title: string;
}

/** A score that may be given, and what it means. */
export class ScoreLevel {
  @Quantity('Score', { max: 100 }) score: number;
  @Text('Meaning') says: string;
}

/** Whole per cents from and to, both included, and what they are called. */
export class ScoreBand {
  @Quantity('From', { max: 100 }) from: number;
  @Quantity('To', { max: 100 }) to: number;
  @Text('Band') word: string;
}

/** What a criterion whose parts come to these whole per cents counts as in the whole. */
export class PartBand {
  @Quantity('From', { max: 100 }) from: number;
  @Quantity('To', { max: 100 }) to: number;
  @Quantity('Counts as', { max: 100 }) counts: number;
}

/** One way from scores to a band. Methods are kept when their publisher changes them: old reviews used them. */
export class ScoringMethod {
  @Text('Code', { max: 40, pattern: /^[a-z][a-z0-9-]*$/, patternSays: 'small letters, digits and dashes' }) code: string;
  @Text('Method', { max: 500 }) title: string;
  @Text('Source', { max: 500 }) source: string;
  /** What of each criterion is scored, such as kinds of evidence. None: the criterion itself is. */
  @Text('Parts that are scored', { many: 12 }) parts: string[];
  @Inside('Bands of a criterion', () => PartBand, { many: 20 }) partBands: PartBand[];
  @Inside('Bands', () => ScoreBand, { many: 20 }) bands: ScoreBand[];
}

export class Scoring {
  @Inside('Scores', () => ScoreLevel, { many: 20 }) levels: ScoreLevel[];
  @Inside('Methods', () => ScoringMethod, { many: 10 }) methods: ScoringMethod[];
}

/** One thing that should follow a review, and when. */
export class ClockRule {
  @Text('Code', { max: 40, pattern: /^[a-z][a-z0-9-]*$/, patternSays: 'small letters, digits and dashes' }) code: string;
  @Text('Step', { max: 100 }) title: string;
  /** `fieldwork`, `report`, or the code of a step before this one. */
  @Text('Counts from', { max: 40 }) after: string;
  @Quantity('Months after', { max: 60 }) months: number;
  @Quantity('At the latest, months after', { max: 60, nullable: true }) latestMonths: number | null;
  @Text('Where this comes from', { max: 500 }) source: string;
}

/** A part of a draft's outline. Publishing makes its criteria. */
export class FrameworkDomain {
  @Text('Domain') title: string;
  @Text('Criteria', { many: 60, max: 500 }) criteria: string[];
}

/** What a review looks for: domains, their criteria, how they are scored and what should follow. Data with an edition, not code. */
export class Framework {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Code') code: string;
  @Text('Edition', { max: 40 }) edition: string;
  @Text('Title') title: string;
  @Text('Publisher') publisher: string;
  @OneOf('Provenance', provenances) provenance: Provenance;
  @Text('Source', { max: 500, nullable: true }) source: string | null;
  @Inside('Scoring', () => Scoring, { nullable: true }) scoring: Scoring | null;
  @Inside('Clock', () => ClockRule, { many: 12 }) clock: ClockRule[];
  /** A draft's outline; null once published, when there are criteria instead. */
  @Inside('Domains', () => FrameworkDomain, { many: 40, nullable: true }) domains: FrameworkDomain[] | null;
  @OneOf('State', frameworkStates) state: FrameworkState;
  /** Came with the locality: read-only, to copy. */
  @Flag('Shipped') shipped: boolean;
}

export class FrameworkItem extends Framework {
  @Text('Based on', { nullable: true, max: 300 }) basedOn: string | null;
  @Instant('Published', { nullable: true }) publishedAt: string | null;
  @Quantity('Reviews') reviews: number;
  @Inside('Criteria', () => Criterion, { many: 3_000 }) criteria: Criterion[];
}

export class FrameworkList {
  @Inside('Frameworks', () => FrameworkItem, { many: 200 }) items: FrameworkItem[];
}

/** A copy is this locality’s own; it begins as a draft and says what it is based on. */
export class FrameworkCopy extends pick(Framework, 'title') {}
/** The next version of one of this locality’s own. */
export class FrameworkRenewal extends pick(Framework, 'edition') {}
export class FrameworkEdit extends partial(pick(Framework, 'title', 'edition', 'publisher', 'source', 'scoring', 'clock', 'domains')) {
  @Version() version: number;
}
export class FrameworkPublication extends pick(Framework, 'version') {}
export class FrameworkDiscarded extends pick(Framework, 'id') {}

const one = 'localities/:locality/frameworks/:id';
export const frameworkRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/frameworks', may: 'plan.read', says: 'List the frameworks with their criteria, scoring and clock', answer: FrameworkList }),
  page: route({ method: 'GET', path: one, may: 'plan.read', says: 'One framework', answer: FrameworkItem }),
  copy: route({ method: 'POST', path: `${one}/copies`, may: 'framework.keep', says: 'Copy a published framework as a draft of one’s own', body: FrameworkCopy, answer: FrameworkItem, status: 201, refusals: ['rule'] }),
  renew: route({ method: 'POST', path: `${one}/versions`, may: 'framework.keep', says: 'Begin the next version of one’s own framework', body: FrameworkRenewal, answer: FrameworkItem, status: 201, refusals: ['name_taken', 'rule'] }),
  edit: route({ method: 'PATCH', path: one, may: 'framework.keep', says: 'Change a draft', body: FrameworkEdit, answer: FrameworkItem, refusals: ['name_taken', 'rule', 'stale'] }),
  publish: route({ method: 'POST', path: `${one}/publication`, may: 'framework.keep', says: 'Publish a draft: reviews can use it, and nothing in it changes any more', body: FrameworkPublication, answer: FrameworkItem, refusals: ['rule', 'stale'] }),
  discard: route({ method: 'POST', path: `${one}/withdrawal`, may: 'framework.keep', says: 'Throw a draft away', answer: FrameworkDiscarded, refusals: ['rule'] }),
};
