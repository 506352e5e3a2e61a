import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewSignature, type PlanPage, type PlanPartner } from '@followthrough/contracts';
import { DateField, TextField } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { PlanStore } from './plan-store';

/** Records who signed the aim for one partner. The wording is the one above, which is read out again here. */
@Component({
  selector: 'ft-sign-form',
  imports: [FormField, DateField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Record the signature" (send)="save()" (leave)="done.emit(null)">
      <p>{{ partner().name }} signs: “{{ plan().aim }}”</p>
      <ft-text-field [formField]="form.tree.signedBy" />
      <ft-text-field [formField]="form.tree.role" />
      <ft-date-field [formField]="form.tree.signedOn" />
    </ft-form>
  `,
})
export class SignForm implements OnInit {
  readonly plan = input.required<PlanPage>();
  readonly partner = input.required<PlanPartner>();
  readonly done = output<string | null>();
  private readonly store = inject(PlanStore);
  private readonly injector = inject(Injector);
  protected form: ContractForm<NewSignature>;

  ngOnInit(): void {
    this.form = new ContractForm(NewSignature, { organisationId: this.partner().id, version: this.plan().version }, { injector: this.injector });
  }

  protected async save(): Promise<void> {
    const fixed = { organisationId: this.partner().id, version: this.plan().version };
    if (await this.form.submit((said) => this.store.sign({ ...said, ...fixed }))) this.done.emit('signed');
  }
}
