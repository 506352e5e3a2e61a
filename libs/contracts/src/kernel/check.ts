import { validateSync, type ValidationError } from 'class-validator';
import { type FieldCode } from './rules';
import { type Contract, fieldsOf, type Shape } from './shape';

/** One refused field: its path (`findings.0.ref`), a code for programs and a sentence for people. */
export interface FieldRefusal {
  readonly field: string;
  readonly code: FieldCode;
  readonly message: string;
}

export type Checked<T> = { readonly value: T; readonly refusals?: undefined } | { readonly refusals: readonly FieldRefusal[]; readonly value?: undefined };

/** Contracts that an empty object is known to keep: what most screens are asked with, and class-validator is slow to say it again. */
const emptyIsFine = new WeakSet<Contract>();

/** Checks data against a contract. Unknown keys are refused, text is trimmed, empty nullable text becomes null. */
export function check<T extends object>(contract: Contract<T>, said: unknown): Checked<T> {
  const refusals: FieldRefusal[] = [];
  const instance = build(contract, said, '', refusals);
  if (!instance) return { refusals };
  const isEmpty = refusals.length === 0 && Object.keys(instance).length === 0;
  if (isEmpty && emptyIsFine.has(contract)) return { value: instance };
  // class-validator looks through all that it knows even where there is nothing to check.
  if (fieldsOf(contract).size > 0) collect(validateSync(instance, { forbidUnknownValues: false }), '', refusals);
  if (refusals.length > 0) return { refusals };
  if (isEmpty) emptyIsFine.add(contract);
  return { value: instance };
}

/** Checks a query string: values arrive as text, and a repeated key is refused unless the field is a list. */
export function checkQuery<T extends object>(contract: Contract<T>, said: Readonly<Record<string, unknown>>): Checked<T> {
  const fields = fieldsOf(contract);
  const refusals: FieldRefusal[] = [];
  const plain: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(said)) {
    const shape = fields.get(key);
    if (Array.isArray(value) && shape && shape.many === undefined) refusals.push({ field: key, code: 'repeated', message: `${shape.label} is given more than once` });
    else plain[key] = shape ? fromText(shape, value) : value;
  }
  return refusals.length > 0 ? { refusals } : check(contract, plain);
}

function fromText(shape: Shape, value: unknown): unknown {
  if (shape.many !== undefined) return (Array.isArray(value) ? value : [value]).map((one) => scalar(shape, one));
  return scalar(shape, value);
}

function scalar(shape: Shape, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (shape.kind === 'number') return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  if (shape.kind === 'flag') return value === 'true' ? true : value === 'false' ? false : value;
  return value;
}

function build<T extends object>(contract: Contract<T>, said: unknown, path: string, refusals: FieldRefusal[]): T | undefined {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) {
    refusals.push({ field: path, code: 'wrong_type', message: path ? `${path} must be an object` : 'Send an object' });
    return undefined;
  }
  const fields = fieldsOf(contract);
  const instance = new contract();
  for (const [key, value] of Object.entries(said)) {
    const shape = fields.get(key);
    const at = path ? `${path}.${key}` : key;
    if (!shape) refusals.push({ field: at.slice(0, 200), code: 'unknown_field', message: `${key.slice(0, 60)} is not a field here` });
    else Object.defineProperty(instance, key, { value: settled(shape, value, at, refusals), enumerable: true, writable: true, configurable: true });
  }
  return instance;
}

function settled(shape: Shape, value: unknown, at: string, refusals: FieldRefusal[]): unknown {
  // A list longer than allowed is left as it is: the length rule refuses it, and its items cost nothing.
  if (shape.many !== undefined && Array.isArray(value)) return value.length > shape.many ? value : value.map((one, index) => settledOne(shape, one, `${at}.${index}`, refusals));
  return settledOne(shape, value, at, refusals);
}

function settledOne(shape: Shape, value: unknown, at: string, refusals: FieldRefusal[]): unknown {
  if (shape.kind === 'object' && shape.of && value !== null && value !== undefined) return build(shape.of(), value, at, refusals);
  if (shape.kind !== 'text' || typeof value !== 'string') return value;
  const trimmed = value.trim();
  return trimmed === '' && shape.nullable ? null : trimmed;
}

function collect(errors: readonly ValidationError[], path: string, refusals: FieldRefusal[]): void {
  for (const error of errors) {
    const at = path ? `${path}.${error.property}` : error.property;
    const [rule, message] = firstOf(error);
    if (rule && message && !refusals.some((refusal) => refusal.field === at || refusal.field.startsWith(`${at}.`)))
      refusals.push({ field: at, code: codeOf(error, rule), message });
    collect(error.children ?? [], at, refusals);
  }
}

/** The refusal worth saying first: a missing value before its length, its type before its range. */
function firstOf(error: ValidationError): readonly [string, string] | readonly [] {
  const all = Object.entries(error.constraints ?? {});
  if (isMissing(error.value) && all[0]) return [all[0][0], neededSays(error)];
  const order: readonly FieldCode[] = ['wrong_type', 'malformed', 'required'];
  for (const code of order) {
    const found = all.find(([rule]) => codeOf(error, rule) === code);
    if (found) return found;
  }
  return all[0] ?? [];
}

/** Nothing was said: a field that is empty is not wrong, and is told so. */
const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';

function neededSays({ target, property }: ValidationError): string {
  const label = target ? (fieldsOf(target.constructor as Contract).get(property)?.label ?? property) : property;
  return label.endsWith('?') ? `${label} An answer is needed` : `${label} is needed`;
}

function codeOf(error: ValidationError, rule: string): FieldCode {
  if (isMissing(error.value)) return 'required';
  return (error.contexts?.[rule] as { code?: FieldCode } | undefined)?.code ?? 'malformed';
}
