import { CalendarDate, Flag, Id, Inside, OneOf, Text } from './kernel/fields';
import { route } from './kernel/route';
import { type DependencyKind, dependencyKinds, type Horizon, horizons, type Status, statuses } from './words';

/** An action that comes before another, or after it. */
export class RelatedAction {
  @Id('Dependency') dependencyId: string;
  @OneOf('Kind', dependencyKinds) kind: DependencyKind;
  @Id('Action') id: string;
  @Id('Plan') planId: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @OneOf('Horizon', horizons) horizon: Horizon;
  @OneOf('Status', statuses) status: Status;
  @CalendarDate('Due date', { nullable: true }) dueOn: string | null;
  @Flag('Overdue') overdue: boolean;
}

/** What comes before one action and what comes after it. */
export class Dependencies {
  @Inside('Waits for', () => RelatedAction, { many: 100 }) waitsFor: RelatedAction[];
  @Inside('Opens the way to', () => RelatedAction, { many: 100 }) opens: RelatedAction[];
}

export const places = ['first', 'then'] as const;
export type Place = (typeof places)[number];

/** The other action comes `first` or `then`, seen from the one in the address. */
export class NewDependency {
  @Id('Action') otherId: string;
  @OneOf('The other comes', places) otherComes: Place;
  @OneOf('How', dependencyKinds) kind: DependencyKind;
}

export const dependencyRoutes = {
  add: route({ method: 'POST', path: 'localities/:locality/actions/:id/dependencies', may: 'action.keep', says: 'Say that an action comes before another; a circle is refused and shown', body: NewDependency, answer: Dependencies, status: 201, refusals: ['rule'] }),
  drop: route({ method: 'DELETE', path: 'localities/:locality/actions/:id/dependencies/:dependency', may: 'action.keep', says: 'Say that it does not after all', answer: Dependencies }),
};
