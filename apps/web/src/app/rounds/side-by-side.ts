import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { RoundPartner } from '@followthrough/contracts';
import { Card, Empty } from '@followthrough/ui';
import { ViewWords } from './view-words';

/** Every view beside the others, part by part in line; under each other where there is no room. */
@Component({
  selector: 'ft-side-by-side',
  imports: [Card, Empty, ViewWords],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Side by side" [sub]="silent().length > 0 ? 'No view from ' + silent().join(', ') + '.' : ''">
      @if (views().length > 0) {
        <div class="ft-views">
          @for (one of views(); track one.organisationId) {
            <section class="ft-views__one" [class.ft-views__one--mine]="one.isMine" [attr.aria-label]="'View of ' + one.name">
              <h3>{{ one.name }}</h3>
              @if (one.view; as view) { <ft-view-words [view]="view" /> }
            </section>
          }
        </div>
      } @else { <ft-empty heading="Nobody wrote a view">The round closed before any partner had written.</ft-empty> }
    </ft-card>
  `,
})
export class SideBySide {
  readonly partners = input.required<readonly RoundPartner[]>();
  protected readonly views = computed(() => this.partners().filter((one) => one.view));
  protected readonly silent = computed(() => (this.views().length > 0 ? this.partners().filter((one) => !one.view).map((one) => one.name) : []));
}
