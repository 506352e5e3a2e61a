import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Dashboard, OpenChallenge } from '@followthrough/contracts';
import { openStatuses } from '@followthrough/domain';
import { Card, UkDate } from '@followthrough/ui';
import { words } from '../words';
import { Lists } from './lists';

/** What somebody has to see to: late work, silence, dates that are no dates, and friends who wait for an answer. */
@Component({
  selector: 'ft-attention-card',
  imports: [RouterLink, Card, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="What needs somebody">
      <ul class="ft-plain">
        <li><a class="ft-figure" [routerLink]="lists.actions()" [queryParams]="lists.to({ overdue: true })">{{ seen().overdue }}<span class="nhsuk-u-visually-hidden"> actions</span></a> past the due date</li>
        <li><a class="ft-figure" [routerLink]="lists.actions()" [queryParams]="lists.to({ status: open, notUpdatedSince: seen().notUpdatedSince })">{{ seen().notUpdated }}<span class="nhsuk-u-visually-hidden"> open actions</span></a> not updated in five weeks</li>
        <li><a class="ft-figure" [routerLink]="lists.actions()" [queryParams]="lists.to({ dateUnresolved: true })">{{ seen().unresolvedDates }}<span class="nhsuk-u-visually-hidden"> actions</span></a> without a real date, such as “Ongoing”</li>
      </ul>
      <h3>Critical friends</h3>
      @if (seen().challenges.open > 0) {
        <p><a class="ft-figure" [routerLink]="lists.threads()" [queryParams]="lists.to({ byFriends: true })">{{ seen().challenges.open }}<span class="nhsuk-u-visually-hidden"> comments and challenges</span></a> {{ seen().challenges.open === 1 ? 'waits' : 'wait' }} for an answer, the oldest since {{ seen().challenges.oldestOn | ukDate }}</p>
        <ul class="ft-plain">
          @for (one of seen().challenges.items; track one.id) {
            <li><a [routerLink]="about(one)" [queryParams]="lists.moment()">{{ one.ref }}</a>&ngsp;<span class="ft-muted"> {{ words.threadKind[one.kind] }}, {{ one.raisedOn | ukDate }}</span><div>{{ one.text }}</div></li>
          }
        </ul>
      } @else { <p class="ft-muted">Nothing waits for an answer.</p> }
    </ft-card>
  `,
})
export class AttentionCard {
  readonly seen = input.required<Dashboard>();
  protected readonly lists = inject(Lists);
  protected readonly words = words;
  protected readonly open = openStatuses;

  protected about(one: OpenChallenge): string[] {
    return one.actionId ? this.lists.action(one.actionId) : [...this.lists.findings(), one.findingId ?? ''];
  }
}
