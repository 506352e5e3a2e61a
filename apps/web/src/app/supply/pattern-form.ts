import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewWorkingPattern, type PersonSupply, supplyRoutes } from '@followthrough/contracts';
import { checkPattern, FULL_TIME_DAY } from '@followthrough/domain';
import { DateField, NumberField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { sayHours } from './week';
import { WeekField } from './week-field';

/** When somebody works from a day on. It begins with what holds now. */
@Component({
  selector: 'ft-pattern-form',
  imports: [FormField, DateField, NumberField, FormFrame, WeekField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [narrow]="false" (send)="save()" (leave)="done.emit(null)">
      <ft-week-field [formField]="form.tree.minutes" [personDay]="personDay()" label="Days of the week" hint="Begin with a usual week, then change single days." />
      <div class="ft-supply__pair">
        <ft-date-field [formField]="form.tree.fromOn" />
        <ft-date-field [formField]="form.tree.toOn" hint="Empty: until the next pattern. With a last day the pattern before holds again afterwards." />
      </div>
      <ft-number-field [formField]="form.tree.fullTimeMinutes" [unit]="'minutes, ' + hours()" hint="A person-day of the employer: 450 is 7 h 30, 444 is 7 h 24" />
    </ft-form>
  `,
})
export class PatternForm implements OnInit {
  readonly person = input.required<PersonSupply>();
  readonly done = output<PersonSupply | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected form: ContractForm<NewWorkingPattern>;
  protected readonly personDay = computed(() => {
    const typed = this.form.model().fullTimeMinutes;
    return typed !== null && typed >= 300 && typed <= 600 && Number.isInteger(typed) ? typed : FULL_TIME_DAY;
  });
  protected readonly hours = computed(() => sayHours(this.personDay()));

  ngOnInit(): void {
    const { patterns, today, expectedOn } = this.person();
    const now = patterns.find((one) => one.fromOn <= today) ?? patterns.at(-1);
    const start = { minutes: now?.minutes ?? [0, 0, 0, 0, 0, 0, 0], fullTimeMinutes: now?.fullTimeMinutes ?? FULL_TIME_DAY, fromOn: expectedOn ?? today };
    this.form = new ContractForm(NewWorkingPattern, start, { injector: this.injector, rules: (said) => checkPattern(said, patterns.filter((one) => one.fromOn !== said.fromOn)) });
  }

  protected async save(): Promise<void> {
    let fresh: PersonSupply | null = null;
    const saved = await this.form.submit(async (body) => {
      fresh = await this.api.ask(supplyRoutes.setPattern, { params: { id: this.person().id }, body });
    });
    if (saved) this.done.emit(fresh);
  }
}
