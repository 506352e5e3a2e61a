import { TraceLink, TraceNode } from '@followthrough/contracts';
import { jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';
import { shownWords } from '../status-words/published';

const SHORT = 400;
const short = (text: string): string => `case when length(${text}) > ${SHORT} then left(${text}, ${SHORT - 1}) || '…' else ${text} end`;
const node = (of: { readonly id: string; readonly kind: string; readonly ref?: string; readonly text: string; readonly note?: string; readonly on?: string; readonly status?: string; readonly pageId?: string; readonly withheld?: string }): string =>
  `select ${of.id} as id, '${of.kind}' as kind, ${of.ref ?? 'null'} as ref, ${of.text} as text, ${of.note ?? 'null'} as note, ${of.on ?? 'null::date'} as "on", ${of.status ?? 'null'} as status, ${of.pageId ?? of.id} as page_id, ${of.withheld ?? 'false'} as withheld`;

const hidden = 'u.restricted and not may_read_restricted()';
const kept = 'e.restricted and not may_read_restricted()';
/** What was given with the update that closes; evidence before that stands by itself. */
const given = `(select string_agg(e.title, '; ' order by e.id) from evidence e where e.action_id = u.action_id and e.update_id = u.id and not (${kept}))`;
const verifier = `(select 'Verified by ' || p.name from closure c join person p on p.id = c.person_id where c.action_id = u.action_id and c.state = 'accepted' and u.is_verified order by c.number desc limit 1)`;

/**
 * $1 is an action or a finding. From an action: the causes it answers, the outcomes it comes from, the findings of all three
 * and their reviews. From a finding: its causes, what summits agreed about it, and the actions that answer any of these.
 * Both ways: the evidence of the actions, and that they are done, and who verified it.
 */
export const trace = statement(
  'traces.show',
  `with recursive start as (
     select id, true as is_action from action where id = $1 and withdrawn_at is null union all select id, false from finding where id = $1 and withdrawn_at is null
   ),
   -- Causes hang on one another: from a finding to what lies behind, from an action to what lies in front.
   caused as (
     (select l.cause_id as id, s.is_action from action_cause l join start s on s.is_action and s.id = l.action_id union select l.cause_id, false from finding_cause l join start s on not s.is_action and s.id = l.finding_id)
     union select k.id, c.is_action from caused c join cause h on h.id = c.id join cause k on case when c.is_action then k.deeper_id = h.id else k.id = h.deeper_id end where k.withdrawn_at is null
   ),
   agreed as materialized (select l.outcome_id as id from action_outcome l join start s on s.is_action and s.id = l.action_id union select l.outcome_id from outcome_finding l join start s on not s.is_action and s.id = l.finding_id),
   found as materialized (
     select id from start where not is_action
     union select l.finding_id from action_finding l join start s on s.is_action and s.id = l.action_id
     union select l.finding_id from outcome_finding l join agreed g on g.id = l.outcome_id join start s on s.is_action
     union select l.finding_id from finding_cause l join caused c on c.id = l.cause_id join start s on s.is_action
   ),
   done as materialized (
     select id from start where is_action
     union select l.action_id from action_finding l join start s on not s.is_action and s.id = l.finding_id
     union select l.action_id from action_outcome l join agreed g on g.id = l.outcome_id join start s on not s.is_action
     union select l.action_id from action_cause l join caused c on c.id = l.cause_id join start s on not s.is_action
   ),
   said as materialized (
     select u.*, a.last_update_id = u.id and u.status in ('complete', 'embedded') as closes, a.disposition = 'done' as is_verified
     from done d join action a on a.id = d.id and a.withdrawn_at is null join status_update u on u.action_id = a.id and u.withdrawn_at is null
     where u.evidence is not null or (a.last_update_id = u.id and u.status in ('complete', 'embedded')) order by u.as_of desc, u.id desc limit 400
   ),
   proof as materialized (
     select e.* from done d join action a on a.id = d.id and a.withdrawn_at is null join evidence e on e.action_id = a.id
     where not exists (select from evidence c where c.corrects_id = e.id) and not exists (select from said u where u.id = e.update_id and u.closes) order by e.id desc limit 400
   ),
   node as materialized (
     ${node({ id: 'r.id', kind: 'review', text: 'r.title', note: 'r.body', on: 'r.published_on' })}, 1 as rank from review r where r.id in (select f.review_id from finding f join found x on x.id = f.id)
     union all ${node({ id: 'f.id', kind: 'finding', ref: 'f.ref', text: short('f.quotation'), note: `case when f.page is not null then 'page ' || f.page end` })}, 2 from finding f join found x on x.id = f.id where f.withdrawn_at is null
     union all ${node({ id: 'c.id', kind: 'cause', text: 'c.text', note: `case when exists (select from diagnosis d join found x on x.id = d.finding_id where d.root_cause_id = c.id) then 'The root cause' end` })}, 3 from cause c join caused x on x.id = c.id where c.withdrawn_at is null
     union all ${node({ id: 'o.id', kind: 'outcome', text: short('o.text'), note: 's.title', on: 'o.agreed_on', pageId: 'o.summit_id' })}, 4 from outcome o join agreed x on x.id = o.id join summit s on s.id = o.summit_id
     union all ${node({ id: 'a.id', kind: 'action', ref: 'a.ref', text: 'a.title', note: '(select o.name from organisation o where o.id = a.accountable_organisation_id)', on: 'a.due_on', status: 'a.status' })}, 5 from action a join done x on x.id = a.id where a.withdrawn_at is null
     union all ${node({ id: 'u.id', kind: 'evidence', text: `case when not (${hidden}) then ${short('u.evidence')} end`, on: 'u.as_of', status: 'u.status', pageId: 'u.action_id', withheld: hidden })}, 6 from said u where u.evidence is not null and not u.closes
     union all ${node({ id: 'e.id', kind: 'evidence', text: `case when not (${kept}) then e.title end`, on: `(e.given_at at time zone 'Europe/London')::date`, pageId: 'e.action_id', withheld: kept })}, 6 from proof e
     union all ${node({ id: 'u.id', kind: 'closure', text: `case when not (${hidden}) then ${short(`coalesce(u.evidence, ${given}, u.narrative)`)} end`, note: `coalesce(${verifier}, (select p.name from person p where p.id = u.reported_by))`, on: 'u.as_of', status: 'u.status', pageId: 'u.action_id', withheld: hidden })}, 7 from said u where u.closes
   ),
   link as (
     select f.review_id as "from", f.id as "to" from finding f join found x on x.id = f.id
     union all select finding_id, cause_id from finding_cause
     union all select id, deeper_id from cause where deeper_id is not null
     union all select finding_id, outcome_id from outcome_finding where outcome_id in (select id from agreed)
     union all select cause_id, action_id from action_cause where action_id in (select id from done)
     union all select outcome_id, action_id from action_outcome where action_id in (select id from done)
     union all select finding_id, action_id from action_finding where action_id in (select id from done)
     union all select action_id, id from said
     union all select action_id, id from proof
   )
   select json_build_object('id', s.id,
     'nodes', ${jsonList(TraceNode, 'n', { on: 'n."on"' }, 'from node n order by n.rank, n.ref collate as_counted, n."on", n.id limit 2000')},
     'links', ${jsonList(TraceLink, 'l', { from: 'l."from"', to: 'l."to"' }, 'from link l where l."from" in (select id from node) and l."to" in (select id from node) limit 10000')},
     'words', ${shownWords})::text as answer
   from start s`,
);
