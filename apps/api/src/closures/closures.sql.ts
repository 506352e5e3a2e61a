import { ClosurePage, ClosureStep, Evidence, PlanClosing, Retrospective, SustainCheck, Transfer, Unfinished } from '@followthrough/contracts';
import { nameOf } from '../kernel/person';
import { columns, jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';

const readable = '(may_read_restricted() or not e.restricted)';
const ifReadable = (sql: string): string => `case when ${readable} then ${sql} end`;
const standing = `kernel.standing_evidence(a.locality_id, a.id) s where s.kind = coalesce(a.evidence_kind, s.kind)`;
/** The acceptance that stands, or stood last. */
const accepted = `(select c.id from closure c where c.action_id = a.id and c.state = 'accepted' order by c.number desc limit 1)`;
const receiver = (t: string): string => `coalesce(${t}.receiver, (select p.name from programme p where p.id = ${t}.programme_id))`;

const evidence = jsonList(
  Evidence,
  'e',
  {
    title: `coalesce(${ifReadable('e.title')}, 'Restricted evidence')`,
    url: ifReadable('e.url'),
    words: ifReadable('e.words'),
    file: ifReadable(`(select to_json(f) from (select f.id, f.name, f.size from file f where f.id = e.file_id) f)`),
    givenByName: nameOf('e.given_by'),
    corrected: 'exists (select from evidence c where c.corrects_id = e.id)',
    withheld: `not ${readable}`,
  },
  'from evidence e where e.action_id = a.id order by e.id desc limit 200',
);

/** How one action stands between "done" and "it has lasted". */
export const closurePage = statement(
  'closures.page',
  jsonRow(
    ClosurePage,
    'a',
    {
      actionId: 'a.id',
      state: 'a.closure_state',
      ownerName: nameOf('a.owner_id'),
      answersMust: 'kernel.answers_must(a.locality_id, a.id)',
      isParty: 'kernel.is_party(a, current_person())',
      evidence,
      standing: `(select count(*) from ${standing})`,
      hasSecondLine: `exists (select from ${standing} and s.line in ('second', 'third'))`,
      worse: 'array(select kernel.worse_measures(a.locality_id, a.id))',
      steps: jsonList(
        ClosureStep,
        's',
        {
          personName: nameOf('s.person_id'),
          onBehalfOfName: nameOf('s.on_behalf_of'),
          byAction: `(select json_build_object('id', b.id, 'name', b.ref || ' ' || b.title) from action b where b.id = s.by_action_id)`,
          receiver: `(select ${receiver('t')} || ', ' || t.new_owner from transfer t where t.id = s.transfer_id)`,
        },
        'from closure s where s.action_id = a.id order by s.number desc limit 200',
      ),
      looks: jsonList(SustainCheck, 'k', { checkedByName: nameOf('k.checked_by') }, `from sustain_check k where a.disposition = 'done' and k.closure_id = ${accepted} order by k.months`),
      transfer: `(select to_json(x) from (select ${columns(Transfer, 't', { receiver: receiver('t'), offeredByName: nameOf('t.offered_by') })} from transfer t where t.action_id = a.id order by t.id desc limit 1) x)`,
      offeredByMe: `exists (select from transfer t where t.action_id = a.id and t.state = 'offered' and t.offered_by = current_person())`,
      today: 'today()',
    },
    'from action a where a.id = $1 and a.withdrawn_at is null',
  ),
);

/** What the rules of closing ask of action $1. Locks it, so that what was judged is what is written. */
export const closingFacts = `select a.id, a.plan_id as "planId", a.owner_id as "ownerId", a.closure_state as state, a.disposition, a.evidence_kind as "evidenceKind",
    (select json_build_object('personId', c.person_id, 'onBehalfOfId', c.on_behalf_of, 'ownerId', c.owner_id) from closure c where c.action_id = a.id and c.state = 'claimed' order by c.number desc limit 1) as claim,
    kernel.answers_must(a.locality_id, a.id) or coalesce((select c.answers_must from closure c where c.action_id = a.id and c.state = 'claimed' order by c.number desc limit 1), false) as "answersMust",
    (select coalesce(json_agg(json_build_object('kind', s.kind, 'line', s.line)), '[]') from kernel.standing_evidence(a.locality_id, a.id) s) as standing,
    array(select kernel.worse_measures(a.locality_id, a.id)) as worse
  from action a where a.id = $1 and a.withdrawn_at is null for no key update`;

/** A look, the one before it, and the action it is of. */
export const lookFacts = `select k.action_id as "actionId", k.months, k.due_on::text as "dueOn", k.result is not null as done,
    (select json_build_object('months', e.months, 'checkedOn', e.checked_on) from sustain_check e where e.closure_id = k.closure_id and e.months < k.months) as earlier
  from sustain_check k where k.id = $1`;

/**
 * Puts a claim that was returned or did not hold back to the state last reported of the open action ($1), with what was said
 * then of the way back and $2 as the story. What an import left half said goes on as on track: the owner owes an update anyway.
 */
export const putBack = `with before as (
    select case when u.status is null or (u.status in ('at_risk', 'off_track') and u.path_to_green is null) or (u.status = 'off_track' and u.decision_id is null) then 'on_track' else u.status end as status, u.path_to_green, u.decision_id
    from (select 1) one left join lateral (select s.status, s.path_to_green, s.decision_id from status_update s where s.action_id = $1 and s.withdrawn_at is null and s.status not in ('complete', 'embedded') order by s.as_of desc, s.id desc limit 1) u on true
  ), told as (
    insert into status_update (action_id, status, narrative, path_to_green, decision_id)
    select $1, b.status, $2, case when b.status in ('at_risk', 'off_track') then b.path_to_green end, case when b.status = 'off_track' then b.decision_id end from before b returning id, status, as_of)
  update action a set status = told.status, status_on = told.as_of, last_update_id = told.id from told where a.id = $1`;

/** It has held twice: embedded, with what was seen last as the evidence. */
export const embed = `with told as (insert into status_update (action_id, status, narrative, evidence) values ($1, 'embedded', 'Looked at again three and six months after it was accepted: it has held.', $2) returning id, as_of)
  update action a set status = 'embedded', status_on = told.as_of, last_update_id = told.id from told where a.id = $1`;

const counted = (which: string): string => `(select count(*) from action a where a.plan_id = p.id and a.withdrawn_at is null and ${which})`;

/** Whether a plan can close, and what is missing. */
export const planClosing = statement(
  'closures.plan',
  jsonRow(
    PlanClosing,
    'p',
    {
      planId: 'p.id',
      actions: counted('true'),
      done: counted(`a.disposition = 'done'`),
      transferred: counted(`a.disposition = 'transferred'`),
      stopped: counted(`a.disposition = 'stopped'`),
      superseded: counted(`a.disposition = 'superseded'`),
      looks: `(select count(*) from sustain_check k join action a on a.id = k.action_id where a.plan_id = p.id and a.withdrawn_at is null and a.closure_state = 'accepted' and k.result is null)`,
      unfinished: counted('a.disposition is null'),
      first: jsonList(Unfinished, 'a', { state: 'a.closure_state' }, `from action a where a.plan_id = p.id and a.withdrawn_at is null and a.disposition is null order by a.closure_state is not distinct from 'claimed' desc, a.ref, a.id limit 50`),
      retrospectives: jsonList(Retrospective, 'r', { writtenByName: nameOf('r.written_by') }, 'from retrospective r where r.plan_id = p.id order by r.id desc limit 20'),
    },
    'from plan p where p.id = $1 and p.withdrawn_at is null',
  ),
);
