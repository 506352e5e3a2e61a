/** A class of the contract: what a request may say or an answer does say. */
export type Contract<T extends object = object> = new () => T;

/**
 * What one field may hold, in one place: validation, OpenAPI, form rules, select lists and test builders
 * all read this. `nullable`: the value may be null. `optional`: the key may be absent.
 */
export interface Shape {
  readonly kind: 'text' | 'id' | 'date' | 'month' | 'instant' | 'number' | 'flag' | 'word' | 'object' | 'json';
  /** The field's name as people read it; refusals and forms use it. */
  readonly label: string;
  readonly hint?: string;
  readonly nullable?: boolean;
  readonly optional?: boolean;
  /** The field is a list of at most this many. */
  readonly many?: number;
  /** Longest text in characters, or largest number. */
  readonly max?: number;
  readonly min?: number;
  /** Decimal places a number may have; 0 when left out. */
  readonly places?: number;
  readonly words?: readonly string[];
  readonly pattern?: RegExp;
  /** What the pattern asks for, to finish the sentence "… must be". */
  readonly patternSays?: string;
  /** Several lines of text: a text area, not a text box. */
  readonly lines?: boolean;
  readonly of?: () => Contract;
}

const shapes = new WeakMap<object, Map<string, Shape>>();

export function remember(prototype: object, key: string, shape: Shape): void {
  const own = shapes.get(prototype) ?? new Map<string, Shape>();
  own.set(key, shape);
  shapes.set(prototype, own);
}

const gathered = new WeakMap<Contract, ReadonlyMap<string, Shape>>();

/** Every field of a contract by name, inherited ones first. Asked at every request, so gathered once: fields are declared with their class. */
export function fieldsOf(contract: Contract): ReadonlyMap<string, Shape> {
  const known = gathered.get(contract);
  if (known) return known;
  const fields = gather(contract);
  gathered.set(contract, fields);
  return fields;
}

function gather(contract: Contract): ReadonlyMap<string, Shape> {
  const fields = new Map<string, Shape>();
  const chain: object[] = [];
  for (let proto: object | null = contract.prototype as object; proto; proto = Object.getPrototypeOf(proto) as object | null)
    chain.unshift(proto);
  for (const proto of chain) for (const [key, shape] of shapes.get(proto) ?? []) fields.set(key, shape);
  return fields;
}
