import type { FieldRefusal } from '@followthrough/contracts';

/** A cause and the deeper one behind it. */
export interface CauseLink {
  readonly id: string;
  readonly deeperId: string | null;
}

/** A cause and everything deeper behind it, the nearest first. A deeper cause that is not there ends the way. */
export function wayDown(causes: readonly CauseLink[], id: string): readonly string[] {
  const deeper = new Map(causes.map((one) => [one.id, one.deeperId]));
  const way: string[] = [];
  for (let at: string | null | undefined = id; at && deeper.has(at) && !way.includes(at); at = deeper.get(at)) way.push(at);
  return way;
}

/** Refuses a deeper cause from which the way down comes back to where it began, and says the whole ring. */
export function checkDeeper(causes: readonly (CauseLink & { readonly text: string })[], id: string, deeperId: string | null): readonly FieldRefusal[] {
  if (deeperId === null) return [];
  const way = deeperId === id ? [id] : wayDown(causes, deeperId);
  if (!way.includes(id)) return [];
  const called = (one: string): string => `“${short(causes.find(({ id: known }) => known === one)?.text ?? '')}”`;
  const ring = [id, ...way.slice(0, way.indexOf(id)), id];
  return [{ field: 'deeperId', code: 'rule', message: `A cause cannot lie behind itself: ${ring.map(called).join(' → ')}` }];
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
