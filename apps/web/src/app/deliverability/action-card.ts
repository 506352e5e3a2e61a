import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { deliverabilityRoutes, type DeliveryCarrier, type DeliveryCarrierMonth } from '@followthrough/contracts';
import { Card, Failed, Skeleton, ukDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { inDays } from '../demand/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { words } from '../words';
import { DeliveryTag } from './delivery-tag';

/** Whether one action can be delivered: the three reasons, who has it, and how full their months are. */
@Component({
  selector: 'ft-action-deliverability',
  imports: [RouterLink, Card, Failed, Skeleton, DeliveryTag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (me.may('capacity.read') && !(page.value() && page.value()?.verdict === null)) {
      <ft-card heading="Can it be delivered?">
        @if (page.refused(); as refused) {
          <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="page.reload()" />
        } @else if (page.value(); as seen) {
          @if (seen.verdict; as verdict) { <p><ft-delivery-tag [verdict]="verdict" /></p> }
          <ul class="ft-plain ft-reasons">
            @for (one of seen.aspects; track one.aspect) { <li><b>{{ words.deliveryAspect[one.aspect] }}</b>&ngsp;<ft-delivery-tag [verdict]="one.verdict" [isAspect]="true" /> {{ one.reason }}</li> }
          </ul>
          <p>{{ left() }}</p>
          @if (seen.carriers.length > 0) {
            <h3>How full their months are</h3>
            <ul class="ft-plain">
              @for (one of seen.carriers; track one.id) {
                <li><b>{{ one.name }}</b>
                  <ul class="ft-short">
                    @for (month of one.months; track month.month) { <li><a [routerLink]="['/', here.slug(), 'capacity', 'heat-map']" [queryParams]="cell(one, month)">{{ says(month) }}</a></li> }
                  </ul>
                </li>
              }
            </ul>
          }
        } @else { <ft-skeleton [lines]="5" /> }
      </ft-card>
    }
  `,
})
export class ActionDeliverabilityCard {
  readonly actionId = input.required<string>();
  /** Something else when the action, which the verdict hangs on, has changed. */
  readonly changed = input<unknown>();
  protected readonly here = inject(Here);
  protected readonly me = inject(Me);
  protected readonly words = words;
  protected readonly page = screen(deliverabilityRoutes.ofAction, () => (this.me.may('capacity.read') ? { params: { id: this.actionId() } } : undefined), { keep: true });
  protected readonly left = computed(() => {
    const page = this.page.value();
    if (!page) return '';
    const left = page.leftMinutes === null ? 'How much is left nobody has estimated' : `${inDays(page.leftMinutes)} left to deliver`;
    return `${left}; ${page.hasPeople ? 'somebody is down for it' : 'nobody is down for it yet'}.`;
  });

  constructor() {
    let before: unknown;
    effect(() => {
      const now = this.changed();
      if (before !== undefined && now !== before) this.page.reload();
      before = now;
    });
  }

  protected says({ month, percent, band, isFew }: DeliveryCarrierMonth): string {
    const full = isFew ? 'hidden, fewer than three people' : percent === null ? words.capacityBand[band].toLowerCase() : `${percent}%${band === 'over' ? ' ▲' : ''}`;
    return `${ukDate(month)}: ${full}`;
  }

  protected cell({ id, isPerson }: DeliveryCarrier, { month }: DeliveryCarrierMonth): Readonly<Record<string, string>> {
    return { by: isPerson ? 'person' : 'organisation', row: id, month };
  }
}
