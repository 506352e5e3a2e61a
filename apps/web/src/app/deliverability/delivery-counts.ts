import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import type { DeliveryCounts, Verdict } from '@followthrough/contracts';
import { worstFirst } from '@followthrough/domain';
import { Mark } from '@followthrough/ui';
import { Here } from '../session/here';
import { words } from '../words';
import { looks } from './delivery-tag';

/** How many of each verdict, the worst first; each number opens its list. */
@Component({
  selector: 'ft-delivery-counts',
  imports: [RouterLink, Mark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul class="ft-delivery-counts" [attr.aria-label]="label()">
      @for (one of shown(); track one.verdict) {
        <li [class]="'ft-colour--' + one.colour"><ft-mark [shape]="one.mark" /> <a [routerLink]="['/', here.slug(), 'plan', 'deliverability']" [queryParams]="to(one.verdict)" [attr.aria-label]="one.count + ' ' + one.word">{{ one.count }}</a> <span aria-hidden="true">{{ one.word }}</span></li>
      }
    </ul>
  `,
})
export class DeliveryCountsList {
  readonly label = input('Open actions by verdict');
  readonly counts = input.required<DeliveryCounts>();
  /** What the lists are narrowed to besides. */
  readonly of = input<Params>({});
  protected readonly here = inject(Here);
  protected readonly shown = computed(() => worstFirst.map((verdict) => ({ verdict, count: this.counts()[verdict], word: (this.of()['aspect'] ? words.aspectVerdict : words.deliverable)[verdict].toLowerCase(), ...looks[verdict] })).filter(({ count }) => count > 0));

  protected to(verdict: Verdict): Params {
    return { ...this.of(), verdict };
  }
}
