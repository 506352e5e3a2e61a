import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type Cycle, type CycleDesk, cycleRoutes, NewReopening } from '@followthrough/contracts';
import { ProseField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** Opens a frozen cycle again, with the reason. */
@Component({
  selector: 'ft-reopen-form',
  imports: [FormField, FormFrame, ProseField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ft-form [form]="form" says="Reopen it" (send)="send()" (leave)="done.emit(null)"><ft-prose-field [formField]="form.tree.reason" [rows]="2" hint="It is shown with the report. What was frozen first is kept" /></ft-form>`,
})
export class ReopenForm {
  readonly cycle = input.required<Cycle>();
  readonly done = output<CycleDesk | null>();
  private readonly api = inject(Api);
  protected readonly form = new ContractForm(NewReopening);

  protected async send(): Promise<void> {
    let fresh: CycleDesk | null = null;
    if (await this.form.submit(async (body) => (fresh = await this.api.ask(cycleRoutes.reopen, { params: { id: this.cycle().id }, body })))) this.done.emit(fresh);
  }
}
