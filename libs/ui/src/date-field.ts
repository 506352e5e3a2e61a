import { ChangeDetectionStrategy, Component, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Field, FieldFrame } from './field';

/** A calendar date, `2026-11-21` or nothing; the browser shows it as its user writes dates. */
@Component({
  selector: 'ft-date-field',
  imports: [FieldFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-field-frame [for]="id" [label]="said()" [hint]="hinted()" [refusal]="refusal()" [mayBeEmpty]="shape()?.mayBeEmpty ?? false">
      <input #box class="nhsuk-input ft-input--date" type="date" min="1900-01-01" max="2199-12-31" [id]="id" [value]="value()" [attr.aria-invalid]="refusal() ? true : null" [attr.aria-describedby]="describedBy()" [disabled]="disabled()" (change)="value.set(box.value)" (blur)="touch.emit()" />
    </ft-field-frame>
  `,
})
export class DateField extends Field implements FormValueControl<string> {
  readonly value = model('');
}
