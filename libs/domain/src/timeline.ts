interface Day {
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly publishedAt: string | null;
  readonly agenda: readonly { readonly title: string; readonly begunAt: string | null }[];
  readonly polls: readonly { readonly question: string; readonly openedAt: string | null; readonly closedAt: string | null }[];
  readonly outcomes: readonly { readonly text: string; readonly capturedAt: string }[];
}

export interface DayStep {
  readonly at: string;
  readonly says: string;
}

/** How the day of a summit went, in order. What was captured or voted on before it opened or after it closed is not of the day. Of a poll it tells when it opened and closed, and nothing of any vote. */
export function timelineOf({ openedAt, closedAt, publishedAt, agenda, polls, outcomes }: Day): readonly DayStep[] {
  if (!openedAt) return [];
  const steps: DayStep[] = [{ at: openedAt, says: 'The summit opened' }];
  for (const one of agenda) if (one.begunAt) steps.push({ at: one.begunAt, says: one.title });
  for (const one of polls) {
    if (!one.openedAt || !isWithin(one.openedAt, openedAt, closedAt)) continue;
    steps.push({ at: one.openedAt, says: `Poll opened: ${one.question}` });
    // A poll that was still open closes with the summit.
    if (one.closedAt) steps.push({ at: closedAt && Date.parse(one.closedAt) > Date.parse(closedAt) ? closedAt : one.closedAt, says: `Poll closed: ${one.question}` });
  }
  for (const one of outcomes) if (isWithin(one.capturedAt, openedAt, closedAt)) steps.push({ at: one.capturedAt, says: `Agreed: ${one.text}` });
  if (closedAt) steps.push({ at: closedAt, says: 'The summit closed' });
  if (publishedAt) steps.push({ at: publishedAt, says: 'The record was published' });
  return steps.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

const isWithin = (at: string, from: string, to: string | null): boolean => Date.parse(at) >= Date.parse(from) && (to === null || Date.parse(at) <= Date.parse(to));
