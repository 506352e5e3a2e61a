import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { SupplyMonthItem } from '@followthrough/contracts';
import { personDays } from '@followthrough/domain';
import { UkDate } from '@followthrough/ui';
import { sayHours } from './week';

interface Line {
  readonly says: string;
  readonly minutes: number;
  readonly kind: 'less' | 'is';
}

/** The arithmetic of one month, line by line, in hours that add up and in person-days. */
@Component({
  selector: 'ft-month-sum',
  imports: [UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <table class="ft-sum">
      <caption>How {{ month().month | ukDate }} comes about</caption>
      <thead class="nhsuk-u-visually-hidden"><tr><th scope="col">What</th><th scope="col">Hours</th><th scope="col">Days</th></tr></thead>
      <tbody>
        @for (line of lines(); track line.says) {
          <tr [class.ft-sum__is]="line.kind === 'is'"><th scope="row">{{ line.says }}</th><td class="ft-number">{{ line.kind === 'less' ? '− ' : '' }}{{ hours(line.minutes) }}</td><td class="ft-number">{{ line.kind === 'less' ? '− ' : '' }}{{ days(line.minutes) }}</td></tr>
        }
      </tbody>
    </table>
  `,
})
export class MonthSum {
  readonly month = input.required<SupplyMonthItem>();
  protected readonly hours = sayHours;
  protected readonly lines = computed<readonly Line[]>(() => {
    const { pattern, outside, holidays, leave, kept, otherWork, given } = this.month();
    const there = pattern - outside - holidays - leave;
    const less = (says: string, minutes: number): readonly Line[] => (minutes === 0 ? [] : [{ says, minutes, kind: 'less' }]);
    const is = (says: string, minutes: number): Line => ({ says, minutes, kind: 'is' });
    return [
      is('By the working pattern', pattern),
      ...less('Before the post is filled, or after its funding', outside),
      ...less('Bank holidays', holidays),
      ...less('Leave entered', leave),
      is('There', there),
      ...less('Not released', kept),
      is('Released', there - kept),
      ...less('Other work, and usual leave not entered', Math.max(0, otherWork)),
      is('Given', given ?? 0),
    ];
  });

  protected days(minutes: number): string {
    return personDays(minutes, this.month().personDay).toFixed(1);
  }
}
