import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Field, FieldFrame } from './field';

/** Several lines. Says how much is left once half is used; the text is never cut. */
@Component({
  selector: 'ft-prose-field',
  imports: [FieldFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-field-frame [for]="id" [label]="said()" [hint]="hinted()" [refusal]="refusal()" [mayBeEmpty]="mayBeEmpty()">
      <textarea #box class="nhsuk-textarea" [id]="id" [rows]="rows()" [value]="value()" [attr.aria-invalid]="refusal() ? true : null" [attr.aria-required]="isRequired()" [attr.aria-describedby]="describedBy()" [disabled]="disabled()" (input)="value.set(box.value)" (blur)="left()"></textarea>
      <div class="ft-muted" aria-live="polite">{{ count() }}</div>
    </ft-field-frame>
  `,
})
export class ProseField extends Field implements FormValueControl<string> {
  readonly value = model('');
  readonly rows = input(4);
  protected readonly count = computed(() => {
    const max = this.shape()?.max;
    const used = this.value().length;
    if (max === undefined || used < max / 2) return '';
    return used > max ? `You have ${(used - max).toLocaleString('en-GB')} characters too many` : `You have ${(max - used).toLocaleString('en-GB')} characters left`;
  });
}
