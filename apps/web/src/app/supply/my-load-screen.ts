import { ChangeDetectionStrategy, Component } from '@angular/core';
import { supplyRoutes } from '@followthrough/contracts';
import { Card, Failed, Skeleton } from '@followthrough/ui';
import { screen } from '../api/screen';
import { CapacityViews } from '../capacity/public';
import { SupplyCards } from './supply-cards';

/** My own pattern, leave and releases, and what I can give. */
@Component({
  selector: 'ft-my-load',
  imports: [Card, Failed, Skeleton, CapacityViews, SupplyCards],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `
    <div class="ft-head">
      <div>
        <h1>My load</h1>
        <p>What you can give to the plans here. You and the leads of your organisation see it, and nobody else.</p>
      </div>
    </div>
    <ft-capacity-views />
    @if (mine.refused(); as refused) {
      <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="mine.reload()" />
    } @else if (mine.value(); as person) {
      <ft-supply-cards [person]="person" (changed)="mine.set($event)" />
    } @else {
      <ft-card><ft-skeleton [lines]="8" /></ft-card>
    }
  `,
})
export class MyLoadScreen {
  protected readonly mine = screen(supplyRoutes.mine);
}
