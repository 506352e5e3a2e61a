import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { planRoutes } from '@followthrough/contracts';
import { Card, Empty } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { PlanViews } from './plan-views';

/** The head of every view of one plan: its name, which view this is, and the way to the others and to other plans. */
@Component({
  selector: 'ft-plan-head',
  imports: [RouterLink, Card, Empty, PlanViews],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="ft-head">
      <div>
        <p class="ft-crumbs"><a [routerLink]="['/', here.slug(), 'plan']" [queryParams]="{ plan: plan() ?? null, at: at() }">{{ title() }}</a></p>
        <h1>{{ heading() }}</h1>
        @if (says()) { <p role="status">{{ says() }}</p> }
      </div>
      <div class="ft-row">
        <ng-content />
        @if (plans().length > 1) {
          <label class="ft-row">Plan
            <select #box class="ft-input" (change)="choose(box.value)">
              @if (mayBeAll()) { <option value="" [selected]="!plan()">All plans</option> }
              @for (one of plans(); track one.id) { <option [value]="one.id" [selected]="one.id === plan()">{{ one.title }}</option> }
            </select>
          </label>
        }
      </div>
    </div>
    @if (at() === null) { <ft-plan-views [plan]="plan() ?? null" /> }
    @if (list.value() && plans().length === 0) {
      <ft-card><ft-empty heading="There is no plan yet">Import the plan you have in Excel, or add its first action by hand, from the table.</ft-empty></ft-card>
    }
  `,
})
export class PlanHead {
  readonly heading = input.required<string>();
  readonly says = input('');
  /** From the address: the plan on screen. */
  readonly plan = input<string>();
  /** Whether this view shows all plans together; else the first is shown until one is chosen. */
  readonly mayBeAll = input(false);
  /** From the address: the moment that it is seen as at; null for now. */
  readonly at = input<string | null>(null);
  protected readonly here = inject(Here);
  private readonly router = inject(Router);
  protected readonly list = screen(planRoutes.list);
  protected readonly plans = computed(() => this.list.value()?.items ?? []);
  protected readonly title = computed(() => this.plans().find((one) => one.id === this.plan())?.title ?? 'Plan');

  constructor() {
    effect(() => {
      const first = this.plans()[0]?.id;
      if (first && !this.plan() && (!this.mayBeAll() || this.plans().length === 1)) void this.router.navigate([], { queryParams: { plan: first }, queryParamsHandling: 'merge', replaceUrl: true });
    });
  }

  protected choose(plan: string): void {
    void this.router.navigate([], { queryParams: { plan: plan || null }, queryParamsHandling: 'merge' });
  }
}
