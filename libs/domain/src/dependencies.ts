export interface Step {
  readonly firstId: string;
  readonly thenId: string;
}

/**
 * The circle that `first` before `then` would close over these steps, from `first` back to itself by the shortest way;
 * undefined when there is none. An action before itself is the smallest circle.
 */
export function circleOf(steps: readonly Step[], first: string, then: string): readonly string[] | undefined {
  if (first === then) return [first, then];
  const ahead = new Map<string, string[]>();
  for (const { firstId, thenId } of steps) ahead.set(firstId, [...(ahead.get(firstId) ?? []), thenId]);
  const cameFrom = new Map<string, string | null>([[then, null]]);
  const waiting = [then];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    for (const next of ahead.get(at) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      if (next === first) return [first, ...wayTo(first, cameFrom)];
      waiting.push(next);
    }
  }
  return undefined;
}

function wayTo(end: string, cameFrom: ReadonlyMap<string, string | null>): readonly string[] {
  const way: string[] = [];
  for (let at: string | null | undefined = end; at; at = cameFrom.get(at)) way.unshift(at);
  return way;
}

/** The circle as people read it, by refs: the database says it in the same words. */
export const circleSays = (refs: readonly string[]): string => `That would go round in a circle: ${refs.join(' → ')}`;
