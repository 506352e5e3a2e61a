import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { dashboardRoutes, pastRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { DeliverabilityCard } from '../deliverability/public';
import { AsAtBanner, AsAtChooser } from '../past/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { AttentionCard } from './attention-card';
import { CapacityCard } from './capacity-card';
import { DecisionsCard } from './decisions-card';
import { DeliveryCard } from './delivery-card';
import { DoubtsCard } from './doubts-card';
import { Lists } from './lists';
import { MovedCard } from './moved-card';
import { OrganisationsCard } from './organisations-card';
import { PastDoubtsCard } from './past-doubts-card';
import { TrendCard } from './trend-card';
import { WorstCard } from './worst-card';

/** Are we delivering, and can we? What a board needs, decisions first; every number opens its list. */
@Component({
  selector: 'ft-dashboard',
  imports: [RouterLink, AsAtBanner, AsAtChooser, Button, Card, Empty, Failed, Skeleton, UkDate, AttentionCard, CapacityCard, DecisionsCard, DeliveryCard, DeliverabilityCard, DoubtsCard, MovedCard, OrganisationsCard, PastDoubtsCard, TrendCard, WorstCard],
  providers: [Lists],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page', '(document:visibilitychange)': 'comeBack()' },
  templateUrl: './dashboard-screen.html',
})
export class DashboardScreen {
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  private readonly router = inject(Router);
  private readonly lists = inject(Lists);
  /** From the address: the plan that is shown; none for all together. */
  readonly plan = input<string>();
  /** From the address: a past day or a published report; none for now. */
  readonly at = input<string>();
  private readonly now = screen(dashboardRoutes.show, () => (this.at() ? undefined : this.asked()), { keep: true });
  private readonly then = screen(pastRoutes.dashboard, () => {
    const at = this.at();
    return at ? { query: { ...this.asked().query, at } } : undefined;
  });
  protected readonly shown = computed(() => (this.at() ? this.then : this.now));
  protected readonly past = computed(() => (this.at() ? this.then.value() : undefined));
  protected readonly title = computed(() => {
    const seen = this.shown().value();
    if (!seen) return '';
    return seen.plans.find((one) => one.id === seen.planId)?.name ?? (seen.plans.length === 1 ? (seen.plans[0]?.name ?? '') : 'All plans together');
  });

  constructor() {
    effect(() => this.lists.plan.set(this.plan() ?? this.past()?.planId ?? null));
    effect(() => this.lists.at.set(this.at() ?? null));
  }

  private asked(): { readonly query: { readonly plan?: string } } {
    const plan = this.plan();
    return { query: plan ? { plan } : {} };
  }

  protected choose(plan: string): void {
    void this.router.navigate([], { queryParams: { plan: plan || null }, queryParamsHandling: 'merge' });
  }

  /** Somebody who comes back to this window sees what has changed meanwhile. */
  protected comeBack(): void {
    if (document.visibilityState === 'visible' && !this.at() && !this.now.loading()) this.now.reload();
  }

  protected reload(): void {
    this.shown().reload();
  }

  protected print(): void {
    window.print();
  }
}
