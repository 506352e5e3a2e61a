import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { CommitmentLinesEdit, type CommitmentLinesShown, promiseRoutes } from '@followthrough/contracts';
import { checkCommitmentLines } from '@followthrough/domain';
import { NumberField, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** The lines of the locality, for its administrators. */
@Component({
  selector: 'ft-lines-form',
  imports: [FormField, NumberField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [mayLeave]="false" (send)="save()">
      <div class="ft-supply__pair">
        <ft-number-field [formField]="form.tree.green" unit="per cent" />
        <ft-number-field [formField]="form.tree.amber" unit="per cent" />
      </div>
    </ft-form>
  `,
})
export class LinesForm implements OnInit {
  readonly lines = input.required<CommitmentLinesShown>();
  readonly saved = output<CommitmentLinesShown>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly toasts = inject(Toasts);
  protected form: ContractForm<CommitmentLinesEdit>;

  ngOnInit(): void {
    this.form = new ContractForm(CommitmentLinesEdit, this.lines(), { injector: this.injector, rules: (said) => checkCommitmentLines({ ...this.lines(), ...said }) });
  }

  protected async save(): Promise<void> {
    let fresh: CommitmentLinesShown | undefined;
    const done = await this.form.submit(async (body) => {
      fresh = await this.api.ask(promiseRoutes.editLines, { body });
    });
    if (!done || !fresh) return;
    this.form.reset(fresh);
    this.toasts.say('The lines are saved. Every sign is judged by them at once.');
    this.saved.emit(fresh);
  }
}
