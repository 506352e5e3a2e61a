import { Answer, Choice, ThreadItem } from '@followthrough/contracts';
import { cursorSql } from '../kernel/cursor';
import { isMember } from '../kernel/person';
import { columns, jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { raisedByFriend } from './published';

const named = (person: string): string => `(select p.name from person p where p.id = ${person})`;

/** The person `p` has the membership `m`, and it has not ended. */
export const canSignIn = `${isMember('p.id')} and p.withdrawn_at is null`;

/** $1: the roles that may read. */
export const threadReaders = statement(
  'threads.readers',
  `select json_build_object('items', ${jsonList(Choice, 'p', { name: `concat_ws(', ', p.name, (select o.name from organisation o where o.id = p.organisation_id))` }, `from person p join membership m on ${canSignIn} where m.roles && $1::text[] and p.id is distinct from current_person() order by p.name collate as_counted, p.id limit 1000`)})::text as answer`,
);

const brought = (which: string): string => `(select coalesce(json_agg(p.name order by m.id), '[]') from mention m join person p on p.id = m.person_id where m.thread_id = t.id and ${which})`;

const made = {
  raisedByName: named('t.raised_by'),
  aboutRef: 'coalesce(a.ref, f.ref)',
  aboutTitle: 'coalesce(a.title, left(f.quotation, 280))',
  mine: '(t.raised_by is not distinct from current_person())',
  mentions: brought('m.answer_id is null'),
  overdue: `coalesce(t.state = 'open' and t.respond_by < today(), false)`,
  answers: jsonList(Answer, 'w', { answeredByName: named('w.answered_by'), mentions: brought('m.answer_id = w.id') }, 'from answer w where w.thread_id = t.id order by w.id'),
};

const from = `from thread t left join action a on a.id = t.action_id left join finding f on f.id = t.finding_id where a.withdrawn_at is null and f.withdrawn_at is null`;
const place = `case t.state when 'open' then 1 when 'answered' then 2 else 3 end`;

export const oneThread = statement('threads.one', jsonRow(ThreadItem, 't', made, `${from} and t.id = $1`));

const asked = `${from} and ($1::uuid is null or t.action_id = $1) and ($2::uuid is null or t.finding_id = $2) and ($3::text is null or t.state = $3) and ($4::text is null or t.kind = $4)
       and ($5::uuid is null or a.plan_id = $5) and ($6::boolean is null or ${raisedByFriend} = $6)`;

/** $1 action, $2 finding, $3 state, $4 kind, $5 plan, $6 by friends; after: $7 place of the state, $8 id, both null on the first page. */
export const threadList = statement(
  'threads.list',
  `with page as materialized (
     select t.id, ${place} as place ${asked} and ($7::integer is null or ${place} > $7 or (${place} = $7 and t.id < $8::uuid))
     order by place, t.id desc limit 50
   )
   select json_build_object(
     'items', (select coalesce(json_agg(x), '[]') from (select ${columns(ThreadItem, 't', made)} ${from} and t.id in (select g.id from page g) order by ${place}, t.id desc) x),
     'next', (select ${cursorSql('open', 'g.place', 'g.id')} from page g where (select count(*) from page) = 50 order by g.place desc, g.id limit 1),
     'total', case when $7::integer is null then (select count(*) ${asked}) end)::text as answer`,
);
