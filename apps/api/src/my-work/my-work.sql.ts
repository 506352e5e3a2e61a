import { MyAction, MyWork } from '@followthrough/contracts';
import { openDecisions } from '../decisions/published';
import { jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { shownWords } from '../status-words/published';
import { lacksOf } from '../updates/published';

const mine = `(a.owner_id = current_person() or a.accountable_person_id = current_person()) and a.withdrawn_at is null and a.status not in ('complete', 'embedded')`;
const said = `case when u.id is null then '{}'::text[] else ${lacksOf} end`;
const updateDue = `(a.last_update_id is null or a.status_on < today() - 28 or cardinality(${said}) > 0)`;
const withUpdate = 'from action a left join status_update u on u.id = a.last_update_id';

/** What the person asking owes. Decisions: all open ones for those who take them, else those their own actions wait for. */
export const myWork = statement(
  'my-work.read',
  jsonRow(
    MyWork,
    'me',
    {
      openActions: `(select count(*) from action a where ${mine})`,
      updatesDue: `(select count(*) ${withUpdate} where ${mine} and ${updateDue})`,
      today: 'today()',
      actions: jsonList(
        MyAction,
        'a',
        {
          overdue: 'coalesce(a.due_on < today(), false)',
          dateUnresolved: 'a.due_on is null and a.due_text is not null and not a.due_text_kept',
          lastUpdateOn: 'u.as_of',
          openThreads: `(select count(*) from thread t where t.action_id = a.id and t.state = 'open')`,
          openDecisions: `(select count(*) from decision_request d where d.action_id = a.id and d.state = 'open' and d.withdrawn_at is null)`,
          updateDue,
          lacks: said,
        },
        `${withUpdate} where ${mine} order by ${updateDue} desc, coalesce(a.due_on, 'infinity'), a.ref limit 100`,
      ),
      decisions: openDecisions(`(exists (select from membership m where m.person_id = current_person() and m.ended_at is null and m.roles && array['executive', 'administrator']) or a.owner_id = current_person() or a.accountable_person_id = current_person())`),
      words: shownWords,
      hasPlan: 'exists (select from action a where a.withdrawn_at is null)',
    },
    'from person me where me.id = current_person()',
  ),
);
