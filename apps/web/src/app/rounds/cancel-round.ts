import { ChangeDetectionStrategy, Component, inject, model } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RoundCancelling } from '@followthrough/contracts';
import { Dialog, ProseField, Toasts } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { RoundStore } from './round-store';

/** Ends a round without a reveal, and asks why. */
@Component({
  selector: 'ft-cancel-round',
  imports: [FormField, Dialog, FormFrame, ProseField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-dialog heading="Cancel this round?" [(open)]="open" [closesOutside]="false">
      <p>Nobody writes in it any more, and its views are never revealed: each partner keeps its own. You can then ask again. This cannot be taken back.</p>
      <ft-form [form]="form" [narrow]="false" says="Cancel the round" leaves="Keep it open" (send)="cancel()" (leave)="leave()">
        <ft-prose-field [formField]="form.tree.reason" [rows]="3" />
      </ft-form>
    </ft-dialog>
  `,
})
export class CancelRound {
  readonly open = model(false);
  private readonly store = inject(RoundStore);
  private readonly toasts = inject(Toasts);
  protected readonly form = new ContractForm(RoundCancelling);

  protected async cancel(): Promise<void> {
    if (!(await this.form.submit((said) => this.store.cancel(said)))) return;
    this.leave();
    this.toasts.say('The round is cancelled.');
  }

  protected leave(): void {
    this.form.reset();
    this.open.set(false);
  }
}
