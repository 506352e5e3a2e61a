import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Field, FieldFrame } from './field';
import type { Choice } from './segments';

/** One of a few. With `none`, an empty first choice of that name. */
@Component({
  selector: 'ft-select-field',
  imports: [FieldFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-field-frame [for]="id" [label]="said()" [hint]="hinted()" [refusal]="refusal()" [mayBeEmpty]="mayBeEmpty()">
      <select #box class="nhsuk-select" [id]="id" [attr.aria-invalid]="refusal() ? true : null" [attr.aria-required]="isRequired()" [attr.aria-describedby]="describedBy()" [disabled]="disabled()" (change)="value.set(box.value)" (blur)="left()">
        @if (none() !== null || value() === '') { <option value="" [selected]="value() === ''">{{ none() ?? 'Choose' }}</option> }
        @for (choice of choices(); track choice.value) { <option [value]="choice.value" [selected]="choice.value === value()">{{ choice.label }}</option> }
      </select>
    </ft-field-frame>
  `,
})
export class SelectField extends Field implements FormValueControl<string> {
  readonly value = model('');
  readonly choices = input.required<readonly Choice[]>();
  readonly none = input<string | null>(null);
}
