import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import type { ShownWord } from '@followthrough/contracts';
import { Field, StatusTag } from '@followthrough/ui';

/** The states as this locality calls them, each with its definition. Radio buttons: arrows move, the choice is read out. */
@Component({
  selector: 'ft-status-choice',
  imports: [StatusTag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-field', '[class.ft-field--refused]': '!!refusal()' },
  template: `
    <fieldset class="ft-scale" [attr.aria-describedby]="describedBy()">
      <legend>{{ said() }}</legend>
      @if (hinted()) { <div class="nhsuk-hint" [id]="id + '-hint'">{{ hinted() }}</div> }
      @if (refusal()) { <span class="nhsuk-error-message" [id]="id + '-refusal'"><span class="nhsuk-u-visually-hidden">Error: </span>{{ refusal() }}</span> }
      <div class="ft-scale__all">
        @for (word of offered(); track word.status; let first = $first) {
          <label class="ft-scale__one" [class.ft-scale__one--on]="value() === word.status">
            <input type="radio" [name]="id" [id]="first ? id : id + word.status" [value]="word.status" [checked]="value() === word.status" (change)="value.set(word.status)" (blur)="left()" />
            <span><ft-status [word]="word.word" [colour]="word.colour" [mark]="word.mark" /><span class="ft-scale__when">{{ word.definition }}</span></span>
          </label>
        }
      </div>
    </fieldset>
  `,
})
export class StatusChoice extends Field implements FormValueControl<string> {
  readonly value = model('');
  readonly words = input.required<readonly ShownWord[]>();
  /** Embedded is not reported: a closure reaches it. */
  protected readonly offered = computed(() => this.words().filter((one) => one.status !== 'embedded'));
}
