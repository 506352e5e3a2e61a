import { ChangeDetectionStrategy, Component, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Field, FieldFrame } from './field';
import { readDate, showDate } from './typed-date';

/**
 * A calendar date, `2026-11-21` or nothing, typed day first or chosen. Not a browser's date box alone: that one shows
 * month and day in the order of the browser's language, which is often American on British desks.
 */
@Component({
  selector: 'ft-date-field',
  imports: [FieldFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-field-frame [for]="id" [label]="said()" [hint]="hinted()" [refusal]="refusal()" [mayBeEmpty]="mayBeEmpty()">
      <span class="ft-date">
        <input #box class="nhsuk-input ft-input--date" type="text" inputmode="numeric" autocomplete="off" placeholder="dd/mm/yyyy" [id]="id" [value]="shown()" [attr.aria-invalid]="refusal() ? true : null" [attr.aria-required]="isRequired()" [attr.aria-describedby]="describedBy()" [disabled]="disabled()" (change)="take(box)" (keydown.enter)="read(box)" (blur)="left()" />
        <button type="button" [attr.aria-label]="'Choose ' + said() + ' from a calendar'" [disabled]="disabled()" (click)="calendar.showPicker()">
          <svg viewBox="0 0 18 18" aria-hidden="true" focusable="false"><path d="M2 4h14v12H2zM2 8h14M6 1.5v4M12 1.5v4" fill="none" stroke="currentColor" stroke-width="1.8" /></svg>
        </button>
        <input #calendar type="date" tabindex="-1" aria-hidden="true" min="1900-01-01" max="2199-12-31" [value]="value()" [disabled]="disabled()" (change)="value.set(calendar.value)" />
      </span>
    </ft-field-frame>
  `,
})
export class DateField extends Field implements FormValueControl<string> {
  readonly value = model('');

  protected shown(): string {
    return showDate(this.value());
  }

  /** A click elsewhere changes the box before anything else: it waits as leaving does. */
  protected take(box: HTMLInputElement): void {
    this.press.after(() => this.read(box));
  }

  protected read(box: HTMLInputElement): void {
    this.value.set(readDate(box.value));
    box.value = this.shown();
  }
}
