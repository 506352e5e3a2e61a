import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type Contract, type Milestone, MilestoneEdit, milestoneRoutes, type Milestones, needing, NewMilestone, omit } from '@followthrough/contracts';
import { DateField, ProseField, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** Adds a milestone, or changes the words of one. Once a board has approved the plan, with the reason. */
@Component({
  selector: 'ft-milestone-form',
  imports: [FormField, DateField, ProseField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (adding; as form) {
      <ft-form [form]="form" says="Add the milestone" [small]="true" (send)="add(form)" (leave)="left.emit()">
        <ft-text-field [formField]="form.tree.title" />
        <ft-date-field [formField]="form.tree.dueOn" hint="This first date is kept as its baseline." />
        @if (approved()) { <ft-prose-field [formField]="form.tree.reason" [rows]="2" /> }
      </ft-form>
    }
    @if (editing; as form) {
      <ft-form [form]="form" [small]="true" (send)="edit(form)" (leave)="left.emit()">
        <ft-text-field [formField]="form.tree.title" />
        @if (approved()) { <ft-prose-field [formField]="form.tree.reason" [rows]="2" /> }
      </ft-form>
    }
  `,
})
export class MilestoneForm implements OnInit {
  readonly actionId = input.required<string>();
  readonly approved = input.required<boolean>();
  /** The one to change; none adds one. */
  readonly milestone = input<Milestone>();
  readonly saved = output<Milestones>();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected adding: ContractForm<NewMilestone> | undefined;
  protected editing: ContractForm<MilestoneEdit> | undefined;

  ngOnInit(): void {
    const [one, { injector }] = [this.milestone(), this];
    const why = <T extends object>(contract: Contract<T>): Contract<T> => (this.approved() ? needing(contract, 'reason' as never) : omit(contract, 'reason' as never)) as unknown as Contract<T>;
    if (one) this.editing = new ContractForm(why(MilestoneEdit), one, { injector });
    else this.adding = new ContractForm(why(NewMilestone), {}, { injector });
  }

  protected async add(form: ContractForm<NewMilestone>): Promise<void> {
    await form.submit(async (body) => this.saved.emit(await this.api.ask(milestoneRoutes.add, { params: { id: this.actionId() }, body })));
  }

  protected async edit(form: ContractForm<MilestoneEdit>): Promise<void> {
    const id = this.milestone()?.id ?? '';
    await form.submit(async (body) => this.saved.emit(await this.api.ask(milestoneRoutes.edit, { params: { id }, body })));
  }
}
