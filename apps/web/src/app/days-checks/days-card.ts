import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { daysCheckRoutes, type DaysWeek } from '@followthrough/contracts';
import { Card, Failed, Skeleton, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { inDays } from '../demand/public';
import { words } from '../words';
import { DaysCheck } from './days-check';

/** How somebody's weeks went beside what was planned of them: the question to themselves, the weeks to them and their leads. */
@Component({
  selector: 'ft-days-card',
  imports: [Card, Failed, Skeleton, UkDate, DaysCheck],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Week by week" [sub]="isMe() ? 'Only you and the leads of your organisation see this, and nothing is reckoned from it.' : 'Only they and the leads of their organisation see this, and nothing is reckoned from it.'">
      @if (check.refused(); as refused) {
        <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="check.reload()" />
      } @else if (check.value(); as page) {
        @if (isMe()) { <ft-days-check [page]="page" (changed)="check.set($event)" /> }
        @if (page.weeks.length > 0) {
          <table class="ft-table ft-supply__months ft-above">
            <caption class="nhsuk-u-visually-hidden">Planned and said, by week</caption>
            <thead><tr><th scope="col">Week from</th><th scope="col" class="ft-number">Planned</th><th scope="col" class="ft-number">Was</th><th scope="col">Went</th></tr></thead>
            <tbody>@for (one of page.weeks; track one.week) { <tr><th scope="row">{{ one.week | ukDate }}</th><td class="ft-number">{{ days(one.plannedMinutes, page.personDay) }}</td><td class="ft-number">{{ days(one.minutes, page.personDay) }}</td><td>{{ words.daysAnswer[one.answer] }}</td></tr> }</tbody>
          </table>
          <p class="ft-muted">{{ sum() }}</p>
        } @else { <p class="ft-muted">Nothing is said yet.</p> }
      } @else { <ft-skeleton [lines]="3" /> }
    </ft-card>
  `,
})
export class DaysCard {
  readonly personId = input.required<string>();
  readonly isMe = input.required<boolean>();
  protected readonly words = words;
  protected readonly days = inDays;
  private readonly mine = screen(daysCheckRoutes.mine, () => (this.isMe() ? {} : undefined));
  private readonly theirs = screen(daysCheckRoutes.of, () => (this.isMe() ? undefined : { params: { id: this.personId() } }));
  protected get check() {
    return this.isMe() ? this.mine : this.theirs;
  }
  protected readonly sum = computed(() => {
    const page = (this.isMe() ? this.mine : this.theirs).value();
    if (!page) return '';
    const all = (of: (one: DaysWeek) => number): string => inDays(page.weeks.reduce((minutes, one) => minutes + of(one), 0), page.personDay);
    return `In ${page.weeks.length} ${page.weeks.length === 1 ? 'week' : 'weeks'}: ${all((one) => one.minutes)} of ${all((one) => one.plannedMinutes)} planned.`;
  });
}
