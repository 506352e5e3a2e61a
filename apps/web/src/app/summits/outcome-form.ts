import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type Choice, NewOutcome, type SummitPage, summitRoutes } from '@followthrough/contracts';
import { checkAgreed } from '@followthrough/domain';
import { ChecksField, ComboboxField, DateField, Notice, ProseField, SelectField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';

/** Records what was agreed, and by whom: at least one organisation. */
@Component({
  selector: 'ft-outcome-form',
  imports: [FormField, ChecksField, ComboboxField, DateField, Notice, ProseField, SelectField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Record the outcome" (send)="save()" (leave)="done.emit(null)">
      <ft-prose-field [formField]="form.tree.text" [rows]="3" />
      <div class="ft-fields">
        <ft-select-field [formField]="form.tree.kind" [choices]="kinds" />
        <ft-date-field [formField]="form.tree.agreedOn" />
      </div>
      <ft-combobox-field [formField]="form.tree.findingId" [choices]="findings()" hint="Which finding is it about? Type some of its words." />
      @if (summit().organisations.length > 0) { <ft-checks-field [needed]="true" [formField]="form.tree.organisationIds" [choices]="organisations()" /> }
      @else { <ft-notice kind="warned">There are no organisations here yet. Add them first, so that it can be said who agreed.</ft-notice> }
    </ft-form>
  `,
})
export class OutcomeForm implements OnInit {
  readonly summit = input.required<SummitPage>();
  readonly done = output<SummitPage | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly kinds = choicesOf(words.outcomeKind);
  protected readonly findings = computed(() => this.summit().findings.map(asChoice));
  protected readonly organisations = computed(() => this.summit().organisations.map(asChoice));
  protected form: ContractForm<NewOutcome>;

  ngOnInit(): void {
    this.form = new ContractForm(NewOutcome, { agreedOn: this.summit().heldOn, kind: 'commitment' }, { rules: (said) => checkAgreed(said.organisationIds.length), injector: this.injector, draft: `outcome.new.${this.summit().id}` });
  }

  protected async save(): Promise<void> {
    let fresh: SummitPage | null = null;
    if (await this.form.submit(async (body) => (fresh = await this.api.ask(summitRoutes.addOutcome, { params: { id: this.summit().id }, body })))) this.done.emit(fresh);
  }
}

const asChoice = ({ id, name }: Choice) => ({ value: id, label: name });
