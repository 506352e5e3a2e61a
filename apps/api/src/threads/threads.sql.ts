import { Answer, ThreadItem } from '@followthrough/contracts';
import { cursorSql } from '../kernel/cursor';
import { columns, jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { raisedByFriend } from './published';

const named = (person: string): string => `(select p.name from person p where p.id = ${person})`;

const made = {
  raisedByName: named('t.raised_by'),
  aboutRef: 'coalesce(a.ref, f.ref)',
  aboutTitle: 'coalesce(a.title, left(f.quotation, 280))',
  mine: '(t.raised_by is not distinct from current_person())',
  overdue: `coalesce(t.state = 'open' and t.respond_by < today(), false)`,
  answers: jsonList(Answer, 'w', { answeredByName: named('w.answered_by') }, 'from answer w where w.thread_id = t.id order by w.id'),
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
