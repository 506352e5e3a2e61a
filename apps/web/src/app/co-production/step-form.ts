import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type CoProductionList, coProductionRoutes, type CoProductionStep, CoProductionStepEdit, NewCoProductionStep } from '@followthrough/contracts';
import { DateField, ProseField, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** Adds a step done together, or changes one. */
@Component({
  selector: 'ft-step-form',
  imports: [FormField, DateField, ProseField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [says]="step() ? 'Save' : 'Add the step'" [small]="true" (send)="save()" (leave)="left.emit()">
      <ft-text-field [formField]="form.tree.withWhom" />
      <ft-prose-field [formField]="form.tree.what" [rows]="3" />
      <ft-date-field [formField]="form.tree.happensOn" />
    </ft-form>
  `,
})
export class StepForm implements OnInit {
  /** The step to change; none adds one to the plan or action of `of`. */
  readonly step = input<CoProductionStep>();
  readonly of = input<{ readonly planId?: string; readonly actionId?: string }>({});
  readonly saved = output<CoProductionStep[]>();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected form: ContractForm<NewCoProductionStep> | ContractForm<CoProductionStepEdit>;

  ngOnInit(): void {
    const step = this.step();
    const { injector } = this;
    this.form = step ? new ContractForm(CoProductionStepEdit, step, { injector }) : new ContractForm(NewCoProductionStep, {}, { injector });
  }

  protected async save(): Promise<void> {
    const step = this.step();
    let fresh: CoProductionList | undefined;
    const done = await this.form.submit(async (said) => {
      fresh = step ? await this.api.ask(coProductionRoutes.edit, { params: { id: step.id }, body: said as CoProductionStepEdit }) : await this.api.ask(coProductionRoutes.add, { body: { ...(said as NewCoProductionStep), ...this.of() } });
    });
    if (done && fresh) this.saved.emit(fresh.items);
  }
}
