import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { deliverabilityRoutes, deliveryAspects, type DeliveryListQuery, type DeliveryMonth, type DeliveryPlace, verdicts } from '@followthrough/contracts';
import { coverageSays, openStatuses, worstFirst } from '@followthrough/domain';
import { Button, Card, Empty, Failed, Skeleton, UkDate, ukDate } from '@followthrough/ui';
import { listing } from '../api/listing';
import { screen } from '../api/screen';
import { PlanHead } from '../plans/public';
import { Here } from '../session/here';
import { words } from '../words';
import { DeliveryCountsList } from './delivery-counts';
import { DeliveryTag } from './delivery-tag';

/** Whether a plan can be delivered: its days, its skills and the promises behind it, who is the worst off, and each action with its reasons. */
@Component({
  selector: 'ft-deliverability',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, UkDate, DeliveryCountsList, DeliveryTag, PlanHead],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './deliverability-screen.html',
})
export class DeliverabilityScreen {
  /** From the address. */
  readonly plan = input<string>();
  readonly verdict = input<string>();
  readonly aspect = input<string>();
  readonly organisation = input<string>();
  readonly unaccountable = input<string>();
  readonly nobody = input<string>();
  protected readonly here = inject(Here);
  private readonly router = inject(Router);
  protected readonly words = words;
  protected readonly verdicts = worstFirst;
  protected readonly aspects = deliveryAspects;
  protected readonly open = openStatuses;
  protected readonly of = computed((): { readonly plan?: string } => {
    const plan = this.plan();
    return plan ? { plan } : {};
  });
  protected readonly page = screen(deliverabilityRoutes.show, () => ({ query: this.of() }), { keep: true });
  protected readonly filter = computed((): DeliveryListQuery => {
    const [verdict, aspect, organisation] = [verdicts.find((one) => one === this.verdict()), deliveryAspects.find((one) => one === this.aspect()), this.organisation()];
    return { ...this.of(), ...(verdict ? { verdict } : {}), ...(aspect ? { aspect } : {}), ...(organisation ? { organisation } : {}), ...(this.unaccountable() ? { unaccountable: true } : {}), ...(this.nobody() ? { nobody: true } : {}) };
  });
  protected readonly actions = listing(deliverabilityRoutes.actions, () => this.filter());
  protected readonly says = computed(() => {
    const page = this.page.value();
    return page ? `${coverageSays(page.coverage)}.` : '';
  });
  protected readonly isNarrowed = computed(() => Object.keys(this.filter()).some((key) => key !== 'plan'));

  protected place({ id }: Pick<DeliveryPlace, 'id'>): Readonly<Record<string, unknown>> {
    return { organisation: id, unaccountable: id ? null : true, verdict: null, aspect: null, nobody: null };
  }

  protected month({ month, percent, band }: DeliveryMonth): string {
    return `${ukDate(month)}: ${percent === null ? words.capacityBand[band].toLowerCase() : `${percent}%`}`;
  }

  protected show(state: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected everything(): void {
    this.show({ verdict: null, aspect: null, organisation: null, unaccountable: null, nobody: null });
  }
}
