import { afterEveryRender, Directive, ElementRef, inject } from '@angular/core';

const moves: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/**
 * A heat map by keyboard: Tab goes into it and out of it, arrow keys from cell to cell, Home and End to the ends of a row. Cells
 * with nothing to open are passed over. Hundreds of rows by 24 months would else be thousands of stops on the way down the page.
 */
@Directive({ selector: 'table[ftHeatKeys]', host: { '(keydown)': 'move($event)', '(focusin)': 'stopAt($event.target)' } })
export class HeatKeys {
  private readonly table = inject<ElementRef<HTMLTableElement>>(ElementRef).nativeElement;

  constructor() {
    afterEveryRender({
      write: () => {
        if (!this.table.querySelector('td button[tabindex="0"]')) this.table.querySelector('td button')?.setAttribute('tabindex', '0');
      },
    });
  }

  protected stopAt(at: EventTarget | null): void {
    if (!(at instanceof HTMLButtonElement) || !at.closest('td')) return;
    for (const one of this.table.querySelectorAll('td button[tabindex="0"]')) one.setAttribute('tabindex', '-1');
    at.setAttribute('tabindex', '0');
  }

  protected move(event: KeyboardEvent): void {
    const cell = event.target instanceof Element ? event.target.closest('td') : null;
    const row = cell?.parentElement;
    if (!cell || !(row instanceof HTMLTableRowElement) || event.altKey || event.ctrlKey || event.metaKey) return;
    const [down, right] = moves[event.key] ?? [0, 0];
    const ends = event.key === 'Home' ? [...row.cells] : event.key === 'End' ? [...row.cells].toReversed() : null;
    if (!ends && down === 0 && right === 0) return;
    event.preventDefault();
    (ends ? buttonOf(ends.find((one) => buttonOf(one))) : this.next(row, cell.cellIndex, down, right))?.focus();
  }

  /** The next one in that direction that can be opened. */
  private next(row: HTMLTableRowElement, column: number, down: number, right: number): HTMLButtonElement | null {
    const rows = [...this.table.tBodies].flatMap((body) => [...body.rows]);
    for (let at = rows.indexOf(row) + down, to = column + right; rows[at]?.cells[to]; at += down, to += right) {
      const button = buttonOf(rows[at]?.cells[to]);
      if (button) return button;
    }
    return null;
  }
}

const buttonOf = (cell: HTMLTableCellElement | undefined): HTMLButtonElement | null => cell?.querySelector<HTMLButtonElement>('button') ?? null;
