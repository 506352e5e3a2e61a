import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { assessmentRoutes } from '@followthrough/contracts';
import { Card, Failed, Skeleton } from '@followthrough/ui';
import { screen } from '../api/screen';
import { SaidStatus } from '../said-status';
import { words } from '../words';
import { Lists } from './lists';

/** Can we believe what is reported? Asked apart, because it judges every action by its facts. */
@Component({
  selector: 'ft-doubts-card',
  imports: [RouterLink, Card, Failed, SaidStatus, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Can we believe it?" sub="Reported beside what the facts say. Neither changes the other.">
      @if (page.refused(); as refused) {
        <ft-failed [title]="refused.message" (retry)="page.reload()" />
      } @else if (page.value(); as seen) {
        <div class="ft-doubts">
          <div>
            @if (doubtful().length > 0) {
              <ul class="ft-plain">
                @for (one of doubtful(); track one.status) {
                  <li><a class="ft-figure" [routerLink]="lists.actions()" [queryParams]="lists.to({ status: [one.status], doubtful: true })">{{ one.doubtful }}<span class="nhsuk-u-visually-hidden"> actions</span></a> of {{ one.actions }} <ft-said-status [status]="one.status" [words]="seen.words" /> {{ one.doubtful === 1 ? 'is' : 'are' }} doubtful</li>
                }
              </ul>
            } @else { <p class="ft-muted">No fact speaks for a worse status than the one that is reported.</p> }
            @if (seen.overridden > 0) { <p><a class="ft-figure" [routerLink]="lists.actions()" [queryParams]="lists.to({ overridden: true })">{{ seen.overridden }}<span class="nhsuk-u-visually-hidden"> actions</span></a> {{ seen.overridden === 1 ? 'has a flag that does' : 'have a flag that does' }} not count, because somebody said why</p> }
            @for (one of seen.allWell; track one.id) { <p><b>{{ one.title }}:</b> all {{ one.actions }} actions under way are <ft-said-status status="on_track" [words]="seen.words" />. A plan of this size in which nothing is in trouble is rare: ask what worries its owners.</p> }
          </div>
          @if (counting().length > 0) {
            <div>
              <h3>What speaks against the reports</h3>
              <ul class="ft-doubts__flags">
                @for (one of counting(); track one.flag) { <li><a class="ft-figure" [routerLink]="lists.actions()" [queryParams]="lists.to({ flag: one.flag })">{{ one.actions }}<span class="nhsuk-u-visually-hidden"> actions</span></a> {{ flags[one.flag].counted }}</li> }
              </ul>
            </div>
          }
        </div>
      } @else { <ft-skeleton [lines]="5" /> }
    </ft-card>
  `,
})
export class DoubtsCard {
  protected readonly lists = inject(Lists);
  protected readonly flags = words.actionFlag;
  protected readonly page = screen(assessmentRoutes.doubts, () => ({ query: this.lists.plan() ? { plan: this.lists.plan() ?? '' } : {} }), { keep: true });
  protected readonly doubtful = computed(() => {
    const seen = this.page.value();
    return (seen?.words ?? []).flatMap(({ status }) => seen?.statuses.filter((one) => one.status === status && one.doubtful > 0) ?? []);
  });
  protected readonly counting = computed(() => (this.page.value()?.flags ?? []).filter((one) => one.actions > 0));
}
