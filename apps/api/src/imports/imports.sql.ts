import { ImportItem } from '@followthrough/contracts';
import { jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';

const item = {
  createdBy: '(select p.name from membership m join person p on p.locality_id = m.locality_id and p.id = m.person_id where m.user_id = i.created_by)',
  plan: '(select p.title from plan p where p.id = i.plan_id)',
  counts: `i.report -> 'counts'`,
};

/** Files that are read and imports that are applied just now. A mark that nobody moved for ten minutes is of a server that stopped. */
const underWay = `select coalesce(json_agg(json_build_object('id', p.import_id, 'fileName', coalesce(p.file_name, i.file_name), 'by', w.name, 'step', p.step, 'percent', p.percent) order by p.import_id), '[]')
  from (select * from kernel.import_progress where at > now() - interval '10 minutes' order by import_id desc limit 50) p
  left join import i on i.id = p.import_id
  left join lateral (select e.name from membership m join person e on e.locality_id = m.locality_id and e.id = m.person_id where m.user_id = p.started_by) w on true
  where i.id is null or p.step = 'applying'`;

/** The page after the import $1, latest first; one more than a page tells whether there is another. */
export const allImports = statement('imports.all', `
  select json_build_object('items', (select coalesce(json_agg(t), '[]') from json_array_elements(page.rows) with ordinality as r(t, n) where n <= 50),
    'next', case when json_array_length(page.rows) > 50 then page.rows -> 49 ->> 'id' end, 'underWay', (${underWay}))::text as answer
  from (select ${jsonList(ImportItem, 'i', item, `from import i where ($1::uuid is null or i.id < $1::uuid) and i.state <> 'discarded' order by i.id desc limit 51`)} as rows) page`);

/** An import and everything of the locality that its steps ask for, in one look. $1 its id, $2 whether it is to be written. */
/** A line of effort `e` that an import made of a range, and that nobody has touched since. */
const isImported = '(e.import_id is not null and e.version = 1 and not exists (select from assignment s where s.effort_id = e.id and s.withdrawn_at is null))';

export const wholeImport = statement('imports.whole', `
  select json_build_object(
    'import', (select to_json(t) from (select i.id, i.version, i.file_name as "fileName", i.state, i.choices, i.report, i.plan_id as "planId", to_json(i.created_at) as "createdAt", to_json(i.applied_at) as "appliedAt", to_json(i.undone_at) as "undoneAt", ${item.createdBy} as "createdBy", ${item.plan} as plan) t),
    'sheets', case when i.state in ('uploaded', 'previewed') then (select f.sheets from import_file f where f.id = i.id) else '[]' end,
    'people', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'email', p.email) order by lower(p.name)), '[]') from person p where p.withdrawn_at is null),
    'organisations', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'aliases', o.aliases) order by lower(o.name)), '[]') from organisation o where o.withdrawn_at is null),
    'words', (select coalesce(json_agg(json_build_object('status', w.status, 'word', w.word) order by w.position), '[]') from status_word w),
    'plans', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.title) order by lower(p.title)), '[]') from plan p where p.withdrawn_at is null),
    'reviews', (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.title) order by lower(r.title)), '[]') from review r where r.withdrawn_at is null),
    'findings', (select coalesce(json_agg(json_build_object('id', f.id, 'ref', f.ref, 'quotation', f.quotation) order by f.ref), '[]') from finding f where f.review_id = (i.choices ->> 'reviewId')::uuid and f.withdrawn_at is null),
    'mappings', (select coalesce(json_object_agg(m.header_digest, m.choices), '{}') from import_mapping m),
    'actions', case when i.state in ('uploaded', 'previewed') then (select coalesce(json_agg(t), '[]') from (
      select a.id, a.version, a.ref, a.title, a.description, a.theme, a.horizon, a.priority, a.owner_id as "ownerId", a.accountable_person_id as "accountablePersonId", a.accountable_organisation_id as "accountableOrganisationId",
        a.start_on as "startOn", a.start_text as "startText", a.due_on as "dueOn", a.due_text as "dueText", a.due_text_kept as "dueTextKept", a.success_measure as "successMeasure", a.resources, a.days_needed as "daysNeeded", a.risks, a.next_steps as "nextSteps",
        a.status, a.status_on as "statusOn", a.created_on as "createdOn", (a.disposition is not null or a.closure_state is not distinct from 'claimed') as "isClosed", exists (select from effort e where e.action_id = a.id and e.purpose = 'deliver' and e.withdrawn_at is null and not ${isImported}) as "hasEffort", u.narrative, s.said as base,
        (select coalesce(json_agg(o.organisation_id order by o.organisation_id), '[]') from action_organisation o where o.action_id = a.id) as "contributingIds",
        (select coalesce(json_agg(json_build_object('id', f.id, 'ref', f.ref, 'quotation', f.quotation) order by f.ref, f.id), '[]') from action_finding l join finding f on f.locality_id = l.locality_id and f.id = l.finding_id where l.action_id = a.id and f.withdrawn_at is null) as findings
      from action a
      left join status_update u on u.locality_id = a.locality_id and u.id = a.last_update_id
      left join lateral (select x.said from import_source x join import y on y.locality_id = x.locality_id and y.id = x.import_id where x.action_id = a.id and y.state = 'applied' order by x.id desc limit 1) s on true
      where a.plan_id = (i.choices ->> 'planId')::uuid and a.withdrawn_at is null order by a.ref, a.id) t) else '[]' end,
    'made', case when i.state = 'applied' then (select coalesce(json_agg(t), '[]') from (
      select a.id, a.ref, a.title from action a where a.withdrawn_at is null and (a.import_id = i.id or a.id in (select (c ->> 'id')::uuid from jsonb_array_elements(i.report -> 'changed') c)) order by a.ref, a.id limit 50) t) else '[]' end,
    'datesToResolve', (select count(*) from action a where a.import_id = i.id and a.withdrawn_at is null and a.due_on is null and a.due_text is not null and not a.due_text_kept)
  )::text as answer from import i where i.id = $1`);

/** $1 the import. A mark that nobody moved for ten minutes is of a server that stopped. */
export const importProgress = statement('imports.progress', `
  select json_build_object('state', i.state, 'percent', (select p.percent from kernel.import_progress p where p.import_id = i.id and p.step = 'applying' and i.state in ('uploaded', 'previewed') and p.at > now() - interval '10 minutes'))::text as answer
  from import i where i.id = $1`);

/** Nothing but the door: who is asking, and whether they may. */
export const mayImport = statement('imports.may', `select '{}' as answer`);

/** What others built on an applied import ($1): the rows of other work that lean on what it made or changed, at most 20. */
export const builtOn = `
  with mine as (select a.id, a.ref from action a where a.import_id = $1 and a.withdrawn_at is null),
    touched as (select id, ref from mine union select a.id, a.ref from action a where a.id in (select (c ->> 'id')::uuid from import i, jsonb_array_elements(i.report -> 'changed') c where i.id = $1)),
    ours as (select x::text as xact from import i, jsonb_array_elements_text(coalesce(i.report -> 'xacts', '[]')) x)
  select what, "actionId" from (
    select 'Action ' || t.ref || ' was imported again later' as what, t.id as "actionId" from touched t where exists (select from import_source s join import i on i.locality_id = s.locality_id and i.id = s.import_id where s.action_id = t.id and s.import_id > $1 and i.state = 'applied')
    union all select 'Somebody reported on action ' || t.ref, t.id from touched t where exists (select from status_update u where u.action_id = t.id and u.withdrawn_at is null and u.import_id is distinct from $1 and u.reported_at > (select i.applied_at from import i where i.id = $1))
    union all select 'Action ' || t.ref || ' has a thread', t.id from touched t where exists (select from thread h where h.action_id = t.id and h.id > $1)
    union all select 'Action ' || t.ref || ' has a decision request', t.id from touched t where exists (select from decision_request d where d.action_id = t.id and d.id > $1 and d.withdrawn_at is null)
    union all select 'Action ' || t.ref || ' answers a summit’s outcome', t.id from touched t where exists (select from action_outcome o where o.action_id = t.id and o.id > $1)
    union all select 'Action ' || t.ref || ' comes before or after another', t.id from touched t where exists (select from dependency d where t.id in (d.first_id, d.then_id) and d.id > $1)
    union all select 'Action ' || t.ref || ' is part of a running programme', t.id from touched t where exists (select from action_programme l where l.action_id = t.id and l.id > $1)
    union all select 'Action ' || t.ref || ' has lines of effort', t.id from touched t where exists (select from effort e where e.action_id = t.id and e.id > $1 and e.withdrawn_at is null and not (${isImported} and e.import_id = $1))
    union all select 'Action ' || t.ref || ' has a measure', t.id from touched t where exists (select from action_measure l where l.action_id = t.id and l.id > $1)
    union all select 'Action ' || t.ref || ' has evidence, or a step of its closure', t.id from touched t where exists (select from evidence e where e.action_id = t.id and e.id > $1) or exists (select from closure c where c.action_id = t.id and c.id > $1)
    union all select 'Action ' || t.ref || ' has a step done together', t.id from touched t where exists (select from co_production_step s where s.action_id = t.id and s.id > $1)
    union all select 'The plan is agreed: somebody signed it, sponsors it, hears it or takes a step together', null from plan p where p.import_id = $1 and (
      exists (select from plan_signature s where s.plan_id = p.id) or exists (select from plan_sponsor s where s.plan_id = p.id) or exists (select from plan_board b where b.plan_id = p.id) or exists (select from co_production_step s where s.plan_id = p.id))
    union all select 'Action ' || t.ref || ' was changed', t.id from touched t where exists (select from audit e where e.row_id = t.id and e.table_name = 'action' and e.change = 'update' and e.at > (select i.applied_at from import i where i.id = $1) and not exists (select from ours o where o.xact = e.xact::text))
    union all select 'Links of action ' || t.ref || ' were changed', t.id from touched t where exists (select from action_finding l join finding f on f.locality_id = l.locality_id and f.id = l.finding_id where l.action_id = t.id and not exists (select from audit e join ours o on o.xact = e.xact::text where e.row_id = l.id) and l.id > $1)
      or exists (select from action_organisation l where l.action_id = t.id and l.id > $1 and not exists (select from audit e join ours o on o.xact = e.xact::text where e.row_id = l.id))
    union all select 'The plan has other actions, such as ' || min(a.ref), null from plan p join action a on a.locality_id = p.locality_id and a.plan_id = p.id where p.import_id = $1 and a.withdrawn_at is null and a.import_id is distinct from $1 having count(*) > 0
    union all select 'The review has other findings, such as ' || min(f.ref), null from review r join finding f on f.locality_id = r.locality_id and f.review_id = r.id where r.import_id = $1 and f.withdrawn_at is null and f.import_id is distinct from $1 having count(*) > 0
    union all select 'Finding ' || f.ref || ' is used elsewhere', null from finding f where f.import_id = $1 and f.withdrawn_at is null and (
      exists (select from action_finding l join action a on a.locality_id = l.locality_id and a.id = l.action_id where l.finding_id = f.id and a.withdrawn_at is null and not exists (select from touched t where t.id = a.id) and not exists (select from audit e join ours o on o.xact = e.xact::text where e.row_id = l.id))
      or exists (select from thread h where h.finding_id = f.id) or exists (select from outcome_finding o where o.finding_id = f.id) or exists (select from agenda_item_finding g where g.finding_id = f.id) or exists (select from finding_criterion c where c.finding_id = f.id) or exists (select from finding_measure m where m.finding_id = f.id)
      or exists (select from audit e where e.row_id = f.id and e.table_name = 'finding' and e.change = 'update'))
    union all select p.name || ' is here for more than this import', null from person p where p.import_id = $1 and p.withdrawn_at is null and (
      exists (select from membership m where m.person_id = p.id) or exists (select from invitation v where v.person_id = p.id)
      or exists (select from action a where (a.owner_id = p.id or a.accountable_person_id = p.id) and a.withdrawn_at is null and not exists (select from touched t where t.id = a.id))
      or exists (select from audit e where e.row_id = p.id and e.table_name = 'person' and e.change = 'update'))
    union all select o.name || ' is here for more than this import', null from organisation o where o.import_id = $1 and o.withdrawn_at is null and (
      exists (select from person p where p.organisation_id = o.id and p.withdrawn_at is null and p.import_id is distinct from $1) or exists (select from confirmed_days c where c.organisation_id = o.id)
      or exists (select from organisation x where x.successor_id = o.id and x.withdrawn_at is null) or exists (select from outcome_organisation x where x.organisation_id = o.id)
      or exists (select from action a where a.accountable_organisation_id = o.id and a.withdrawn_at is null and not exists (select from touched t where t.id = a.id))
      or exists (select from action_organisation l join action a on a.locality_id = l.locality_id and a.id = l.action_id where l.organisation_id = o.id and a.withdrawn_at is null and not exists (select from touched t where t.id = a.id))
      or exists (select from audit e where e.row_id = o.id and e.table_name = 'organisation' and e.change = 'update'))
  ) found limit 20`;
