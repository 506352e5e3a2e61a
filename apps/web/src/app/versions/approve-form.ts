import { ChangeDetectionStrategy, Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewPlanVersion, omit, type VersionList, versionRoutes } from '@followthrough/contracts';
import { londonDay } from '@followthrough/domain';
import { DateField, ProseField, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** Records that a board approved the plan as it is. How many amendments it had before it goes along, so that none slips in unseen. */
@Component({
  selector: 'ft-approve-form',
  imports: [FormField, DateField, FormFrame, ProseField, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [says]="'Record version ' + number()" (send)="send()" (leave)="done.emit(null)">
      <p>{{ number() === 1 ? 'The plan is frozen as it is now, and its due dates become the baseline. From then on every change of what was agreed says why.' : 'The plan is frozen as it is now, with every change since version ' + (number() - 1) + '.' }}</p>
      <ft-text-field [formField]="form.tree.board" />
      <ft-date-field [formField]="form.tree.approvedOn" />
      <ft-prose-field [formField]="form.tree.note" [rows]="2" />
    </ft-form>
  `,
})
export class ApproveForm {
  readonly planId = input.required<string>();
  readonly board = input<string | null>(null);
  readonly number = input.required<number>();
  readonly amendments = input.required<number>();
  readonly done = output<VersionList | null>();
  private readonly api = inject(Api);
  protected readonly form = new ContractForm(omit(NewPlanVersion, 'amendments'), { approvedOn: londonDay(new Date()) });

  constructor() {
    effect(() => {
      const board = this.board();
      untracked(() => this.form.model.update((model) => ({ ...model, board: model.board || (board ?? '') })));
    });
  }

  protected async send(): Promise<void> {
    let fresh: VersionList | null = null;
    const isDone = await this.form.submit(async (said) => {
      fresh = await this.api.ask(versionRoutes.approve, { params: { id: this.planId() }, body: { ...said, amendments: this.amendments() } });
    });
    if (isDone) this.done.emit(fresh);
  }
}
