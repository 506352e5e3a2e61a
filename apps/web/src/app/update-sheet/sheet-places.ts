import type { CellPlace } from './selecting';

/** In pixels, as the stylesheet has them: a row, the headings, and the first column, which stays where it is. */
export const ROW = 62;
const HEAD = 40;
const FIXED = 230;

/** Scrolls no further than it takes to see a cell whole, beside the headings and the first column. */
export function bringIntoSight(cell: HTMLElement, scroller: HTMLElement, { row, column }: CellPlace): void {
  const [top, left] = [row * ROW, cell.offsetLeft];
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + ROW + HEAD > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = top + ROW + HEAD - scroller.clientHeight;
  if (column === 0) return;
  if (left - FIXED < scroller.scrollLeft) scroller.scrollLeft = left - FIXED;
  else if (left + cell.offsetWidth > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = left + cell.offsetWidth - scroller.clientWidth;
}

/** The cell in which something happened. */
export function placeOf(event: Event): CellPlace | undefined {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : undefined;
}

export const isInBox = (event: Event): boolean => event.target instanceof Element && event.target.closest('ft-sheet-box') !== null;

export const counted = (cells: number): string => `${cells.toLocaleString('en-GB')} ${cells === 1 ? 'cell' : 'cells'}`;
