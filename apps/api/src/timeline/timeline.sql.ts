import { type ActionQuery, LadderLink, TIMELINE_ROWS, TimelineAction, TimelineEnd, TimelineMilestone } from '@followthrough/contracts';
import { pageOfActions, type Paged } from '../actions/published';
import { isOpen } from '../closures/published';
import { nameOf } from '../kernel/person';
import { columns, jsonList } from '../kernel/select';
import { isLateMilestone } from '../milestones/published';
import { shownWords } from '../status-words/published';

const shown = {
  ownerName: nameOf('a.owner_id'),
  isOpen: isOpen('a'),
  overdue: `coalesce(a.due_on < today() and ${isOpen('a')}, false)`,
  moves: '(select count(*) from due_move m where m.action_id = a.id and m.milestone_id is null)',
  milestones: jsonList(TimelineMilestone, 'm', { isLate: isLateMilestone('m') }, 'from milestone m where m.action_id = a.id and m.withdrawn_at is null order by m.position, m.id'),
  group: 'n.group_key',
};
const ends = jsonList(TimelineEnd, 'a', { isOpen: isOpen('a'), isAsked: 'a.id in (select id from asked)' }, 'from action a where a.id in (select s.first_id from step s union select s.then_id from step s) order by a.ref, a.id');
/** The first or the last day that anything of the rows has. */
const edge = (which: 'least' | 'greatest', of: 'min' | 'max'): string =>
  `${which}((select ${of}(${which}(a.start_on, a.baseline_due_on, a.due_on)) from asked q join action a on a.id = q.id), (select ${of}(${which}(m.baseline_on, m.due_on)) from asked q join milestone m on m.action_id = q.id and m.withdrawn_at is null))`;

/** The rows of the plan table as a timeline: the same filter, order, headings and cursor. Everything that is not a row comes with the first page. `also`: fields that the answer has besides, or instead. */
export function timelinePage(query: ActionQuery, also: Readonly<Record<string, string>> = {}): Paged {
  return pageOfActions('timeline', query, TIMELINE_ROWS, ({ where, total, groups, next, isFirst }) => {
    const first = (sql: string): string => (isFirst ? sql : 'null::json');
    return {
      before: isFirst
        ? [
            `asked as materialized (select a.id from action a where a.withdrawn_at is null ${where})`,
            `step as materialized (select d.first_id, d.then_id, d.kind from dependency d join action f on f.id = d.first_id and f.withdrawn_at is null join action t on t.id = d.then_id and t.withdrawn_at is null
               where d.first_id in (select id from asked) or d.then_id in (select id from asked) order by d.id limit 20000)`,
          ]
        : [],
      answer: {
        today: 'today()',
        items: `(select coalesce(json_agg(t), '[]') from (select ${columns(TimelineAction, 'a', shown)} from numbered n join action a on a.id = n.id where n.n <= ${TIMELINE_ROWS} order by n.n) t)`,
        next,
        total,
        groups,
        links: first(jsonList(LadderLink, 's', {}, 'from step s')),
        ends: first(ends),
        firstOn: first(edge('least', 'min')),
        lastOn: first(edge('greatest', 'max')),
        words: shownWords,
        ...also,
      },
    };
  });
}
