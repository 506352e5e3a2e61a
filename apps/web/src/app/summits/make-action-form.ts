import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MakeAction, type OutcomeItem, type SummitPage, summitRoutes } from '@followthrough/contracts';
import { titleOf } from '@followthrough/domain';
import { ProseField, SelectField, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** One step from what was agreed to an action in a plan: everything is filled in already. */
@Component({
  selector: 'ft-make-action-form',
  imports: [FormField, ProseField, SelectField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Make the action" (send)="make()" (leave)="done.emit(null)">
      <ft-select-field [formField]="form.tree.planId" [choices]="plans()" />
      <ft-prose-field [formField]="form.tree.title" [rows]="2" hint="The outcome’s own words stay with the action, and so does its finding." />
      <ft-text-field [formField]="form.tree.ref" />
    </ft-form>
  `,
})
export class MakeActionForm implements OnInit {
  readonly summit = input.required<SummitPage>();
  readonly outcome = input.required<OutcomeItem>();
  readonly done = output<SummitPage | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly plans = computed(() => this.summit().plans.map(({ id, name }) => ({ value: id, label: name })));
  protected form: ContractForm<MakeAction>;

  ngOnInit(): void {
    const [only, second] = this.summit().plans;
    this.form = new ContractForm(MakeAction, { planId: second ? undefined : only?.id, title: titleOf(this.outcome().text) }, { injector: this.injector });
  }

  protected async make(): Promise<void> {
    let fresh: SummitPage | null = null;
    if (await this.form.submit(async (body) => (fresh = await this.api.ask(summitRoutes.makeAction, { params: { id: this.outcome().id }, body })))) this.done.emit(fresh);
  }
}
