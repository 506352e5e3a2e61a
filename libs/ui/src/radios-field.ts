import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, contentChild, input, model, TemplateRef } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Field } from './field';
import type { Choice } from './segments';

/**
 * One of a few, side by side, each with room to say what it means. A template inside draws a choice:
 * `<ng-template let-choice>…</ng-template>`; without one its label is shown.
 */
@Component({
  selector: 'ft-radios-field',
  imports: [NgTemplateOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-field', '[class.ft-field--refused]': '!!refusal()' },
  template: `
    <fieldset class="nhsuk-fieldset" [attr.aria-describedby]="describedBy()">
      <legend class="nhsuk-fieldset__legend">{{ said() }}@if (shape()?.mayBeEmpty) { <span class="ft-field__optional"> (optional)</span> }</legend>
      @if (hinted()) { <div class="nhsuk-hint" [id]="id + '-hint'">{{ hinted() }}</div> }
      @if (refusal()) { <span class="nhsuk-error-message" [id]="id + '-refusal'"><span class="nhsuk-u-visually-hidden">Error: </span>{{ refusal() }}</span> }
      <div class="ft-choices">
        @for (choice of choices(); track choice.value; let first = $first) {
          <label class="ft-choice">
            <input type="radio" [name]="id" [id]="first ? id : id + choice.value" [value]="choice.value" [checked]="value() === choice.value" [disabled]="disabled()" (change)="value.set(choice.value)" (blur)="touch.emit()" />
            <span class="ft-choice__body">
              @if (drawn(); as template) { <ng-container [ngTemplateOutlet]="template" [ngTemplateOutletContext]="{ $implicit: choice }" /> } @else { {{ choice.label }} }
            </span>
          </label>
        }
      </div>
    </fieldset>
  `,
})
export class RadiosField extends Field implements FormValueControl<string> {
  readonly value = model('');
  readonly choices = input.required<readonly Choice[]>();
  protected readonly drawn = contentChild(TemplateRef);
}
