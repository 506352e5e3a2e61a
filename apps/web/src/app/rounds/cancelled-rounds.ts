import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { CancelledRound } from '@followthrough/contracts';
import { Card, UkDate } from '@followthrough/ui';
import { ViewWords } from './view-words';

/** Rounds that ended without a reveal: why, and to each partner what it wrote in them itself. */
@Component({
  selector: 'ft-cancelled-rounds',
  imports: [Card, UkDate, ViewWords],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card [heading]="rounds().length === 1 ? 'A round was cancelled' : rounds().length + ' rounds were cancelled'">
      <ul class="ft-round__partners">
        @for (one of rounds(); track one.id) {
          <li>
            <span>Opened {{ one.openedOn | ukDate }}, cancelled {{ one.cancelledOn | ukDate }}@if (one.cancelledByName) { by {{ one.cancelledByName }}}</span>
            <span class="ft-muted">{{ one.written }} of {{ one.asked }} partners had written</span>
            <p class="ft-prose ft-round__reason">{{ one.cancelledBecause }}</p>
            @if (one.view; as view) {
              <details class="ft-details ft-round__kept">
                <summary>What we wrote in it</summary>
                <p class="ft-muted">Only people of your organisation see this, now and later.</p>
                <ft-view-words [view]="view" />
              </details>
            }
          </li>
        }
      </ul>
    </ft-card>
  `,
})
export class CancelledRounds {
  readonly rounds = input.required<readonly CancelledRound[]>();
}
