import type { LadderAction } from '@followthrough/contracts';
import type { Ladder, Rung, RungState } from '@followthrough/domain';

export const CARD = { width: 224, height: 92 } as const;
const GAP = { across: 22, up: 46 } as const;
const RAIL = 30;

export interface Placed {
  readonly action: LadderAction;
  /** Undefined for the top. */
  readonly rung?: Rung<LadderAction>;
  readonly left: number;
  readonly up: number;
}

export interface Way {
  readonly path: string;
  readonly state: RungState;
  readonly blocks: boolean;
}

export interface Bar {
  readonly y: number;
  readonly late: boolean;
}

/** A ladder as it is drawn: cards on bars between two rails, and the ways from each card up to what it opens. In pixels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly cards: readonly Placed[];
  readonly ways: readonly Way[];
  readonly bars: readonly Bar[];
  readonly rails: readonly [number, number];
}

/** Each card stands as near as may be under what it opens, so that few ways cross. The top is the highest row. */
export function pictureOf({ top, rungs, links, levels }: Ladder<LadderAction>): Picture {
  const rows = Array.from({ length: levels }, (_, at) => rungs.filter((one) => one.level === levels - at));
  const broadest = Math.max(1, ...rows.map((row) => row.length));
  const width = broadest * CARD.width + (broadest - 1) * GAP.across + 2 * RAIL;
  const rowAt = (row: number): number => row * (CARD.height + GAP.up);
  const placed = new Map<string, Placed>([[top.id, { action: top, left: (width - CARD.width) / 2, up: 0 }]]);
  rows.forEach((row, at) => {
    const wanted = (one: Rung<LadderAction>): number => mean(one.opens.flatMap(({ id }) => placed.get(id)?.left ?? []));
    const inOrder = [...row].sort((a, b) => wanted(a) - wanted(b));
    const broad = row.length * CARD.width + (row.length - 1) * GAP.across;
    inOrder.forEach((rung, nth) => placed.set(rung.action.id, { action: rung.action, rung, left: (width - broad) / 2 + nth * (CARD.width + GAP.across), up: rowAt(at + 1) }));
  });
  const ways = links.flatMap(({ firstId, thenId, kind }): Way[] => {
    const [from, to] = [placed.get(firstId), placed.get(thenId)];
    return from?.rung && to ? [{ path: wayUp(from, to), state: from.rung.state, blocks: kind === 'blocks' }] : [];
  });
  const bars = rows.map((row, at) => ({ y: rowAt(at + 1) + CARD.height / 2, late: row.some((one) => one.state === 'late') }));
  return { width, height: rowAt(levels) + CARD.height, cards: [...placed.values()], ways, bars, rails: [RAIL / 3, width - RAIL / 3] };
}

function wayUp(from: Placed, to: Placed): string {
  const [x1, y1, x2, y2] = [from.left + CARD.width / 2, from.up, to.left + CARD.width / 2, to.up + CARD.height + 7];
  const bend = Math.max(18, (y1 - y2) / 2);
  return `M${x1} ${y1}C${x1} ${y1 - bend} ${x2} ${y2 + bend} ${x2} ${y2}`;
}

const mean = (all: readonly number[]): number => (all.length === 0 ? 0 : all.reduce((sum, one) => sum + one, 0) / all.length);
