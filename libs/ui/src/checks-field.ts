import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Field } from './field';
import type { Choice } from './segments';

/** Any of some, as a list of boxes to tick. A long list scrolls. */
@Component({
  selector: 'ft-checks-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-field', '[class.ft-field--refused]': '!!refusal()' },
  template: `
    <fieldset class="nhsuk-fieldset" [attr.aria-describedby]="describedBy()">
      <legend class="nhsuk-fieldset__legend">{{ said() }}@if (mayBeEmpty()) { <span class="ft-field__optional"> (optional)</span> }</legend>
      @if (hinted()) { <div class="nhsuk-hint" [id]="id + '-hint'">{{ hinted() }}</div> }
      @if (refusal()) { <span class="nhsuk-error-message" [id]="id + '-refusal'"><span class="nhsuk-u-visually-hidden">Error: </span>{{ refusal() }}</span> }
      <div class="ft-checks" [class.ft-checks--many]="choices().length > 8">
        @for (choice of choices(); track choice.value; let first = $first) {
          <label><input #box type="checkbox" [id]="first ? id : id + choice.value" [checked]="value().includes(choice.value)" [disabled]="disabled()" (change)="tick(choice.value, box.checked)" (blur)="left()" />{{ choice.label }}</label>
        }
      </div>
    </fieldset>
  `,
})
export class ChecksField extends Field implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  readonly choices = input.required<readonly Choice[]>();

  protected tick(value: string, on: boolean): void {
    this.value.update((values) => (on ? [...values, value] : values.filter((one) => one !== value)));
  }
}
