import { Refusal } from './refusal';

/**
 * Where a page ended: opaque to callers, checked when it comes back. A cursor names the order it belongs to,
 * so one of another order is refused instead of skipping rows in silence.
 */
/** `number` is an integer of PostgreSQL's; `bigint` is one that JSON can carry. */
export type CursorKind = 'text' | 'day' | 'number' | 'bigint' | 'id';

/** SQL that writes the cursor of a row. `order` is ours, never what somebody sent. */
export const cursorSql = (order: string, ...keys: readonly string[]): string =>
  `translate(encode(convert_to(json_build_array('${order}', ${keys.join(', ')})::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;

const holds: Readonly<Record<CursorKind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value.isWellFormed() && !value.includes('\u0000'),
  day: (value) => typeof value === 'string' && /^(-?infinity|\d{4}-\d{2}-\d{2})$/.test(value) && !Number.isNaN(Date.parse(value.endsWith('infinity') ? '2000-01-01' : value)),
  number: (value) => Number.isSafeInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  bigint: (value) => Number.isSafeInteger(value),
  id: (value) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
};

/** The keys of a cursor of this order; refuses one that we did not write. */
export function cursorKeys(after: string, order: string, kinds: readonly CursorKind[]): readonly unknown[] {
  const keys = parsed(after);
  const fits = Array.isArray(keys) && keys.length === kinds.length + 1 && keys[0] === order && kinds.every((kind, at) => holds[kind](keys[at + 1]));
  if (!fits) throw new Refusal('bad_input', { fields: [{ field: 'after', code: 'malformed', message: 'That page does not go on from here: start again from the first' }] });
  return (keys as unknown[]).slice(1);
}

function parsed(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
