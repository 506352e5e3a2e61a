import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { ActionWithdrawal } from '@followthrough/contracts';
import { Dialog, ProseField } from '@followthrough/ui';
import { FormFrame } from './form-frame';
import { ContractForm } from './forms';
import { Why } from './why';

/** Why something changes, in a few words. */
@Component({
  selector: 'ft-why-dialog',
  imports: [FormField, Dialog, FormFrame, ProseField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-dialog [heading]="why.asked()?.heading ?? ''" [open]="!!why.asked()" (openChange)="$event || leave()" [closesOutside]="false">
      <p>{{ why.asked()?.says }}</p>
      <ft-form [form]="form" [narrow]="false" says="Save with this reason" (send)="send()" (leave)="leave()">
        <ft-prose-field [formField]="form.tree.reason" [rows]="3" hint="A few words for the board. Never anything about a patient." />
      </ft-form>
    </ft-dialog>
  `,
})
export class WhyDialog {
  protected readonly why = inject(Why);
  protected readonly form = new ContractForm(ActionWithdrawal);

  protected async send(): Promise<void> {
    let reason = '';
    const done = await this.form.submit((said) => {
      reason = said.reason;
      return Promise.resolve();
    });
    if (!done) return;
    this.form.reset();
    this.why.asked()?.answer(reason);
  }

  protected leave(): void {
    this.form.reset();
    this.why.asked()?.answer(undefined);
  }
}
