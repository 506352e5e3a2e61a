import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, linkedSignal, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { OutcomeEdit, type OutcomeItem, type SummitPage, summitRoutes } from '@followthrough/contracts';
import { ChecksField, ComboboxField, DateField, Notice, ProseField, SelectField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';

@Component({
  selector: 'ft-outcome-edit-form',
  imports: [FormField, ChecksField, ComboboxField, DateField, Notice, ProseField, SelectField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [show]="shown" (send)="save()" (leave)="done.emit(null)">
      @if (nobody()) { <ft-notice kind="refused">Say at least one organisation that agreed.</ft-notice> }
      <ft-prose-field [formField]="form.tree.text" [rows]="3" />
      <div class="ft-fields">
        <ft-select-field [formField]="form.tree.kind" [choices]="kinds" />
        <ft-date-field [formField]="form.tree.agreedOn" />
      </div>
      <ft-combobox-field [formField]="form.tree.findingId" [choices]="findings()" />
      <ft-checks-field label="Organisations that agreed" [choices]="organisations()" [(value)]="ticked" />
    </ft-form>
  `,
})
export class OutcomeEditForm implements OnInit {
  readonly summit = input.required<SummitPage>();
  readonly outcome = input.required<OutcomeItem>();
  readonly done = output<SummitPage | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly kinds = choicesOf(words.outcomeKind);
  protected readonly findings = computed(() => this.summit().findings.map(({ id, name }) => ({ value: id, label: name })));
  /** Partners of now, and those who agreed then and have left since. */
  protected readonly organisations = computed(() => {
    const now = this.summit().organisations;
    return [...now, ...this.outcome().agreedBy.filter((one) => !now.some((other) => other.id === one.id))].map(({ id, name }) => ({ value: id, label: name }));
  });
  protected readonly ticked = linkedSignal(() => this.outcome().agreedBy.map((one) => one.id));
  protected readonly nobody = computed(() => this.ticked().length === 0);
  protected readonly shown = (field: string, value: unknown): string | undefined =>
    field === 'kind' ? words.outcomeKind[value as keyof typeof words.outcomeKind] : field === 'findingId' ? this.summit().findings.find((one) => one.id === value)?.name : undefined;
  protected form: ContractForm<OutcomeEdit>;
  protected fresh: SummitPage | null = null;

  ngOnInit(): void {
    this.form = new ContractForm(OutcomeEdit, this.outcome(), { injector: this.injector, draft: `outcome.${this.outcome().id}` });
  }

  protected async save(): Promise<void> {
    if (this.nobody()) return;
    const before = this.outcome().agreedBy.map((one) => one.id);
    const after = this.ticked();
    this.form.model.update((model) => ({ ...model, addOrganisations: after.filter((id) => !before.includes(id)), removeOrganisations: before.filter((id) => !after.includes(id)) }));
    if (await this.form.submit(async (body) => (this.fresh = await this.api.ask(summitRoutes.editOutcome, { params: { id: this.outcome().id }, body })))) this.done.emit(this.fresh);
  }
}
