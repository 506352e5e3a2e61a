import { dayAfter, daysBetween, monthsAfter } from '@followthrough/domain';
import { ukDate } from '@followthrough/ui';

/** Days along the timeline, and where they are named. Days are `YYYY-MM-DD`; places are pixels from its left edge. */

export const scales = ['weeks', 'months', 'quarters'] as const;
export type Scale = (typeof scales)[number];

export const isScale = (said: string | undefined): said is Scale => (scales as readonly string[]).includes(said ?? '');

const DAY_WIDTH: Readonly<Record<Scale, number>> = { weeks: 14, months: 3, quarters: 1 };
/** After the last day there is room for what stands beside the last bar. */
const ROOM = { before: 40, after: 230 } as const;

export interface Axis {
  readonly scale: Scale;
  /** The day at the left edge. */
  readonly from: string;
  readonly dayWidth: number;
  readonly width: number;
}

/** An axis on which all days of the rows fit, and today. */
export function axisOf(scale: Scale, { firstOn, lastOn, today }: { readonly firstOn: string | null; readonly lastOn: string | null; readonly today: string }): Axis {
  const dayWidth = DAY_WIDTH[scale];
  const earliest = firstOn && firstOn < today ? firstOn : today;
  const latest = lastOn && lastOn > today ? lastOn : today;
  const from = beginOf(scale, dayAfter(earliest, -Math.ceil(ROOM.before / dayWidth)));
  return { scale, from, dayWidth, width: Math.ceil((daysBetween(from, latest) + 1) * dayWidth + ROOM.after) };
}

/** Where a day begins. */
export const xOf = (axis: Axis, day: string): number => daysBetween(axis.from, day) * axis.dayWidth;
/** Where a day ends: something due on it has all of it. */
export const endOf = (axis: Axis, day: string): number => xOf(axis, day) + axis.dayWidth;
/** The day at a place. */
export const dayAt = (axis: Axis, x: number): string => dayAfter(axis.from, Math.floor(x / axis.dayWidth));

export interface Tick {
  readonly x: number;
  readonly width: number;
  readonly says: string;
}

/** The named parts of the axis between two places: weeks, months or quarters below, and above them the months or years that they are in. */
export function ticksOf(axis: Axis, fromX: number, toX: number): { readonly above: readonly Tick[]; readonly below: readonly Tick[] } {
  const above = axis.scale === 'weeks' ? 'months' : 'years';
  return { above: partsOf(axis, above, fromX, toX), below: partsOf(axis, axis.scale, fromX, toX) };
}

type Part = Scale | 'years';

function partsOf(axis: Axis, part: Part, fromX: number, toX: number): readonly Tick[] {
  const parts: Tick[] = [];
  const end = Math.min(toX, axis.width);
  for (let day = beginOf(part, dayAt(axis, Math.max(0, fromX))), x = xOf(axis, day); x < end; ) {
    const next = nextOf(part, day);
    const to = Math.min(xOf(axis, next), axis.width);
    const from = Math.max(0, x);
    parts.push({ x: from, width: to - from, says: nameOf(part, day, axis.scale) });
    [day, x] = [next, to];
  }
  return parts;
}

/** The first day of the part that a day is in; weeks begin on Monday. */
function beginOf(part: Part, day: string): string {
  const [year = '', month = ''] = day.split('-');
  switch (part) {
    case 'weeks':
      return dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
    case 'months':
      return `${year}-${month}-01`;
    case 'quarters':
      return `${year}-${String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
    case 'years':
      return `${year}-01-01`;
  }
}

const nextOf = (part: Part, day: string): string => (part === 'weeks' ? dayAfter(day, 7) : monthsAfter(day, { months: 1, quarters: 3, years: 12 }[part]));

function nameOf(part: Part, day: string, scale: Scale): string {
  if (part === 'years') return day.slice(0, 4);
  if (part === 'weeks') return ukDate(day).replace(/ \d+$/, '');
  const month = ukDate(day.slice(0, 7));
  if (part === 'quarters') return `${month.slice(0, 3)}–${ukDate(monthsAfter(day, 2).slice(0, 7)).slice(0, 3)}`;
  return scale === 'weeks' ? month : month.slice(0, 3);
}
