import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import type { PersonSupply, SupplyMonthItem } from '@followthrough/contracts';
import { personDays } from '@followthrough/domain';
import { Button, Card, UkDate } from '@followthrough/ui';
import { MonthSum } from './month-sum';
import { sayHours } from './week';

/** What somebody can give, month by month; each opens the way to its figure. Not known is said, and is never nothing. */
@Component({
  selector: 'ft-months-card',
  imports: [Button, Card, UkDate, MonthSum],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card [heading]="person().isMe ? 'What you can give' : 'What they can give'" [sub]="'Person-days of ' + day() + ', after bank holidays, leave and other work, of what is released.'">
      <table class="ft-table ft-supply__months">
        <caption class="nhsuk-u-visually-hidden">What can be given, by month</caption>
        <thead><tr><th scope="col">Month</th><th scope="col" class="ft-number">Days given</th><th scope="col" class="ft-number">FTE</th>@if (isAsked()) { <th scope="col" class="ft-number">With what is asked for</th> }<th scope="col"><span class="nhsuk-u-visually-hidden">Deeds</span></th></tr></thead>
        <tbody>
          @for (one of person().months; track one.month) {
            <tr>
              <th scope="row">{{ one.month | ukDate }}</th>
              <td class="ft-number">@if (one.given === null) { <b>Not known</b> } @else { {{ days(one.given, one) }}@if (one.unknownDays > 0) { <div class="ft-muted">{{ one.unknownDays }} days not known</div> } }</td>
              <td class="ft-number">{{ one.given === null ? '' : fte(one.given, one) }}</td>
              @if (isAsked()) { <td class="ft-number">{{ one.asked === null ? '' : days(one.asked, one) }}</td> }
              <td class="ft-number">@if (one.given !== null) { <button type="button" ftButton="quiet" [attr.aria-expanded]="opened() === one.month" (click)="opened.set(opened() === one.month ? '' : one.month)">How<span class="nhsuk-u-visually-hidden"> {{ one.month | ukDate }} comes about</span></button> }</td>
            </tr>
            @if (opened() === one.month) { <tr class="ft-table__open"><td colspan="5"><ft-month-sum [month]="one" /></td></tr> }
          }
        </tbody>
      </table>
    </ft-card>
  `,
})
export class MonthsCard {
  readonly person = input.required<PersonSupply>();
  protected readonly opened = signal('');
  protected readonly day = computed(() => sayHours(this.person().months[0]?.personDay ?? 450));
  protected readonly isAsked = computed(() => this.person().months.some(({ given, asked }) => given !== asked));

  protected days(minutes: number, { personDay }: SupplyMonthItem): string {
    return personDays(minutes, personDay).toFixed(1);
  }

  protected fte(minutes: number, { fullTime }: SupplyMonthItem): string {
    return fullTime === 0 ? '' : (minutes / fullTime).toFixed(2);
  }
}
