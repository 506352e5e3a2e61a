import { ChangeDetectionStrategy, Component, computed, effect, type ElementRef, input, linkedSignal, model, signal, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Field, FieldFrame } from './field';
import type { Choice } from './segments';

const SHOWN = 50;

/** One of many, found by typing a part of its name. Arrows choose, Enter takes, Escape leaves it as it was; emptied means none. */
@Component({
  selector: 'ft-combobox-field',
  imports: [FieldFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-field-frame [for]="id" [label]="said()" [hint]="hinted()" [refusal]="refusal()" [mayBeEmpty]="mayBeEmpty()">
      <div class="ft-combobox">
        <input
          #box
          class="nhsuk-input"
          type="text"
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          [id]="id"
          [attr.aria-expanded]="open()"
          [attr.aria-controls]="id + '-list'"
          [attr.aria-activedescendant]="open() && found().length > 0 ? id + '-' + at() : null"
          [attr.aria-invalid]="refusal() ? true : null"
          [attr.aria-required]="isRequired()"
          [attr.aria-describedby]="describedBy()"
          [disabled]="disabled()"
          (input)="typed.set(box.value); open.set(true)"
          (click)="open.set(true)"
          (keydown)="pressed($event)"
          (blur)="leave()"
        />
        <ul class="ft-combobox__list" role="listbox" [id]="id + '-list'" [attr.aria-label]="said()" [hidden]="!open() || found().length === 0">
          @for (choice of found(); track choice.value; let index = $index) {
            <li role="option" [id]="id + '-' + index" [attr.aria-selected]="index === at()" (mousedown)="$event.preventDefault(); take(choice)">{{ choice.label }}</li>
          }
        </ul>
        <span class="nhsuk-u-visually-hidden" role="status">{{ open() ? (found().length === 0 ? 'Nothing has that name' : found().length + ' to choose from') : '' }}</span>
      </div>
    </ft-field-frame>
  `,
})
export class ComboboxField extends Field implements FormValueControl<string> {
  readonly value = model('');
  readonly choices = input.required<readonly Choice[]>();
  protected readonly open = signal(false);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private readonly chosen = computed(() => this.choices().find((choice) => choice.value === this.value())?.label ?? '');
  protected readonly typed = linkedSignal({ source: () => this.chosen(), computation: (label) => label });
  protected readonly found = computed(() => {
    const words = this.typed().trim().toLowerCase();
    const all = words === this.chosen().toLowerCase() ? this.choices() : this.choices().filter((choice) => choice.label.toLowerCase().includes(words));
    return all.slice(0, SHOWN);
  });
  protected readonly at = linkedSignal({ source: () => this.found(), computation: (found) => Math.max(0, found.findIndex((choice) => choice.value === this.value())) });

  constructor() {
    super();
    effect(() => {
      if (this.box().nativeElement.value !== this.typed()) this.box().nativeElement.value = this.typed();
    });
  }

  protected pressed(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const many = this.found().length;
      if (this.open() && many > 0) this.at.update((at) => (at + step + many) % many);
      this.open.set(true);
      document.getElementById(`${this.id}-${this.at()}`)?.scrollIntoView({ block: 'nearest' });
    }
    if (!this.open() || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    const choice = this.found()[this.at()];
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter' && choice && this.typed().trim()) this.take(choice);
    else if (event.key === 'Enter') this.leave();
    else this.undo();
  }

  /** Ready for another choice, with nothing typed. */
  clear(): void {
    this.value.set('');
    this.typed.set('');
  }

  protected take(choice: Choice): void {
    this.value.set(choice.value);
    this.typed.set(choice.label);
    this.open.set(false);
  }

  /** Left empty means none; a whole name counts as chosen; anything else goes back to what it was. */
  protected leave(): void {
    this.left(() => {
      const words = this.typed().trim().toLowerCase();
      const exact = this.choices().find((choice) => choice.label.toLowerCase() === words);
      if (words === '') this.value.set('');
      else if (exact) this.value.set(exact.value);
      this.undo();
    });
  }

  private undo(): void {
    this.typed.set(this.chosen());
    this.open.set(false);
  }
}
