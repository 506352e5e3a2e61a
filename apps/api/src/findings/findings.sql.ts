import { AnsweringAction, Choice, type Contract, CorrectionMade, Criterion, DraftFinding, FindingItem, findingKinds, FindingOutcome, FindingPage, ReviewDrafts } from '@followthrough/contracts';
import { gaps, hasOnlyQuickWins } from '../causes/published';
import { agreedOf, diagnosisOf } from '../diagnoses/published';
import { cursorSql } from '../kernel/cursor';
import { columns, jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { measuresOfFinding } from '../measures/published';
import { roundOf } from '../rounds/published';
import { shownWords as words } from '../status-words/published';
import { ANSWERS, JOINT, JOINT_OF_MANY } from './joint';

const openThreads = `(select count(*) from thread t where t.finding_id = f.id and t.state = 'open')`;
const isUnanswered = 'f.rank = 2';

const item = columns(FindingItem, 'f', {
  excerpt: `case when length(f.quotation) > 280 then left(f.quotation, 279) || '…' else f.quotation end`,
  reviewTitle: '(select r.title from review r where r.id = f.review_id)',
  criteria: `(select coalesce(json_agg(c.domain || ': ' || c.title order by c.position), '[]') from finding_criterion l join criterion c on c.id = l.criterion_id where l.finding_id = f.id)`,
  openThreads,
});

const choices = `json_build_object(
  'reviews', ${jsonList(Choice, 'r', { name: 'r.title' }, 'from review r where r.withdrawn_at is null order by r.title')},
  'criteria', ${jsonList(Choice, 'c', { name: `c.domain || ': ' || c.title` }, 'from criterion c join framework w on w.id = c.framework_id where exists (select from review r where r.framework_id = w.id and r.withdrawn_at is null) order by w.title, c.position')},
  'themes', (select coalesce(json_agg(t order by lower(t)), '[]') from (select distinct unnest(f.themes) as t from finding f where f.withdrawn_at is null limit 1000) x))`;

/** Criteria by kind, those with most left to answer first: where the review hurts. */
const byCriterion = `(select coalesce(json_agg(t), '[]') from (
  select c.id, c.domain, c.title, ${findingKinds.map((kind) => `count(*) filter (where f.kind = '${kind}') as "${kind}"`).join(', ')}, count(*) filter (where ${isUnanswered}) as unanswered
  from f join finding_criterion l on l.finding_id = f.id join criterion c on c.id = l.criterion_id
  group by c.id, c.domain, c.title, c.position
  order by count(*) filter (where ${isUnanswered}) desc, count(*) filter (where f.kind in ('challenge', 'area_for_improvement')) desc, c.position limit 500) t)`;

/**
 * The list of findings; one that says more has its fields in `also`.
 * $1 review, $2 kind, $3 force, $4 criterion, $5 theme, $6 with no action, $7 deep-rooted with only quick wins; after: $8 rank, $9 force, $10 ref, $11 id, all null on the first page; $12 not confirmed.
 */
export const findingsListed = (also: Readonly<Record<string, string>> = {}): string => `with ${ANSWERS},
   f as materialized (
     select f.*, j.actions, j.joint, j.rank, case f.force when 'must' then 1 else 2 end as weight from finding f ${JOINT_OF_MANY}
     where f.withdrawn_at is null and ($1::uuid is null or f.review_id = $1) and ($2::text is null or f.kind = $2) and ($3::text is null or f.force = $3)
       and ($4::uuid is null or exists (select from finding_criterion l where l.finding_id = f.id and l.criterion_id = $4))
       and ($5::text is null or exists (select from unnest(f.themes) t where lower(t) = lower($5)))
   ),
   found as materialized (select * from f where ($6::boolean is not true or ${isUnanswered}) and ($7::boolean is not true or ${hasOnlyQuickWins}) and ($12::boolean is not true or f.confirmed_at is null)),
   page as materialized (
     select * from found f where $8::integer is null or (f.rank, f.weight, f.ref, f.id) > ($8, $9::integer, $10::text, $11::uuid)
     order by f.rank, f.weight, f.ref, f.id limit 50
   )
   select json_build_object(
     'items', (select coalesce(json_agg(t), '[]') from (select ${item} from page f order by f.rank, f.weight, f.ref, f.id) t),
     'next', (select ${cursorSql('worst', 'f.rank', 'f.weight', 'f.ref', 'f.id')} from page f where (select count(*) from page) = 50 order by f.rank desc, f.weight desc, f.ref desc, f.id desc limit 1),
     'total', case when $8::integer is null then (select count(*) from found) end,
     'unanswered', case when $8::integer is null then (select count(*) from f where ${isUnanswered}) end,
     'unconfirmed', case when $8::integer is null then (select count(*) from f where f.confirmed_at is null) end,
     'agreed', case when $8::integer is null then ${agreedOf('from found f where')} end,
     'choices', case when $8::integer is null then ${choices} end,
     'gaps', case when $8::integer is null then ${gaps} end,
     'byCriterion', case when $8::integer is null then ${byCriterion} end,
     ${Object.entries({ words, ...also }).map(([field, sql]) => `'${field}', ${sql}`).join(', ')})::text as answer`;

export const findingList = statement('findings.list', findingsListed());

const answering = jsonList(
  AnsweringAction,
  'a',
  {
    planTitle: '(select p.title from plan p where p.id = a.plan_id)',
    organisationName: '(select o.name from organisation o where o.id = a.accountable_organisation_id)',
    note: 'l.note',
  },
  'from action_finding l join action a on a.id = l.action_id and a.withdrawn_at is null where l.finding_id = f.id order by a.ref, a.id',
);

/** The page of finding $1; a contract that says more has its fields in `also`. */
export const findingShown = (contract: Contract = FindingPage, also: Readonly<Record<string, string>> = {}): string =>
  jsonRow(
    contract,
    'f',
    {
      confirmedBy: '(select p.name from person p where p.id = f.confirmed_by)',
      corrections: jsonList(CorrectionMade, 'q', { by: '(select p.name from person p where p.id = q.corrected_by)', at: 'q.corrected_at' }, 'from quotation_correction q where q.finding_id = f.id order by q.corrected_at, q.id limit 100'),
      reviewTitle: 'r.title',
      reviewBody: 'r.body',
      publishedOn: 'r.published_on',
      reportUrl: 'r.report_url',
      frameworkTitle: 'k.title',
      criteria: jsonList(Criterion, 'c', {}, 'from finding_criterion l join criterion c on c.id = l.criterion_id where l.finding_id = f.id order by c.position'),
      allCriteria: jsonList(Criterion, 'c', {}, 'from criterion c where c.framework_id = k.id order by c.position'),
      actions: answering,
      outcomes: jsonList(FindingOutcome, 'o', { summitTitle: 's.title' }, 'from outcome_finding l join outcome o on o.id = l.outcome_id join summit s on s.id = o.summit_id where l.finding_id = f.id order by o.agreed_on desc, o.id'),
      diagnosis: diagnosisOf,
      round: roundOf,
      measures: measuresOfFinding('f.id'),
      joint: 'j.joint',
      threads: '(select count(*) from thread t where t.finding_id = f.id)',
      words,
      ...also,
    },
    `from finding f join review r on r.id = f.review_id join framework k on k.id = r.framework_id ${JOINT} where f.id = $1 and f.withdrawn_at is null`,
  );

export const findingPage = statement('findings.page', findingShown());

export const reviewDrafts = statement(
  'findings.drafts',
  jsonRow(
    ReviewDrafts,
    'r',
    {
      refs: `(select coalesce(json_agg(f.ref order by f.ref, f.id), '[]') from finding f where f.review_id = r.id and f.withdrawn_at is null)`,
      criteria: jsonList(Criterion, 'c', {}, 'from criterion c where c.framework_id = r.framework_id order by c.position'),
      drafts: jsonList(DraftFinding, 'f', {}, 'from finding f where f.review_id = r.id and f.withdrawn_at is null and f.confirmed_at is null order by f.id desc limit 500'),
    },
    'from review r where r.id = $1 and r.withdrawn_at is null',
  ),
);
