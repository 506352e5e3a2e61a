import { RelatedAction } from './dependencies';
import { omit } from './kernel/derive';
import { CalendarDate, Id, Inside, OneOf, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { ShownWord } from './status-words';
import { type DependencyKind, dependencyKinds } from './words';

/** An action that stands on a ladder. */
export class LadderAction extends omit(RelatedAction, 'dependencyId', 'kind') {
  @Text('Due, as the plan says it', { nullable: true }) dueText: string | null;
  @Text('Owner', { nullable: true }) ownerName: string | null;
}

export class LadderLink {
  @Id('Comes first') firstId: string;
  @Id('Comes then') thenId: string;
  @OneOf('Kind', dependencyKinds) kind: DependencyKind;
}

/** Which actions open the way to which. What a ladder is made of; `ladders` of the domain sets the rungs. */
export class LadderPage {
  @CalendarDate('As at') today: string;
  @Inside('Actions', () => LadderAction, { many: 2_000 }) actions: LadderAction[];
  @Inside('Links', () => LadderLink, { many: 10_000 }) links: LadderLink[];
  @Quantity('Quick wins that open nothing') winsAlone: number;
  @Quantity('Deep-rooted actions with no rung') deepAlone: number;
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

/** Ladders with at least one such action on them. */
export class LadderQuery {
  @Id('Plan', { optional: true }) plan?: string;
  @Id('Owner', { optional: true }) owner?: string;
  @Id('Organisation', { optional: true, hint: 'Accountable or contributing' }) organisation?: string;
  @Text('Theme', { optional: true }) theme?: string;
}

export const ladderRoutes = {
  show: route({ method: 'GET', path: 'localities/:locality/ladder', may: 'plan.read', says: 'Which quick wins open the way to which deep-rooted actions', query: LadderQuery, answer: LadderPage }),
};
