import { Flag, Id, OneOf, Prose, Quantity, Text } from './kernel/fields';

export const originKinds = ['question', 'poll'] as const;
export type OriginKind = (typeof originKinds)[number];

/** What an outcome came of, as it stood when the outcome was captured. It stays, whatever is voted later. */
export class OutcomeOrigin {
  @Id('Id') id: string;
  @OneOf('From', originKinds) kind: OriginKind;
  @Prose('Words', { max: 500 }) text: string;
  @Text('Choice', { nullable: true, max: 120 }) choice: string | null;
  /** People who raised the question, votes for the choice, or its points in a ranking; of a whole poll, those who voted. */
  @Quantity('Votes') votes: number;
  @Flag('They are points, of a ranking') arePoints: boolean;
  /** Its place among the questions of that summit, or the choices of that poll; 1 is first, equals share a place. */
  @Quantity('Place', { nullable: true, min: 1 }) place: number | null;
  /** How many places there were. */
  @Quantity('Places', { nullable: true, min: 1 }) places: number | null;
}
