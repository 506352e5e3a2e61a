import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { planRoutes } from '@followthrough/contracts';
import { UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { PlanApproval } from '../versions/public';

/** What one plan is for and the boards that it answers to, in a line above its table. */
@Component({
  selector: 'ft-plan-facts',
  imports: [RouterLink, UkDate, PlanApproval],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (plan(); as plan) {
      <p class="ft-plan__facts">
        @if (plan.aim) { <span class="ft-said">{{ plan.aim }}</span> }
        @for (board of plan.boards; track board.id) { <span>Reports to {{ board.name }}@if (board.nextOn) {, next on {{ board.nextOn | ukDate }}}.</span> }
        @if (plan.diagnosed.findings > 0) { <span>Diagnosis agreed for {{ plan.diagnosed.agreed }} of {{ plan.diagnosed.findings }} {{ plan.diagnosed.findings === 1 ? 'finding' : 'findings' }} that it answers.</span> }
        <a class="ft-no-print" [routerLink]="['/', here.slug(), 'plans', plan.id, 'cycles']">Reporting</a>
        @if (me.may('plan.keep')) { <a class="ft-no-print" [routerLink]="['/', here.slug(), 'plan', 'agreement']" [queryParams]="{ plan: plan.id, edit: 'aim' }">Edit the plan</a> }
      </p>
      <ft-plan-approval [id]="plan.id" />
    }
  `,
})
export class PlanFacts {
  readonly id = input.required<string>();
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  private readonly plans = screen(planRoutes.list);
  protected readonly plan = computed(() => this.plans.value()?.items.find((one) => one.id === this.id()));
}
