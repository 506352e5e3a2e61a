import { DRAFT_TEXT, type FieldRefusal } from '@followthrough/contracts';

/** A draft of a report is kept where it is typed and on the server; of two that differ, the one typed later counts. */

export interface Drafted {
  readonly said: Readonly<Record<string, unknown>>;
  /** An instant, by the clock of the device that it was typed on. */
  readonly typedAt: string;
}

/** The draft to go on with, where it comes from, and the older one where that says something else. */
export interface DraftToGoOnWith {
  readonly draft: Drafted;
  readonly from: 'device' | 'server';
  readonly other: Drafted | null;
}

/** Of what the device and the server have kept; null where there is nothing. What both have is the device's own. */
export function draftToGoOnWith(device: Drafted | null, server: Drafted | null): DraftToGoOnWith | null {
  if (!device || !server) {
    if (device) return { draft: device, from: 'device', other: null };
    return server ? { draft: server, from: 'server', other: null } : null;
  }
  const isNewer = Date.parse(server.typedAt) > Date.parse(device.typedAt);
  const differs = !sameSaid(device.said, server.said);
  return { draft: isNewer ? server : device, from: isNewer && differs ? 'server' : 'device', other: differs ? (isNewer ? device : server) : null };
}

/** The server keeps an object of a form's fields and no more than a form can hold. */
export function checkDraft(said: unknown): readonly FieldRefusal[] {
  const no = (message: string): readonly FieldRefusal[] => [{ field: 'said', code: 'rule', message }];
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return no('A draft is what the fields of the form say');
  return JSON.stringify(said).length > DRAFT_TEXT ? no('That is more than a report can say: shorten it') : [];
}

/** The same words in whatever order their fields were kept: PostgreSQL sorts them. */
const sameSaid = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(said: unknown): unknown {
  if (Array.isArray(said)) return said.map(sorted);
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, sorted(value)]));
}
