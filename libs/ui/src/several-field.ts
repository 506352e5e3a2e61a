import { ChangeDetectionStrategy, Component, computed, input, model, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { ComboboxField } from './combobox-field';
import { Field } from './field';
import type { Choice } from './segments';

/** Some of many, each found by typing a part of its name and taken out with its cross. */
@Component({
  selector: 'ft-several-field',
  imports: [ComboboxField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-field' },
  template: `
    <ft-combobox-field [label]="said() + (mayBeEmpty() ? ' (optional)' : '')" [hint]="hinted()" [choices]="unchosen()" [errors]="errors()" [touched]="touched()" [disabled]="disabled()" (valueChange)="take($event)" (touch)="touch.emit()" />
    @if (chosen().length > 0) {
      <ul class="ft-chips">
        @for (choice of chosen(); track choice.value) {
          <li>{{ choice.label }}<button type="button" [attr.aria-label]="'Take out ' + choice.label" [disabled]="disabled()" (click)="drop(choice.value)">×</button></li>
        }
      </ul>
    }
  `,
})
export class SeveralField extends Field implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  readonly choices = input.required<readonly Choice[]>();
  private readonly box = viewChild.required(ComboboxField);
  protected readonly unchosen = computed(() => this.choices().filter((choice) => !this.value().includes(choice.value)));
  protected readonly chosen = computed(() => this.value().map((value) => this.choices().find((choice) => choice.value === value) ?? { value, label: value }));

  override focus(): void {
    this.box().focus();
  }

  protected take(value: string): void {
    if (!value) return;
    this.value.update((values) => [...values, value]);
    // Once the box has done with its choice, it is free for the next.
    queueMicrotask(() => this.box().clear());
  }

  protected drop(value: string): void {
    this.value.update((values) => values.filter((one) => one !== value));
    this.focus();
  }
}
