import type { LadderLink, TimelineAction } from '@followthrough/contracts';
import { daysBetween } from '@followthrough/domain';
import { ukDate } from '@followthrough/ui';
import { words } from '../words';
import { type Axis, endOf, xOf } from './axis';
import { ROW, type Row } from './lines';

/** What is drawn of the rows: bars, ghosts of what was planned, milestones, and the ways between them. In pixels from the picture's corner. */

export const BAR = 16;
/** A bar of which only one end is known is a stub of this length at that end. */
const STUB = 26;
const LEAST = 6;

/** `ended`: transferred, stopped or superseded. */
export type BarLook = 'open' | 'done' | 'ended';
export type MilestoneLook = 'done' | 'late' | 'to_come';

export interface DrawnMilestone {
  readonly id: string;
  readonly x: number;
  /** Where it was planned, when that was another day. */
  readonly plannedX: number | null;
  readonly look: MilestoneLook;
  readonly says: string;
}

export interface Drawn {
  readonly row: Row;
  readonly middle: number;
  /** `isOpen`: its start is not known, or its end. */
  readonly bar: { readonly x: number; readonly width: number; readonly isOpen: boolean; readonly look: BarLook } | null;
  /** What the baseline promised, when the date has moved since. */
  readonly ghost: { readonly x: number; readonly width: number } | null;
  /** From the due date to today. */
  readonly late: { readonly x: number; readonly width: number } | null;
  readonly milestones: readonly DrawnMilestone[];
  readonly note: { readonly x: number; readonly says: string; readonly isLate: boolean } | null;
}

export function drawnOf(row: Row, axis: Axis, today: string): Drawn {
  const { action } = row;
  const bar = barOf(action, axis);
  const late = action.overdue && action.dueOn ? spanOf(endOf(axis, action.dueOn), endOf(axis, today)) : null;
  const ghost = bar && action.baselineDueOn && action.baselineDueOn !== action.dueOn ? spanOf(bar.isOpen ? endOf(axis, action.baselineDueOn) - STUB : Math.min(bar.x, endOf(axis, action.baselineDueOn) - LEAST), endOf(axis, action.baselineDueOn)) : null;
  const milestones = action.milestones.map((one) => ({
    id: one.id,
    x: xOf(axis, one.dueOn) + axis.dayWidth / 2,
    plannedX: one.baselineOn === one.dueOn ? null : xOf(axis, one.baselineOn) + axis.dayWidth / 2,
    look: one.doneOn ? ('done' as const) : one.isLate && action.isOpen ? ('late' as const) : ('to_come' as const),
    says: `${one.title}, ${one.doneOn ? `done ${ukDate(one.doneOn)}` : `due ${ukDate(one.dueOn)}${one.isLate && action.isOpen ? ', late' : ''}`}`,
  }));
  const right = Math.max(...[bar, late, ghost].map((one) => (one ? one.x + one.width : 0)), ...milestones.map((one) => Math.max(one.x, one.plannedX ?? 0) + 7));
  const says = noteOf(action, today);
  const note = says ? { x: (right > 0 ? right : xOf(axis, today)) + 12, says, isLate: action.overdue } : null;
  return { row, middle: row.top + ROW / 2 - 2, bar, ghost, late, milestones, note };
}

function barOf(action: TimelineAction, axis: Axis): Drawn['bar'] {
  const look = action.isOpen ? 'open' : hasEnded(action) ? 'ended' : 'done';
  if (!action.dueOn) return action.startOn ? { x: xOf(axis, action.startOn), width: STUB, isOpen: true, look } : null;
  const end = endOf(axis, action.dueOn);
  const isOpen = action.startOn === null || action.startOn > action.dueOn;
  const from = action.startOn === null || isOpen ? end - STUB : Math.min(xOf(axis, action.startOn), end - LEAST);
  return { x: from, width: end - from, isOpen, look };
}

const spanOf = (from: number, to: number): { readonly x: number; readonly width: number } | null => (to > from ? { x: from, width: to - from } : null);

/** It is not done, and will not be. */
const hasEnded = ({ disposition }: Pick<TimelineAction, 'disposition'>): boolean => disposition !== null && disposition !== 'done';

/** What stands beside a bar: how it ended, that it is late, that it moved, or the plan's own words where there is no date. */
export function noteOf(action: TimelineAction, today: string): string {
  const { overdue, dueOn, dueText, baselineDueOn, disposition } = action;
  if (disposition && hasEnded(action)) return words.disposition[disposition];
  if (!dueOn) return dueText ? `“${dueText}”` : 'no date';
  if (overdue) return `${inDays(daysBetween(dueOn, today))} late`;
  const moved = baselineDueOn ? daysBetween(baselineDueOn, dueOn) : 0;
  return moved === 0 ? '' : `${inDays(Math.abs(moved))} ${moved > 0 ? 'later' : 'earlier'} than planned`;
}

export const inDays = (many: number): string => (many === 1 ? '1 day' : `${many} days`);

export interface Way {
  readonly key: string;
  readonly firstId: string;
  readonly thenId: string;
  readonly path: string;
  readonly tip: string;
  readonly top: number;
  readonly bottom: number;
  readonly blocks: boolean;
  /** What has to be done first is due after what waits for it. */
  readonly isBroken: boolean;
}

/**
 * The ways between rows that are here. One leaves the end of the first bar, goes to the other row, and meets it where it
 * says something: from above or below on the day on which the first is done, at the start of a bar that begins later, and at
 * the end of one that is due too early.
 */
export function waysOf(links: readonly LadderLink[], drawn: readonly Drawn[]): readonly Way[] {
  const byId = new Map<string, Drawn>();
  for (const one of drawn) if (!byId.has(one.row.action.id)) byId.set(one.row.action.id, one);
  return links.flatMap(({ firstId, thenId, kind }) => {
    const [from, to] = [byId.get(firstId), byId.get(thenId)];
    if (!from?.bar || !to?.bar) return [];
    const x = from.bar.x + from.bar.width + 5;
    const down = to.middle > from.middle ? 1 : -1;
    // Without a due date it goes on.
    const [start, end] = [to.bar.x, to.row.action.dueOn ? to.bar.x + to.bar.width : Infinity];
    const leaves = `M${x - 5} ${from.middle}H${x}`;
    const edge = to.middle - down * (BAR / 2 + 1);
    const isBroken = kind === 'blocks' && (from.row.action.dueOn ?? '') > (to.row.action.dueOn ?? '') && to.row.action.isOpen && from.row.action.isOpen;
    const drawnWay =
      x < start ? { path: `${leaves}V${to.middle}H${start - 7}`, tip: tip(start - 1, to.middle, 'right') } : x > end ? { path: `${leaves}V${to.middle}H${end + 7}`, tip: tip(end + 1, to.middle, 'left') } : { path: `${leaves}V${edge - down * 6}`, tip: tip(x, edge, down > 0 ? 'down' : 'up') };
    return [{ key: `${firstId} ${thenId}`, firstId, thenId, ...drawnWay, top: Math.min(from.middle, to.middle), bottom: Math.max(from.middle, to.middle), blocks: kind === 'blocks', isBroken }];
  });
}

/** An arrow's head that ends at a place. */
function tip(x: number, y: number, way: 'right' | 'left' | 'down' | 'up'): string {
  const back = way === 'right' || way === 'down' ? -7 : 7;
  return way === 'right' || way === 'left' ? `M${x} ${y}l${back} -4.5v9z` : `M${x} ${y}l-4.5 ${back}h9z`;
}
