import { MyMention } from '@followthrough/contracts';
import { jsonList } from '../kernel/select';

/** What statements of other features know of threads. `t` is the thread. */
export const raisedByFriend = `exists (select from membership m where m.person_id = t.raised_by and 'critical_friend' = any (m.roles))`;

/** What the person asking was asked to look at and has not yet. */
export const mentionsForMe = jsonList(
  MyMention,
  'n',
  {
    actionId: 't.action_id',
    findingId: 't.finding_id',
    ref: 'coalesce(a.ref, f.ref)',
    title: 'coalesce(a.title, left(f.quotation, 280))',
    text: 'coalesce(w.text, t.text)',
    saidByName: '(select p.name from person p where p.id = n.mentioned_by)',
    saidAt: 'n.mentioned_at',
  },
  `from mention n join thread t on t.id = n.thread_id left join answer w on w.id = n.answer_id left join action a on a.id = t.action_id left join finding f on f.id = t.finding_id
   where n.person_id = current_person() and n.seen_at is null and t.state <> 'closed' and a.withdrawn_at is null and f.withdrawn_at is null order by n.id limit 50`,
);
