import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Field, FieldFrame } from './field';

/** A number or nothing. Not a browser's number box, which swallows what it cannot read and scrolls values away. */
@Component({
  selector: 'ft-number-field',
  imports: [FieldFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-field-frame [for]="id" [label]="said()" [hint]="hinted()" [refusal]="refusal()" [mayBeEmpty]="mayBeEmpty()">
      <span class="ft-row"><input #box class="nhsuk-input ft-input--number" inputmode="decimal" autocomplete="off" [id]="id" [value]="shown()" [attr.aria-invalid]="refusal() ? true : null" [attr.aria-required]="isRequired()" [attr.aria-describedby]="describedBy()" [disabled]="disabled()" (input)="read(box.value)" (blur)="left()" />{{ unit() }}</span>
    </ft-field-frame>
  `,
})
export class NumberField extends Field implements FormValueControl<number | null> {
  readonly value = model<number | null>(null);
  readonly unit = input('');

  private typed = '';

  /** What is no number stays as it was typed, to be mended. */
  protected shown(): string {
    const value = this.value();
    return value === null ? '' : Number.isNaN(value) ? this.typed : String(value);
  }

  /** What is no number becomes NaN, which the contract refuses at this field. */
  protected read(typed: string): void {
    this.typed = typed;
    const plain = typed.trim().replaceAll(',', '');
    this.value.set(plain === '' ? null : /^-?\d*\.?\d+$/.test(plain) ? Number(plain) : NaN);
  }
}
