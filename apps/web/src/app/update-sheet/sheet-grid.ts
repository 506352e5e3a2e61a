import { ChangeDetectionStrategy, ChangeDetectorRef, Component, computed, DestroyRef, ElementRef, inject, output, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { cellsIn, type LaidBlock, layBlock, layByRef, writeCells } from '@followthrough/domain';
import { UkDate } from '@followthrough/ui';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { pastedCells } from './pasted';
import { areaOf, type CellPlace, movedBy, nextCell, only, type Selection } from './selecting';
import { bringIntoSight, counted, isInBox, placeOf, ROW } from './sheet-places';
import { SheetBox } from './sheet-box';
import { columnLabel, columnWords, type GridColumn, isTyped, READ, widthsOf } from './sheet-columns';
import { copiedCells, lineOf, type SheetLine } from './sheet-lines';
import { SheetStore } from './sheet-store';

/** Rows drawn above and below those that are seen. */
const SPARE = 6;

/**
 * The sheet as a grid, for people who live in Excel: arrows, typing, copying and pasting as they know them. Only the rows that
 * are seen are drawn, and the one with the focus. One cell at a time can be reached by Tab; Escape leaves for the buttons.
 */
@Component({
  selector: 'ft-sheet-grid',
  imports: [RouterLink, UkDate, SaidStatus, SheetBox],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    class: 'ft-cells',
    '(keydown)': 'pressed($event)',
    '(mousedown)': 'pointed($event)',
    '(mouseover)': 'dragged($event)',
    '(dblclick)': 'begin(null)',
    '(copy)': 'copied($event)',
    '(cut)': 'copied($event)',
    '(paste)': 'pasted($event)',
    '(focusin)': 'arrived($event)',
    '(focusout)': 'left($event)',
    '(window:pagehide)': 'settle()',
    '(window:resize)': 'scrolled()',
  },
  templateUrl: './sheet-grid.html',
})
export class SheetGrid {
  protected readonly store = inject(SheetStore);
  protected readonly here = inject(Here);
  private readonly router = inject(Router);
  private readonly changes = inject(ChangeDetectorRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  private readonly box = viewChild<SheetBox>('box');
  /** What was just done, to be read out. */
  readonly said = output<string>();
  /** The keys lead out of the grid, to the buttons. */
  readonly leave = output<void>();

  protected readonly widths = computed(() => widthsOf(this.store.grid()));
  protected readonly read = READ;
  protected readonly rowHeight = ROW;
  protected readonly labelOf = columnLabel;
  protected readonly words = computed(() => this.store.sheet.value()?.words ?? []);
  readonly selection = signal<Selection>(only({ row: 0, column: READ }));
  protected readonly editing = signal<CellPlace | undefined>(undefined);
  protected readonly draft = signal('');
  private readonly seen = signal({ from: 0, to: 30 }, { equal: (a, b) => a.from === b.from && a.to === b.to });
  private readonly size = computed(() => ({ rows: this.store.rows().length, columns: this.store.grid().length, page: Math.max(1, this.seen().to - this.seen().from - 2 * SPARE - 1) }));
  /** The cell with the focus, on the sheet as it is now: rows leave it when they are saved, and columns when they are hidden. */
  readonly active = computed<CellPlace>(() => ({ row: Math.min(this.selection().to.row, Math.max(this.store.rows().length - 1, 0)), column: Math.min(this.selection().to.column, this.store.grid().length - 1) }));

  protected readonly lines = computed<readonly SheetLine[]>(() => {
    const [rows, { from, to }, active, area] = [this.store.rows(), this.seen(), this.active(), areaOf(this.selection())];
    const drawn = Array.from({ length: Math.max(0, Math.min(to, rows.length) - from) }, (_, n) => from + n);
    // The focus stays on its cell, however far one scrolls away from it.
    if (active.row < from) drawn.unshift(active.row);
    if (active.row >= to) drawn.push(active.row);
    return drawn.flatMap((at) => lineOf(at, this.store, active, area));
  });

  constructor() {
    // A window made narrow shows forms in its place: what is half typed goes along.
    inject(DestroyRef).onDestroy(() => this.settle());
  }

  protected kindOf(column: GridColumn): string {
    return isTyped(column) ? columnWords[column].kind : '';
  }

  /** Goes to a cell and shows it. */
  goTo(place: CellPlace): void {
    this.select(only(place));
  }

  protected scrolled(): void {
    const { scrollTop, clientHeight } = this.scroller().nativeElement;
    const first = Math.floor(scrollTop / ROW);
    this.seen.set({ from: Math.max(0, first - SPARE), to: first + Math.ceil(clientHeight / ROW) + SPARE });
  }

  protected pressed(event: KeyboardEvent): void {
    if (this.editing()) return this.pressedInBox(event);
    const deed = this.deedOf(event);
    if (!deed) return;
    event.preventDefault();
    event.stopPropagation();
    deed();
  }

  /** What a key does to the grid; undefined for those that are the browser's. */
  private deedOf(event: KeyboardEvent): (() => void) | undefined {
    const { key, shiftKey, altKey } = event;
    const far = event.ctrlKey || event.metaKey;
    if (altKey) return undefined;
    const moved = movedBy(event, this.selection(), this.size());
    if (moved) return () => this.select(moved);
    if (far) {
      const deeds: Readonly<Record<string, () => void>> = { z: () => (shiftKey ? this.store.redo() : this.store.undo()), y: () => this.store.redo(), a: () => this.selectAll(), d: () => this.fillDown() };
      return deeds[key.toLowerCase()];
    }
    if (key === 'Tab') {
      const next = nextCell(this.active(), shiftKey ? -1 : 1, this.size(), READ);
      return next && (() => this.select(only(next)));
    }
    const deeds: Readonly<Record<string, () => void>> = { Escape: () => this.leave.emit(), F2: () => this.begin(null), Enter: () => this.begin(null), Delete: () => this.empty(), Backspace: () => this.empty() };
    return deeds[key] ?? (key.length === 1 ? () => this.begin(key) : undefined);
  }

  private pressedInBox(event: KeyboardEvent): void {
    // What is typed here is no key of the screen round it.
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.editing.set(undefined);
      this.select(only(this.active()));
    } else if (event.key === 'Enter' && event.altKey) {
      event.preventDefault();
      this.box()?.newLine();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.settle();
      this.select(only({ ...this.active(), row: Math.min(this.active().row + 1, this.size().rows - 1) }));
    } else if (event.key === 'Tab') {
      event.preventDefault();
      this.settle();
      this.select(only(nextCell(this.active(), event.shiftKey ? -1 : 1, this.size(), READ) ?? this.active()));
    }
  }

