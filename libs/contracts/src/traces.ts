import { CalendarDate, Flag, Id, Inside, OneOf, Text } from './kernel/fields';
import { route } from './kernel/route';
import { ShownWord } from './status-words';
import { type Status, statuses, type TraceKind, traceKinds } from './words';

/** One thing on the way from what a review said to what came of it. */
export class TraceNode {
  @Id('Id') id: string;
  @OneOf('Kind', traceKinds) kind: TraceKind;
  @Text('Ref', { nullable: true, max: 40 }) ref: string | null;
  @Text('Text', { nullable: true, max: 500 }) text: string | null;
  @Text('Note', { nullable: true, max: 500 }) note: string | null;
  @CalendarDate('On', { nullable: true }) on: string | null;
  @OneOf('Status', statuses, { nullable: true }) status: Status | null;
  /** The thing whose page shows it: the summit of an outcome, the action of an update. */
  @Id('Shown on the page of') pageId: string;
  @Flag('Restricted, and not for this reader') withheld: boolean;
}

export class TraceLink {
  @Id('From') from: string;
  @Id('To') to: string;
}

/** Review, finding, cause, outcome, action, evidence and closure, as far as they hang together with one action or finding. */
export class Trace {
  @Id('Of') id: string;
  @Inside('Things', () => TraceNode, { many: 2_000 }) nodes: TraceNode[];
  @Inside('Links', () => TraceLink, { many: 10_000 }) links: TraceLink[];
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

export const traceRoutes = {
  show: route({ method: 'GET', path: 'localities/:locality/traces/:id', may: 'plan.read', says: 'The trace of an action or a finding, walked both ways: up to the review, down to evidence and closure', answer: Trace }),
};
