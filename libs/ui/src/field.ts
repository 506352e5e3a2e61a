import { ChangeDetectionStrategy, Component, computed, Directive, inject, input, output } from '@angular/core';
import { FORM_FIELD, type ValidationError } from '@angular/forms/signals';
import { FIELD_SHAPE } from './field-shape';
import { Press } from './press';

let count = 0;

/** What every field has round its control. Label, hint and limits come from the form unless the template says otherwise. */
@Directive()
export abstract class Field {
  readonly label = input<string>();
  readonly hint = input<string>();
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  readonly touched = input(false);
  readonly disabled = input(false);
  /** A rule needs it as the form stands now, though its contract does not. */
  readonly needed = input(false);
  readonly touch = output<void>();
  readonly id = `ft-field-${(count += 1)}`;

  protected readonly press = inject(Press);
  private readonly bound = inject(FORM_FIELD, { optional: true, self: true });
  protected readonly shape = computed(() => this.bound?.state().metadata(FIELD_SHAPE)?.());
  protected readonly said = computed(() => this.label() ?? this.shape()?.label ?? '');
  protected readonly hinted = computed(() => this.hint() ?? this.shape()?.hint ?? '');
  protected readonly mayBeEmpty = computed(() => !this.needed() && (this.shape()?.mayBeEmpty ?? false));
  /** For `aria-required`: nothing where it is not. */
  protected readonly isRequired = computed(() => (this.needed() || this.shape()?.mayBeEmpty === false ? true : null));
  /** A refusal is shown once the field was left or the form was sent, never while somebody is still typing it. */
  protected readonly refusal = computed(() => (this.touched() ? (this.errors()[0]?.message ?? '') : ''));
  protected readonly describedBy = computed(() => [this.hinted() ? `${this.id}-hint` : '', this.refusal() ? `${this.id}-refusal` : ''].filter(Boolean).join(' ') || null);

  /** Somebody leaves it: what is typed is taken, and refused where it must be. */
  protected left(take: () => void = () => undefined): void {
    this.press.after(() => {
      take();
      this.touch.emit();
    });
  }

  focus(options?: FocusOptions): void {
    document.getElementById(this.id)?.focus(options);
  }
}

/** Label, hint and refusal, in the order in which they are read. */
@Component({
  selector: 'ft-field-frame',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-field', '[class.ft-field--refused]': '!!refusal()' },
  template: `
    <label class="nhsuk-label" [attr.for]="for()">{{ label() }}@if (mayBeEmpty()) { <span class="ft-field__optional"> (optional)</span> }</label>
    @if (hint()) { <div class="nhsuk-hint" [id]="for() + '-hint'">{{ hint() }}</div> }
    @if (refusal()) { <span class="nhsuk-error-message" [id]="for() + '-refusal'"><span class="nhsuk-u-visually-hidden">Error: </span>{{ refusal() }}</span> }
    <ng-content />
  `,
})
export class FieldFrame {
  readonly for = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly refusal = input('');
  readonly mayBeEmpty = input(false);
}
