import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { confidences } from '@followthrough/contracts';
import { confidenceMeans } from '@followthrough/domain';
import { Field } from '@followthrough/ui';

/** How sure somebody is, in three levels, each with what it means beside it; or nothing said. */
@Component({
  selector: 'ft-confidence-choice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-field', '[class.ft-field--refused]': '!!refusal()' },
  template: `
    <fieldset class="ft-scale" [attr.aria-describedby]="describedBy()">
      <legend>{{ said() }}</legend>
      @if (refusal()) { <span class="nhsuk-error-message" [id]="id + '-refusal'"><span class="nhsuk-u-visually-hidden">Error: </span>{{ refusal() }}</span> }
      <div class="ft-scale__all">
        @for (level of levels; track level; let first = $first) {
          <label class="ft-scale__one" [class.ft-scale__one--on]="value() === level">
            <input type="radio" [name]="id" [id]="first ? id : id + level" [value]="level" [checked]="value() === level" (change)="value.set(level)" (blur)="left()" />
            <span><b>{{ means[level].label }}</b><span class="ft-scale__when">{{ means[level][of()] }}</span></span>
          </label>
        }
        <label class="ft-scale__one" [class.ft-scale__one--on]="value() === ''">
          <input type="radio" [name]="id" [id]="id + 'none'" value="" [checked]="value() === ''" (change)="value.set('')" (blur)="left()" />
          <span><b>Not said</b><span class="ft-scale__when">You would rather not judge this today</span></span>
        </label>
      </div>
    </fieldset>
  `,
})
export class ConfidenceChoice extends Field implements FormValueControl<string> {
  readonly value = model('');
  /** What the confidence is in. */
  readonly of = input.required<'delivery' | 'outcome'>();
  protected readonly levels = confidences;
  protected readonly means = confidenceMeans;
}
