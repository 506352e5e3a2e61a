import { type Contract, fieldsOf } from '@followthrough/contracts';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * The select list of an answer class: `a.due_on as "dueOn", …`. Fields that are not plain columns are given in `made`
 * as SQL, so a field added to a contract without its SQL fails when the statement is first prepared, not in silence.
 */
export function columns(contract: Contract, alias: string, made: Readonly<Record<string, string>> = {}): string {
  return [...fieldsOf(contract).keys()].map((key) => `${made[key] ?? `${alias}.${snake(key)}`} as "${key}"`).join(', ');
}

/** The JSON text of one row with the fields of an answer class, from the rest of a select. */
export function jsonRow(contract: Contract, alias: string, made: Readonly<Record<string, string>>, from: string): string {
  return `select to_json(t)::text as answer from (select ${columns(contract, alias, made)} ${from}) t`;
}

/** A JSON array of such rows, `[]` when there are none. As a sub-select it is a field of a larger answer. */
export function jsonList(contract: Contract, alias: string, made: Readonly<Record<string, string>>, from: string): string {
  return `(select coalesce(json_agg(t), '[]') from (select ${columns(contract, alias, made)} ${from}) t)`;
}
