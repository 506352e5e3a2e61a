import { ChangeDetectionStrategy, Component, computed, effect, type ElementRef, inject, linkedSignal, output, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { type Found, searchRoutes } from '@followthrough/contracts';
import { screen } from '../api/screen';
import { foundAddress } from '../search/public';

/** As many as fit under the box; the search page has the rest. */
const SHOWN = 6;
/** Milliseconds without a key before we ask. */
const PAUSE = 200;

/** The search box of the frame: what a ref or words find, while they are typed. Arrows choose, Enter goes there or to all results. */
@Component({
  selector: 'ft-quick-search',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(focusout)': 'leave($event)' },
  template: `
    <form role="search" (submit)="$event.preventDefault(); go()">
      <label class="nhsuk-u-visually-hidden" for="ft-search">Search by ref or words</label>
      <input
        #box
        id="ft-search"
        type="text"
        role="combobox"
        placeholder="Search by ref or words"
        autocomplete="off"
        maxlength="200"
        aria-autocomplete="list"
        aria-controls="ft-search-list"
        [attr.aria-expanded]="open()"
        [attr.aria-activedescendant]="open() && at() >= 0 ? 'ft-search-' + at() : null"
        (input)="typed.set(box.value)"
        (keydown.arrowdown)="move(1, $event)"
        (keydown.arrowup)="move(-1, $event)"
        (keydown.escape)="close()"
      />
      <kbd aria-hidden="true">/</kbd>
      <ul id="ft-search-list" class="ft-combobox__list" role="listbox" aria-label="Found" [hidden]="!open()">
        @for (one of items(); track one.id; let index = $index) {
          <li role="option" [id]="'ft-search-' + index" [attr.aria-selected]="index === at()" (mousedown)="$event.preventDefault(); visit(one)">@if (one.ref) { <b>{{ one.ref }}</b>&ngsp;}{{ one.title }}@if (one.kind === 'cause') {&ngsp;<span class="ft-muted">Cause</span> }</li>
        }
      </ul>
      <span class="nhsuk-u-visually-hidden" role="status">{{ open() ? items().length + ' found; Enter shows all' : '' }}</span>
    </form>
  `,
})
export class QuickSearch {
  readonly find = output<string>();
  private readonly router = inject(Router);
  private readonly addressOf = foundAddress();
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  protected readonly typed = signal('');
  private readonly asked = signal('');
  private readonly found = screen(searchRoutes.find, () => (this.asked() ? { query: { text: this.asked() } } : undefined), { keep: true });
  protected readonly items = computed(() => (this.asked() ? (this.found.value()?.items ?? []).slice(0, SHOWN) : []));
  protected readonly open = computed(() => this.typed().trim() !== '' && this.items().length > 0);
  /** Which one the arrows have reached; -1 while nobody has chosen. */
  protected readonly at = linkedSignal({ source: () => this.items(), computation: () => -1 });

  constructor() {
    effect((onCleanup) => {
      const words = this.typed().trim();
      const waiting = setTimeout(() => this.asked.set(words), words ? PAUSE : 0);
      onCleanup(() => clearTimeout(waiting));
    });
  }

  focus(): void {
    this.box().nativeElement.focus();
  }

  protected move(by: number, event: Event): void {
    event.preventDefault();
    const many = this.items().length;
    if (many > 0) this.at.update((at) => (at < 0 && by < 0 ? many - 1 : (at + by + many) % many));
  }

  protected go(): void {
    const chosen = this.open() ? this.items()[this.at()] : undefined;
    if (chosen) return this.visit(chosen);
    const words = this.box().nativeElement.value;
    this.typed.set('');
    this.find.emit(words);
  }

  protected visit(one: Found): void {
    this.close();
    void this.router.navigateByUrl(this.addressOf(one));
  }

  protected leave(event: FocusEvent): void {
    if (event.relatedTarget !== this.box().nativeElement) this.typed.set('');
  }

  protected close(): void {
    this.typed.set('');
    this.box().nativeElement.value = '';
  }
}
