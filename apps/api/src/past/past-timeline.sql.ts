import type { ActionQuery, PastTimelineFilter } from '@followthrough/contracts';
import type { Paged } from '../actions/published';
import { timelinePage } from '../timeline/published';
import { asItWas } from './as-it-was';
import { asAt } from './moment.sql';
import { wordsThen } from './past.sql';

/** The timeline of now over the tables as they were. After its own values: report or null, day or null. */
export function pastTimeline(query: PastTimelineFilter & Pick<ActionQuery, 'sort' | 'direction' | 'group' | 'after'>): Paged {
  const { statement, values } = timelinePage(query, { asAt, words: wordsThen });
  return { statement: { name: '', text: asItWas('past.timeline', statement.text) }, values };
}
