import { ChangeDetectionStrategy, Component, model, output } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import type { FindingKind } from '@followthrough/contracts';
import { Field } from '@followthrough/ui';
import { choicesOf, words } from '../words';

const KEYS: Readonly<Record<FindingKind, string>> = { strength: 'S', area_for_improvement: 'A', good_practice: 'G', challenge: 'C' };

/** The kind of a finding by one key: its letter chooses it and goes on; arrows move as in any row of radio buttons. */
@Component({
  selector: 'ft-kind-choice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-field', '(keydown)': 'choose($event)' },
  template: `
    <fieldset class="nhsuk-fieldset" [attr.aria-describedby]="id + '-hint'">
      <legend class="nhsuk-fieldset__legend">{{ said() }}</legend>
      <div class="nhsuk-hint" [id]="id + '-hint'">Press S, A, G or C</div>
      <div class="ft-choices">
        @for (kind of kinds; track kind.value; let first = $first) {
          <label class="ft-choice">
            <input type="radio" [name]="id" [id]="first ? id : id + kind.value" [value]="kind.value" [checked]="value() === kind.value" (change)="value.set(kind.value)" />
            <span class="ft-choice__body"><kbd aria-hidden="true">{{ keys[kind.value] }}</kbd> {{ kind.label }}</span>
          </label>
        }
      </div>
    </fieldset>
  `,
})
export class KindChoice extends Field implements FormValueControl<string> {
  readonly value = model('');
  /** A letter chose, or Enter kept: the words come next. */
  readonly chosen = output();
  protected readonly kinds = choicesOf(words.findingKind);
  protected readonly keys = KEYS;

  protected choose(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const kind = this.kinds.find((one) => KEYS[one.value] === event.key.toUpperCase())?.value;
    if (!kind && event.key !== 'Enter') return;
    event.preventDefault();
    if (kind) this.value.set(kind);
    this.chosen.emit();
  }
}
