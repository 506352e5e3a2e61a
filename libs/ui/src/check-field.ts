import { ChangeDetectionStrategy, Component, model } from '@angular/core';
import type { FormCheckboxControl } from '@angular/forms/signals';
import { Field } from './field';

@Component({
  selector: 'ft-check-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-field' },
  template: `
    <div class="ft-checks">
      <label><input #box type="checkbox" [id]="id" [checked]="checked()" [disabled]="disabled()" [attr.aria-describedby]="describedBy()" (change)="checked.set(box.checked)" (blur)="left()" />{{ said() }}</label>
    </div>
    @if (hinted()) { <div class="nhsuk-hint" [id]="id + '-hint'">{{ hinted() }}</div> }
    @if (refusal()) { <span class="nhsuk-error-message" [id]="id + '-refusal'">{{ refusal() }}</span> }
  `,
})
export class CheckField extends Field implements FormCheckboxControl {
  readonly checked = model(false);
}
