import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { supplyRoutes } from '@followthrough/contracts';
import { personDays } from '@followthrough/domain';
import { Button, Card, Empty, Failed, Skeleton, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { CapacityViews } from '../capacity/public';
import { Here } from '../session/here';

/** What the people of my own organisation can give, half a year ahead. Unknown is named, and in no sum. */
@Component({
  selector: 'ft-our-people',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, UkDate, CapacityViews],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './our-people-screen.html',
})
export class OurPeopleScreen {
  protected readonly here = inject(Here);
  protected readonly list = screen(supplyRoutes.ours);
  private readonly items = computed(() => this.list.value()?.items ?? []);
  protected readonly months = computed(() => this.items()[0]?.months.map(({ month }) => month) ?? []);
  protected readonly unknown = computed(() => this.items().filter((one) => one.equivalents === null).length);
  protected readonly fte = computed(() => this.items().reduce((sum, one) => sum + Math.round(100 * (one.equivalents ?? 0)), 0) / 100);
  protected readonly sums = computed(() =>
    this.months().map((month, at) => {
      // Person-days of one employer are alike; where two are kept side by side each counts by its own.
      const tenths = this.items().reduce((sum, { months }) => sum + Math.round(10 * personDays(months[at]?.given ?? 0, months[at]?.personDay ?? 450)), 0);
      return { month, days: (tenths / 10).toFixed(1) };
    }),
  );

  protected days(minutes: number, personDay: number): string {
    return personDays(minutes, personDay).toFixed(1);
  }
}
