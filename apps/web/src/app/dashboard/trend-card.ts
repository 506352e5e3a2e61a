import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Dashboard } from '@followthrough/contracts';
import { Card, type Column, StackedColumns, ukDate } from '@followthrough/ui';

/** The plan at the end of each of the last twelve months, and today. */
@Component({
  selector: 'ft-trend-card',
  imports: [Card, StackedColumns],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ft-card heading="Month by month" [sub]="'Where the actions stood when each month ended; the last column is ' + day(seen().today) + '.'"><ft-stacked-columns label="Actions by status over twelve months" [columns]="columns()" /></ft-card>`,
})
export class TrendCard {
  readonly seen = input.required<Dashboard>();
  protected readonly day = ukDate;
  protected readonly columns = computed<readonly Column[]>(() =>
    this.seen().months.map(({ month, standings }) => ({
      label: ukDate(month),
      short: ukDate(month).slice(0, 3),
      parts: this.seen().words.map(({ status, word, colour }) => ({ key: status, label: word, colour, value: standings.reduce((sum, one) => (one.status === status ? sum + one.actions : sum), 0) })),
    })),
  );
}
