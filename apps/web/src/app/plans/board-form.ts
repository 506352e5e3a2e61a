import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { PlanBoard } from '@followthrough/contracts';
import { TextField } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { PlanStore } from './plan-store';

/** Names a board that the plan reports to; one that is not here yet is made. */
@Component({
  selector: 'ft-board-form',
  imports: [FormField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ft-form [form]="form" says="Add the board" [small]="true" (send)="save()" (leave)="done.emit(null)"><ft-text-field [formField]="form.tree.name" /></ft-form>`,
})
export class BoardForm {
  readonly done = output<string | null>();
  private readonly store = inject(PlanStore);
  protected readonly form = new ContractForm(PlanBoard);

  protected async save(): Promise<void> {
    if (await this.form.submit((said) => this.store.reportTo(said))) this.done.emit('Board added. Say when it meets.');
  }
}
