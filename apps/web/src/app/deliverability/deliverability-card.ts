import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { deliverabilityRoutes, type DeliveryPlace } from '@followthrough/contracts';
import { coverageSays } from '@followthrough/domain';
import { Card, Failed, Skeleton } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { words } from '../words';
import { DeliveryCountsList } from './delivery-counts';
import { DeliveryTag } from './delivery-tag';

const WORST = 3;

/** Capacity, capability and commitment behind open work, with the three worst places. Asked apart, so that a dashboard does not wait for it. */
@Component({
  selector: 'ft-deliverability-card',
  imports: [RouterLink, Card, Failed, Skeleton, DeliveryCountsList, DeliveryTag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Days, skills and promises" sub="Whether open actions can be delivered: the worst of the three decides.">
      @if (page.refused(); as refused) {
        <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="page.reload()" />
      } @else if (page.value(); as seen) {
        @if (seen.coverage.open > 0) {
          <ft-delivery-counts [counts]="seen.counts" [of]="of()" />
          <p class="ft-muted">{{ coverage() }}.</p>
          <dl class="ft-facts">
            @for (one of seen.aspects; track one.aspect) { <div><dt>{{ words.deliveryAspect[one.aspect] }}</dt><dd><ft-delivery-counts [label]="words.deliveryAspect[one.aspect]" [counts]="one.counts" [of]="{ plan: of().plan, aspect: one.aspect }" /></dd></div> }
          </dl>
          @if (worst().length > 0) {
            <h3>{{ worst().length === 1 ? 'The worst place' : 'The worst ' + worst().length + ' places' }}</h3>
            <ul class="ft-plain ft-places">
              @for (place of worst(); track place.id) {
                <li><div class="ft-row"><a [routerLink]="['/', here.slug(), 'plan', 'deliverability']" [queryParams]="to(place)"><b>{{ place.name }}</b></a> <ft-delivery-tag [verdict]="place.verdict" /></div><div>{{ why(place) }}</div></li>
              }
            </ul>
          }
          <p class="ft-no-print"><a [routerLink]="['/', here.slug(), 'plan', 'deliverability']" [queryParams]="of()">Deliverability in full</a></p>
        } @else { <p class="ft-muted">No action is open.</p> }
      } @else { <ft-skeleton [lines]="6" /> }
    </ft-card>
  `,
})
export class DeliverabilityCard {
  /** Null: all plans together. */
  readonly plan = input<string | null>(null);
  protected readonly here = inject(Here);
  protected readonly words = words;
  protected readonly of = computed((): { readonly plan?: string } => {
    const plan = this.plan();
    return plan ? { plan } : {};
  });
  protected readonly page = screen(deliverabilityRoutes.show, () => ({ query: this.of() }), { keep: true });
  protected readonly worst = computed(() => (this.page.value()?.places ?? []).filter(({ verdict }) => verdict !== 'green').slice(0, WORST));
  protected readonly coverage = computed(() => {
    const page = this.page.value();
    return page ? coverageSays(page.coverage) : '';
  });

  protected to({ id }: DeliveryPlace): Readonly<Record<string, unknown>> {
    return { ...this.of(), ...(id ? { organisation: id } : { unaccountable: true }) };
  }

  protected why({ verdict, aspects }: DeliveryPlace): string {
    return aspects.find((one) => one.verdict === verdict)?.reason ?? '';
  }
}
