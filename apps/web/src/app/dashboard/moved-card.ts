import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Dashboard } from '@followthrough/contracts';
import { Bars, Card, UkDate } from '@followthrough/ui';
import { words } from '../words';
import { Lists } from './lists';

/** Which due dates moved in the last three months, and why. */
@Component({
  selector: 'ft-moved-card',
  imports: [RouterLink, Bars, Card, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="What slipped, and why">
      @if (seen().moved.actions > 0) {
        <p><a class="ft-figure" [routerLink]="lists.actions()" [queryParams]="lists.to({ movedSince: seen().moved.since })">{{ seen().moved.actions }}</a> {{ seen().moved.actions === 1 ? 'action’s date' : 'actions’ dates' }} moved since {{ seen().moved.since | ukDate }}, {{ days() }}</p>
        <ft-bars label="Moved dates by reason" [parts]="reasons()" />
        <p><a [routerLink]="lists.slippage()" [queryParams]="lists.to({ from: seen().moved.since })">Days by reason, and every move</a></p>
        <h3>The latest</h3>
        <ul class="ft-plain">
          @for (move of seen().moved.latest; track $index) {
            <li>
              <a [routerLink]="lists.action(move.actionId)" [queryParams]="lists.moment()">{{ move.ref }} {{ move.title }}</a>
              <div class="ft-muted">{{ move.fromOn | ukDate }} → {{ move.toOn ? (move.toOn | ukDate) : 'no date' }} · {{ words.slipReason[move.reason].toLowerCase() }} · agreed by {{ move.agreedBy }}</div>
            </li>
          }
        </ul>
      } @else { <p class="ft-muted">No due date has moved since {{ seen().moved.since | ukDate }}.</p> }
    </ft-card>
  `,
})
export class MovedCard {
  readonly seen = input.required<Dashboard>();
  protected readonly lists = inject(Lists);
  protected readonly words = words;
  protected readonly days = computed(() => {
    const days = this.seen().moved.reasons.reduce((sum, one) => sum + one.days, 0);
    return `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'} later in all`;
  });
  protected readonly reasons = computed(() =>
    this.seen().moved.reasons.map(({ reason, actions }) => ({ key: reason, label: words.slipReason[reason], value: actions, colour: '', link: this.lists.actions(), query: this.lists.to({ movedSince: this.seen().moved.since, movedFor: [reason] }) as Record<string, string> })),
  );
}
