import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Field, FieldFrame } from './field';

/** Minutes, typed and read as days of so many minutes; or nothing. */
@Component({
  selector: 'ft-days-field',
  imports: [FieldFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-field-frame [for]="id" [label]="said()" [hint]="hinted()" [refusal]="says()" [mayBeEmpty]="mayBeEmpty()">
      <span class="ft-row"><input #box class="nhsuk-input ft-input--number" inputmode="decimal" autocomplete="off" [id]="id" [value]="shown()" [attr.aria-invalid]="says() ? true : null" [attr.aria-required]="isRequired()" [attr.aria-describedby]="describedBy()" [disabled]="disabled()" (input)="read(box.value)" (blur)="touch.emit()" />days</span>
    </ft-field-frame>
  `,
})
export class DaysField extends Field implements FormValueControl<number | null> {
  readonly value = model<number | null>(null);
  /** The length of a day, in minutes. */
  readonly dayMinutes = input(450);
  private typed = '';

  /** The contract counts minutes; people here type days. */
  protected readonly says = computed(() => (this.refusal() && Number.isNaN(this.value()) ? `${this.said()} must be a number of days, such as 2.5` : this.refusal()));

  /** As it was typed, while that is what it comes to. */
  protected shown(): string {
    const value = this.value();
    if (value === null) return '';
    return Object.is(this.minutes(this.typed), value) ? this.typed : String(Math.round((value * 100) / this.dayMinutes()) / 100);
  }

  protected read(typed: string): void {
    this.typed = typed;
    this.value.set(this.minutes(typed));
  }

  private minutes(typed: string): number | null {
    const plain = typed.trim().replaceAll(',', '');
    return plain === '' ? null : /^-?\d*\.?\d+$/.test(plain) ? Math.round(Number(plain) * this.dayMinutes()) : NaN;
  }
}
