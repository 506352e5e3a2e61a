import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Field, FieldFrame } from '@followthrough/ui';
import { LEVELS } from './levels';

/** How well something is done: a level from 1 to 4 in words, or none. */
@Component({
  selector: 'ft-level-field',
  imports: [FieldFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-field-frame [for]="id" [label]="said()" [hint]="hinted()" [refusal]="refusal()" [mayBeEmpty]="mayBeEmpty()">
      <select #box class="nhsuk-select" [id]="id" [attr.aria-invalid]="refusal() ? true : null" [attr.aria-describedby]="describedBy()" [disabled]="disabled()" (change)="value.set(box.value === '' ? null : +box.value)" (blur)="touch.emit()">
        <option value="" [selected]="value() === null">{{ none() }}</option>
        @for (one of levels; track one.level) { <option [value]="one.level" [selected]="one.level === value()">{{ one.label }}</option> }
      </select>
    </ft-field-frame>
  `,
})
export class LevelField extends Field implements FormValueControl<number | null> {
  readonly value = model<number | null>(null);
  readonly none = input('Any');
  protected readonly levels = LEVELS;
}
