import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type Signature, SignatureTakenBack } from '@followthrough/contracts';
import { TextField } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { PlanStore } from './plan-store';

/** Takes a signature back that was recorded by mistake. It stays in the history with the reason. */
@Component({
  selector: 'ft-take-back-form',
  imports: [FormField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ft-form [form]="form" says="Take it back" (send)="save()" (leave)="done.emit(null)"><ft-text-field [formField]="form.tree.why" /></ft-form>`,
})
export class TakeBackForm {
  readonly signature = input.required<Signature>();
  readonly done = output<string | null>();
  private readonly store = inject(PlanStore);
  protected readonly form = new ContractForm(SignatureTakenBack);

  protected async save(): Promise<void> {
    if (await this.form.submit((said) => this.store.takeBack(this.signature().id, said.why))) this.done.emit('Signature taken back.');
  }
}
