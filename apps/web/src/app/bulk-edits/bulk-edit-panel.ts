import { ChangeDetectionStrategy, Component, computed, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type ActionChoices, type ActionFilter, type BulkEdit, BulkEditing, bulkEditRoutes, type BulkField, bulkFields, type BulkPreview as Preview, markedNarratives, pick } from '@followthrough/contracts';
import { Button, Card, ChecksField, ComboboxField, DateField, Notice, NumberField, ProseField, SelectField, SeveralField, TextField } from '@followthrough/ui';
import { KnockOnList } from '../actions/public';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { Refused, refusedBy } from '../api/refused';
import { choicesOf, words } from '../words';
import { BulkPreview } from './bulk-preview';
import { BulkTyped, changeOf, fieldLabels, placed, wrong } from './bulk-form';

/** The actions to change: named, or all that the filters find. */
export interface Selected {
  readonly ids: readonly string[];
  readonly filter: ActionFilter | null;
  readonly count: number;
}

/** Changes a selection of actions: what, then a look at what becomes of each, then all at once. */
@Component({
  selector: 'ft-bulk-edit',
  imports: [FormField, Button, Card, ChecksField, ComboboxField, DateField, Notice, NumberField, ProseField, SelectField, SeveralField, TextField, FormFrame, KnockOnList, BulkPreview],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './bulk-edit-panel.html',
})
export class BulkEditPanel {
  readonly selected = input.required<Selected>();
  readonly choices = input.required<ActionChoices>();
  readonly done = output<BulkEdit>();
  readonly leave = output();
  private readonly api = inject(Api);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly fields = bulkFields.map((field) => ({ field, label: fieldLabels[field] }));
  protected readonly picked = signal<ReadonlySet<BulkField>>(new Set());
  protected readonly form = new ContractForm(BulkTyped, {}, { rules: (said) => wrong(said, this.picked()) });
  protected readonly preview = signal<Preview | undefined>(undefined);
  /** Where a board has approved, the reason is asked for; elsewhere it may be given. */
  protected readonly why = new ContractForm(pick(BulkEditing, 'reason'), {}, { rules: ({ reason }) => (this.preview()?.needsReason && !reason ? [{ field: 'reason', code: 'required', message: 'Say why it changes: the board will read it' }] : []) });
  /** What waits for those that move goes along. */
  protected readonly along = signal(true);
  protected readonly follow = computed(() => (this.along() ? (this.preview()?.knockOn.moves ?? []).map(({ id, toOn }) => ({ id, dueOn: toOn })) : []));
  protected readonly refused = signal<Refused | undefined>(undefined);
  protected readonly people = computed(() => named(this.choices().people));
  protected readonly organisations = computed(() => named(this.choices().organisations));
  protected readonly themes = computed(() => this.choices().themes.map((one) => ({ value: one, label: one })));
  protected readonly priorities = choicesOf(words.priority);
  protected readonly horizons = choicesOf(words.horizon);
  protected readonly reasons = choicesOf(words.slipReason);
  protected readonly marks = markedNarratives.map((one) => ({ value: one, label: words.versionField[one] }));
  protected readonly targets = computed(() => (this.preview()?.rows ?? []).filter((one) => one.steps.length > 0).map(({ id, version }) => ({ id, version })));
  protected readonly left = computed(() => (this.preview()?.rows ?? []).filter((one) => one.refusals.length > 0).length);
  protected readonly says = computed(() => `${this.selected().count} ${this.selected().count === 1 ? 'action' : 'actions'}`);
  protected readonly deed = computed(() => `Change ${this.targets().length} ${this.targets().length === 1 ? 'action' : 'actions'}${this.follow().length > 0 ? ` and move ${this.follow().length} along` : ''}`);

  protected turn(field: BulkField): void {
    // What was refused was the choice before this one.
    this.form.refused.set(undefined);
    this.picked.update((all) => new Set(bulkFields.filter((one) => (one === field) !== all.has(one))));
  }

  protected async look(): Promise<void> {
    const { ids, filter } = this.selected();
    const done = await this.form.submit(async (said) => {
      try {
        const change = changeOf(said, this.picked());
        this.preview.set(await this.api.ask(bulkEditRoutes.preview, { body: filter ? { change, filter } : { change, actionIds: [...ids] } }));
      } catch (thrown) {
        const { problem } = refusedBy(thrown);
        const fields = placed(problem.fields ?? []);
        // What belongs to no field of the form is said above it.
        const whole = fields.find((one) => !this.form.shapes.has(one.field));
        throw new Refused({ ...problem, ...(whole ? { detail: whole.message } : {}), fields });
      }
    });
    if (!done) return;
    this.refused.set(undefined);
    this.begin();
  }

  protected back(): void {
    this.preview.set(undefined);
    this.refused.set(undefined);
    this.begin();
  }

  /** Only what changes is sent, each as it was looked at: somebody else's change meanwhile is refused by name. */
  protected async apply(): Promise<void> {
    this.refused.set(undefined);
    let edit: BulkEdit | undefined;
    await this.why.submit(async (said) => {
      try {
        edit = await this.api.ask(bulkEditRoutes.apply, { body: { change: changeOf(this.form.said(), this.picked()), actions: this.targets(), follow: this.follow(), ...(said.reason ? { reason: said.reason } : {}) } });
      } catch (thrown) {
        const refused = refusedBy(thrown);
        if (refused.problem.fields?.some((one) => one.field === 'reason')) throw refused;
        this.refused.set(refused);
      }
    });
    if (edit) this.done.emit(edit);
    else if (this.refused()) this.begin();
  }

  private begin(): void {
    setTimeout(() => this.heading()?.nativeElement.focus());
  }
}

const named = (all: readonly { readonly id: string; readonly name: string }[]) => all.map(({ id, name }) => ({ value: id, label: name }));
