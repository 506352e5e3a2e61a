import type { ActionFilter, Confidence } from '@followthrough/contracts';
import { judged } from '../assessments/published';
import { nameOf } from '../kernel/person';
import type { Statement } from '../kernel/statement';
import { filtered, lookedInto } from './action-filter.sql';

/** Rows of one page of the export; the next begins after the last. */
export const EXPORT_PAGE = 2_000;

/** One action as a row of the workbook. */
export interface ExportRow {
  readonly plan_id: string;
  readonly plan: string;
  readonly id: string;
  readonly ref: string;
  readonly theme: string | null;
  readonly finding: string | null;
  readonly title: string;
  readonly description: string | null;
  readonly horizon: string;
  readonly priority: string | null;
  readonly owner: string | null;
  readonly accountable_person: string | null;
  readonly accountable_organisation: string | null;
  readonly contributing: string | null;
  readonly start_on: string | null;
  readonly start_text: string | null;
  readonly due_on: string | null;
  readonly due_text: string | null;
  readonly success_measure: string | null;
  readonly resources: string | null;
  readonly days_needed: string | null;
  readonly risks: string | null;
  readonly next_steps: string | null;
  readonly status: string;
  readonly status_on: string;
  readonly narrative: string | null;
  readonly delivery_confidence: Confidence | null;
  readonly outcome_confidence: Confidence | null;
  readonly assessed: string;
}

const open = (column: string): string => `case when may_read_restricted() or not '${column}' = any (a.restricted) then a.${column} end as ${column}`;

/** The actions of the plan table's filter, plan by plan in the order of their refs. */
export function exportPage(asked: ActionFilter, after: ExportRow | undefined): { readonly statement: Statement; readonly values: readonly unknown[] } {
  const values: unknown[] = [];
  const value = (one: unknown, type: string) => `$${values.push(one)}::${type}`;
  const where = filtered(asked, value);
  const further = after ? `and (a.plan_id, a.ref, a.id) > (${value(after.plan_id, 'uuid')}, ${value(after.ref, 'text')} collate as_counted, ${value(after.id, 'uuid')})` : '';
  const before = lookedInto(asked, value);
  const text = `${before.length > 0 ? `with ${before.join(', ')}` : ''}
    select a.plan_id, p.title as plan, a.id, a.ref, a.theme, a.title, ${open('description')}, a.horizon, a.priority, ${nameOf('a.owner_id')} as owner, ${nameOf('a.accountable_person_id')} as accountable_person,
      (select o.name from organisation o where o.id = a.accountable_organisation_id) as accountable_organisation,
      (select string_agg(o.name, '; ' order by c.organisation_id) from action_organisation c join organisation o on o.locality_id = c.locality_id and o.id = c.organisation_id where c.action_id = a.id) as contributing,
      (select string_agg(f.quotation, E'\\n\\n' order by f.ref, f.id) from action_finding l join finding f on f.locality_id = l.locality_id and f.id = l.finding_id where l.action_id = a.id and f.withdrawn_at is null) as finding,
      a.start_on, a.start_text, a.due_on, a.due_text, a.success_measure, ${open('resources')}, a.days_needed, ${open('risks')}, ${open('next_steps')},
      (select w.word from status_word w where w.status = a.status) as status, a.status_on, case when may_read_restricted() or not u.restricted then u.narrative end as narrative,
      u.delivery_confidence, u.outcome_confidence, (select w.word from status_word w where w.status = j.assessed) as assessed
    from action a join plan p on p.locality_id = a.locality_id and p.id = a.plan_id left join status_update u on u.locality_id = a.locality_id and u.id = a.last_update_id ${judged}
    where a.withdrawn_at is null ${where} ${further} order by a.plan_id, a.ref, a.id limit ${EXPORT_PAGE}`;
  return { statement: { name: '', text }, values };
}
