import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { daysCheckRoutes } from '@followthrough/contracts';
import { Card } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Me } from '../session/me';
import { DaysCheck } from './days-check';

/** In My work: the question while it is open. What is said leaves; nothing planned asks nothing; and a failure does not stand in the way of the rest. */
@Component({
  selector: 'ft-days-asked',
  imports: [Card, DaysCheck],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (isAsked() && mine.value(); as page) { <ft-card class="ft-below" heading="Your week"><ft-days-check [page]="page" (changed)="mine.set($event)" /></ft-card> }`,
})
export class DaysAsked {
  private readonly me = inject(Me);
  protected readonly mine = screen(daysCheckRoutes.mine, () => (this.me.may('supply.own') ? {} : undefined));
  protected readonly isAsked = computed(() => {
    const page = this.mine.value();
    return !!page && page.planned > 0 && page.weeks[0]?.week !== page.week;
  });
}
