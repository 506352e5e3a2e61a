import { StatusUpdate } from '@followthrough/contracts';
import { cursorSql } from '../kernel/cursor';
import { nameOf } from '../kernel/person';
import { columns } from '../kernel/select';

/** What statements of other features show of status updates. The update is `u`. */
const readable = (column: string) => `case when may_read_restricted() or not u.restricted then u.${column} end`;

/** The SQL twin of `lacksOf` in the domain: what an imported update `u` still has to say. */
export const lacksOf = `array_remove(array[
  case when u.status in ('at_risk', 'off_track') and u.narrative is null then 'narrative' end,
  case when u.status in ('at_risk', 'off_track') and u.path_to_green is null then 'pathToGreen' end,
  case when u.status = 'off_track' and u.decision_id is null then 'decision' end,
  case when u.status = 'complete' and u.import_id is not null then 'evidence' end], null)`;

export const saidColumns = {
  narrative: readable('narrative'),
  pathToGreen: readable('path_to_green'),
  evidence: `coalesce(${readable('evidence')}, case when u.status = 'complete' then (select string_agg(e.title, '; ' order by e.id) from evidence e where e.action_id = u.action_id and e.update_id = u.id and (may_read_restricted() or not e.restricted)) end)`,
  withheld: 'u.restricted and not may_read_restricted()',
  reportedByName: nameOf('u.reported_by'),
  onBehalfOfName: nameOf('u.on_behalf_of'),
  imported: 'u.import_id is not null',
  lacks: lacksOf,
};

export const UPDATES_A_PAGE = 20;
export const UPDATE_ORDER = 'updates';

/** A page of the updates of one action, latest first, as `{ items, next }`; `which` says from where. */
export const updatePage = (action: string, which = '') => `(select json_build_object(
    'items', coalesce(json_agg(t.one order by t.n) filter (where t.n <= ${UPDATES_A_PAGE}), '[]'),
    'next', case when count(*) > ${UPDATES_A_PAGE} then max(t.cursor) filter (where t.n = ${UPDATES_A_PAGE}) end)
  from (
    select row_number() over (order by u.as_of desc, u.id desc) as n, ${cursorSql(UPDATE_ORDER, 'u.as_of', 'u.id')} as cursor,
      (select to_json(o) from (select ${columns(StatusUpdate, 'u', saidColumns)}) o) as one
    from status_update u where u.action_id = ${action} and u.withdrawn_at is null ${which}
    order by u.as_of desc, u.id desc limit ${UPDATES_A_PAGE + 1}
  ) t)`;
