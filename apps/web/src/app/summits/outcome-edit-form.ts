import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, linkedSignal, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type Choice, OutcomeEdit, type OutcomeItem, type SummitPage, summitRoutes } from '@followthrough/contracts';
import { ChecksField, DateField, Notice, ProseField, SelectField, SeveralField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';
import { asChoices, changed } from './choices';

/** Changes an outcome, or says why no action follows from it. */
@Component({
  selector: 'ft-outcome-edit-form',
  imports: [FormField, ChecksField, DateField, Notice, ProseField, SelectField, SeveralField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [show]="shown" (send)="save()" (leave)="done.emit(null)">
      @if (nobody()) { <ft-notice kind="refused">Say at least one organisation that agreed.</ft-notice> }
      <ft-prose-field [formField]="form.tree.text" [rows]="3" />
      <div class="ft-fields">
        <ft-select-field [formField]="form.tree.kind" [choices]="kinds" />
        <ft-date-field [formField]="form.tree.agreedOn" />
      </div>
      <ft-checks-field label="Organisations that agreed" [choices]="organisations()" [(value)]="ticked" />
      @if (form.model().kind === 'commitment') { <ft-select-field [formField]="form.tree.organisationId" [needed]="true" [choices]="organisations()" /> }
      <ft-several-field label="Findings" [choices]="findings()" [(value)]="about" />
      @if (summit().agenda.length > 0) { <ft-select-field [formField]="form.tree.agendaItemId" [choices]="items()" none="None" /> }
      @if (outcome().actions.length === 0) { <ft-prose-field [formField]="form.tree.noAction" [rows]="2" /> }
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
  /** What there is to choose now, and what was chosen then and is no longer there. */
  protected readonly organisations = computed(() => asChoices(withThose(this.summit().organisations, this.outcome().agreedBy)));
  protected readonly findings = computed(() => asChoices(withThose(this.summit().findings, this.outcome().findings)));
  protected readonly items = computed(() => this.summit().agenda.map(({ id, title }) => ({ value: id, label: title })));
  protected readonly ticked = linkedSignal(() => this.outcome().agreedBy.map((one) => one.id));
  protected readonly about = linkedSignal(() => this.outcome().findings.map((one) => one.id));
  protected readonly nobody = computed(() => this.ticked().length === 0);
  protected readonly shown = (field: string, value: unknown): string | undefined =>
    field === 'kind' ? words.outcomeKind[value as keyof typeof words.outcomeKind] : field === 'organisationId' ? nameIn(this.organisations(), value) : field === 'agendaItemId' ? nameIn(this.items(), value) : undefined;
  protected form: ContractForm<OutcomeEdit>;

  ngOnInit(): void {
    this.form = new ContractForm(OutcomeEdit, this.outcome(), { injector: this.injector, draft: `outcome.${this.outcome().id}` });
  }

  protected async save(): Promise<void> {
    if (this.nobody()) return;
    const agreed = changed(this.outcome().agreedBy.map((one) => one.id), this.ticked());
    const findings = changed(this.outcome().findings.map((one) => one.id), this.about());
    this.form.model.update((model) => ({ ...model, addOrganisations: agreed.added, removeOrganisations: agreed.removed, addFindings: findings.added, removeFindings: findings.removed }));
    let fresh: SummitPage | null = null;
    if (await this.form.submit(async (body) => (fresh = await this.api.ask(summitRoutes.editOutcome, { params: { id: this.outcome().id }, body })))) this.done.emit(fresh);
  }
}

const withThose = (now: readonly Choice[], then: readonly Choice[]): readonly Choice[] => [...now, ...then.filter((one) => !now.some((other) => other.id === one.id))];
const nameIn = (choices: readonly { readonly value: string; readonly label: string }[], value: unknown): string | undefined => choices.find((one) => one.value === value)?.label;
