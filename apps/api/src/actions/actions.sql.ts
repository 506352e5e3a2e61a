import { ActionChoices, ActionOutcome, ActionPage, ActionSource, AnsweredFinding, Choice } from '@followthrough/contracts';
import { assessmentOf } from '../assessments/published';
import { causesOf, thisTreatsOnlySymptom } from '../causes/published';
import { isOpen } from '../closures/published';
import { stepsOf } from '../co-production/published';
import { decisionsOf } from '../decisions/published';
import { opens, waitsFor } from '../dependencies/published';
import { hasAccount, nameOf } from '../kernel/person';
import { columns, jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { milestonesOf, movesOf } from '../milestones/published';
import { unagreedFindings } from '../rounds/published';
import { shownWords } from '../status-words/published';
import { originsOf } from '../summits/published';
import { measuresOfAction } from '../measures/published';
import { updatePage } from '../updates/published';
import { approvalOf } from '../versions/approved';

const narrative = (mark: string, column: string) => `case when may_read_restricted() or not '${mark}' = any (a.restricted) then a.${column} end`;
const choices = (label: string, from: string) => jsonList(Choice, 'c', { name: label }, from);

/** The action page: everything about one action, in one statement. */
export const actionPage = statement(
  'actions.page',
  jsonRow(
    ActionPage,
    'a',
    {
      description: narrative('description', 'description'),
      resources: narrative('resources', 'resources'),
      risks: narrative('risks', 'risks'),
      nextSteps: narrative('nextSteps', 'next_steps'),
      withheld: `case when may_read_restricted() then '{}'::text[] else a.restricted end`,
      planTitle: 'p.title',
      ownerName: nameOf('a.owner_id'),
      accountablePersonName: nameOf('a.accountable_person_id'),
      organisationName: '(select o.name from organisation o where o.id = a.accountable_organisation_id)',
      approval: approvalOf('a.plan_id'),
      ownerHasAccount: hasAccount('a.owner_id'),
      overdue: `coalesce(a.due_on < today() and ${isOpen('a')}, false)`,
      dateUnresolved: 'a.due_on is null and a.due_text is not null and not a.due_text_kept',
      contributing: choices('c.name', 'from action_organisation x join organisation c on c.id = x.organisation_id where x.action_id = a.id order by lower(c.name)'),
      programmes: choices('c.name', 'from action_programme x join programme c on c.id = x.programme_id where x.action_id = a.id order by lower(c.name)'),
      waitsFor: waitsFor('a.id'),
      opens: opens('a.id'),
      coProduction: stepsOf('action_id', 'a.id'),
      measures: measuresOfAction('a.id'),
      findings: jsonList(AnsweredFinding, 'f', { reviewTitle: 'r.title', note: 'x.note', isEarly: 'x.is_early', earlyReason: 'x.early_reason' }, 'from action_finding x join finding f on f.id = x.finding_id and f.withdrawn_at is null join review r on r.id = f.review_id where x.action_id = a.id order by r.title, f.ref'),
      causes: causesOf('a.id'),
      symptomOnly: thisTreatsOnlySymptom('a.id'),
      outcomes: jsonList(
        ActionOutcome,
        'o',
        { summitTitle: 's.title', heldOn: 's.held_on', origins: originsOf('o.id'), agreedBy: 'array(select g.name from outcome_organisation y join organisation g on g.id = y.organisation_id where y.outcome_id = o.id order by lower(g.name))' },
        'from action_outcome x join outcome o on o.id = x.outcome_id join summit s on s.id = o.summit_id where x.action_id = a.id order by o.agreed_on, o.id',
      ),
      moves: movesOf('a.id'),
      milestones: milestonesOf('a.id'),
      assessment: assessmentOf('a.id'),
      decisions: decisionsOf('a.id'),
      updates: `page.said -> 'items'`,
      olderUpdates: `page.said ->> 'next'`,
      threads: '(select count(*) from thread t where t.action_id = a.id)',
      openThreads: `(select count(*) from thread t where t.action_id = a.id and t.state = 'open')`,
      source: `(select to_json(t) from (select ${columns(ActionSource, 's', { fileName: 'i.file_name', appliedAt: 'i.applied_at' })} from import_source s join import i on i.id = s.import_id where s.action_id = a.id order by s.id desc limit 1) t)`,
      words: shownWords,
    },
    `from action a join plan p on p.id = a.plan_id cross join lateral (select ${updatePage('a.id')} as said) page where a.id = $1 and a.withdrawn_at is null`,
  ),
);

/** Experts by experience choose among people named on actions only; others among everybody. */
const offered = `may_read_restricted() or exists (select from action a where a.owner_id = c.id and a.withdrawn_at is null)`;

export const actionChoices = statement(
  'actions.choices',
  jsonRow(
    ActionChoices,
    'x',
    {
      plans: choices('c.title', 'from plan c where c.withdrawn_at is null order by lower(c.title)'),
      people: choices('c.name', `from person c where c.withdrawn_at is null and (${offered}) order by lower(c.name), c.id limit 5000`),
      organisations: choices('c.name', 'from organisation c where c.withdrawn_at is null order by lower(c.name) limit 2000'),
      findings: choices(`c.ref || ' ' || left(c.quotation, 200)`, 'from finding c where c.withdrawn_at is null order by c.ref, c.id limit 2000'),
      causes: choices('c.text', 'from cause c where c.withdrawn_at is null order by lower(c.text), c.id limit 1000'),
      themes: 'array(select distinct a.theme from action a where a.theme is not null and a.withdrawn_at is null order by 1 limit 1000)',
      approvedPlans: 'array(select distinct v.plan_id from plan_version v limit 500)',
      unagreedFindings,
      boards: choices('c.name', 'from board c order by lower(c.name) limit 500'),
      programmes: choices('c.name', 'from programme c order by lower(c.name) limit 1000'),
      words: shownWords,
    },
    'from (select 1) x',
  ),
);
