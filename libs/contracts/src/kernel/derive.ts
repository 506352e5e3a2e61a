import { field } from './fields';
import { type Contract, fieldsOf, type Shape } from './shape';

type NullableKeys<T> = { [K in keyof T]-?: null extends T[K] ? K : never }[keyof T];
/** What somebody says to make a thing: what may be null may also be left out. */
export type Draft<T> = Omit<T, NullableKeys<T>> & Partial<Pick<T, NullableKeys<T>>>;

/** A new contract with some fields of another, each changed by `change`. */
function derived(base: Contract, keeps: (key: string) => boolean, change: (shape: Shape, key: string) => Shape): Contract {
  class Derived {}
  for (const [key, shape] of fieldsOf(base)) if (keeps(key)) field(change(shape, key))(Derived.prototype, key);
  return Derived;
}

const same = (shape: Shape): Shape => shape;

export function pick<T extends object, K extends keyof T & string>(base: Contract<T>, ...keys: readonly K[]): Contract<Pick<T, K>> {
  return derived(base, (key) => (keys as readonly string[]).includes(key), same) as Contract<Pick<T, K>>;
}

export function omit<T extends object, K extends keyof T & string>(base: Contract<T>, ...keys: readonly K[]): Contract<Omit<T, K>> {
  return derived(base, (key) => !(keys as readonly string[]).includes(key), same) as Contract<Omit<T, K>>;
}

/** Every field may be left out: what an edit says. */
export function partial<T extends object>(base: Contract<T>): Contract<Partial<T>> {
  return derived(base, () => true, (shape) => ({ ...shape, optional: true })) as Contract<Partial<T>>;
}

/** Some fields that may be left out are needed: where a form knows that it would be refused without them. */
export function needing<T extends object, K extends keyof T & string>(base: Contract<T>, ...keys: readonly K[]): Contract<T & Required<Pick<T, K>>> {
  return derived(base, () => true, (shape, key) => ((keys as readonly string[]).includes(key) ? { ...shape, optional: false } : shape)) as Contract<T & Required<Pick<T, K>>>;
}

/** Fields that may be null may be left out: what making a new thing says. */
export function draft<T extends object>(base: Contract<T>): Contract<Draft<T>> {
  return derived(base, () => true, (shape) => (shape.nullable ? { ...shape, optional: true } : shape)) as Contract<Draft<T>>;
}
