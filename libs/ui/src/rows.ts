import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, contentChild, DestroyRef, effect, ElementRef, inject, input, output, signal, TemplateRef } from '@angular/core';

/** Rows drawn beyond the window, above and below. */
const SPARE = 12;

/**
 * The body of a very long table: draws the rows near the window and keeps the height of the others. Rows are one height.
 * `<tbody ftRows [rows]="rows()" [height]="44" (nearEnd)="more()"><ng-template let-row let-index="index"><tr>…</tr></ng-template></tbody>`
 * The table takes `[attr.aria-rowcount]`, each row `[attr.aria-rowindex]="index + 2"`. It follows the page's own scrolling.
 */
@Component({
  selector: 'tbody[ftRows]',
  imports: [NgTemplateOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (from() > 0) { <tr aria-hidden="true" class="ft-rows__gap"><td [style.height.px]="from() * height()"></td></tr> }
    @for (row of shown(); track keyOf()(row); let index = $index) {
      <ng-container [ngTemplateOutlet]="drawn()" [ngTemplateOutletContext]="{ $implicit: row, index: from() + index }" />
    }
    @if (to() < rows().length) { <tr aria-hidden="true" class="ft-rows__gap"><td [style.height.px]="(rows().length - to()) * height()"></td></tr> }
  `,
})
export class Rows<Row> {
  readonly rows = input.required<readonly Row[]>();
  /** Of one row, in pixels. */
  readonly height = input(44);
  readonly keyOf = input<(row: Row) => unknown>((row) => (row as { readonly id?: unknown }).id ?? row);
  /** The last rows are near: time for the next page. Said once for each length. */
  readonly nearEnd = output<void>();
  protected readonly drawn = contentChild.required(TemplateRef);
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly seen = signal({ first: 0, many: 40 });
  protected readonly from = computed(() => Math.max(0, Math.min(this.seen().first - SPARE, this.rows().length - 1)));
  protected readonly to = computed(() => Math.min(this.rows().length, this.seen().first + this.seen().many + SPARE));
  protected readonly shown = computed(() => this.rows().slice(this.from(), this.to()));
  private saidAt = -1;

  constructor() {
    const look = (): void => this.look();
    // Scrolling of any ancestor arrives here while it is on its way down.
    document.addEventListener('scroll', look, { capture: true, passive: true });
    window.addEventListener('resize', look, { passive: true });
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('scroll', look, { capture: true });
      window.removeEventListener('resize', look);
    });
    effect(() => {
      const many = this.rows().length;
      if (many > 0 && this.to() >= many - SPARE && this.saidAt !== many) {
        this.saidAt = many;
        this.nearEnd.emit();
      }
    });
  }

  private look(): void {
    const top = this.host.getBoundingClientRect().top;
    const first = Math.max(0, Math.floor(-top / this.height()));
    const many = Math.ceil(window.innerHeight / this.height());
    // A step of a few rows at a time: each change draws again.
    if (Math.abs(first - this.seen().first) >= SPARE / 3 || many !== this.seen().many) this.seen.set({ first, many });
  }
}
