import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ProductiveTime } from '@followthrough/contracts';
import { FULL_TIME_DAY, HOLIDAYS, productiveDays, productiveThousandths, YEAR } from '@followthrough/domain';
import { sayHours } from './week';

/** The arithmetic of a year, line by line, and the two shares that follow from it. */
@Component({
  selector: 'ft-year-sum',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <table class="ft-sum">
      <caption>A full-time year</caption>
      <thead class="nhsuk-u-visually-hidden"><tr><th scope="col">What</th><th scope="col">Days</th></tr></thead>
      <tbody>
        @for (line of lines(); track line.says) { <tr [class.ft-sum__is]="line.is"><th scope="row">{{ line.says }}</th><td class="ft-number">{{ line.is ? '' : '− ' }}{{ line.days }}</td></tr> }
      </tbody>
    </table>
    <p>Bank holidays and the leave that somebody enters are taken out day by day. Of the days that are left they give:</p>
    <ul class="ft-plain">
      <li><b>{{ part(0) }}</b> while no leave is entered: {{ left() }} of {{ there }} days, {{ day(0) }} of a 7 h 30 day</li>
      <li><b>{{ part(time().usualLeave) }}</b> once all {{ time().usualLeave }} days of leave are: {{ left() }} of {{ there - time().usualLeave }} days, {{ day(time().usualLeave) }} of a 7 h 30 day</li>
    </ul>
    <p class="ft-muted">With a part of it entered the share lies between the two, so leave is never taken twice. Only what somebody’s organisation releases of that is given.</p>
  `,
})
export class YearSum {
  readonly time = input.required<ProductiveTime>();
  protected readonly there = YEAR - HOLIDAYS;
  protected readonly left = computed(() => productiveDays(this.time()));
  protected readonly lines = computed(() => {
    const { usualLeave, training, administration, sickness, buffer } = this.time();
    return [
      { says: 'Working days: 52 weeks of five', days: YEAR, is: true },
      { says: 'Bank holidays', days: HOLIDAYS },
      { says: 'Annual leave that is usual', days: usualLeave },
      { says: 'Training', days: training },
      { says: 'Administration and meetings', days: administration },
      { says: 'Sickness', days: sickness },
      { says: 'Buffer for what nobody foresees', days: buffer },
      { says: 'Left for such work', days: this.left(), is: true },
    ];
  });

  /** In per cent to one place: thousandths. */
  protected part(entered: number): string {
    return `${(productiveThousandths(this.time(), entered) / 10).toFixed(1)} per cent`;
  }

  protected day(entered: number): string {
    return sayHours(Math.floor((FULL_TIME_DAY * productiveThousandths(this.time(), entered)) / 1000));
  }
}
