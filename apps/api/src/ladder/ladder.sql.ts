import { type Contract, LadderAction, LadderLink, LadderPage } from '@followthrough/contracts';
import { isOpen } from '../closures/published';
import { nameOf } from '../kernel/person';
import { columns, jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';
import { onLadder } from '../dependencies/published';
import { shownWords } from '../status-words/published';

// Of the plan, owner, organisation and theme that were asked for; none means any.
const asked = `a.withdrawn_at is null and ($1::uuid is null or a.plan_id = $1) and ($2::uuid is null or a.owner_id = $2) and ($4::text is null or a.theme = $4)
  and ($3::uuid is null or a.accountable_organisation_id = $3 or exists (select from action_organisation c where c.action_id = a.id and c.organisation_id = $3))`;
const alone = (horizon: string) => `(select count(*) from action a where ${asked} and a.horizon = '${horizon}' and ${isOpen('a')} and not ${onLadder('a.id')})`;

/**
 * The actions that were asked for, what they lead to, and everything that leads there: so each ladder is whole, in one
 * statement. A contract that says more has its fields in `also`.
 */
export const laddersDrawn = (contract: Contract = LadderPage, also: Readonly<Record<string, string>> = {}): string => `with recursive step as materialized (
     select d.first_id, d.then_id, d.kind from dependency d join action f on f.id = d.first_id and f.withdrawn_at is null join action t on t.id = d.then_id and t.withdrawn_at is null),
   ahead (id) as (
     select a.id from action a where ${asked} and exists (select from step s where a.id in (s.first_id, s.then_id))
     union select s.then_id from ahead h join step s on s.first_id = h.id),
   whole (id) as (select id from ahead union select s.first_id from whole w join step s on s.then_id = w.id)
   select to_json(t)::text as answer from (select ${columns(contract, 'x', {
     today: 'today()',
     actions: jsonList(LadderAction, 'a', { ownerName: nameOf('a.owner_id'), overdue: `coalesce(a.due_on < today() and ${isOpen('a')}, false)` }, 'from whole w join action a on a.id = w.id order by a.ref, a.id limit 2000'),
     links: jsonList(LadderLink, 's', {}, 'from step s where s.first_id in (select id from whole) and s.then_id in (select id from whole) order by s.first_id, s.then_id limit 10000'),
     winsAlone: alone('quick_win'),
     deepAlone: alone('deep_rooted'),
     words: shownWords,
     ...also,
   })}) t`;

export const ladderPage = statement('ladder.page', laddersDrawn());
