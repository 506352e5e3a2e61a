import { ActionItem, type ActionQuery } from '@followthrough/contracts';
import { judgedRow } from '../assessments/published';
import { isOpen } from '../closures/published';
import { nameOf } from '../kernel/person';
import { columns } from '../kernel/select';
import { milestoneCount } from '../milestones/published';
import { shownWords } from '../status-words/published';
import { lacksOf } from '../updates/published';
import { pageOfActions, type Paged } from './action-page.sql';

const ROWS = 50;

const open = isOpen('a');
const shown = {
  ownerName: nameOf('a.owner_id'),
  organisationName: '(select o.name from organisation o where o.id = a.accountable_organisation_id)',
  overdue: `coalesce(a.due_on < today() and ${open}, false)`,
  dateUnresolved: 'a.due_on is null and a.due_text is not null and not a.due_text_kept',
  moves: '(select count(*) from due_move m where m.action_id = a.id and m.milestone_id is null)',
  milestones: milestoneCount('a.id'),
  lastUpdateOn: 'u.as_of',
  lastUpdateText: `case when may_read_restricted() or not u.restricted then left(u.narrative, 200) end`,
  lacks: `case when u.id is null then '{}'::text[] else ${lacksOf} end`,
  openThreads: `(select count(*) from thread t where t.action_id = a.id and t.state = 'open')`,
  openDecisions: `(select count(*) from decision_request d where d.action_id = a.id and d.state = 'open' and d.withdrawn_at is null)`,
  findings: '(select count(*) from action_finding f where f.action_id = a.id)',
  assessed: 'j.assessed',
  flags: 'j.flags',
  deliveryConfidence: 'u.delivery_confidence',
  outcomeConfidence: 'u.outcome_confidence',
  group: 'n.group_key',
};

/** The plan table, a page at a time. */
export function actionList(asked: ActionQuery): Paged {
  return pageOfActions('actions.list', asked, ROWS, ({ next, total, groups }) => ({
    answer: {
      items: `(select coalesce(json_agg(t), '[]') from (select ${columns(ActionItem, 'a', shown)} from numbered n join action a on a.id = n.id left join status_update u on u.id = a.last_update_id ${judgedRow} where n.n <= ${ROWS} order by n.n) t)`,
      next,
      total,
      groups,
      words: shownWords,
    },
  }));
}
