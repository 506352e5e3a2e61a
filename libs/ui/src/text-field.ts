import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Field, FieldFrame } from './field';

@Component({
  selector: 'ft-text-field',
  imports: [FieldFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-field-frame [for]="id" [label]="said()" [hint]="hinted()" [refusal]="refusal()" [mayBeEmpty]="mayBeEmpty()">
      <input #box class="nhsuk-input" [id]="id" [type]="type()" [value]="value()" [attr.autocomplete]="autocomplete()" [attr.aria-invalid]="refusal() ? true : null" [attr.aria-required]="isRequired()" [attr.aria-describedby]="describedBy()" [disabled]="disabled()" (input)="value.set(box.value)" (blur)="left()" />
    </ft-field-frame>
  `,
})
export class TextField extends Field implements FormValueControl<string> {
  readonly value = model('');
  readonly type = input<'text' | 'email' | 'password' | 'search' | 'tel' | 'url'>('text');
  readonly autocomplete = input('off');
}
