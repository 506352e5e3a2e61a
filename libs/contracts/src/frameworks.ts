import { Id, Inside, OneOf, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { type Provenance, provenances } from './words';

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

/** Whole per cents from and to, both included. */
export class ScoreBand {
  @Quantity('From', { max: 100 }) from: number;
  @Quantity('To', { max: 100 }) to: number;
  @Text('Band') word: string;
  /** The score that a part in this band counts as in the whole, where the method has two steps. */
  @Quantity('Counts as', { max: 100, nullable: true }) counts: number | null;
}

/** One published way from scores to a band. Methods are kept when their publisher changes them: old reviews used them. */
export class ScoringMethod {
  @Text('Code') code: string;
  @Text('Method', { max: 500 }) title: string;
  @Text('Source', { max: 500 }) source: string;
  @Inside('Bands', () => ScoreBand, { many: 20 }) bands: ScoreBand[];
}

export class Scoring {
  @Inside('Scores', () => ScoreLevel, { many: 20 }) levels: ScoreLevel[];
  @Inside('Methods', () => ScoringMethod, { many: 10 }) methods: ScoringMethod[];
}

/** What a review looks for: domains, their criteria and how they are scored. Data with an edition, not code. */
export class Framework {
  @Id('Id') id: string;
  @Text('Code') code: string;
  @Text('Edition') edition: string;
  @Text('Title') title: string;
  @Text('Publisher') publisher: string;
  @OneOf('Provenance', provenances) provenance: Provenance;
  @Text('Source', { max: 500, nullable: true }) source: string | null;
  @Inside('Scoring', () => Scoring, { nullable: true }) scoring: Scoring | null;
}

export class FrameworkItem extends Framework {
  @Quantity('Reviews') reviews: number;
  @Inside('Criteria', () => Criterion, { many: 500 }) criteria: Criterion[];
}

export class FrameworkList {
  @Inside('Frameworks', () => FrameworkItem, { many: 200 }) items: FrameworkItem[];
}

export const frameworkRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/frameworks', may: 'plan.read', says: 'List the frameworks with their criteria and scoring', answer: FrameworkList }),
};
