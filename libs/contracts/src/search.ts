import { Id, Inside, OneOf, Text } from './kernel/fields';
import { route } from './kernel/route';
import { ShownWord } from './status-words';
import { type Status, statuses } from './words';

export const foundKinds = ['action', 'finding', 'cause'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** One thing that was found. A finding has its quotation for a title and no status; a cause has neither ref nor status. */
export class Found {
  @OneOf('Kind', foundKinds) kind: FoundKind;
  @Id('Id') id: string;
  @Text('Ref', { nullable: true, max: 40 }) ref: string | null;
  @Text('Title', { max: 500 }) title: string;
  @Text('In', { nullable: true, max: 500, hint: 'The plan or the review that it belongs to; of a cause the refs of its findings' }) within: string | null;
  @OneOf('Status', statuses, { nullable: true }) status: Status | null;
}

/** What was found, best first. */
export class SearchAnswer {
  @Inside('Found', () => Found, { many: 20 }) items: Found[];
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

export class SearchQuery {
  @Text('Search for', { hint: 'A ref such as 2.10, or words' }) text: string;
}

export const searchRoutes = {
  find: route({ method: 'GET', path: 'localities/:locality/search', may: 'plan.read', says: 'Find actions and findings by ref or words, and causes by words, best first', query: SearchQuery, answer: SearchAnswer }),
};
