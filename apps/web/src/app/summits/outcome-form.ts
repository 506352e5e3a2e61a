import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewOutcome, type SummitPage, summitRoutes } from '@followthrough/contracts';
import { checkAgreed, checkCommitment, committed } from '@followthrough/domain';
import { ChecksField, DateField, Notice, ProseField, SelectField, SeveralField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';
import { asChoices } from './choices';

/** What an outcome is captured from: a question, a poll as a whole, or one of its choices. */
export interface CaptureFrom {
  readonly text: string;
  readonly questionIds?: string[];
  readonly pollId?: string;
  readonly pollChoice?: number;
}

/** Records what was agreed, and by whom: at least one organisation. Under the agenda item that is under way, about its findings. */
@Component({
  selector: 'ft-outcome-form',
  imports: [FormField, ChecksField, DateField, Notice, ProseField, SelectField, SeveralField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Record the outcome" (send)="save()" (leave)="done.emit(null)">
      <ft-prose-field [formField]="form.tree.text" [rows]="3" />
      <div class="ft-fields">
        <ft-select-field [formField]="form.tree.kind" [choices]="kinds" />
        <ft-date-field [formField]="form.tree.agreedOn" />
      </div>
      @if (summit().organisations.length > 0) { <ft-checks-field [needed]="true" [formField]="form.tree.organisationIds" [choices]="organisations()" /> }
      @else { <ft-notice kind="warned">There are no organisations here yet. Add them first, so that it can be said who agreed.</ft-notice> }
      @if (form.model().kind === 'commitment' && form.model().organisationIds.length !== 1) { <ft-select-field [formField]="form.tree.organisationId" [needed]="true" [choices]="organisations()" /> }
      <ft-several-field [formField]="form.tree.findingIds" [choices]="findings()" hint="What is it about? Type some of the finding’s words." />
      @if (summit().agenda.length > 0) { <ft-select-field [formField]="form.tree.agendaItemId" [choices]="items()" none="None" /> }
    </ft-form>
  `,
})
export class OutcomeForm implements OnInit {
  readonly summit = input.required<SummitPage>();
  /** What it is captured from, where it comes of a question or a poll. */
  readonly from = input<CaptureFrom>({ text: '' });
  readonly done = output<SummitPage | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly kinds = choicesOf(words.outcomeKind);
  protected readonly findings = computed(() => asChoices(this.summit().findings));
  protected readonly organisations = computed(() => asChoices(this.summit().organisations));
  protected readonly items = computed(() => this.summit().agenda.map(({ id, title }) => ({ value: id, label: title })));
  protected form: ContractForm<NewOutcome>;

  ngOnInit(): void {
    const { id, heldOn, agenda } = this.summit();
    const [now] = agenda.filter((one) => one.begunAt).toSorted((a, b) => (b.begunAt ?? '').localeCompare(a.begunAt ?? ''));
    const start = { ...this.from(), agreedOn: heldOn, kind: 'commitment', agendaItemId: now?.id, findingIds: now?.findings.map((one) => one.id) };
    const rules = (said: NewOutcome) => [...checkAgreed(said.organisationIds.length), ...checkCommitment({ ...said, organisationId: committed(said.kind, said.organisationId ?? null, said.organisationIds) })];
    this.form = new ContractForm(NewOutcome, start, { rules, injector: this.injector, ...(this.from().text ? {} : { draft: `outcome.new.${id}` }) });
  }

  protected async save(): Promise<void> {
    let fresh: SummitPage | null = null;
    if (await this.form.submit(async (body) => (fresh = await this.api.ask(summitRoutes.addOutcome, { params: { id: this.summit().id }, body })))) this.done.emit(fresh);
  }
}