  /** Types in the active cell: over what it holds when a key began it, else on from it. */
  protected begin(key: string | null): void {
    const { row, column } = this.active();
    const [action, name] = [this.store.rows()[row], this.store.grid()[column]];
    if (!action || this.editing()) return;
    if (name === 'action' && key === null) return void this.router.navigate(['/', this.here.slug(), 'actions', action.id]);
    if (!isTyped(name)) return;
    // A letter names a choice; what stands there stays until it does.
    this.draft.set(key === null || columnWords[name].kind === 'choice' ? this.store.textOf(action, name) : key);
    this.selection.set(only({ row, column }));
    this.editing.set({ row, column });
    // Drawn at once: the next letter is on its way.
    this.changes.detectChanges();
    this.box()?.begin(key ?? '');
    this.element.querySelector('ft-sheet-box')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Ends typing, and keeps what was typed. */
  protected settle(): void {
    const place = this.editing();
    const [row, column] = [this.store.rows()[place?.row ?? -1], this.store.grid()[place?.column ?? 0]];
    this.editing.set(undefined);
    if (row && isTyped(column)) this.store.type([{ row: row.id, column, text: this.draft() }]);
  }

  protected pointed(event: MouseEvent): void {
    const place = placeOf(event);
    if (!place || event.button !== 0 || isInBox(event)) return;
    // A second press on the cell opens it, where there is no key to press.
    const again = !event.shiftKey && place.row === this.active().row && place.column === this.active().column && this.element.contains(document.activeElement);
    event.preventDefault();
    if (again) return this.begin(null);
    if (this.editing()) this.settle();
    this.select(event.shiftKey ? { from: this.selection().from, to: place } : only(place));
  }

  protected dragged(event: MouseEvent): void {
    const place = placeOf(event);
    if (place && event.buttons === 1 && !this.editing()) this.selection.update(({ from }) => ({ from, to: place }));
  }

  /** What has the focus is the active cell, however it came there. */
  protected arrived(event: Event): void {
    const place = placeOf(event);
    if (place && !this.editing() && (place.row !== this.active().row || place.column !== this.active().column)) this.selection.set(only(place));
  }

  protected left(event: FocusEvent): void {
    if (this.editing() && isInBox(event) && !(event.relatedTarget instanceof Node && this.element.querySelector('ft-sheet-box')?.contains(event.relatedTarget))) this.settle();
  }

  protected copied(event: ClipboardEvent): void {
    if (this.editing()) return;
    const cells = copiedCells(this.store, areaOf(this.selection()));
    event.clipboardData?.setData('text/plain', writeCells(cells));
    event.preventDefault();
    this.said.emit(`${counted(cells.flat().length)} copied.`);
    if (event.type === 'cut') this.empty();
  }

  protected pasted(event: ClipboardEvent): void {
    if (this.editing() || !event.clipboardData) return;
    event.preventDefault();
    const block = pastedCells(event.clipboardData);
    const selected = areaOf(this.selection());
    const named = layByRef(block, Math.max(selected.left - READ, 0), this.store.rows(), this.store.columns());
    if (!named && selected.left < READ) return this.said.emit('Nothing was pasted: choose a cell that can be typed in first.');
    const { edits, outside, area }: Omit<LaidBlock, 'area'> & Partial<LaidBlock> = named ?? layBlock(block, { ...selected, left: selected.left - READ, right: selected.right - READ }, this.store.ids(), this.store.columns());
    this.store.type(edits);
    if (area) this.select({ from: { row: area.bottom, column: area.right + READ }, to: { row: area.top, column: area.left + READ } });
    this.said.emit(`${counted(edits.length)} pasted${named ? ', each row where its ref stands' : ''}.${outside > 0 ? ` ${counted(outside)} did not fit on the sheet and ${outside === 1 ? 'was' : 'were'} left out.` : ''}`);
  }

  private selectAll(): void {
    this.selection.set({ from: { row: this.size().rows - 1, column: this.size().columns - 1 }, to: { row: 0, column: READ } });
    this.select(this.selection());
  }

  private empty(): void {
    const { top, left, bottom, right } = areaOf(this.selection());
    this.store.type(this.store.ids().slice(top, bottom + 1).flatMap((row) => this.store.columns().slice(Math.max(left - READ, 0), Math.max(right - READ + 1, 0)).map((column) => ({ row, column, text: '' }))));
  }

  /** The first row of what is selected into those below it. */
  private fillDown(): void {
    const area = areaOf(this.selection());
    if (area.left < READ) return;
    const columns = { ...area, left: area.left - READ, right: area.right - READ };
    const [ids, shown] = [this.store.ids(), this.store.columns()];
    this.store.type(layBlock(cellsIn(this.store.text(), { ...columns, bottom: area.top }, ids, shown), columns, ids, shown).edits);
  }

  /** Selects, brings the active cell into sight and gives it the focus. */
  private select(selection: Selection): void {
    this.selection.set(selection);
    this.changes.detectChanges();
    const cell = this.element.querySelector<HTMLElement>('[role=gridcell][tabindex="0"], [role=rowheader][tabindex="0"]');
    if (!cell) return;
    cell.focus({ preventScroll: true });
    bringIntoSight(cell, this.scroller().nativeElement, this.active());
  }
}
