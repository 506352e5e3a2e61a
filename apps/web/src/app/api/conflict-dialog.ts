import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import { Button, Dialog, Segments } from '@followthrough/ui';
import type { Choices, ContractForm } from './forms';

/** Somebody else changed the same fields: shows what was there, what they made of it and what you typed, and asks which to keep. The form's `submit` goes on with the answer. */
@Component({
  selector: 'ft-conflict-dialog',
  imports: [Dialog, Button, Segments],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-dialog heading="Somebody else changed this too" [open]="!!form().conflict()" (openChange)="$event || form().dismiss()" [closesOutside]="false">
      <p>Nothing you typed is lost. For each field, choose which to keep.</p>
      @for (clash of clashes(); track clash.field) {
        <section class="ft-clash" [attr.aria-label]="clash.label">
          <h3>{{ clash.label }}</h3>
          <dl>
            <div><dt>It was</dt><dd>{{ clash.base }}</dd></div>
            <div><dt>{{ clash.by ?? 'Somebody else' }} wrote</dt><dd>{{ clash.theirs }}</dd></div>
            <div><dt>You wrote</dt><dd>{{ clash.yours }}</dd></div>
          </dl>
          <ft-segments [label]="'Keep for ' + clash.label" [choices]="choices" [value]="kept()[clash.field] ?? 'mine'" (valueChange)="keep(clash.field, $event)" />
        </section>
      }
      <div class="ft-row">
        <button type="button" ftButton="primary" (click)="form().settle(kept())">Save</button>
        <button type="button" ftButton (click)="form().dismiss()">Back to what I typed</button>
      </div>
    </ft-dialog>
  `,
})
export class ConflictDialog {
  readonly form = input.required<Pick<ContractForm<object>, 'conflict' | 'settle' | 'dismiss' | 'shapes'>>();
  /** A value as people read it, where it is an id or a word of a closed list. */
  readonly show = input<(field: string, value: unknown) => string | undefined>(() => undefined);
  protected readonly choices = [
    { value: 'mine', label: 'Keep mine' },
    { value: 'theirs', label: 'Keep theirs' },
  ];
  protected readonly kept = linkedSignal<unknown, Choices>({ source: () => this.form().conflict(), computation: () => ({}) });
  protected readonly clashes = computed(() =>
    (this.form().conflict()?.fields ?? []).map(({ field, by, ...values }) => {
      const says = (value: unknown): string => this.show()(field, value) ?? plainly(value);
      return { field, by, label: this.form().shapes.get(field)?.label ?? field, base: says(values.base), theirs: says(values.theirs), yours: says(values.yours) };
    }),
  );

  protected keep(field: string, choice: string): void {
    this.kept.update((kept) => ({ ...kept, [field]: choice as Choices[string] }));
  }
}

function plainly(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'Nothing';
  if (Array.isArray(value)) return value.length > 0 ? value.map(plainly).join(', ') : 'Nothing';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
