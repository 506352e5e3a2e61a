import { MyAction, MyWork } from '@followthrough/contracts';
import { isUnanswered, looksForMe, owesReport, verificationsForMe } from '../closures/published';
import { isOwedByMe, withCycle } from '../cycles/published';
import { openDecisions } from '../decisions/published';
import { assignmentsForMe } from '../demand/published';
import { jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { promisesForMe } from '../promises/published';
import { awaitedViews } from '../rounds/published';
import { scenariosForMe } from '../scenarios/published';
import { isSnoozed, mySnoozes } from '../snoozes/published';
import { shownWords } from '../status-words/published';
import { askedReleases } from '../supply/published';
import { mentionsForMe } from '../threads/published';
import { lacksOf } from '../updates/published';
import { amendmentsForMe } from '../versions/published';

const said = `case when u.id is null then '{}'::text[] else ${lacksOf} end`;
/** The actions of the person asking that they report on, with their last update; few, so they are gathered once and counted from there. */
const mine = `with own as materialized (
    select a.* from action a where a.owner_id = current_person() and a.withdrawn_at is null and ${owesReport('a')}
    union
    select a.* from action a where a.accountable_person_id = current_person() and a.withdrawn_at is null and ${owesReport('a')}
  ), mine as materialized (
    select a.id, a.ref, a.title, a.status, a.due_on, a.due_text, a.due_text_kept, u.as_of, ${said} as lacks,
      (${isOwedByMe('a')} or cardinality(${said}) > 0 or a.status = 'complete' or ${isUnanswered('a', 'u')}) as update_due, c.name as report_name, c.due_on as report_due_on, c.escalates_on
    from own a left join status_update u on u.id = a.last_update_id ${withCycle('a')})`;

/** What the person asking owes. Decisions: all open ones for those who take them, else those their own actions wait for. */
export const myWork = statement(
  'my-work.read',
  `${mine} ${jsonRow(
    MyWork,
    'me',
    {
      openActions: '(select count(*) from mine)',
      updatesDue: `(select count(*) from mine a where a.update_due and not ${isSnoozed('update', 'a.id')})`,
      today: 'today()',
      actions: jsonList(
        MyAction,
        'a',
        {
          overdue: 'coalesce(a.due_on < today(), false)',
          dateUnresolved: 'a.due_on is null and a.due_text is not null and not a.due_text_kept',
          lastUpdateOn: 'a.as_of',
          openThreads: `(select count(*) from thread t where t.action_id = a.id and t.state = 'open')`,
          openDecisions: `(select count(*) from decision_request d where d.action_id = a.id and d.state = 'open' and d.withdrawn_at is null)`,
        },
        `from mine a order by a.update_due desc, a.report_due_on, coalesce(a.due_on, 'infinity'), a.ref limit 100`,
      ),
      decisions: openDecisions(`(exists (select from membership m where m.person_id = current_person() and m.ended_at is null and m.roles && array['executive', 'administrator']) or a.owner_id = current_person() or a.accountable_person_id = current_person())`),
      awaitedViews,
      verifications: verificationsForMe,
      looks: looksForMe,
      amendments: amendmentsForMe,
      assignments: assignmentsForMe,
      releases: askedReleases,
      promises: promisesForMe,
      scenarios: scenariosForMe,
      mentions: mentionsForMe,
      snoozes: mySnoozes,
      words: shownWords,
      hasPlan: 'exists (select from action a where a.withdrawn_at is null)',
    },
    'from person me where me.id = current_person()',
  )}`,
);
