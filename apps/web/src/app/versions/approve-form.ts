import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type BoardChoice, NewPlanVersion, omit, type VersionList, versionRoutes } from '@followthrough/contracts';
import { londonDay } from '@followthrough/domain';
import { DateField, ProseField, SelectField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { AddBoardHint, choicesOfBoards } from '../boards/public';

/** Records that a board approved the plan as it is. How many amendments it had before it goes along, so that none slips in unseen. */
@Component({
  selector: 'ft-approve-form',
  imports: [FormField, AddBoardHint, DateField, FormFrame, ProseField, SelectField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [says]="'Record version ' + number()" (send)="send()" (leave)="done.emit(null)">
      <p>{{ number() === 1 ? 'The plan is frozen as it is now, and its due dates become the baseline. From then on every change of what was agreed says why.' : 'The plan is frozen as it is now, with every change since version ' + (number() - 1) + '.' }}</p>
      <ft-select-field [formField]="form.tree.boardId" [choices]="choices()" />
      <ft-add-board-hint />
      <ft-date-field [formField]="form.tree.approvedOn" />
      <ft-prose-field [formField]="form.tree.note" [rows]="2" />
    </ft-form>
  `,
})
export class ApproveForm {
  readonly planId = input.required<string>();
  readonly boards = input.required<readonly BoardChoice[]>();
  /** The one that is proposed. */
  readonly boardId = input<string | null>(null);
  readonly number = input.required<number>();
  readonly amendments = input.required<number>();
  readonly done = output<VersionList | null>();
  private readonly api = inject(Api);
  protected readonly choices = computed(() => choicesOfBoards(this.boards()));
  protected readonly form = new ContractForm(omit(NewPlanVersion, 'amendments'), { approvedOn: londonDay(new Date()) });

  constructor() {
    effect(() => {
      const boardId = this.boardId();
      untracked(() => this.form.model.update((model) => ({ ...model, boardId: model.boardId || (boardId ?? '') })));
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
