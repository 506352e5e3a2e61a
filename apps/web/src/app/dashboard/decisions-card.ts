import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Dashboard } from '@followthrough/contracts';
import { Card, UkDate } from '@followthrough/ui';
import { Lists } from './lists';

/** What waits for somebody above the owner, the soonest needed first. */
@Component({
  selector: 'ft-decisions-card',
  imports: [RouterLink, Card, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Decisions needed" [tone]="seen().decisions.open > 0 ? 'red' : ''">
      @if (seen().decisions.open > 0) {
        <p><a class="ft-figure" [routerLink]="lists.decisions()" [queryParams]="lists.to({})">{{ seen().decisions.open }}<span class="nhsuk-u-visually-hidden"> decisions</span></a> open, the oldest since {{ seen().decisions.oldestOn | ukDate }}</p>
        <ul class="ft-plain">
          @for (one of seen().decisions.items; track one.id) {
            <li>
              <a [routerLink]="lists.action(one.actionId)" [queryParams]="lists.moment()">{{ one.ref }} {{ one.title }}</a>
              <div>{{ one.what }}</div>
              <div class="ft-muted">From {{ one.fromWhom }}@if (one.neededBy) { · <span [class.ft-late]="one.isLate">{{ one.isLate ? 'was needed by' : 'needed by' }} {{ one.neededBy | ukDate }}</span> }</div>
            </li>
          }
        </ul>
      } @else { <p class="ft-muted">No decision is waiting.</p> }
    </ft-card>
  `,
})
export class DecisionsCard {
  readonly seen = input.required<Dashboard>();
  protected readonly lists = inject(Lists);
}
