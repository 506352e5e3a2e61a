import { ActionFilter, type ActionGrouping, actionGroupings, ActionQuery, type ActionSort, checkQuery, fieldsOf } from '@followthrough/contracts';
import type { Params } from '@angular/router';

/** The plan table's state is its address: filters, order, grouping and columns, under the names that the API uses. */

export const columns = ['status', 'due', 'owner', 'organisation', 'updated', 'horizon', 'priority', 'theme', 'milestones', 'waiting', 'assessed', 'delivery', 'outcome'] as const;
export type Column = (typeof columns)[number];
export const usualColumns: readonly Column[] = ['status', 'due', 'owner', 'organisation', 'updated'];

export const columnNames: Readonly<Record<Column, string>> = { status: 'Status', due: 'Due', owner: 'Owner', organisation: 'Organisation', updated: 'Last update', horizon: 'Horizon', priority: 'Priority', theme: 'Theme', milestones: 'Milestones', waiting: 'Waiting for', assessed: 'Assessed', delivery: 'Confidence in delivery', outcome: 'Confidence in the outcome' };
export const groupingNames: Readonly<Record<ActionGrouping, string>> = { finding: 'Finding', theme: 'Theme', owner: 'Owner', organisation: 'Organisation', board: 'Board', status: 'Status' };

/** The heading of what has none. */
export const nameless: Readonly<Record<ActionGrouping, string>> = { finding: 'No finding', theme: 'No theme', owner: 'No owner', organisation: 'No organisation', board: 'No board', status: '' };

/** Columns that sort, by the name of their order. */
export const sortOf: Partial<Record<Column, ActionSort>> = { status: 'status', due: 'due', owner: 'owner', organisation: 'organisation', updated: 'updated', priority: 'priority' };

export const filterKeys = [...fieldsOf(ActionFilter).keys()] as (keyof ActionFilter)[];

/** What the address asks for. What it cannot mean is left out, so an old link still opens. */
export function queryOf(params: Params): ActionQuery {
  const known = Object.fromEntries(Object.entries(params).filter(([key]) => key !== 'after' && fieldsOf(ActionQuery).has(key)));
  const checked = checkQuery(ActionQuery, known);
  if (checked.value) return { ...checked.value };
  const wrong = new Set(checked.refusals.map((one) => one.field.split('.')[0] ?? ''));
  const rest = checkQuery(ActionQuery, Object.fromEntries(Object.entries(known).filter(([key]) => !wrong.has(key))));
  return rest.value ? { ...rest.value } : {};
}

export function columnsOf(params: Params): readonly Column[] {
  const said: unknown = params['columns'];
  if (typeof said !== 'string') return usualColumns;
  const wanted = said.split(' ');
  return columns.filter((one) => wanted.includes(one));
}

export const isGrouping = (said: string): said is ActionGrouping => (actionGroupings as readonly string[]).includes(said);
