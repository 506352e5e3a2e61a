import { LastSaid, MOST_AT_ONCE, type SheetKind, type SheetQuery, SheetRow } from '@followthrough/contracts';
import { filtered, lookedInto } from '../actions/published';
import { firstBoard } from '../boards/published';
import { isUnanswered, owesReport } from '../closures/published';
import { isOwed, isOwedByMe, withCycle } from '../cycles/published';
import { hasAccount, nameOf } from '../kernel/person';
import { columns } from '../kernel/select';
import type { Statement } from '../kernel/statement';
import { shownWords } from '../status-words/published';
import { lacksOf, saidColumns } from '../updates/published';

const isMine = '(a.owner_id = current_person() or a.accountable_person_id = current_person())';
/** Something else has to be said: what an imported update left out, a claim, or an answer to one that came back. */
const isUnsaid = `(cardinality(case when u.id is null then '{}'::text[] else ${lacksOf} end) > 0 or a.status = 'complete' or ${isUnanswered('a', 'u')})`;
/** What an action `a` is judged and shown with. */
const beside = `join plan p on p.id = a.plan_id left join status_update u on u.id = a.last_update_id ${withCycle('a')}`;

const which: Readonly<Record<SheetKind, string>> = {
  mine: `and ${isMine} and (${isOwedByMe('a')} or ${isUnsaid})`,
  owed: `and (${isOwed('a')} or ${isUnsaid})`,
  open: '',
};

const shown = {
  overdue: `coalesce(a.due_on < today() and a.status not in ('complete', 'embedded'), false)`,
  ownerName: nameOf('a.owner_id'),
  onBehalfOfId: `case when not ${hasAccount('a.owner_id')} and a.owner_id <> current_person() then a.owner_id end`,
  last: `(select to_json(o) from (select ${columns(LastSaid, 'u', saidColumns)} where u.id is not null) o)`,
  mayClaim: `(coalesce(a.closure_state = 'claimed', false) or exists (select from kernel.standing_evidence(a.locality_id, a.id) s where s.kind = coalesce(a.evidence_kind, s.kind)))`,
  updateDue: `(${owesReport('a')} and (${isOwed('a')} or ${isUnsaid}))`,
  reportName: 'c.name',
  reportDueOn: 'c.due_on',
  boardName: firstBoard('a.plan_id'),
};

/** The sheet of one question, in one statement: which actions first, and what is shown of them for those that fit. */
export function updateSheet({ which: kind = 'mine', ...asked }: SheetQuery): { readonly statement: Statement; readonly values: readonly unknown[] } {
  const values: unknown[] = [];
  const value = (one: unknown, type: string) => `$${values.push(one)}::${type}`;
  const where = `a.withdrawn_at is null and ${asked.status === undefined ? owesReport('a') : 'a.disposition is null'} ${which[kind]} ${filtered(asked, value)}`;
  const text = `
    with ${lookedInto(asked, value).map((one) => `${one}, `).join('')}rows as materialized (
      select a.id, count(*) over () as total, row_number() over (order by lower(p.title), a.plan_id, a.ref, a.id) as n from action a ${beside} where ${where}
      order by n limit ${MOST_AT_ONCE}
    )
    select json_build_object(
      'items', (select coalesce(json_agg(t), '[]') from (select ${columns(SheetRow, 'a', shown)} from rows r join action a on a.id = r.id ${beside} order by r.n) t),
      'total', coalesce((select max(total) from rows), 0),
      'today', today(),
      'plans', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.title) order by lower(p.title)), '[]') from (select * from plan p where p.withdrawn_at is null order by lower(p.title) limit 500) p),
      'boards', array(select b.name from board b where b.retired_on is null order by lower(b.name) limit 500),
      'words', ${shownWords})::text as answer`;
  return { statement: { name: '', text }, values };
}
