import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { PlanEdit, planRoutes } from '@followthrough/contracts';
import { Button, Card, ProseField, TextField, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { screen } from '../api/screen';
import { Me } from '../session/me';
import { PlanApproval } from '../versions/public';

/** What one plan is for and the board that it answers to; those who keep plans change it here. */
@Component({
  selector: 'ft-plan-facts',
  imports: [FormField, Button, PlanApproval, Card, ProseField, TextField, UkDate, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (plan(); as plan) {
      @if (form(); as form) {
        <ft-card class="ft-below" heading="Edit the plan" tone="accent">
          <ft-form [form]="form" (send)="save(form)" (leave)="this.form.set(undefined)">
            <ft-text-field [formField]="form.tree.title" />
            <ft-prose-field [formField]="form.tree.aim" [rows]="3" />
            @if (plan.approval) { <ft-prose-field [formField]="form.tree.reason" [rows]="2" [hint]="plan.approval.board + ' approved this plan: needed where its title or aim changes.'" /> }
          </ft-form>
        </ft-card>
      } @else {
        <p class="ft-plan__facts">
          @if (plan.aim) { <span class="ft-said">{{ plan.aim }}</span> }
          @for (board of plan.boards; track board.id) { <span>Reports to {{ board.name }}@if (board.nextOn) {, next on {{ board.nextOn | ukDate }}}.</span> }
          @if (me.may('plan.keep')) { <button type="button" ftButton="quiet" (click)="edit()">Edit the plan</button> }
        </p>
        <ft-plan-approval [id]="plan.id" />
      }
    }
  `,
})
export class PlanFacts {
  readonly id = input.required<string>();
  /** The plan has another title, perhaps. */
  readonly changed = output<void>();
  protected readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly plans = screen(planRoutes.list);
  protected readonly plan = computed(() => this.plans.value()?.items.find((one) => one.id === this.id()));
  protected readonly form = signal<ContractForm<PlanEdit> | undefined>(undefined);

  protected edit(): void {
    const plan = this.plan();
    if (plan) this.form.set(new ContractForm(PlanEdit, plan, { injector: this.injector, draft: `plan.${plan.id}` }));
  }

  protected async save(form: ContractForm<PlanEdit>): Promise<void> {
    if (await form.submit((said) => this.api.ask(planRoutes.edit, { params: { id: this.id() }, body: said }))) this.kept();
  }

  protected kept(): void {
    this.form.set(undefined);
    this.toasts.say('Plan saved.');
    this.plans.reload();
    this.changed.emit();
  }
}
