import type { ActionGroup, TimelineAction } from '@followthrough/contracts';

/** Heights of the lines of the timeline, in pixels: a title has room for two lines of text. */
export const ROW = 46;
export const HEADING = 34;

export interface Row {
  readonly kind: 'row';
  /** An action stands under each of its headings: the key says which of them. */
  readonly key: string;
  readonly top: number;
  readonly action: TimelineAction;
}

export interface Heading {
  readonly kind: 'heading';
  readonly key: string;
  readonly top: number;
  readonly label: string;
  readonly count: number;
}

export type Line = Row | Heading;

/** Rows under their headings, from the top down. `none` is the heading of what has none. */
export function linesOf(items: readonly TimelineAction[], groups: readonly ActionGroup[] | null, none: string): { readonly lines: readonly Line[]; readonly height: number } {
  const byKey = new Map(groups?.map((one) => [one.key, one]));
  const lines: Line[] = [];
  let top = 0;
  items.forEach((action, at) => {
    const heading = groups && (at === 0 || items[at - 1]?.group !== action.group) ? byKey.get(action.group) : undefined;
    if (heading) {
      lines.push({ kind: 'heading', key: `heading ${action.group ?? ''}`, top, label: heading.label ?? none, count: heading.count });
      top += HEADING;
    }
    lines.push({ kind: 'row', key: `${action.id} ${action.group ?? ''}`, top, action });
    top += ROW;
  });
  return { lines, height: top };
}

/** Where the lines at or below a place begin. */
export function firstBelow(lines: readonly Line[], place: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.top ?? 0) + ROW <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
