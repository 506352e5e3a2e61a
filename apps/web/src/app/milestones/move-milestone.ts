import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type Milestone, MilestoneMoving, milestoneRoutes, type Milestones, omit } from '@followthrough/contracts';
import { checkMilestoneMove } from '@followthrough/domain';
import { DateField, ProseField, SelectField, TextField, UkDate } from '@followthrough/ui';
import { KnockOnList } from '../actions/public';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { screen } from '../api/screen';
import { choicesOf, words } from '../words';

const Moving = omit(MilestoneMoving, 'follow');
type Moving = InstanceType<typeof Moving>;

/** Moves the date of a milestone: why, who agreed, and what it does to the dates of others. */
@Component({
  selector: 'ft-move-milestone',
  imports: [FormField, DateField, ProseField, SelectField, TextField, UkDate, FormFrame, KnockOnList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (form(); as form) {
      <ft-form [form]="form" says="Move the date" [small]="true" (send)="move(form)" (leave)="left.emit()">
        <p>Due now {{ milestone().dueOn | ukDate }}. The baseline, {{ milestone().baselineOn | ukDate }}, stays.</p>
        <ft-date-field [formField]="form.tree.dueOn" />
        <ft-knock-on [knockOn]="toOn() ? knockOn.value() : undefined" [loading]="knockOn.loading()" [(along)]="along" />
        <ft-select-field [formField]="form.tree.reason" [choices]="reasons" />
        <ft-text-field [formField]="form.tree.agreedBy" />
        <ft-prose-field [formField]="form.tree.note" [rows]="2" />
      </ft-form>
    }
  `,
})
export class MoveMilestone implements OnInit {
  readonly milestone = input.required<Milestone>();
  readonly saved = output<Milestones>();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly form = signal<ContractForm<Moving> | undefined>(undefined);
  protected readonly reasons = choicesOf(words.slipReason);
  protected readonly along = signal(true);
  /** The day that is typed, once it is one and is later than now. */
  protected readonly toOn = computed(() => {
    const said = this.form()?.model().dueOn ?? '';
    return /^\d{4}-\d{2}-\d{2}$/.test(said) && said > this.milestone().dueOn ? said : undefined;
  });
  protected readonly knockOn = screen(milestoneRoutes.knockOn, () => {
    const dueOn = this.toOn();
    return dueOn ? { params: { id: this.milestone().id }, query: { dueOn } } : undefined;
  });

  ngOnInit(): void {
    this.form.set(new ContractForm(Moving, {}, { rules: (said) => checkMilestoneMove(this.milestone(), said.dueOn), injector: this.injector }));
  }

  protected async move(form: ContractForm<Moving>): Promise<void> {
    if (this.knockOn.loading()) return;
    const follow = this.along() && this.toOn() ? (this.knockOn.value()?.moves ?? []).map(({ id, toOn }) => ({ id, dueOn: toOn })) : [];
    await form.submit(async (said) => this.saved.emit(await this.api.ask(milestoneRoutes.move, { params: { id: this.milestone().id }, body: { ...said, follow } })));
  }
}
