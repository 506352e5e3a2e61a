import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { supplyRoutes } from '@followthrough/contracts';
import { Card, Failed, Skeleton } from '@followthrough/ui';
import { screen } from '../api/screen';
import { CapacityViews } from '../capacity/public';
import { PageTitle } from '../shell/page-title';
import { SupplyCards } from './supply-cards';

/** What one person can give, for the leads of their employer; for other leads the way to ask for it. */
@Component({
  selector: 'ft-person-supply',
  imports: [Card, Failed, Skeleton, CapacityViews, SupplyCards],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `
    <div class="ft-head">
      <div>
        <h1>{{ person.value()?.name ?? 'Person' }}</h1>
        <p>{{ who() }}</p>
      </div>
    </div>
    <ft-capacity-views />
    @if (person.refused(); as refused) {
      <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="person.reload()" />
    } @else if (person.value(); as one) {
      <ft-supply-cards [person]="one" (changed)="person.set($event)" />
    } @else {
      <ft-card><ft-skeleton [lines]="8" /></ft-card>
    }
  `,
})
export class PersonSupplyScreen {
  /** From the address. */
  readonly id = input.required<string>();
  protected readonly person = screen(supplyRoutes.person, () => ({ params: { id: this.id() } }));
  protected readonly who = computed(() => {
    const one = this.person.value();
    return [one?.jobTitle, one?.profession, one?.organisationName].filter(Boolean).join(' · ');
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const one = this.person.value();
      if (one) title.say(`What ${one.name} can give`);
    });
  }
}
